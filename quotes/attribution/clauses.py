"""Which words does a cue report by syntax?"""

from __future__ import annotations

from itertools import takewhile

from quotes.attribution.cues import CLAIMS, FINDING, NAMING, SAYING, URGING, Cue, claimed, said_as, voiced
from quotes.attribution.nouns import BODIES, is_role_noun
from quotes.attribution.scene import Scene, says_between
from quotes.attribution.sources import according_source
from quotes.attribution.syntax import Syntax, Word

GERUND_WITHIN = 4
"""In so many words after "of" or "for" the gerund stands."""
STRESSING = frozenset("stress emphasize emphasise underscore underline affirm reaffirm reiterate express renew".split())
"""Verbs that say something with a noun phrase that says what matters."""
PRESSING = frozenset("importance need necessity significance urgency".split())
"""Nouns that say what matters."""
MATTERING = PRESSING | frozenset(
    "commitment determination readiness willingness keenness support rejection opposition".split()
)
"""Those, and nouns that say to what somebody is bound."""
ACCUSING = frozenset("accuse blame castigate".split())
"""Verbs whose content may be a gerund after "of" or "for"."""


def clause_of(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """The words that a cue reports by syntax, one at least, with the rule that says so."""
    found = _governed(scene, cue)
    return found if found is not None and found[0] else None


def _governed(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """The same, where an odd tree may leave no word."""
    syntax = scene.syntax
    if cue.is_according:
        return _according(scene, cue)
    head = syntax.words[cue.head]
    if (cue.lemma in CLAIMS and head.upos == "NOUN") or voiced(syntax, head) is not None:
        clause = claimed(syntax, head) or voiced(syntax, head)
        return (without_mark(syntax, syntax.subtree(clause.index)), "clause-of-noun") if clause is not None else None
    if (done := _gerund(syntax, cue)) is not None:
        return done
    if quoted := [c for said in said_as(syntax, head) for c in syntax.dependents(said.index, "ccomp")]:
        return without_mark(syntax, syntax.subtree(quoted[0].index)), "clause-of-cue"
    subjects = syntax.dependents(cue.head, "csubj") if syntax.dependents(cue.head, "aux:pass") else []
    clauses = [c for c in [*syntax.dependents(cue.head, "ccomp"), *subjects] if not _is_cue_block(syntax, c)]
    added = added_after(syntax, cue)
    if added is not None:
        clauses = [c for c in clauses if c.index < added]
    if not clauses and (rest := _after_participle(syntax, cue)):
        return rest, "clause-of-cue"
    if clauses:
        return _of_clauses(scene, cue, clauses)
    if head.relation in ("parataxis", "discourse", "dep") and head.head >= 0 and cue.lemma in SAYING:
        return syntax.subtree(head.head, without=[cue.head]), "cue-in-content"
    if cue.lemma in SAYING | FINDING:
        loose = [c for c in syntax.dependents(cue.head, "parataxis") if c.index > cue.head]
        if loose and loose[0].upos in ("VERB", "AUX", "ADJ", "NOUN"):
            return syntax.subtree(loose[0].index), "clause-of-cue"
    if (noun := stressed(syntax, cue)) is not None:
        return syntax.subtree(noun.index), "phrase-of-cue"
    return _infinitive(syntax, cue) or _infinitive_seen(scene, cue) or _noun_phrase(scene, cue)


def _of_clauses(scene: Scene, cue: Cue, clauses: list[Word]) -> tuple[list[int], str]:
    """What a cue reports where clauses hang on it: the first after it and what goes on from there, else the first before it."""
    syntax = scene.syntax
    after = [c for c in clauses if c.index > cue.head]
    if not after:
        return without_mark(syntax, syntax.subtree(clauses[0].index)), "clause-of-cue"
    if to_do := _after_gerund(syntax, cue, after[0]):
        return to_do, "infinitive-of-cue"
    places = _with_next(syntax, after)
    between = (syntax.words[places[0]].start, syntax.words[cue.head].start)
    if any(says_between(scene, other, between) for other in scene.cues):
        places = [p for p in places if p > cue.head]
    return without_mark(syntax, places), "clause-of-cue"


def _with_next(syntax: Syntax, clauses: list[Word]) -> list[int]:
    """The words of the first clause, and of those that follow it without a word between: "said that it stays and that it grows"."""
    places = syntax.subtree(clauses[0].index)
    for clause in clauses[1:]:
        own = syntax.subtree(clause.index)
        if own[0] == places[-1] + 1:
            places += own
    return places


def added_after(syntax: Syntax, cue: Cue) -> int | None:
    """The participle that goes on after a cue: "adding" of "she said, adding that"; what follows it is its own content."""
    end = syntax.sentences[syntax.words[cue.head].sentence].stop
    for place in range(cue.places[-1] + 2, min(cue.places[-1] + 12, end - 1)):
        word = syntax.words[place]
        if (
            word.xpos == "VBG"
            and word.lemma.lower() in SAYING
            and syntax.words[place - 1].text == ","
            and (word.lemma.lower() == "add" or syntax.words[place + 1].text.lower() == "that")
        ):
            return place
    return None


def _after_participle(syntax: Syntax, cue: Cue) -> list[int]:
    """What follows "adding that" up to the end of its sentence, where the tree hangs that clause elsewhere."""
    after = cue.places[-1] + 1
    stop = syntax.sentences[syntax.words[cue.head].sentence].stop
    if syntax.words[cue.head].xpos != "VBG" or after >= stop or syntax.words[after].text.lower() != "that":
        return []
    return list(range(after + 1, stop))


def _is_cue_block(syntax: Syntax, clause: Word) -> bool:
    return clause.upos == "PUNCT"


def without_mark(syntax: Syntax, places: list[int]) -> list[int]:
    """A clause without the "that" that opens it."""
    while places and (syntax.words[places[0]].upos == "PUNCT" or syntax.words[places[0]].text.lower() == "that"):
        first = syntax.words[places[0]]
        if first.text.lower() == "that" and first.relation != "mark" and first.xpos != "WDT":
            break
        places = places[1:]
    return places


def _according(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """The clause that "according to" hangs on; the rest of the sentence where that is most of it, or the model says so."""
    syntax, tagging = scene.syntax, scene.tagging
    source = according_source(syntax, cue)
    if source is None:
        return None
    block = set(syntax.subtree(source.index)) if source.index > cue.head else {cue.head}
    block = {p for p in block if p <= _end_of_block(scene, source, cue)} | set(cue.places)
    named = syntax.entity_at.get(source.index)
    block |= set(_apposed_name(syntax, max(block))) if named is None or named.kind != "person" else set()
    own = _after_saying(scene, cue, block)
    rest = [p for p in own if p not in block and syntax.words[p].upos != "PUNCT"]
    if not rest:
        return None
    content = syntax.head(source)
    if content is None or source.relation not in ("obl", "nmod", "parataxis", "advmod", "advcl", "dep"):
        return rest, "according-to"
    while content.relation in ("nmod", "obl", "obj", "xcomp", "acl", "nsubj") and 0 <= content.head < cue.head:
        content = syntax.words[content.head]
    places = [p for p in syntax.subtree(content.index, without=[source.index]) if p not in block and p in own]
    missing = [p for p in rest if p not in set(places)]
    tagged = sum(tagging.tagged("content", p) for p in missing)
    if not places or not tagging.present or len(missing) * 3 < len(rest) or tagged * 2 > len(missing):
        return rest, "according-to"
    return places, "according-to"


def _after_saying(scene: Scene, cue: Cue, block: set[int]) -> range:
    """The sentence of "according to X", without "Osei said that" right before it where what is said comes after it."""
    words, sentence = scene.syntax.words, scene.syntax.sentences[scene.syntax.words[cue.head].sentence]
    last = min(block) - 1
    while last > sentence.start and (words[last].upos == "PUNCT" or words[last].text == "that"):
        last -= 1
    says = any(other.places[-1] == last and other is not cue and not other.is_according for other in scene.cues)
    goes_on = any(words[p].upos != "PUNCT" for p in range(max(block) + 1, sentence.stop))
    return range(min(block), sentence.stop) if says and goes_on and words[last].xpos in ("VBD", "VBZ") else sentence


def _apposed_name(syntax: Syntax, last: int) -> range:
    """The name in commas right after whom something is according to: "According to the director of Halden, | Karl Osei, | most"."""
    words = syntax.words
    comma = last if words[last].text == "," else last + 1
    entity = syntax.entity_at.get(comma + 1)
    if entity is None or entity.kind != "person" or entity.first != comma + 1 or entity.last >= len(words):
        return range(0)
    return range(comma, entity.last) if words[comma].text == words[entity.last].text == "," else range(0)


def _end_of_block(scene: Scene, source: Word, cue: Cue) -> int:
    """The last word of "according to X": up to the comma that ends it, where it opens the sentence."""
    syntax = scene.syntax
    sentence = syntax.sentences[source.sentence]
    tree = syntax.subtree(source.index)
    if cue.head - sentence[0] > 2:
        return tree[-1]
    commas = [p for p in range(source.index, sentence[-1]) if syntax.words[p].text == ","]
    for comma in commas:
        if comma < tree[-1] and scene.tagging.tagged("content", comma + 1):
            return comma
    return commas[0] if commas and commas[0] < tree[-1] and source.relation in ("root", "nsubj") else tree[-1]


def _infinitive(syntax: Syntax, cue: Cue) -> tuple[list[int], str] | None:
    """ "urged the government to act": what somebody is to do."""
    if cue.lemma not in URGING:
        return None
    told = addressees(syntax, cue)
    places = [cue.head, *(w.index for w in [*told, *syntax.dependents(cue.head, "obl", "nsubj:pass")])]
    if (told or cue.lemma == "dare") and not any(is_addressee(w) for w in told):
        return None
    for place in places:
        for word in syntax.dependents(place, "xcomp", "advcl", "acl", "ccomp"):
            opens = next((m.index for m in syntax.dependents(word.index, "mark") if m.text.lower() == "to"), None)
            if word.index > cue.head and opens is not None:
                return _from_to(syntax, syntax.subtree(word.index), opens), "infinitive-of-cue"
    return None


def _from_to(syntax: Syntax, places: list[int], opens: int) -> list[int]:
    """An infinitive without those told, where the tree makes them its subject: "advised | Osei not to attend"."""
    first = opens - (syntax.words[opens - 1].text.lower() in ("not", "never"))
    told = [p for p in places if p < first]
    names = bool(told) and all(syntax.words[p].upos in ("PROPN", "DET", "NOUN") for p in told)
    return [p for p in places if p >= first] if names else places


def _after_gerund(syntax: Syntax, cue: Cue, clause: Word) -> list[int]:
    """The infinitive that the tree hangs in what those told are doing: "urged residents shovelling silt | to stock up"."""
    if cue.lemma not in URGING or clause.xpos != "VBG" or syntax.dependents(clause.index, "nsubj", "aux"):
        return []
    places = syntax.subtree(clause.index)
    verbs = (w for p in places if (w := syntax.words[p]).xpos == "VB" and w.index > clause.index)
    opened = (m.index for w in verbs for m in syntax.dependents(w.index, "mark") if m.text.lower() == "to")
    start = next(opened, None)
    return [p for p in places if p >= start] if start is not None else []


def _infinitive_seen(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """What the model sees said from "to" on after those told, where the tree has no infinitive: "called on the council to halve it"."""
    syntax = scene.syntax
    told = [w for w in addressees(syntax, cue) if is_addressee(w)]
    if cue.lemma not in URGING or (cue.probability or 0.0) < 0.5 or not told:
        return None
    sentence, tagging = syntax.sentences[syntax.words[cue.head].sentence], scene.tagging
    linked = [p for p in tagging.linked("content", cue.head) if max(cue.head, told[0].index) < p < sentence.stop]
    start = linked[0] if linked and syntax.words[linked[0]].text.lower() == "to" else sentence.stop
    places = list(takewhile(lambda p: tagging.probability("content", p) >= 0.3, range(start, sentence.stop)))
    return (places, "infinitive-of-cue") if len(places) > 2 else None


AUDIENCE = frozenset(
    """public regime administration staff crowd audience electorate youth community nation country world family side team army
    military leadership opposition person man woman boy girl child son daughter husband wife mother father brother sister
    friend neighbour neighbor each unit centre state city town village industry""".split()
)
"""Nouns for those who are told to do something, besides bodies and roles."""


def addressees(syntax: Syntax, cue: Cue) -> list[Word]:
    """Whom a cue is said to: its objects, whom "called on" calls on, and what the tree calls a second subject though it follows."""
    second = (w for w in second_subjects(syntax, cue) if w.relation == "nsubj")
    phrases = syntax.dependents(cue.head, "obl") if cue.lemma in ("call", "appeal") else []
    called = (w for w in phrases if any(c.text in ("on", "upon", "to") for c in syntax.dependents(w.index, "case")))
    return [*syntax.dependents(cue.head, "obj", "iobj"), *second, *called]


def second_subjects(syntax: Syntax, cue: Cue) -> list[Word]:
    """What the tree calls subjects of a cue, "there" among them, though they follow it and it has one before it."""
    subjects = syntax.dependents(cue.head, "nsubj", "expl")
    own = any(w.relation == "nsubj" and w.index < cue.head for w in subjects)
    return [w for w in subjects if own and w.index > cue.head]


def is_addressee(word: Word) -> bool:
    """Whether somebody can be told to do something: a name, a pronoun, several, a body or a role; not "permission"."""
    several = word.upos in ("PROPN", "PRON") or word.xpos == "NNS"
    return several or word.relation == "iobj" or word.lemma in BODIES | AUDIENCE or is_role_noun(word)


def _gerund(syntax: Syntax, cue: Cue) -> tuple[list[int], str] | None:
    """ "accused the yard of hiding the bill": what somebody is said to have done."""
    passive = syntax.dependents(cue.head, "aux:pass") and not syntax.dependents(cue.head, "obl:agent")
    if cue.lemma not in ACCUSING or passive:
        return None
    told = [w for w in syntax.dependents(cue.head, "obj", "iobj", "nmod", "nsubj") if w.index > cue.head]
    phrases = [
        *syntax.dependents(cue.head, "obl", "advcl", "ccomp", "xcomp"),
        *(w for o in told for w in syntax.dependents(o.index, "acl", "nmod")),
    ]
    for word in phrases:
        opener = [w for w in syntax.dependents(word.index, "case", "mark") if w.text.lower() in ("of", "for")]
        places = [p for p in syntax.subtree(word.index) if opener and p > opener[0].index]
        doing = any(_is_gerund(syntax.words[p]) for p in places[:GERUND_WITHIN])
        if word.index > cue.head and len(places) > 1 and doing:
            return _with_purposes(syntax, cue, places), "gerund-of-cue"
    return None


def _is_gerund(word: Word) -> bool:
    """Whether a word is a gerund, by its tag or, as a verb that the tagger does not know, by its ending."""
    return word.xpos == "VBG" or (word.upos == "VERB" and word.text.endswith("ing"))


def _with_purposes(syntax: Syntax, cue: Cue, places: list[int]) -> list[int]:
    """A gerund with the infinitives right after it that the tree hangs on the cue: "misusing funds | to buy a yard"."""
    for word in syntax.dependents(cue.head, "xcomp", "advcl"):
        purpose = syntax.subtree(word.index)
        if purpose[0] == places[-1] + 1 and syntax.words[purpose[0]].text.lower() == "to":
            places = [*places, *purpose]
    return places


def _noun_phrase(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """ "dismissed the speech as lies", "proposed a parallel vote": a noun phrase with what goes with it."""
    syntax, tagging = scene.syntax, scene.tagging
    if cue.lemma not in NAMING or (cue.probability or 0.0) < 0.5:
        return None
    start = cue.places[-1] + 1
    objects = [w for w in syntax.dependents(cue.head, "obj", "obl", "xcomp", "ccomp", "nmod") if w.index >= start]
    if not objects:
        return None
    places = [p for w in objects for p in syntax.subtree(w.index)]
    tagged = [p for p in places if tagging.tagged("content", p)]
    if tagging.present and len(tagged) * 2 < len(places):
        return None
    if tagging.present:
        first = tagged[0]
        while first - 1 >= start and syntax.words[first - 1].upos == "DET":
            first -= 1
        places = list(range(first, tagged[-1] + 1))
    return without_mark(syntax, places), "phrase-of-cue"


def stressed(syntax: Syntax, cue: Cue) -> Word | None:
    """What is said to matter, or to be held to: "the importance of ties", "its commitment to peace"; with what it is of, or to."""
    objects = [w for w in syntax.dependents(cue.head, "obj") if w.index > cue.head and cue.lemma in STRESSING]
    told = (w for w in objects if syntax.dependents(w.index, "nmod", "acl"))
    plain = (w for w in told if w.lemma.casefold() in (MATTERING if (cue.probability or 0.0) >= 0.5 else PRESSING))
    return next(plain, None)


def is_clause(scene: Scene, places: list[int]) -> bool:
    """Whether some words hold a verb with its subject, an infinitive, or a quoted run."""
    words, held = scene.syntax.words, set(places)
    spoken = any(words[p].relation in ("nsubj", "csubj", "expl") and words[p].head in held for p in places)
    spoken = spoken or any(words[p].relation == "cop" and words[words[p].head].relation != "acl" for p in places)
    return (
        spoken
        or (bool(places) and words[places[0]].text.lower() == "to")
        or any(scene.quoting(p) is not None for p in places)
    )


def says_that(syntax: Syntax, cue: Cue) -> bool:
    """Whether a cue governs a clause that "that" opens."""
    clauses = syntax.dependents(cue.head, "ccomp")
    return any(m.text.lower() == "that" for c in clauses for m in syntax.dependents(c.index, "mark"))

"""Which word reports speech?

A cue is a verb (now and then a noun, "allegations that") or "according to".  Which verbs report is learned: the bundled model marks
cues as PolNeAR's annotators did, in context; the classes below say what a verb may take as its content, decide where there is no such
model, and part speech from attitude.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from quotes.attribution.looks import CLOSING_MARKS
from quotes.attribution.syntax import Syntax, Word
from quotes.attribution.tagging import Tagging

MADE_CLEAR = "make clear"
"""The lemma of "made it clear"."""
SAYING = frozenset(
    """say tell add note state write report announce explain argue claim suggest warn insist declare acknowledge admit
    reveal recall confirm stress emphasize emphasise underline underscore reiterate remark observe comment reply respond answer
    tweet post continue conclude indicate maintain assert contend allege deny predict caution complain counter
    disclose mention point quip joke read shout exclaim whisper mutter yell cry testify affirm reaffirm argue
    assure lament regret boast concede confess elaborate estimate forecast highlight hint inform notify pledge promise
    vow swear propose recommend rule signal spell summarise summarize volunteer urge question wonder ask inquire enquire
    relate recount quote cite opine posit profess proclaim pronounce brief update advise explain retort snap charge
    object protest enthuse muse joke offer interject intone recite repeat stipulate describe accuse guarantee threaten clarify
    tell detail specify say decree divulge submit narrate voice chip chime attest caption""".split()
) | {MADE_CLEAR}
FINDING = frozenset(
    "find show suggest indicate reveal conclude estimate demonstrate project discover determine calculate".split()
)
"""What a report, a study or a poll does."""
URGING = frozenset(
    """urge ask call tell order request demand appeal advise instruct beg implore exhort petition plead encourage challenge
    promise pledge vow threaten warn remind propose recommend direct dare""".split()
)
"""Verbs whose content may be an infinitive: what somebody is to do."""
NAMING = frozenset(
    """describe call dismiss label denounce condemn brand criticize criticise praise hail slam blast decry deride characterize
    characterise term dub propose recommend predict announce promise pledge demand cite recall mention suggest reject
    confirm highlight regret claim warn reiterate stress emphasize underline express voice seek report allege deny detail
    outline acknowledge refer ask argue""".split()
)
"""Verbs whose content may be a noun phrase."""
KNOWN = SAYING | FINDING | URGING | NAMING
"""All verbs that are known to report."""
STATING = frozenset(
    "call argue propose dismiss predict demand recommend describe label denounce deny claim call dub brand".split()
)
"""Verbs that report speech with a noun phrase alone; other verbs with one (praise, discuss, condemn) report an attitude."""
CASTING = frozenset(
    """dismiss slam blast describe denounce condemn brand criticize criticise praise hail tout portray paint characterize characterise
    decry deride label cast present defend reject justify depict""".split()
)
"""Verbs that say what something is with "as" after their object: "dismissed the plan as a trick"."""
ATTITUDE = frozenset(
    """think believe hope want wish feel know expect fear plan intend doubt assume imagine realize realise understand remember
    forget guess suppose prefer like love hate worry consider see view regard seem appear look support oppose decide seek
    try desire suspect aim trust mean favor favour learn hear agree disagree welcome back refuse decline pretend anticipate
    dream care mind enjoy appreciate accept focus push vote notice sense witness concern remain convince""".split()
)
ISSUING = frozenset("issue release make send publish post write give sign submit present circulate put".split())
"""Verbs that bring a writing out: "issued a statement saying that"."""
TITLING = frozenset("title entitle subtitle rename nickname christen convince".split())
"""Verbs that name works and people, or move minds: what follows them is not what somebody said."""
GOING_ON = frozenset("go use continue begin start proceed come".split())
"""Verbs before the one that reports: "went on to say", "used to claim"."""
ASKED = frozenset("ask tell inform urge advise warn quiz press".split())
"""Verbs whose bare participle tells of whom they were said to: "Asked whether he was tired, the Finn said"."""
CLAIMS = frozenset(
    """claim accusation allegation announcement statement suggestion assertion complaint warning promise pledge contention assurance
    comment remark argument prediction insistence admission message""".split()
)
"""Nouns for what is said, with a clause after them: "Osei's claim that the yard is safe"."""
MAKING = frozenset("make issue raise voice repeat level".split())
"""Verbs whose subject says what their object is."""
FEELINGS = frozenset(
    """concern fear hope confidence optimism surprise regret disappointment dismay frustration outrage anger doubt scepticism skepticism
    satisfaction gratitude belief conviction opinion view wish desire worry alarm relief""".split()
)
"""Nouns for what is felt or held, which is said where it is expressed: "expressed concern that the yard is unsafe"."""
VOICING = frozenset({"express", "voice"})
"""Verbs that say what is felt or held."""
OCCASIONS = frozenset(
    "speech address interview statement occasion appearance visit platform column letter post conference".split()
)
"""What is used to say something."""
HYPOTHESIS = frozenset({"if", "whether", "unless", "should", "when", "until"})


@frozen
class Cue:
    """A reporting word: its ``head`` (a place), the shortest words that report (places), and how sure the model is."""

    head: int
    places: tuple[int, ...]
    lemma: str
    probability: float | None

    @property
    def is_according(self) -> bool:
        return self.lemma == "according to"


def cues(syntax: Syntax, tagging: Tagging) -> list[Cue]:
    """Candidates in text order: anything that could report something.  Content and source decide which do."""
    found: list[Cue] = []
    for word in syntax.words:
        readings = (_according, _nominal, _made_clear, _verbal)
        cue = next((cue for reading in readings if (cue := reading(syntax, tagging, word)) is not None), None)
        if cue is not None:
            found.append(cue)
    return found


def _according(syntax: Syntax, tagging: Tagging, word: Word) -> Cue | None:
    """ "according to X", "in X's words": the case of the source's noun."""
    if word.lemma.lower() not in ("accord", "according") and word.text.lower() != "according":
        return None
    after = syntax.words[word.index + 1] if word.index + 1 < len(syntax.words) else None
    if after is None or after.text.lower() != "to":
        return None
    return Cue(word.index, (word.index, after.index), "according to", tagging.cue(word.index))


def _nominal(syntax: Syntax, tagging: Tagging, word: Word) -> Cue | None:
    """A noun for what is said, with whoever says it and the clause after it."""
    lemma = word.lemma.lower()
    if word.upos != "NOUN" or lemma not in CLAIMS or claimant(syntax, word) is None or claimed(syntax, word) is None:
        return None
    return Cue(word.index, (word.index,), lemma, tagging.cue(word.index))


def voiced(syntax: Syntax, verb: Word) -> Word | None:
    """The clause that says what is felt and expressed: "that the yard is unsafe" of "expressed concern that the yard is unsafe"."""
    felt = syntax.dependents(verb.index, "obj") if verb.lemma.lower() in VOICING else []
    clauses = (claimed(syntax, w) for w in felt if w.lemma.lower() in FEELINGS and w.index > verb.index)
    return next((c for c in clauses if c is not None), None)


def claimed(syntax: Syntax, noun: Word) -> Word | None:
    """The head of the clause that says what is claimed: "that the yard is safe"."""
    clauses = (c for c in syntax.dependents(noun.index, "acl", "ccomp") if c.index > noun.index)
    return next((c for c in clauses if any(m.text == "that" for m in syntax.dependents(c.index, "mark"))), None)


def claimant(syntax: Syntax, noun: Word) -> Word | None:
    """Whose claim it is: "Osei's claim", "the claim by Osei", "Osei made the claim"."""
    owners = [w for w in syntax.dependents(noun.index, "nmod:poss") if w.lemma.lower() not in ("its", "this")]
    phrases = syntax.dependents(noun.index, "nmod")
    agents = [w for w in phrases if any(c.text.lower() == "by" for c in syntax.dependents(w.index, "case"))]
    verb = syntax.head(noun)
    makes = verb is not None and noun.relation == "obj" and verb.lemma.lower() in MAKING
    makers = syntax.dependents(verb.index, "nsubj") if makes and verb is not None else []
    if owners and owners[0].upos == "PRON" and verb is not None and noun.relation == "obj":
        owners = syntax.dependents(verb.index, "nsubj") or owners
    return next(iter([*owners, *agents, *makers]), None)


def _made_clear(syntax: Syntax, tagging: Tagging, word: Word) -> Cue | None:
    """ "made it clear", with the clause that says what."""
    verb = syntax.head(word)
    if (
        verb is None
        or word.text.lower() not in ("clear", "plain")
        or word.relation != "xcomp"
        or verb.index > word.index
    ):
        return None
    clauses = [c for w in (word, verb) for c in syntax.dependents(w.index, "ccomp") if c.index > word.index]
    if verb.lemma.lower() != "make" or not clauses:
        return None
    likely = max((p for w in (verb, word) if (p := tagging.cue(w.index)) is not None), default=None)
    return Cue(word.index, tuple(range(verb.index, word.index + 1)), MADE_CLEAR, likely)


def _verbal(syntax: Syntax, tagging: Tagging, word: Word) -> Cue | None:
    lemma = base_form(word.lemma.lower())
    probability = tagging.cue(word.index)
    if lemma == "make" and any(_made_clear(syntax, tagging, w) for w in syntax.dependents(word.index, "xcomp")):
        return None
    known = lemma in KNOWN
    verbal = word.upos == "VERB" or (
        word.upos in ("NOUN", "AUX", "ADJ", "PROPN") and known and (probability or 0) > 0.5
    )
    first = syntax.sentences[word.sentence].start
    if word.text == "Said" and word.index > first and syntax.words[word.index - 1].upos in ("NOUN", "PROPN", "ADJ"):
        return None
    if (
        not verbal
        or lemma in TITLING
        or lemma == "also"
        or word.relation in ("amod", "aux", "compound", "case", "flat")
    ):
        return None
    if lemma in GOING_ON and any(led_to(syntax, w) for w in syntax.dependents(word.index, "xcomp", "advcl")):
        return None
    if _says_as_quoted(syntax, word) and (lemma == "say" or quoted_as(syntax, word) is None):
        return None
    if not known and (probability or 0.0) < 0.3 and lemma not in ATTITUDE:
        return Cue(word.index, (word.index,), lemma, probability) if ends_quotation(syntax, word) else None
    return Cue(word.index, tuple(_shortest(syntax, word)), lemma, probability)


def ends_quotation(syntax: Syntax, word: Word) -> bool:
    """Whether a verb stands between quoted words that end in a comma and a person's name: '“It is late,” rued Karl Osei'."""
    words, entity = syntax.words, syntax.entity_at.get(word.index + 1)
    named = entity is not None and entity.kind == "person" and entity.first == word.index + 1
    marks = [w.text for w in words[max(0, word.index - 2) : word.index]]
    return named and len(marks) == 2 and marks[0] in (",", "?", "!") and marks[1] in CLOSING_MARKS


def led_to(syntax: Syntax, word: Word) -> bool:
    """Whether a verb of saying follows one that only leads to it: "say" of "went on to say"."""
    governor = syntax.head(word)
    led = governor is not None and governor.lemma.lower() in GOING_ON and 0 < word.index - governor.index <= 3
    return led and word.relation in ("xcomp", "advcl") and word.lemma.lower() in SAYING


def _has_come_to(syntax: Syntax, word: Word) -> bool:
    """Whether "to say" tells what was done: "took to Twitter to say", "went so far as to say", "used a speech to argue"."""
    above = syntax.head(word)
    if above is None or word.lemma.lower() not in SAYING:
        return False
    verb = above.lemma.lower()
    phrases = syntax.dependents(above.index, "obl") if verb == "take" else []
    cases = ([c.text.lower() for c in syntax.dependents(w.index, "case")] for w in phrases if w.index < word.index)
    used = verb == "use" and any(w.lemma.lower() in OCCASIONS for w in syntax.dependents(above.index, "obj"))
    far = above.text.lower() == "far" and syntax.words[above.index + 1].text.lower() == "as"
    return ["to"] in cases or used or far


def _says_as_quoted(syntax: Syntax, word: Word) -> bool:
    """Whether a verb is one of the two of "quoted as saying", of which one is the cue."""
    saying = any(w.lemma.lower() == "say" for w in syntax.dependents(word.index, "advcl", "xcomp", "ccomp"))
    governor = syntax.head(word)
    said = governor is not None and word in said_as(syntax, governor) and quoted_as(syntax, governor) is not None
    return (word.lemma.lower() in ("quote", "cite") and saying) or said


def quoted_as(syntax: Syntax, verb: Word) -> Word | None:
    """Whom somebody else quotes: "her" of "Reed quoted her as saying"."""
    if not said_as(syntax, verb) or syntax.dependents(verb.index, "aux:pass"):
        return None
    objects = syntax.dependents(verb.index, "obj")
    objects += [w for w in syntax.dependents(verb.index, "nsubj")[1:] if w.index > verb.index]
    return next(iter(objects), None)


def said_as(syntax: Syntax, verb: Word) -> list[Word]:
    """The "saying" of "quoted as saying", or "telling"; none after other verbs."""
    if verb.lemma.lower() not in ("quote", "cite"):
        return []
    told = syntax.dependents(verb.index, "advcl", "xcomp", "ccomp")
    told = [w for w in told if w.lemma.lower() in ("say", "tell")]
    return [w for w in told if any(m.text.lower() == "as" for m in syntax.dependents(w.index, "mark", "case"))]


def base_form(lemma: str) -> str:
    """A verb's base form, with the "e" that the lemmatizer cuts off words it does not know, or the ending that it leaves: "underlin"."""
    stems = (f"{lemma}e", *(lemma.removesuffix(end) for end in ("ing", "ed", "s")), f"{lemma.removesuffix('ing')}e")
    return lemma if lemma in KNOWN else next((stem for stem in stems if stem in KNOWN), lemma)


def _shortest(syntax: Syntax, word: Word) -> Iterator[int]:
    """The verb with its particle ("pointed out"), the preposition that makes its sense ("called for"), or "quoted as saying"."""
    words = syntax.words
    governor = syntax.head(word)
    if word.lemma.lower() == "say" and governor is not None and governor.lemma.lower() in ("quote", "cite", "report"):
        passive = syntax.dependents(governor.index, "aux:pass")
        first = passive[-1].index if passive else governor.index
        if first < word.index:
            yield from range(first, word.index + 1)
            return
    told = voiced(syntax, word)
    if told is not None:
        yield from range(word.index, told.head + 1)
        return
    yield word.index
    place = word.index + 1
    if (place < len(words) and words[place].deprel == "compound:prt" and words[place].head == word.index) or (
        place < len(words)
        and word.lemma.lower() in ("call", "argue", "appeal", "push", "refer")
        and words[place].text.lower() in ("for", "on", "upon", "to")
        and words[place].upos == "ADP"
    ):
        yield place


def is_attitude(cue: Cue) -> bool:
    """Whether a cue tells what somebody thinks, hopes or wants, not what somebody says."""
    return cue.lemma in ATTITUDE and cue.lemma not in SAYING


def is_reporting(cue: Cue) -> bool:
    """Whether a cue is one of the words that are known to report speech."""
    return cue.is_according or cue.lemma in KNOWN


def is_unreal(syntax: Syntax, cue: Cue) -> bool:
    """Whether the saying is denied, supposed, asked about or ordered: "did not say that", "if he says that"."""
    if cue.is_according:
        return False
    word = syntax.words[cue.head]
    children = syntax.children[cue.head]
    if is_put_to(syntax, word):
        return True
    if (
        cue.lemma in ASKED
        and (word.xpos == "VBN" or (word.lemma == "ask" and word.index - syntax.sentences[word.sentence].start <= 1))
        and (word.relation in ("advcl", "acl") or not syntax.dependents(cue.head, "aux", "nsubj"))
        and not _had_asked(syntax, word)
        and not syntax.dependents(cue.head, "obl:agent")
    ):
        return True
    if (
        word.xpos == "VB"
        and word.relation == "advcl"
        and not (led_to(syntax, word) or _has_come_to(syntax, word))
        and any(w.text == "to" for w in syntax.dependents(cue.head, "mark"))
    ):
        return True
    if cue.lemma == "say" and any(w.text.lower() == "nothing" for w in syntax.dependents(cue.head, "obj")):
        return True
    if word.xpos == "VB" and [w.text.lower() for w in syntax.words[max(0, word.index - 2) : word.index]] == [
        "yet",
        "to",
    ]:
        return True
    for child in (syntax.words[place] for place in children):
        lemma = child.text.lower()
        if child.relation == "advmod" and lemma in ("not", "n't", "n’t", "never"):
            return True
        if child.relation == "mark" and lemma in HYPOTHESIS and lemma not in ("when", "until"):
            return True
        if (
            child.relation == "aux"
            and lemma in ("would", "could", "might", "may", "should", "must", "ca", "can")
            and not _asserted(syntax, cue.head)
        ):
            return True
    if word.xpos == "VB" and not any(w.relation in ("aux", "mark") for w in syntax.dependents(cue.head, "aux", "mark")):
        return word.deprel == "root" and not syntax.dependents(cue.head, "nsubj")
    return False


def is_put_to(syntax: Syntax, word: Word) -> bool:
    """Whether what looks like "Osei asked" is a question put to Osei, by the comma between: "Osei, asked whether it was late, said"."""
    subjects = [w for w in syntax.dependents(word.index, "nsubj") if w.index < word.index]
    if word.lemma not in ASKED or word.text not in ("asked", "pressed", "quizzed", "told") or len(subjects) != 1:
        return False
    between = [w.text for w in syntax.words[subjects[0].index : word.index] if w.relation != "flat"]
    return between[1:] == [","]


def _had_asked(syntax: Syntax, word: Word) -> bool:
    """Whether a participle of asking is none of being asked: "which the parents had asked it to remove"."""
    helpers = syntax.dependents(word.index, "aux")
    return word.lemma == "ask" and bool(helpers) and all(w.deprel != "aux:pass" for w in helpers)


def _asserted(syntax: Syntax, head: int) -> bool:
    """ "would say" asks; "would only say", "could not confirm" tell."""
    return any(w.text.lower() in ("only", "just") for w in syntax.dependents(head, "advmod"))

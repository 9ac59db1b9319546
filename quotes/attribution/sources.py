"""Which mention beside the cue is the source?

The subject of an active cue, the agent of a passive one, the noun after "according to", the subject that conjoined cues share, the noun
that a relative clause with the cue modifies; where syntax gives none, the words that the model links to the cue.
"""

from __future__ import annotations

from attrs import frozen

from quotes.attribution.cues import (
    ASKED,
    CLAIMS,
    SAYING,
    URGING,
    Cue,
    claimant,
    ends_quotation,
    is_put_to,
    quoted_as,
    said_as,
)
from quotes.attribution.nouns import BODIES, PERSONS, POSSESSIVES, PRESS, WEEKDAYS, WRITINGS, is_role_noun
from quotes.attribution.syntax import Syntax, Word, is_bracketed
from quotes.attribution.tagging import Tagging

LEFT_OUT = (
    "appos",
    "acl",
    "parataxis",
    "punct",
    "ccomp",
    "advcl",
    "advmod",
    "cc",
    "conj",
    "dep",
    "discourse",
    "orphan",
)
"""Dependents that describe a source but are not part of the mention."""


DESCRIBING = 0.15
"""How likely a word beside a mention must be source for it to describe it: low, as newspapers' marks leave descriptions out."""
REPORTERS = frozenset({"correspondent", "reporter"})
SUPPOSED = frozenset("understand believe think allege report rumor rumour know".split())
"""What others do who tell what somebody said: "is understood to have told ministers"."""
SHARED = ("advcl", "xcomp", "parataxis")
"""Relations of a cue that has its governor's subject: "Wu smiled, adding that ..."."""


@frozen
class Source:
    """The mention: its head word, its words, and the rule that found it."""

    head: int
    places: tuple[int, ...]
    rule: str


def source_of(syntax: Syntax, tagging: Tagging, cue: Cue) -> Source | None:
    """The source of a cue, or ``None`` where it is not said."""
    found = _by_syntax(syntax, cue)
    if found is not None and not found[1].endswith("-quoted") and _is_odd(syntax, tagging, cue, found[0]):
        tagged = _by_tags(syntax, tagging, cue)
        found = tagged or found
    if found is None and not _is_told(syntax, cue):
        found = _by_tags(syntax, tagging, cue)
    if found is None or (found[1] == "tagged-source" and _is_whom_urged(syntax, cue, found[0])):
        return None
    head, rule = found
    side = range(cue.head) if head.index < cue.head else range(cue.head + 1, len(syntax.words))
    entity = syntax.entity_at.get(head.index)
    name = range(entity.first, entity.last) if entity is not None and entity.kind == "person" else range(0)
    held = {*mention(syntax, head), *(p for p in name if syntax.words[p].text not in POSSESSIVES)}
    places = tuple(sorted(p for p in held if p == head.index or (p in side and p not in cue.places)))
    return Source(head.index, places or (head.index,), rule)


def _is_told(syntax: Syntax, cue: Cue) -> bool:
    """Whether a cue only says who heard it: "the court was told"."""
    return cue.lemma in ("tell", "inform") and bool(syntax.dependents(cue.head, "aux:pass"))


def _is_whom_urged(syntax: Syntax, cue: Cue, head: Word) -> bool:
    """Whether a word is of those who are told to do something: "the bosses of Halden Power were ordered to pay"."""
    urged = syntax.dependents(cue.head, "nsubj:pass") if cue.lemma in URGING else []
    return any(head.index in syntax.subtree(w.index) for w in urged)


def source_after(syntax: Syntax, cue: Cue) -> Source | None:
    """The noun phrase right after a cue, whatever the tree makes of it: "“...,” responded President Karl Osei"."""
    first = cue.places[-1] + 1
    places: list[int] = []
    for word in syntax.words[first : first + 10]:
        if word.sentence != syntax.words[cue.head].sentence or word.upos not in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
            break
        places.append(word.index)
    nouns = [p for p in places if syntax.words[p].upos in ("NOUN", "PROPN")]
    return Source(syntax.top(nouns).index, tuple(places), "after-cue") if nouns else None


def source_places(syntax: Syntax, tagging: Tagging, cue: Cue) -> list[int]:
    """The words of the source with all that describes it, and "as saying" after it: none of them is content."""
    found = source_of(syntax, tagging, cue)
    if found is None or found.head == cue.head:
        return []
    said = [w.index for w in said_as(syntax, syntax.words[cue.head])]
    opens = [w.index for place in said for w in syntax.dependents(place, "mark", "case", "iobj")]
    return sorted({*syntax.subtree(found.head, without=[cue.head]), *said, *opens})


def _is_odd(syntax: Syntax, tagging: Tagging, cue: Cue, head: Word) -> bool:
    """Whether the model calls the subject no source at all, though it names another."""
    return (
        tagging.present
        and tagging.probability("source", head.index) < 0.2
        and bool(tagging.linked("source", cue.head))
        and _undergone(syntax, syntax.words[cue.head]) is None
    )


def _by_syntax(syntax: Syntax, cue: Cue) -> tuple[Word, str] | None:
    word = syntax.words[cue.head]
    if cue.is_according:
        head = according_source(syntax, cue)
        return (head, "according-to") if head is not None else None
    if cue.lemma in CLAIMS and word.upos == "NOUN":
        whose = claimant(syntax, word)
        return (whose, "claimant") if whose is not None else None
    above = syntax.head(word)
    if word.xpos == "VBG" and above is not None and above.lemma.lower() in ("quote", "cite"):
        quoted = syntax.dependents(above.index, "nsubj:pass")
        if quoted:
            return quoted[0], "subject-quoted"
    seen = 0
    goes_on = word.xpos in ("VBD", "VBZ") or (word.xpos == "VBG" and syntax.words[word.index - 1].text == ",")
    while seen < 4:
        found = _own(syntax, word)
        if found is not None:
            near = found[1] == "agent-of-cue" and word.index == syntax.words[cue.head].head
            undergone = _undergone(syntax, syntax.words[cue.head]) if near else None
            return (undergone, "subject-of-cue") if undergone is not None else found
        said = _said_before(syntax, word)
        if said is not None:
            return _own(syntax, said)
        governor = _governor_of(syntax, word)
        if governor is None:
            return None
        if supposed := _supposed(syntax, word, governor):
            return supposed[0], "subject-of-cue"
        if word.relation == "conj" or (
            word.relation in SHARED
            and (seen == 0 or (goes_on and word.xpos == "VB"))
            and governor.upos in ("VERB", "AUX", "ADJ")
        ):
            above = syntax.head(governor)
            reported = governor.relation == "ccomp" and governor.lemma.lower() not in SAYING
            word, seen = (above if reported and above is not None else governor), seen + 1
            continue
        if word.relation == "acl" and word.xpos != "VBN" and governor.upos in ("NOUN", "PROPN", "PRON"):
            moved = syntax.dependents(governor.index, "nsubj") if syntax.dependents(governor.index, "cop") else []
            return (moved[0], "subject-of-cue") if moved else (governor, "noun-modified-by-cue")
        return None
    return None


def _governor_of(syntax: Syntax, word: Word) -> Word | None:
    """What a verb hangs on: the verb of a noun that a participle goes on from, and of the "far" of "went so far as to say"."""
    governor = syntax.head(word)
    if governor is not None and word.relation == "advcl" and word.xpos == "VBG" and governor.upos == "NOUN":
        return _verb_above(syntax, governor)
    return syntax.head(governor) if governor is not None and governor.text.lower() == "far" else governor


def _supposed(syntax: Syntax, word: Word, governor: Word) -> list[Word]:
    """Who is supposed by others to have said something: "Osei is understood to have told ministers"."""
    told = word.relation == "xcomp" and governor.lemma.lower() in SUPPOSED and syntax.dependents(word.index, "aux")
    return syntax.dependents(governor.index, "nsubj:pass") if told else []


def _undergone(syntax: Syntax, cue: Word) -> Word | None:
    """The person to whom something was done for what a participle tells: "Osei was fired by the mayor after admitting that"."""
    marks = (w.text.lower() for w in syntax.dependents(cue.index, "mark", "case"))
    if cue.relation != "advcl" or cue.xpos != "VBG" or not any(text in ("after", "before", "for") for text in marks):
        return None
    subjects = syntax.dependents(cue.head, "nsubj:pass")
    return subjects[0] if any(_is_person(syntax, w) for w in subjects) else None


def _verb_above(syntax: Syntax, noun: Word) -> Word:
    """The verb of which a noun is the object, or part of it; else the noun."""
    word: Word | None = noun
    while (
        word is not None and word.upos not in ("VERB", "AUX") and word.relation in ("obj", "obl", "nmod", "conj", "acl")
    ):
        word = syntax.head(word)
    return word if word is not None and word.upos in ("VERB", "AUX") else noun


def _said_before(syntax: Syntax, word: Word) -> Word | None:
    """The finite verb of saying that a participle goes on from, wherever the tree hangs it: "It stays, she said, adding that"."""
    if word.xpos != "VBG" or syntax.words[word.index - 1].text != ",":
        return None
    first = max(syntax.sentences[word.sentence].start, word.index - 8)
    before = (syntax.words[place] for place in range(word.index - 1, first - 1, -1))
    return next((w for w in before if w.lemma.lower() in SAYING and syntax.dependents(w.index, "nsubj")), None)


def according_source(syntax: Syntax, cue: Cue) -> Word | None:
    """The noun that "according to" is the case of; where the tree does not say so, the head of the noun phrase after it."""
    head = syntax.head(syntax.words[cue.head])
    next_ = syntax.words[cue.places[-1] + 1 : cue.places[-1] + 2]
    if next_ and next_[0].xpos == "PRP":
        return next_[0]
    if head is not None and head.index > cue.places[-1]:
        where = [c.text for c in syntax.dependents(head.index, "case") if c.index not in cue.places]
        within = head.relation == "nmod" and where in (["in"], ["at"], ["of"])
        return syntax.top(range(cue.places[-1] + 1, head.index + 1)) if within else head
    after = range(cue.places[-1] + 1, syntax.sentences[syntax.words[cue.head].sentence].stop)
    nominal = (syntax.words[p] for p in after if syntax.words[p].upos in ("NOUN", "PROPN", "PRON"))
    return next((w for w in nominal if w.relation not in ("compound", "amod", "nmod") or w.head < w.index), None)


def _own(syntax: Syntax, word: Word) -> tuple[Word, str] | None:
    """The source among a verb's own dependents."""
    passive = syntax.dependents(word.index, "aux:pass")
    if passive:
        quoted = word.lemma.lower() in ("quote", "cite", "report", "hear")
        subjects = syntax.dependents(word.index, "nsubj:pass")
        if subjects and word.lemma.lower() in ("quote", "cite"):
            return subjects[0], "subject-quoted"
        agent = syntax.dependents(word.index, "obl:agent") or [
            w
            for w in syntax.dependents(word.index, "obl")
            if any(c.text.lower() == "by" for c in syntax.dependents(w.index, "case"))
        ]
        if agent:
            return agent[0], "agent-of-cue"
        return (subjects[0], "subject-quoted") if quoted and subjects else None
    asking = syntax.dependents(word.index, "obl:agent") if word.xpos == "VBN" and word.lemma in ASKED else []
    if asking and not syntax.dependents(word.index, "aux"):
        return asking[0], "agent-of-cue"
    told = quoted_as(syntax, word) or _quoted_by_reporter(syntax, word)
    if told is not None:
        return told, "object-quoted"
    subjects = syntax.dependents(word.index, "nsubj")
    if not subjects and (lent := _whom_asked(syntax, word) or _lent(syntax, word)) is not None:
        return lent, "subject-of-cue"
    if not subjects:
        saying = _is_finite_saying(word)
        turned = saying or word.xpos == "VBD" or (word.xpos == "VBN" and word.lemma.lower() in SAYING)
        turned = turned or word.text == "read" or ends_quotation(syntax, word)
        return (_inverted(syntax, word) if turned else None) or (_right_before(syntax, word) if saying else None)
    subjects = [w for w in subjects if w.index < word.index] or subjects
    subject = _after_agent(syntax, _likeliest(syntax, subjects, word), word)
    if _is_relative(subject):
        governor = syntax.head(word) if word.relation == "acl" else None
        human = governor is not None and subject.lemma.lower() == "who" and _is_person(syntax, governor)
        antecedent = governor if human else _antecedent(syntax, subject) or governor
        if antecedent is not None and subject.lemma.lower() == "who":
            return _told_by(syntax, antecedent) or _person_of(syntax, antecedent), "noun-modified-by-cue"
        if antecedent is not None:
            return antecedent, "noun-modified-by-cue"
        if subject.lemma.lower() in ("which", "that", "what"):
            return None
    return subject, "subject-of-cue"


def _likeliest(syntax: Syntax, subjects: list[Word], verb: Word) -> Word:
    """Of several subjects of a verb, the pronoun right before it, a person, or one with a person's name beside it; else the first.

    What stands before a colon is a dateline: "CHIANG MAI: The wards are full, its director said".  A noun right after another one has
    the verb: "a move | supporters say will help".
    """
    last = subjects[-1].index
    subjects = [w for w in subjects if all(x.text != ":" for x in syntax.words[w.index : last])]
    if subjects[-1].upos == "PRON" and subjects[-1].index == verb.index - 1:
        return subjects[-1]
    if len(subjects) > 1 and _is_within_aside(syntax, subjects[-2], subjects[-1], verb):
        return subjects[-1]
    people = [w for w in subjects if _is_person(syntax, w)]
    named = [w for w in subjects if any(_is_person(syntax, a) for a in syntax.dependents(w.index, "appos"))]
    return next(iter([*people[-1:], *named, *subjects]))


def _is_within_aside(syntax: Syntax, noun: Word, subject: Word, verb: Word) -> bool:
    """Whether one noun in commas is followed at once by another and its verb: ", a move | supporters say will help"."""
    first = syntax.subtree(noun.index)[0]
    adjacent = subject.index == verb.index - 1 and syntax.subtree(subject.index)[0] == noun.index + 1
    aside = first > 0 and syntax.words[first - 1].text == "," and syntax.words[first].upos == "DET"
    return adjacent and aside and subject.xpos == "NNS"


def _whom_asked(syntax: Syntax, verb: Word) -> Word | None:
    """The subject that the tree gives to "asked" before the verb whose it is: "Osei, asked whether it was late, said"."""
    asked = (w for w in syntax.dependents(verb.index, "dep", "advcl", "parataxis", "ccomp") if w.index < verb.index)
    subjects = (s for w in asked if is_put_to(syntax, w) for s in syntax.dependents(w.index, "nsubj"))
    return next(subjects, None)


def _lent(syntax: Syntax, verb: Word) -> Word | None:
    """The subject before a verb that the tree gives to the participle after it: "Osei will claim, insisting it was late"."""
    after = (w for w in syntax.dependents(verb.index, "dep", "advcl", "parataxis", "conj", "ccomp") if w.xpos == "VBG")
    subjects = (s for w in after if w.index > verb.index for s in syntax.dependents(w.index, "nsubj"))
    return next((s for s in subjects if s.index < verb.index and s.sentence == verb.sentence), None)


def _after_agent(syntax: Syntax, subject: Word, verb: Word) -> Word:
    """The subject before a verb, not the name of somebody else before it: "In a letter read by the lawyer, Osei, staff said".

    "Represented by the Director, Mr Osei, the minister said".
    """
    entity, words = syntax.entity_at.get(subject.index), syntax.words
    if entity is None or entity.kind != "person" or entity.first < 3:
        return subject
    stands_for = words[syntax.sentences[verb.sentence].start].text.casefold() == "represented"
    agent = words[entity.first - 2]
    told = words[entity.first - 1].text == "," and is_role_noun(agent) and agent.relation in ("obl", "nmod")
    if not (told or stands_for):
        return subject
    beside = [*syntax.dependents(verb.index, "nsubj"), *syntax.dependents(subject.index, "appos")]
    after = [w for w in beside if subject.index < w.index < verb.index and w.upos == "NOUN"]
    return after[-1] if after else subject


def _quoted_by_reporter(syntax: Syntax, word: Word) -> Word | None:
    """Whom the paper's own correspondent quotes: "reports our Halden correspondent quoting police"."""
    reporters = [w for w in syntax.dependents(word.index, "nsubj", "obj", "iobj") if w.lemma.lower() in REPORTERS]
    quoting = (w for r in (word, *reporters) for w in syntax.dependents(r.index, "acl", "advcl") if w.text == "quoting")
    told = (syntax.dependents(w.index, "obj") for w in quoting)
    return next((found[0] for found in told if found), None) if reporters else None


def _is_finite_saying(word: Word) -> bool:
    return word.xpos in ("VBD", "VBZ", "VBP") and word.lemma.lower() in SAYING


def _inverted(syntax: Syntax, word: Word) -> tuple[Word, str] | None:
    """The noun right after a verb that stands after marks or ends its sentence, taken for its object: ", said the nurse."."""
    objects = [w for w in syntax.dependents(word.index, "obj") if _is_next(syntax, w, word.index)]
    if not objects:
        return None
    place = word.index - 1
    while place > 0 and syntax.words[place].upos == "ADV":
        place -= 1
    before = syntax.words[place].text if place >= 0 else ""
    rest = syntax.words[max(syntax.subtree(objects[0].index)) + 1 : syntax.sentences[word.sentence].stop]
    last = before == "," and word.relation in ("root", "parataxis") and all(w.upos == "PUNCT" for w in rest)
    return (objects[0], "subject-of-cue") if last or before in ('"', "”", "’", "''", "»") else None


def _is_next(syntax: Syntax, noun: Word, place: int) -> bool:
    """Whether the noun phrase of a noun goes up to a place before it."""
    return noun.index > place and set(range(place + 1, noun.index)) <= set(syntax.subtree(noun.index))


def _right_before(syntax: Syntax, word: Word) -> tuple[Word, str] | None:
    """The noun that ends right before a finite verb without a subject, whatever the tree calls it: "(NPA) chief Karl Osei said"."""
    nouns = [w for w in syntax.dependents(word.index, "nmod", "compound", "dep") if w.upos in ("NOUN", "PROPN")]
    near = [
        w for w in nouns if max(syntax.subtree(w.index)) == word.index - 1 and not syntax.dependents(w.index, "case")
    ]
    return (near[0], "subject-of-cue") if near else None


def _is_person(syntax: Syntax, word: Word) -> bool:
    entity = syntax.entity_at.get(word.index)
    return entity is not None and entity.kind == "person"


def _is_relative(word: Word) -> bool:
    return word.upos == "PRON" and (word.xpos in ("WP", "WDT") or word.lemma.lower() in ("who", "which"))


def _told_by(syntax: Syntax, heard: Word) -> Word | None:
    """Who speaks to the body that "who" stands after: "the official confirms to Reuters, who recalls"."""
    entity, verb = syntax.entity_at.get(heard.index), syntax.head(heard)
    if entity is None or entity.kind != "organization" or verb is None or verb.lemma.lower() not in SAYING:
        return None
    to = [c.text.lower() for c in syntax.dependents(heard.index, "case")] == ["to"]
    subjects = [w for w in syntax.dependents(verb.index, "nsubj") if not _is_relative(w)]
    return subjects[0] if subjects and (to or heard.relation in ("obj", "iobj")) else None


def _person_of(syntax: Syntax, noun: Word) -> Word:
    """Whom "who" means after the body that somebody is said to be of: "a lawmaker from the Harbour Party, who"; else that noun."""
    word = noun
    for _ in range(3):
        governor = syntax.head(word)
        if governor is None or governor.index > noun.index or _is_person(syntax, word) or is_role_noun(word):
            break
        if word.relation == "nmod" and (is_role_noun(governor) or governor.lemma.casefold() in PERSONS):
            holder = syntax.head(governor)
            apposed = governor.relation == "appos" and holder is not None and _is_person(syntax, holder)
            return holder if apposed and holder is not None else governor
        if word.relation not in ("nmod", "compound", "flat", "appos"):
            break
        word = governor
    return noun


def _antecedent(syntax: Syntax, relative: Word) -> Word | None:
    """The head of the name that stands right before a relative pronoun, or the writing: "named in the report, which found"."""
    place = relative.index - 1
    while place >= 0 and syntax.words[place].text in (",", ")", "–", "—"):
        place -= 1
    if relative.text.lower() == "which" and syntax.words[place].lemma.lower() in WRITINGS:
        return syntax.words[place]
    entity = syntax.entity_at.get(place)
    if entity is None or entity.kind not in ("person", "organization"):
        return None
    return syntax.top(range(entity.first, entity.last))


def _by_tags(syntax: Syntax, tagging: Tagging, cue: Cue) -> tuple[Word, str] | None:
    """The head of the words that the model links to the cue as its source."""
    sentence = syntax.sentences[syntax.words[cue.head].sentence]
    places = [p for p in tagging.linked("source", cue.head) if p in sentence or abs(p - cue.head) < 30]
    if not places:
        return None
    held = set(places)
    heads = [syntax.words[p] for p in places if syntax.words[p].head not in held and syntax.words[p].upos != "PUNCT"]
    nominal = [w for w in heads if w.upos in ("NOUN", "PROPN", "PRON")] or _nominal_tops(syntax, places)
    if nominal and _is_relative(nominal[0]):
        antecedent = _antecedent(syntax, nominal[0])
        return (antecedent, "noun-modified-by-cue") if antecedent is not None else None
    return (_holder(syntax, nominal[0]), "tagged-source") if nominal else None


def _nominal_tops(syntax: Syntax, places: list[int]) -> list[Word]:
    """The nouns among some words that hang on no other noun of them: "son" of "his son named Karl"."""
    nouns = {p for p in places if syntax.words[p].upos in ("NOUN", "PROPN", "PRON")}
    return [syntax.words[p] for p in sorted(nouns) if syntax.words[p].head not in nouns]


def _holder(syntax: Syntax, body: Word) -> Word:
    """Who is said to hold a role in a body right before it: "Lena Strand, a spokeswoman for the Halden Council"; else the body."""
    role = syntax.head(body)
    if role is None or body.relation != "nmod" or role.index > body.index or not is_role_noun(role):
        return body
    person = syntax.head(role)
    return person if person is not None and role.relation == "appos" and _is_person(syntax, person) else body


def mention(syntax: Syntax, head: Word) -> list[int]:
    """The noun phrase of a source: its head with what stands before it and its "of" phrases, without what describes it."""
    describing = [
        w.index
        for w in syntax.dependents(head.index, *LEFT_OUT)
        if not (w.relation == "conj" and _joined(syntax, head, w))
        and not (w.relation == "cc" and _has_joined(syntax, head))
        and not (w.relation == "advmod" and w.index < head.index)
    ]
    describing += [w.index for w in syntax.dependents(head.index, "case", "mark", "cop")]
    describing += [w.index for w in syntax.dependents(head.index, "nsubj", "obl", "aux", "expl")]
    phrases = syntax.dependents(head.index, "nmod")
    describing += [w.index for w in phrases if _is_beside(syntax, head, w) or w.text.casefold() in WEEKDAYS]
    places = syntax.subtree(head.index, without=describing)
    run = [head.index]
    for place in sorted(p for p in places if p > head.index):
        if place - run[-1] > 1 and any(syntax.words[q].upos != "PUNCT" for q in range(run[-1] + 1, place)):
            break
        run.append(place)
    before = [p for p in places if p < head.index]
    while (
        before
        and before[-1] < run[0] - 1
        and any(q in describing and syntax.words[q].text != "-" for q in range(before[-1] + 1, run[0]))
    ):
        before.pop()
    run = before + run
    while run and (syntax.words[run[-1]].upos == "PUNCT" or syntax.words[run[-1]].deprel == "case"):
        run.pop()
    if run and _is_in_brackets(syntax, run):
        run.append(run[-1] + 1)
    while run and (syntax.words[run[0]].upos == "PUNCT" or syntax.words[run[0]].relation in ("case", "cc")):
        run.pop(0)
    return _with_name(syntax, run or [head.index])


def described_places(syntax: Syntax, tagging: Tagging, source: Source) -> list[int]:
    """The mention with what describes it, as PARC and PolNeAR mark sources: "Smith, who chairs the board"; by the model's tags."""
    words, places = syntax.words, set(source.places)
    if words[source.head].xpos == "PRP":
        return sorted(places)
    for step, start in ((1, max(places)), (-1, min(places))):
        place = start + step
        while 0 <= place < len(words) and words[place].sentence == words[source.head].sentence:
            beyond = place + step
            gap = (
                words[place].upos == "PUNCT"
                and 0 <= beyond < len(words)
                and tagging.probability("source", beyond) >= DESCRIBING
            )
            if tagging.probability("source", place) < DESCRIBING and not gap:
                break
            places.add(place)
            place += step
    found = sorted(places)
    while len(found) > 1 and words[found[-1]].upos == "PUNCT" and words[found[-1]].text != ")":
        found.pop()
    return found


def _is_beside(syntax: Syntax, head: Word, word: Word) -> bool:
    """Whether a phrase is no part of a mention: whom somebody belongs to ("with the bureau"), in what a body speaks ("in its plan")."""
    case = [c.text.casefold() for c in syntax.dependents(word.index, "case")]
    writing = head.lemma in BODIES and case == ["in"] and word.lemma.casefold() in WRITINGS
    return word.index > head.index and ((_is_person(syntax, head) and bool(case)) or writing)


def _is_in_brackets(syntax: Syntax, run: list[int]) -> bool:
    """Whether a run ends within a bracket that it opens, right before its close."""
    texts = [syntax.words[p].text for p in run]
    after = syntax.words[run[-1] + 1 : run[-1] + 2]
    return texts.count("(") > texts.count(")") and bool(after) and after[0].text == ")"


def _with_name(syntax: Syntax, run: list[int]) -> list[int]:
    """The mention with the name that its title stands right before: "Translator" of "Translator Frank Wynne"."""
    beyond = run[-1] + 1
    joined = _joined_title(syntax, run)
    if joined:
        return [*run, *joined]
    if is_bracketed(syntax.words, beyond) and syntax.words[beyond + 1].text.isupper():
        beyond += 3
    after = syntax.entity_at.get(beyond)
    if after is None and syntax.words[run[-1]].lemma.casefold() in PRESS and _ends_at_verb(syntax, run, beyond + 1):
        return [*run, beyond] if syntax.words[beyond].upos == "PROPN" else run
    if after is None or after.first != beyond or syntax.words[run[-1]].upos not in ("NOUN", "PROPN"):
        return run
    if after.kind == "organization" and syntax.words[run[-1]].lemma in BODIES | PRESS:
        return [*run, *range(after.first, after.last)] if _ends_at_verb(syntax, run, after.last) else run
    if after.kind != "person":
        return run
    places = range(after.first, after.last)
    head = syntax.top(places)
    title = syntax.words[run[-1]]
    tied = (
        head.head in run
        or any(syntax.words[p].head in places for p in run)
        or (title.head == head.head and title.relation == head.relation)
    )
    tied = tied or _ends_at_verb(syntax, run, after.last)
    return [*run, *places] if tied and head.relation not in ("obj", "iobj", "ccomp") else run


def _joined_title(syntax: Syntax, run: list[int]) -> list[int]:
    """The rest of a title and the name after it, where the tree parts them: "lawyer | and policy expert Lena Strand told"."""
    words, place = syntax.words, run[-1] + 1
    if place + 2 >= len(words) or words[place].text != "and" or not is_role_noun(words[run[-1]]):
        return []
    place += 1
    while (
        place < len(words)
        and place - run[-1] < 7
        and syntax.entity_at.get(place) is None
        and words[place].upos in ("ADJ", "NOUN")
    ):
        place += 1
    name = syntax.entity_at.get(place)
    if name is None or name.kind != "person" or name.first != place or not is_role_noun(words[place - 1]):
        return []
    head = syntax.top(range(name.first, name.last))
    apart = head.head == words[run[-1]].head and words[run[-1]].relation == "nsubj"
    return list(range(run[-1] + 1, name.last)) if apart else []


def _ends_at_verb(syntax: Syntax, run: list[int], place: int) -> bool:
    """Whether the verb that a mention is the subject of stands at a place, right after the name that follows the mention."""
    word = syntax.words[place] if place < len(syntax.words) else None
    return word is not None and word.upos == "VERB" and any(w.index in run for w in syntax.dependents(place, "nsubj"))


def _joined(syntax: Syntax, head: Word, other: Word) -> bool:
    """Whether two nouns speak together: "both X and Y"."""
    return (
        other.upos in ("NOUN", "PROPN")
        and other.index - head.index < 12
        and not syntax.dependents(other.index, "nsubj")
    )


def _has_joined(syntax: Syntax, head: Word) -> bool:
    return any(_joined(syntax, head, w) for w in syntax.dependents(head.index, "conj"))


def is_definite(syntax: Syntax, source: Source) -> bool:
    first = syntax.words[source.places[0]].text.casefold()
    owned = bool(syntax.dependents(source.head, "nmod:poss"))
    known = first in ("the", "this", "that", "his", "her", "its", "their") or owned
    return known or syntax.words[source.head].upos == "PROPN"

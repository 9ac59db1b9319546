"""What does a source do with a content: say it, only hold it, or neither?

A clause may be thought, hoped or found instead of said; denied, supposed or asked about; or only name something.
"""

from __future__ import annotations

from quotes.attribution.clauses import addressees, is_addressee, is_clause, says_that, stressed
from quotes.attribution.cues import (
    CASTING,
    FINDING,
    NAMING,
    SAYING,
    STATING,
    URGING,
    Cue,
    is_attitude,
    is_reporting,
    is_unreal,
    led_to,
)
from quotes.attribution.looks import words_in
from quotes.attribution.nouns import WRITINGS
from quotes.attribution.scene import Reading, Scene
from quotes.attribution.sources import Source
from quotes.attribution.syntax import Syntax
from quotes.model import Relation

NOBODY = frozenset({"nobody", "none", "no-one", "noone", "nothing"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
FINDERS = WRITINGS | frozenset(
    """investigation inquiry inquest court autopsy tribunal commission researcher scientist investigator auditor panel committee board judge
    jury inspector list authority ombudsman regulator watchdog inspectorate coroner work team""".split()
)
"""What finds and shows in words."""
ANONYMOUS = frozenset({"name", "identify", "quote", "withhold", "conceal"})
"""What sources ask not to be."""
HEARING = frozenset(
    "court inquest tribunal jury inquiry hearing committee commission coroner panel meeting session conference".split()
)
"""What hears in words what others told it: "He had fled, the court heard"."""
CLAIMED = frozenset({"responsibility", "credit", "victory", "lead", "crown", "voice"})
"""What is claimed without a word of what was said."""
ADDRESSING = frozenset(
    "ask request urge advise instruct tell warn remind order beg implore direct call appeal dare".split()
)
"""Verbs that say to somebody what to do."""
ANSWERING = frozenset({"respond", "reply", "react", "object"})
"""Verbs after which "to" tells what was said by others: "responded to reports that"."""
QUOTED = 5
"""So many quoted words of what somebody thinks or wants are that person's words; fewer may be the writer's own marks."""
CALLED_FOR = 12
"""From so many words on, what is called for is told, not only named."""


def relation_of(scene: Scene, reading: Reading, source: Source | None) -> Relation | None:
    """Speech, attitude, or nothing: a clause that nobody is said to have said."""
    cue = reading.cue
    if cue is None:
        return Relation.SPEECH
    if reading.quotations and reading.rule == "quotation-beside-cue":
        return Relation.ATTITUDE if source is None and _is_called(scene.syntax, cue) else Relation.SPEECH
    if _is_anonymity(scene, reading, cue):
        return None
    if reading.rule == "clause-of-noun":
        return Relation.SPEECH if source is not None else None
    if is_unreal(scene.syntax, cue) or (source is not None and _is_nobody(scene, reading, source)):
        return None
    if _is_told_at_length(scene, reading, cue):
        return Relation.SPEECH if source is not None else None
    if source is not None and (_is_cast(scene, reading, cue) or _is_stressed(scene, reading, cue)):
        return Relation.SPEECH
    if _only_names(scene.syntax, reading, cue, source) or _only_finds(scene, reading, cue, source):
        return Relation.ATTITUDE
    return _by_cue(scene, reading, cue, source)


def _is_anonymity(scene: Scene, reading: Reading, cue: Cue) -> bool:
    """Whether somebody only asks to stay without a name: "asked not to be named"."""
    words = [scene.syntax.words[place] for place in scene.words_of(reading)]
    verbs = {w.lemma.casefold() for w in words if w.upos == "VERB"}
    denied = any(w.text.casefold() == "not" or w.lemma in ("withhold", "conceal") for w in words[:5])
    return cue.lemma in ("ask", "request", "insist") and denied and not verbs.isdisjoint(ANONYMOUS) and len(words) < 8


def _is_told_at_length(scene: Scene, reading: Reading, cue: Cue) -> bool:
    """Whether what only the model sees, or a noun phrase, is yet said: a clause, how something is, what is to be done, quoted words."""
    likely = cue.probability or 0.0
    if reading.rule not in ("tagged-content", "phrase-of-cue") or likely < 0.6 or is_attitude(cue):
        return False
    words = scene.syntax.words
    places = scene.words_of(reading)
    first, before = words[places[0]], words[places[0] - 1].text.casefold() if places[0] else ""
    if cue.is_according:
        return is_clause(scene, places)
    if cue.lemma == "call":
        return before == "for" and first.xpos == "VBG"
    opened = before == "that" and places[0] > 1 and words[places[0] - 2].upos not in ("NOUN", "PROPN")
    how = first.text.casefold() in ("how", "why", "whether")
    to_do = (
        cue.lemma in URGING | {"promise", "vow", "pledge"}
        and first.text == "to"
        and words[first.index + 1].xpos == "VB"
    )
    if (cue.lemma in SAYING and (opened or how)) or (likely > 0.8 and (opened or to_do)):
        return any(words[place].upos in ("VERB", "AUX") for place in places)
    return reading.rule == "tagged-content" and bool(reading.quotations) and likely >= 0.8


def _is_cast(scene: Scene, reading: Reading, cue: Cue) -> bool:
    """Whether something is said to be what follows "as": "dismissed the plan as a trick"."""
    if (
        reading.rule not in ("tagged-content", "phrase-of-cue")
        or cue.lemma not in CASTING
        or (cue.probability or 0.0) < 0.6
    ):
        return False
    words = scene.syntax.words
    places = scene.words_of(reading)
    return any(words[p].text == "as" and words[p].relation in ("case", "mark") for p in places[1:])


def _is_stressed(scene: Scene, reading: Reading, cue: Cue) -> bool:
    """Whether a noun phrase says what matters: "stressed the importance of ties", "reaffirmed its commitment to peace"."""
    return reading.rule == "phrase-of-cue" and stressed(scene.syntax, cue) is not None


def _by_cue(scene: Scene, reading: Reading, cue: Cue, source: Source | None) -> Relation | None:
    """What the cue itself says, and how likely the model finds it one."""
    likely = _likely(cue)
    if reading.rule == "phrase-of-cue" and (cue.lemma not in STATING or (cue.probability or 0.0) < 0.7):
        return Relation.SPEECH if reading.quotations and cue.lemma in SAYING | NAMING else Relation.ATTITUDE
    if _is_heard(scene, reading, cue, source):
        return Relation.SPEECH
    if not is_reporting(cue) and not reading.quotations and (cue.probability or 0.0) < 0.8:
        return Relation.ATTITUDE
    if is_attitude(cue):
        spoken = _is_much_quoted(scene, reading) or (cue.lemma == "agree" and says_that(scene.syntax, cue))
        return Relation.SPEECH if spoken else Relation.ATTITUDE
    if source is None and not reading.quotations:
        return None
    if cue.is_according and likely < 0.5 and _is_measure(scene, source):
        return None
    unlikely = likely < 0.2 and reading.rule != "cue-in-quotation"
    outside = scene.quoting(cue.head) is None
    plain = _plainly_says(scene.syntax, reading, cue) or (outside and _plainly_urges(scene.syntax, reading, cue))
    if unlikely and not plain and not _is_within_speech(scene, reading, cue):
        return None
    return Relation.SPEECH


def _likely(cue: Cue) -> float:
    """How likely a word reports; sure where no model says."""
    return cue.probability if cue.probability is not None else 1.0


def _is_heard(scene: Scene, reading: Reading, cue: Cue, source: Source | None) -> bool:
    """Whether a court tells what it was told: "Osei had fled, the court heard"."""
    told = cue.lemma == "hear" and reading.rule == "clause-of-cue" and _likely(cue) > 0.2
    return told and source is not None and scene.syntax.words[source.head].lemma.casefold() in HEARING


def _is_measure(scene: Scene, source: Source | None) -> bool:
    """Whether what something is "according to" is no voice by the model: "according to the needs of the market"."""
    return source is not None and scene.tagging.present and scene.tagging.mean("source", source.places) < 0.2


def _is_much_quoted(scene: Scene, reading: Reading) -> bool:
    """Whether much of a content stands in marks: so many words, or half of them."""
    text = scene.syntax.text
    quoted = sum(words_in(text, q.inner) for q in reading.quotations)
    return quoted >= QUOTED or quoted * 2 >= _length(scene.syntax, reading) > 0


def _length(syntax: Syntax, reading: Reading) -> int:
    return sum(words_in(syntax.text, piece) for piece in reading.pieces)


def _only_names(syntax: Syntax, reading: Reading, cue: Cue, source: Source | None) -> bool:
    """Whether a cue names something, or tells of speech without what was said: "called the Spring", "called for talks"."""
    if source is None and _is_called(syntax, cue) and syntax.words[cue.head].relation == "acl":
        return True
    if source is not None and syntax.words[source.head].lemma.lower() in DEMONSTRATIVES:
        return True
    after = syntax.words[cue.places[-1] + 1 : cue.places[-1] + 2]
    answered = cue.lemma in ANSWERING and any(w.text.casefold() == "to" for w in after)
    if reading.rule == "phrase-of-cue" and answered:
        return True
    if reading.rule not in ("phrase-of-cue", "tagged-content") or reading.quotations:
        return False
    objects = {w.lemma.lower() for w in syntax.dependents(cue.head, "obj")}
    called_for = cue.lemma == "call" and [syntax.words[p].text.lower() for p in cue.places[1:]] == ["for"]
    told_of = cue.lemma == "tell" and "story" in objects
    return told_of or answered or bool(objects & CLAIMED) or (called_for and _length(syntax, reading) < CALLED_FOR)


def _is_called(syntax: Syntax, cue: Cue) -> bool:
    """Whether a participle only names: "a fair called “Old Peg”"."""
    return cue.lemma in NAMING and syntax.words[cue.head].xpos == "VBN"


def _only_finds(scene: Scene, reading: Reading, cue: Cue, source: Source | None) -> bool:
    """Whether somebody finds or holds what a writing would say, or the model alone sees a content where there is no clause."""
    places = scene.words_of(reading)
    if reading.rule == "tagged-content" and (cue.lemma not in SAYING or not is_clause(scene, places)):
        return True
    projected = cue.lemma == "project" and says_that(scene.syntax, cue)
    finder = source is not None and scene.syntax.words[source.head].lemma.lower() in FINDERS
    finder = finder or (source is not None and _shows(scene, cue, source))
    return cue.lemma in FINDING - SAYING and not projected and not finder


def _shows(scene: Scene, cue: Cue, source: Source) -> bool:
    """Whether an organization plainly says what it has found out: "the Halden Environment Agency shows that"."""
    entity = scene.syntax.entity_at.get(source.head)
    body = entity is not None and entity.kind == "organization"
    likely = _likely(cue) > 0.8 and cue.lemma not in ("find", "discover")
    return body and likely and says_that(scene.syntax, cue)


def _is_within_speech(scene: Scene, reading: Reading, cue: Cue) -> bool:
    """Whether a clause is said within what somebody else says: "Reed noted that Calder insisted the bridge was safe"."""
    syntax = scene.syntax
    if reading.rule not in ("clause-of-cue", "infinitive-of-cue") or cue.lemma not in SAYING:
        return False
    if not syntax.dependents(cue.head, "nsubj"):
        return False
    word = syntax.words[cue.head]
    above = {other.head for other in scene.cues if (other.probability or 0.0) >= 0.5}
    while word.head >= 0 and word.relation in (
        "ccomp",
        "conj",
        "advcl",
        "acl",
        "parataxis",
        "nsubj",
        "obj",
        "obl",
        "nmod",
    ):
        if word.head in above:
            return True
        word = syntax.words[word.head]
    return False


def _plainly_says(syntax: Syntax, reading: Reading, cue: Cue) -> bool:
    """Whether a finite "say" has its own subject before it and a clause after it, whatever the model thinks: "Reed said she left"."""
    subjects = syntax.dependents(cue.head, "nsubj")
    finite = syntax.words[cue.head].xpos in ("VBD", "VBZ", "VBP")
    named = any(w.index < cue.head and (w.upos != "PRON" or w.lemma in ("he", "she", "they", "it")) for w in subjects)
    goes_on = syntax.words[cue.head].xpos == "VBG" and says_that(syntax, cue)
    shared = finite and not subjects and syntax.words[cue.head].relation == "conj"
    led = led_to(syntax, syntax.words[cue.head])
    told = says_that(syntax, cue) and ((cue.lemma == "tell" and finite and named) or led)
    plain = cue.lemma in ("say", "state") and ((finite and named) or goes_on or shared)
    return (plain or told) and reading.rule == "clause-of-cue"


def _plainly_urges(syntax: Syntax, reading: Reading, cue: Cue) -> bool:
    """Whether somebody is told what to do: "advised the crews not to sail"; not "asked permission to hold a rally"."""
    told = [w for w in addressees(syntax, cue) if w.index < syntax.at(reading.start)]
    people = any(is_addressee(w) for w in told)
    told_of = syntax.words[cue.head].xpos != "VB" and reading.rule == "infinitive-of-cue"
    return cue.lemma in ADDRESSING and people and told_of


def _is_nobody(scene: Scene, reading: Reading, source: Source) -> bool:
    """Whether a source says that nobody spoke, or is the article's own "I", "we" or "you"."""
    head = scene.syntax.words[source.head]
    own = head.lemma.lower() in ("i", "we", "you") and scene.turn_at(head.start) is None and not reading.quotations
    return head.lemma.lower() in NOBODY or (own and reading.rule != "cue-in-quotation")

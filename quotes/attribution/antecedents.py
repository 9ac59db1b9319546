"""Who may "he" or "she" mean, and how likely is each?"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from quotes.attribution.actors import is_subject, is_topic, main_subject
from quotes.attribution.casting import Answer, Casting
from quotes.attribution.described_sources import role_of_person
from quotes.attribution.joining import FEMALE, MALE
from quotes.attribution.naming import Named, Naming
from quotes.attribution.nouns import BODIES, FIRMS, PERSONS, UNNAMED_BODIES, WRITINGS, is_role_noun
from quotes.attribution.sources import Source, mention
from quotes.attribution.syntax import Syntax, Word
from quotes.model import SpeakerKind


@frozen
class Worth:
    """What makes somebody the likelier antecedent of a pronoun, and what costs: counted in subjects, roughly."""

    subject: float = 0.9
    last_speaker: float = 0.4
    known_gender: float = 0.4
    other_gender: float = 1.2
    other_name: float = 1.2
    just_acted: float = 0.4
    main_subject: float = 0.6
    topic: float = 1.6
    sentence_between: float = 0.4
    paragraph_between: float = 0.15
    same_sentence: float = 0.3
    reported: float = 2.0
    linked: float = 0.25
    described: float = 0.0
    fresh: float = 1.2


WORTH = Worth()
ADDING = frozenset({"add", "continue", "reiterate"})
"""Cues of whoever spoke before."""
SPEECHES = frozenset("address speech remark comment testimony interview sermon lecture keynote answer reply".split())
"""What somebody says at length."""
MOVEMENTS = frozenset({"administration", "campaign", "camp", "family", "faction", "era", "clan"})
"""What is called by somebody's name, and is not them."""
FARTHEST = 8
"""So many paragraphs back somebody may have been named."""


def antecedents(casting: Casting, word: Word, gender: str) -> Iterator[tuple[float, Named | Answer]]:
    """Each person named before a pronoun, and the last speaker where that one has no name, with what speaks for them."""
    for person in casting.names.people:
        naming = _last_outside_marks(casting, person, word)
        if naming is None or (person.titled and person.gender not in (None, gender)):
            continue
        place = _last_place(casting, person, naming, word)
        if casting.paragraph(word.start) - casting.paragraph(casting.syntax.words[place].start) <= FARTHEST:
            linked = WORTH.linked * casting.coreference.chance(word.index, person)
            yield linked + _worth_of(casting, word, gender, person, naming, place), person
    yield from _unnamed(casting, word, gender)
    yield from _described(casting, word, gender)


def _described(casting: Casting, word: Word, gender: str) -> Iterator[tuple[float, Named | Answer]]:
    """Who has no name where the sentence before, or the same one, tells what they did: "The spokeswoman confirmed it.  She said ..."."""
    if casting.scene.quoting(word.index) is not None:
        return
    for number in (word.sentence - 1, word.sentence):
        subject = main_subject(casting, number) if number >= 0 else None
        if subject is not None and subject.index < word.index:
            worth = WORTH.described - WORTH.same_sentence * (number == word.sentence)
            yield from ((told + worth, who) for told, who in _told_of(casting, word, gender, subject))


def _told_of(casting: Casting, word: Word, gender: str, subject: Word) -> Iterator[tuple[float, Named | Answer]]:
    """A subject without a name that a pronoun after it may mean: one person, whose noun does not tell of the other gender."""
    syntax = casting.syntax
    noun = subject.lemma.casefold()
    other, own = (FEMALE, MALE) if gender == "Masc" else (MALE, FEMALE)
    alone = subject.xpos == "NN" and (is_role_noun(subject) or noun in PERSONS) and noun not in FIRMS | other
    fresh = any(w.text.casefold() in ("a", "an") for w in syntax.dependents(subject.index, "det"))
    worth = WORTH.subject * (noun in own) + WORTH.fresh * fresh
    named = casting.names.naming_at(subject.index) is not None
    if named or not alone or syntax.dependents(subject.index, "appos", "flat"):
        return
    near = casting.paragraph(word.start) == casting.paragraph(subject.start)
    source = Source(subject.index, tuple(mention(syntax, subject)), "subject-of-cue")
    held = role_of_person(casting, source)
    if held is not None and held.named is not None:
        yield worth, held.named
    elif near:
        yield worth, Answer(SpeakerKind.UNNAMED, syntax.characters(source.places), "pronoun")


def _last_place(casting: Casting, person: Named, naming: Naming, word: Word) -> int:
    """Where somebody was last heard of before a pronoun: named, or speaking."""
    spoke = next((at for at, answer in reversed(casting.said) if answer.named is person), -1)
    return casting.syntax.at(spoke) if naming.start < spoke < word.start else naming.first


def _worth_of(casting: Casting, word: Word, gender: str, person: Named, naming: Naming, place: int) -> float:
    """What speaks for a person, last named here and last heard of there: nearness, gender, acting, having spoken."""
    syntax = casting.syntax
    last = casting.said[-1][1] if casting.said else None
    cue = casting.reading.cue if casting.reading is not None else None
    goes_on = cue is not None and cue.lemma in ADDING
    speaks = last is not None and last.named is person
    acts = place != naming.first or is_subject(syntax, naming) or _owns_words(syntax, naming)
    acts = acts or (speaks and not _is_acted_upon(syntax, naming))
    away = casting.paragraph(word.start) - casting.paragraph(syntax.words[place].start)
    between = word.sentence - syntax.words[place].sentence
    sentence_before = word.sentence - syntax.words[naming.first].sentence == 1
    reported = casting.reading is not None and any(s <= naming.start < e for s, e in casting.reading.pieces)
    score = -WORTH.sentence_between * min(between, 6) - WORTH.paragraph_between * away
    score -= WORTH.other_gender * ((person.gender or person.called) not in (None, gender))
    score -= WORTH.other_name * (person.called not in (None, gender))
    score += WORTH.subject * acts + WORTH.known_gender * (person.gender == gender)
    score += WORTH.last_speaker * speaks * (2 if goes_on else 1)
    score += WORTH.just_acted * (between == 1 and away == 0 and acts)
    score += WORTH.main_subject * (sentence_before and _is_main_subject(syntax, naming))
    score -= WORTH.reported * reported
    if between:
        return score
    if is_topic(syntax, naming):
        return score + WORTH.topic
    return score if _owns_words(syntax, naming) else score - WORTH.same_sentence


def _unnamed(casting: Casting, word: Word, gender: str) -> Iterator[tuple[float, Answer]]:
    """The last speaker, where that one is a single person without a name."""
    syntax = casting.syntax
    if not casting.said or casting.scene.quoting(word.index) is not None:
        return
    at, last = casting.said[-1]
    if last.kind is not SpeakerKind.UNNAMED:
        return
    spoke = max(at, last.name[0])
    noun = syntax.top(syntax.inside(*last.name)).lemma.casefold()
    near = casting.paragraph(word.start) - casting.paragraph(spoke) <= 2
    if near and is_single(syntax, last) and noun not in (FEMALE if gender == "Masc" else MALE):
        linked = WORTH.linked * casting.coreference.chance_within(word.index, syntax.inside(*last.name))
        yield linked + 1.4 - 0.35 * (word.sentence - syntax.words[syntax.at(spoke)].sentence), last


def _owns_words(syntax: Syntax, naming: Naming) -> bool:
    """Whether a name owns what was said or written: "Calder" of "a part of Calder's address was about tides"."""
    head = syntax.top(naming.places)
    owned = syntax.head(head)
    return head.deprel == "nmod:poss" and owned is not None and owned.lemma.lower() in WRITINGS | SPEECHES


def _is_acted_upon(syntax: Syntax, naming: Naming) -> bool:
    """Whether a name is what somebody else acts upon, and no source: "Osei" of "Calder took aim at Osei"."""
    head = syntax.top(naming.places)
    source = any(w.text.casefold() in ("according", "per") for w in syntax.dependents(head.index, "case"))
    return head.relation in ("obj", "obl", "iobj", "nmod") and not source


def _is_main_subject(syntax: Syntax, naming: Naming) -> bool:
    """Whether a name, or what it is the apposition of, is the subject of its sentence: "The director, Ines Calder, confirmed it."."""
    head = syntax.top(naming.places)
    while head.relation in ("appos", "flat") and head.head >= 0:
        head = syntax.words[head.head]
    verb = syntax.head(head)
    return head.relation == "nsubj" and verb is not None and verb.head < 0 and verb.upos in ("VERB", "AUX")


def is_single(syntax: Syntax, answer: Answer) -> bool:
    """Whether an unnamed speaker is one person: "an official", "another witness", not "a company" or "a report"."""
    head = syntax.top(syntax.inside(*answer.name))
    human = (
        is_role_noun(head) or head.lemma.casefold() in PERSONS or head.upos in ("PROPN", "ADJ", "NUM", "PRON", "DET")
    )
    numbered = any(syntax.words[p].text.isdigit() for p in syntax.inside(*answer.name) if p > head.index)
    return (
        not numbered and head.xpos in ("NN", "NNP") and head.lemma.casefold() not in BODIES | WRITINGS | FIRMS and human
    )


def _last_outside_marks(casting: Casting, person: Named, word: Word) -> Naming | None:
    """The last naming of a person before a word, not within a quotation."""
    for naming in reversed(person.namings):
        if (
            naming.end <= word.start
            and casting.scene.quoting(naming.first) is None
            and not _says_whose(casting, naming)
        ):
            return naming
    return None


def _says_whose(casting: Casting, naming: Naming) -> bool:
    """Whether a name only says of what kind a body is: "the Osei regime", "the Osei campaign"."""
    head = casting.syntax.top(naming.places)
    body = casting.syntax.head(head) if head.deprel == "compound" else None
    return body is not None and body.upos == "NOUN" and body.lemma.casefold() in BODIES | UNNAMED_BODIES | MOVEMENTS

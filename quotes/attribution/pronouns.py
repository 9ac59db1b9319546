"""Whom does a pronoun mean?"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from quotes.attribution.actors import acting_before, is_subject, is_topic
from quotes.attribution.casting import Answer, Casting, of_named, of_several
from quotes.attribution.joining import FEMALE, MALE
from quotes.attribution.labels import labelled
from quotes.attribution.named_sources import joined
from quotes.attribution.naming import Named, Naming, parts
from quotes.attribution.nouns import BODIES, PRESS, SEVERAL, WRITINGS, is_role_noun
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
    just_acted: float = 0.4
    main_subject: float = 0.6
    topic: float = 1.6
    sentence_between: float = 0.4
    paragraph_between: float = 0.15
    same_sentence: float = 0.3
    reported: float = 1.0


WORTH = Worth()
PRONOUNS = frozenset("i we me us he him she her they them it this that which who whom you".split())
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
SINGULAR = {"he": "Masc", "him": "Masc", "she": "Fem", "her": "Fem"}
PERSONS = frozenset(
    """mother father brother sister son daughter wife husband uncle aunt cousin nephew niece grandmother grandfather boy girl widow
    widower person witness eyewitness survivor suspect neighbour neighbor friend victim resident source native bride groom""".split()
)
"""Nouns for one person that are no roles."""
ADDING = frozenset({"add", "continue", "reiterate"})
"""Cues of whoever spoke before."""
SPEECHES = frozenset("address speech remark comment testimony interview sermon lecture keynote answer reply".split())
"""What somebody says at length."""
PLURAL = frozenset({"they", "them"})


def meant_by_pronoun(casting: Casting, source: Source) -> Answer | None:
    word = casting.syntax.words[source.head]
    if word.upos != "PRON":
        return None
    text = word.text.casefold()
    turn = casting.scene.turn_at(word.start) if text in FIRST_PERSON else None
    if turn is not None:
        return labelled(casting, turn.label, "turn")
    if text in SINGULAR:
        return _he_or_she(casting, word, SINGULAR[text])
    if text == "it":
        return meant_by_it(casting, word)
    if text in PLURAL:
        return _they(casting, word)
    return None


def _he_or_she(casting: Casting, word: Word, gender: str) -> Answer | None:
    """The likeliest person before a pronoun: near, a subject, the last speaker, and of the right gender."""
    scored = sorted(_antecedents(casting, word, gender), key=lambda item: -item[0])
    if not scored:
        return None
    best = scored[0][1]
    if isinstance(best, Answer):
        return evolve(best, rule="pronoun")
    if best.gender is None:
        best.gender = gender
    rivals = [p for score, p in scored[1:3] if isinstance(p, Named) and score > scored[0][0] - 1.0]
    return of_named(best, "pronoun", rivals)


def _antecedents(casting: Casting, word: Word, gender: str) -> Iterator[tuple[float, Named | Answer]]:
    syntax = casting.syntax
    here = casting.paragraph(word.start)
    last = casting.said[-1][1] if casting.said else None
    cue = casting.reading.cue if casting.reading is not None else None
    goes_on = cue is not None and cue.lemma in ADDING
    for person in casting.names.people:
        unlike = person.gender not in (None, gender)
        if unlike and person.titled:
            continue
        naming = _last_outside_marks(casting, person, word)
        if naming is None:
            continue
        place = naming.first
        spoke = next((at for at, answer in reversed(casting.said) if answer.named is person), -1)
        if spoke > naming.start and spoke < word.start:
            place = syntax.at(spoke)
        speaks = last is not None and last.named is person
        acts = place != naming.first or is_subject(syntax, naming) or _owns_words(syntax, naming)
        acts = acts or (speaks and not _is_acted_upon(syntax, naming))
        away = here - casting.paragraph(syntax.words[place].start)
        between = word.sentence - syntax.words[place].sentence
        score = -WORTH.sentence_between * min(between, 6) - WORTH.paragraph_between * away
        score -= WORTH.other_gender * unlike
        score += WORTH.subject * acts + WORTH.known_gender * (person.gender == gender)
        score += WORTH.last_speaker * speaks * (2 if goes_on else 1)
        score += WORTH.just_acted * (between == 1 and away == 0 and acts)
        score += WORTH.main_subject * (
            _is_main_subject(syntax, naming) and word.sentence - syntax.words[naming.first].sentence == 1
        )
        if between == 0:
            owns = _owns_words(syntax, naming)
            score += WORTH.topic if is_topic(syntax, naming) else 0.0 if owns else -WORTH.same_sentence
        if casting.reading is not None and any(s <= naming.start < e for s, e in casting.reading.pieces):
            score -= WORTH.reported
        if away <= 8:
            yield score, person
    quoted = casting.scene.quoting(word.index) is not None
    if last is not None and last.kind is SpeakerKind.UNNAMED and not quoted:
        spoke = max(casting.said[-1][0], last.name[0])
        noun = syntax.top(syntax.inside(*last.name)).lemma.casefold()
        other = FEMALE if gender == "Masc" else MALE
        if here - casting.paragraph(spoke) <= 2 and _is_single(syntax, last) and noun not in other:
            yield 1.4 - 0.35 * (word.sentence - syntax.words[syntax.at(spoke)].sentence), last


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


def _is_single(syntax: Syntax, answer: Answer) -> bool:
    """Whether an unnamed speaker is one person: "an official", "another witness", not "a company" or "a report"."""
    head = syntax.top(syntax.inside(*answer.name))
    human = (
        is_role_noun(head) or head.lemma.casefold() in PERSONS or head.upos in ("PROPN", "ADJ", "NUM", "PRON", "DET")
    )
    return head.xpos in ("NN", "NNP") and head.lemma.casefold() not in BODIES | WRITINGS and human


def _last_outside_marks(casting: Casting, person: Named, word: Word) -> Naming | None:
    """The last naming of a person before a word, not within a quotation, and not one that only owns something."""
    for naming in reversed(person.namings):
        if naming.end <= word.start and casting.scene.quoting(naming.first) is None:
            return naming
    return None


def meant_by_it(casting: Casting, word: Word) -> Answer | None:
    """The body that acts in the sentence before; the last one that spoke; else the last organization that was a subject."""
    said = casting.reading.start if casting.reading is not None else word.start
    acting = acting_before(casting, min(word.sentence, casting.syntax.words[casting.syntax.at(said)].sentence))
    if acting is not None and acting.kind == "organization" and casting.scene.quoting(word.index) is None:
        return of_named(acting, "pronoun-it")
    for _, answer in reversed(casting.said[-3:]):
        if (
            answer.kind is SpeakerKind.ORGANIZATION
            or answer.rule == "issuing-body"
            or (answer.kind is SpeakerKind.UNNAMED and _is_of_nouns(casting, answer, WRITINGS | BODIES | PRESS))
        ):
            return evolve(answer, rule="pronoun-it")
    own = _body_of_last_speaker(casting)
    if own is not None:
        return own
    best: tuple[int, Named] | None = None
    for body in casting.names.bodies:
        naming = body.before(word.start)
        if naming is None or not is_subject(casting.syntax, naming):
            continue
        if casting.syntax.words[naming.first].sentence < word.sentence - 3:
            continue
        if best is None or naming.start > best[0]:
            best = (naming.start, body)
    return of_named(best[1], "pronoun-it") if best else None


def _body_of_last_speaker(casting: Casting) -> Answer | None:
    """The organization that the last speaker speaks for."""
    last = casting.said[-1][1] if casting.said else None
    for role in casting.roles.get(last.named, []) if last is not None and last.named is not None else []:
        if role.organization is not None:
            named = casting.names.naming_at(casting.syntax.at(role.organization[0]))
            if named is not None and named.kind == "organization":
                return of_named(named, "body-of-speaker")
    return None


def _is_of_nouns(casting: Casting, answer: Answer, nouns: frozenset[str]) -> bool:
    """Whether the phrase of an answer holds one of some nouns."""
    return not nouns.isdisjoint(parts(casting.syntax.text[answer.name[0] : answer.name[1]]))


def _they(casting: Casting, word: Word) -> Answer | None:
    """The last speakers that were several, or an organization."""
    for _, answer in reversed(casting.said[-2:]):
        if answer.joint:
            return evolve(answer, rule="pronoun-they")
        single = answer.kind is SpeakerKind.UNNAMED and _is_single(casting.syntax, answer)
        if answer.kind is not SpeakerKind.PERSON and not single and not _is_of_nouns(casting, answer, WRITINGS):
            return evolve(answer, rule="pronoun-they")
    return _several_before(casting, word)


def _several_before(casting: Casting, word: Word) -> Answer | None:
    """The subject of one of the two sentences before, where it is several or a body."""
    syntax = casting.syntax
    for number in range(word.sentence - 1, max(-1, word.sentence - 3), -1):
        for place in syntax.sentences[number]:
            subject = syntax.words[place]
            if subject.relation != "nsubj" or casting.scene.quoting(place) is not None:
                continue
            joint = joined(casting, place)
            if len(joint) > 1:
                return of_several(joint, "pronoun-they")
            named = casting.names.naming_at(place)
            if named is not None and named.kind == "organization":
                return of_named(named, "pronoun-they")
            if subject.xpos in SEVERAL and named is None:
                places = mention(syntax, subject)
                return Answer(SpeakerKind.UNNAMED, syntax.characters(places), "pronoun-they")
    return None

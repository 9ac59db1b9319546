"""Whom does a pronoun mean?"""

from __future__ import annotations

from attrs import evolve

from quotes.attribution.actors import acting_before, is_subject, main_subject
from quotes.attribution.antecedents import antecedents, is_single
from quotes.attribution.casting import Answer, Casting, of_named, of_several
from quotes.attribution.coreference import LINKED
from quotes.attribution.labels import labelled
from quotes.attribution.named_sources import joined
from quotes.attribution.naming import Named, parts
from quotes.attribution.nouns import BODIES, FIRMS, PERSONS, PRESS, SEVERAL, UNNAMED_BODIES, WRITINGS, is_role_noun
from quotes.attribution.sources import Source, mention
from quotes.attribution.syntax import Word
from quotes.model import SpeakerKind

PRONOUNS = frozenset("i we me us he him she her they them it this that which who whom you".split())
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
SINGULAR = {"he": "Masc", "him": "Masc", "she": "Fem", "her": "Fem"}
PLURAL = frozenset({"they", "them"})
LEAST = 0.3
"""From this probability on, a link of the model is better than nobody."""


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
        return _they(casting, word) or _linked(casting, word)
    return None


def _he_or_she(casting: Casting, word: Word, gender: str) -> Answer | None:
    """The likeliest person before a pronoun: near, a subject, the last speaker, and of the right gender."""
    possible = (item for item in antecedents(casting, word, gender) if not _is_other(casting, word, gender, item[1]))
    scored = sorted(possible, key=lambda item: -item[0])
    if not scored:
        return _named_soon(casting, word, gender)
    best = scored[0][1]
    if isinstance(best, Answer):
        opens = not casting.said and len(scored) == 1
        return (_named_soon(casting, word, gender) if opens else None) or evolve(best, rule="pronoun")
    if best.gender is None:
        best.gender = gender
    others = dict.fromkeys(p for score, p in scored[1:] if isinstance(p, Named) and score > scored[0][0] - 1.0)
    return of_named(best, "pronoun", [p for p in others if p is not best][:2])


def _is_other(casting: Casting, word: Word, gender: str, who: Named | Answer) -> bool:
    """Whether somebody is the one of the other gender who says the sentence of a pronoun: "He fell asleep, she said"."""
    if not casting.said or not isinstance(who, Named) or who.gender in (None, gender):
        return False
    at, last = casting.said[-1]
    return last.named is who and casting.syntax.words[casting.syntax.at(at)].sentence == word.sentence


def _named_soon(casting: Casting, word: Word, gender: str) -> Answer | None:
    """Who is the subject of one of the next sentences, where an article opens with a pronoun: '"It was dark," she said. Lena Strand ...'"""
    syntax = casting.syntax
    for number in range(word.sentence + 1, min(word.sentence + 4, len(syntax.sentences))):
        for place in syntax.sentences[number]:
            subject, named = syntax.words[place], casting.names.naming_at(place)
            if subject.relation != "nsubj" or casting.scene.quoting(place) is not None or named is None:
                continue
            if named.kind == "person" and (named.gender or named.called) in (None, gender):
                return of_named(named, "named-soon")
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
            or (answer.kind is SpeakerKind.UNNAMED and _is_of_nouns(casting, answer, WRITINGS | BODIES | PRESS | FIRMS))
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
    return of_named(best[1], "pronoun-it") if best else _body_without_name(casting, word)


def _body_without_name(casting: Casting, word: Word) -> Answer | None:
    """The body that acts in the same sentence or the one before, where no name is known: "The bank expects rates to rise, it said"."""
    syntax = casting.syntax
    bodies = BODIES | FIRMS | PRESS | WRITINGS
    here = (syntax.words[p] for p in syntax.sentences[word.sentence] if p < word.index)
    own = next((w for w in here if w.relation == "nsubj" and casting.scene.quoting(w.index) is None), None)
    before = main_subject(casting, word.sentence - 1) if word.sentence else None
    for subject, nouns in ((own, bodies | UNNAMED_BODIES), (before, bodies)):
        if subject is not None and subject.lemma.casefold() in nouns and subject.upos == "NOUN":
            return Answer(SpeakerKind.UNNAMED, syntax.characters(mention(syntax, subject)), "pronoun-it")
    return None


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
    """The last speakers that were several, or an organization; those who act in the sentence after they spoke."""
    acting = _several_acting(casting, word)
    if acting is not None:
        return acting
    for _, answer in reversed(casting.said[-2:]):
        if answer.joint:
            return evolve(answer, rule="pronoun-they")
        single = answer.kind is SpeakerKind.UNNAMED and is_single(casting.syntax, answer)
        if answer.kind is not SpeakerKind.PERSON and not single and not _is_of_nouns(casting, answer, WRITINGS):
            return evolve(answer, rule="pronoun-they")
    return _several_before(casting, word)


def _several_acting(casting: Casting, word: Word) -> Answer | None:
    """Several people or bodies without a name who are the subject of the sentence before, in the same paragraph, and spoke not before."""
    syntax = casting.syntax
    subject = main_subject(casting, word.sentence - 1) if word.sentence else None
    if subject is None or subject.xpos not in SEVERAL or casting.names.naming_at(subject.index) is not None:
        return None
    last = casting.said[-1][0] if casting.said else -1
    fresh = last < syntax.words[syntax.sentences[subject.sentence].start].start
    near = casting.paragraph(subject.start) == casting.paragraph(word.start)
    human = is_role_noun(subject) or subject.lemma.casefold() in BODIES | FIRMS | PERSONS | {"people", "family"}
    if not (fresh and near and human):
        return None
    return Answer(SpeakerKind.UNNAMED, syntax.characters(mention(syntax, subject)), "pronoun-they")


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
            if named is not None and (others := _with_others(casting, place)):
                return Answer(SpeakerKind.UNNAMED, syntax.characters(others), "pronoun-they")
            if subject.xpos in SEVERAL and named is None:
                places = mention(syntax, subject)
                return Answer(SpeakerKind.UNNAMED, syntax.characters(places), "pronoun-they")
    return None


def _with_others(casting: Casting, place: int) -> range:
    """The name at a place with those without a name who act with whoever it is: "Calder and colleagues"."""
    naming, words = casting.names.mention_at(place), casting.syntax.words
    held = naming.places if naming is not None and words[words[place].head].upos == "VERB" else range(0)
    others = [w for p in held for w in casting.syntax.dependents(p, "conj") if w.upos == "NOUN" and w.index > p]
    return range(held.start, others[-1].index + 1) if others else range(0)


def _linked(casting: Casting, word: Word) -> Answer | None:
    """Whom or what the model likely takes a plural pronoun for, by the name or by the words that bring it in."""
    meanings = casting.coreference.meanings(word.index)
    best, chance = max(meanings.items(), key=lambda item: item[1], default=(word.index, 0.0))
    if chance < LEAST or best == word.index:
        return None
    if isinstance(best, Named):
        return of_named(best, LINKED) if best.kind == "organization" else None
    head = casting.syntax.words[best]
    if head.xpos not in SEVERAL and head.lemma.casefold() not in BODIES | PRESS | FIRMS:
        return None
    places = mention(casting.syntax, head)
    return Answer(SpeakerKind.UNNAMED, casting.syntax.characters(places), LINKED)

"""Whom does a source name?  Mention -> speaker, resolved over the whole article by named rules in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from quotes.attribution.actors import subject_before
from quotes.attribution.affiliations import distinct, role_of_phrase
from quotes.attribution.bodies import last_body, short_form_of_body
from quotes.attribution.casting import Answer, Casting, bearer_of, kind_of_named, of_named, recency
from quotes.attribution.joining import gender_of
from quotes.attribution.names import run_of
from quotes.attribution.naming import Named, Names, Naming, initials, parts
from quotes.attribution.nouns import BODIES, PRESS, is_honorific, is_role, is_role_noun
from quotes.attribution.pronouns import PRONOUNS, meant_by_pronoun
from quotes.attribution.roles import EPITHETS, FORMER, OF, Role, is_general
from quotes.attribution.scene import Reading
from quotes.attribution.sources import Source, is_definite
from quotes.attribution.syntax import Syntax, Word
from quotes.attribution.unsourced import without_source
from quotes.attribution.writings import writing_of_body
from quotes.model import SpeakerKind

SEVERAL = ("NNS", "NNPS")
"""Tags of nouns that stand for more than one."""
STYLES = frozenset({"highness", "majesty", "excellency", "holiness", "eminence", "grace"})
"""Styles that stand for whoever bears them: "His Highness said"."""
FAME = frozenset("star icon legend ace widow widower veteran idol prodigy".split())
"""What somebody is called who has been named, though it is no role."""
RANKS = frozenset({"vice", "deputy", "former"})
"""What makes another role of one: the vice-president is not the president."""
TITLE_ROLES = {
    "det": "detective",
    "sgt": "sergeant",
    "supt": "superintendent",
    "insp": "inspector",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor",
    "prof": "professor",
    "capt": "captain",
    "lt": "lieutenant",
    "col": "colonel",
    "gen": "general",
    "pres": "president",
}
"""Titles before names, with the nouns that take them up: "Dr Amin ... the doctor"."""


def speaker_of(casting: Casting, reading: Reading, source: Source | None) -> Answer | None:
    """The speaker of a reading, by the first rule that knows; remembered for what comes after, unless said within what is said."""
    casting.reading = reading
    answer = _of_source(casting, source) if source is not None else without_source(casting, reading, _of_source)
    within = reading.cue is not None and reading.cue.head in casting.within
    if answer is not None and reading.rule != "cue-in-quotation" and not within:
        casting.said.append((reading.start, answer))
    return answer


def _of_source(casting: Casting, source: Source) -> Answer | None:
    rules: Sequence[Callable[[Casting, Source], Answer | None]] = (
        meant_by_pronoun,
        _several,
        _person_in_mention,
        _writing_of_body,
        _body_in_mention,
        _latter,
        _styled,
        _role_of_person,
        short_form_of_body,
        _unnamed_before,
        _role_unstated,
        last_body,
        _unnamed,
    )
    return next((answer for rule in rules if (answer := rule(casting, source)) is not None), None)


def _writing_of_body(casting: Casting, source: Source) -> Answer | None:
    """ "its statement": the issuer is resolved as a source itself."""
    return writing_of_body(casting, source, _of_source)


# --- sources that name --------------------------------------------------------------------------------------------------


def _several(casting: Casting, source: Source) -> Answer | None:
    """Two or more with names speak together: "Karl Osei and Lena Strand said", as it stands."""
    syntax = casting.syntax
    heads = [source.head, *(w.index for w in syntax.dependents(source.head, "conj") if w.index in source.places)]
    named = [casting.names.naming_at(place) for place in heads]
    namings = [n for one, place in zip(named, heads, strict=True) if one is not None and (n := one.naming_at(place))]
    if len(heads) < 2 or len(namings) < len(heads) or len(set(map(id, named))) < len(heads) or named[0] is None:
        return None
    return Answer(kind_of_named(named[0]), (namings[0].start, namings[-1].end), "several")


def _person_in_mention(casting: Casting, source: Source) -> Answer | None:
    """The mention is a person's name, with or without a title, or has one as its apposition."""
    syntax, names = casting.syntax, casting.names
    word = syntax.words[source.head]
    for place in (source.head, *(p for p in source.places if p != source.head)):
        named = names.naming_at(place)
        if named is not None and named.kind == "person" and _is_same_referent(syntax, place, source.head, named, names):
            return _by_name(casting, named, place)
    last = source.places[-1]
    named = names.naming_at(last)
    if (
        named is not None
        and named.kind == "person"
        and last > source.head
        and _is_titled(syntax, source.head, last, named, names)
    ):
        return _by_name(casting, named, last)
    for apposition in syntax.dependents(source.head, "appos") if word.xpos not in SEVERAL else ():
        named = names.naming_at(apposition.index)
        if named is not None and named.kind == "person":
            return of_named(named, "apposition")
    governor = syntax.head(word)
    if word.relation == "appos" and governor is not None and word.lemma.casefold() not in BODIES:
        named = names.naming_at(governor.index)
        if named is not None and named.kind == "person":
            return of_named(named, "apposition")
    return None


def _by_name(casting: Casting, named: Named, place: int) -> Answer:
    """Who bears the name at a place; others whose full names hold a single name are rivals, unless its title tells them apart.

    Of namesakes the only one who has spoken before is the likelier speaker.
    """
    naming = named.naming_at(place)
    said = parts(naming.text) if naming is not None else []
    if naming is None or len(said) > 1:
        return of_named(named, "name")
    others = [p for p in casting.names.people if p is not named and said[0] in (parts(p.name)[0], parts(p.name)[-1])]
    gender = gender_of(naming.title)
    others = [p for p in others if len(parts(p.name)) > 1 and (gender is None or p.gender in (None, gender))]
    if not others:
        return of_named(named, "name")
    spoken = [answer.named for _, answer in casting.said]
    heard = [p for p in others if p in spoken] if named not in spoken else []
    best = heard[0] if len(heard) == 1 else named
    rivals = [p for p in (named, *others) if p is not best]
    return of_named(best, "namesake", sorted(rivals, key=lambda p: recency(casting, p, naming.start), reverse=True))


def _is_titled(syntax: Syntax, head: int, last: int, named: Named, names: Names) -> bool:
    """Whether a title runs right up to the name that ends a mention."""
    first = last
    while first > 0 and names.naming_at(first - 1) is named:
        first -= 1
    while first > head and is_honorific(syntax.words[first - 1]):
        first -= 1
    between = syntax.words[head:first]
    allowed = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "X", "PART")
    titled = all(w.upos in allowed or w.text in (",", "and") for w in between) and len(between) <= 14
    return titled and (not between or between[-1].upos != "ADP") and not _speaks_for(between)


def _speaks_for(between: Sequence[Word]) -> bool:
    """Whether a title holds another one after "for": "spokeswoman for the foreign minister"."""
    after = next((n for n, w in enumerate(between) if w.text == "for"), len(between))
    rest = between[after:]
    return (
        any(is_role_noun(w) for w in rest) and all(w.text != "and" for w in rest) and is_role_noun(between[after - 1])
    )


def _is_same_referent(syntax: Syntax, place: int, head: int, named: Named, names: Names) -> bool:
    """Whether a name within a mention names whom the mention is about: not "Smith's lawyer", "the Clinton campaign"."""
    if names.naming_at(head) is named:
        return True
    word = syntax.words[place]
    while word.index != head:
        if word.relation not in ("flat", "appos", "compound", "nmod") or syntax.dependents(word.index, "case"):
            return False
        if word.relation in ("compound", "nmod") and (word.deprel == "nmod:poss" or word.index < head):
            return False
        if word.head < 0:
            return False
        word = syntax.words[word.head]
    return True


def _body_in_mention(casting: Casting, source: Source) -> Answer | None:
    """The mention is an organization's name, or a place's that speaks through its government."""
    syntax, names = casting.syntax, casting.names
    if syntax.words[source.head].text.isupper() and (answer := _role_of_person(casting, source)) is not None:
        return answer
    named = names.naming_at(source.head)
    if named is not None and named.kind == "organization":
        return of_named(named, "organization")
    common = syntax.words[source.head].lemma in BODIES | PRESS
    named = names.naming_at(source.places[-1])
    if common and named is not None and named.kind == "organization" and syntax.words[source.head + 1].upos == "PROPN":
        return of_named(named, "apposition")
    for apposition in syntax.dependents(source.head, "appos"):
        named = names.naming_at(apposition.index)
        near = apposition.index == source.head + 1 or syntax.words[source.head].lemma.lower() in BODIES
        if named is not None and named.kind == "organization" and near:
            return of_named(named, "apposition")
    head = syntax.words[source.head]
    if head.upos == "PROPN" and head.text[:1].isupper() and head.text.lower() not in BODIES and not is_role_noun(head):
        if head.text.isupper() and len(head.text) > 1:
            return _abbreviation(casting, head)
        places = [p for p in source.places if syntax.words[p].upos == "PROPN"] or [source.head]
        start, end = syntax.characters(places)
        known = bearer_of(casting.names, syntax.text[start:end])
        if known is not None:
            return of_named(known, "name")
        run = run_of(syntax, head.text) if len(places) == 1 else None
        if run is not None:
            start, end = syntax.characters(range(*run))
        return Answer(SpeakerKind.PERSON, (start, end), "proper-noun")
    return None


def _abbreviation(casting: Casting, head: Word) -> Answer:
    """The body whose initials a word of capitals is."""
    for body in casting.names.bodies:
        if any(head.text.casefold() in initials(n.text) for n in body.namings if len(parts(n.text)) > 1):
            return of_named(body, "organization")
    return Answer(SpeakerKind.ORGANIZATION, (head.start, head.end), "proper-noun")


# --- sources that describe ----------------------------------------------------------------------------------------------


def _role_of_person(casting: Casting, source: Source) -> Answer | None:
    """ "the minister" for the last person before it whose stated role holds that noun."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.upos not in ("NOUN", "PROPN") or head.xpos in SEVERAL:
        return None
    if not is_definite(syntax, source) and not _is_headed_by_body(syntax, source):
        return None
    wanted = head.text.casefold() if head.text.isupper() else head.lemma.casefold()
    fits = [
        p
        for p in casting.names.people
        if any(_fits(casting, role, source, wanted) for role in casting.roles[p])
        or any(TITLE_ROLES.get(naming.title) == wanted for naming in p.namings)
    ]
    ranked = sorted(fits, key=lambda p: recency(casting, p, head.start), reverse=True)
    return of_named(ranked[0], "role", ranked[1:]) if ranked else None


def _styled(casting: Casting, source: Source) -> Answer | None:
    """ "His Highness": whoever of those that are called so spoke last, or was named last."""
    syntax = casting.syntax
    style = syntax.words[source.head].lemma.casefold()
    if style not in STYLES or len(source.places) > 2:
        return None
    here = syntax.words[source.head].start

    def is_called(naming: Naming) -> bool:
        before = syntax.words[
            max(syntax.sentences[syntax.words[naming.first].sentence].start, naming.first - 7) : naming.first
        ]
        return any(w.lemma.casefold() == style for w in before)

    called = [p for p in casting.names.people if any(is_called(n) for n in p.namings) and p.namings[0].start < here]
    spoken = [answer.named for _, answer in reversed(casting.said) if answer.named in called]
    ranked = sorted(called, key=lambda p: recency(casting, p, here), reverse=True)
    best = spoken[0] if spoken else ranked[0] if ranked else None
    return of_named(best, "role", [p for p in ranked if p is not best]) if best is not None else None


def _is_headed_by_body(syntax: Syntax, source: Source) -> bool:
    """Whether a role stands without an article after the body that it is held in: "ACC secretary said"."""
    first = syntax.words[source.places[0]]
    named = first.upos == "PROPN" or (len(first.text) > 1 and first.text.isupper())
    return is_role_noun(syntax.words[source.head]) and named and first.index < source.head


def _latter(casting: Casting, source: Source) -> Answer | None:
    """ "the latter", "the former": the second or the first of the only two people named in the sentence before."""
    syntax = casting.syntax
    said = [syntax.words[p].text.casefold() for p in source.places]
    sentence = syntax.words[source.head].sentence
    if said not in (["the", "latter"], ["the", "former"]) or sentence == 0:
        return None
    places = syntax.sentences[sentence - 1]
    held = (casting.names.naming_at(p) for p in places)
    both = list(dict.fromkeys(named for named in held if named is not None and named.kind == "person"))
    return of_named(both[said[1] == "latter"], "latter") if len(both) == 2 else None


def _fits(casting: Casting, role: Role, source: Source, noun: str) -> bool:
    """Whether a stated role may be what a mention says: its noun, the same rank, and no other body."""
    syntax = casting.syntax
    if not _holds(syntax, role, noun) or role.role is None:
        return False
    stated = set(re.findall(r"\w+", syntax.text[role.role[0] : role.role[1]].casefold()))
    said = {syntax.words[p].text.casefold() for p in source.places}
    return (
        stated & RANKS == said & RANKS
        and _is_of(casting, role, source)
        and not _is_told_otherwise(casting, role, source)
    )


def _is_told_otherwise(casting: Casting, role: Role, source: Source) -> bool:
    """Whether a mention and a role both say more than their noun, and nothing alike: "youth leader", "leader of the Root Party"."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    said = {
        w.text.casefold() for p in source.places if (w := syntax.words[p]).upos in ("NOUN", "ADJ") and p < source.head
    }
    said -= EPITHETS | FORMER
    told = set(parts(syntax.text[slice(*role.statement)])) - {
        head.text.casefold(),
        head.lemma.casefold(),
        "of",
        "the",
        "and",
    }
    told -= EPITHETS | FORMER
    return bool(said) and bool(told) and not any(_is_akin(a, b) for a in said for b in told)


def _is_of(casting: Casting, role: Role, source: Source) -> bool:
    """Whether a role may be held where the mention says: "Norfell's governor" is no governor of another body."""
    syntax = casting.syntax
    owners = [w for w in syntax.dependents(source.head, "nmod", "compound") if w.upos == "PROPN"]
    if not owners or role.organization is None:
        return True
    words = set(parts(syntax.text[slice(*role.statement)]))
    named = casting.names.naming_at(syntax.at(role.organization[0]))
    same = any(casting.names.naming_at(w.index) is named and named is not None for w in owners)
    said = {syntax.words[p].text.casefold() for w in owners for p in syntax.subtree(w.index) if p != w.index}
    said = (said - {"the", "of", "'s", "’s"}) or {w.text.casefold() for w in owners}
    return same or any(_is_akin(word, other) for word in words for other in said)


def _is_akin(word: str, other: str) -> bool:
    """The same word, or a country and what belongs to it: "Iraq", "Iraqi"."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4)


def _holds(syntax: Syntax, role: Role, noun: str) -> bool:
    if role.role is None:
        return False
    stated = syntax.text[role.role[0] : role.role[1]]
    words = parts(stated)
    held = noun in words and (is_role(noun) or noun == words[-1])
    whole = syntax.text[slice(*role.statement)] if role.organization is not None else stated
    return held or (len(noun) > 1 and any(noun in initials(said.title()) for said in (stated, whole)))


def _role_unstated(casting: Casting, source: Source) -> Answer | None:
    """ "the far-right leader" for the person just spoken of, though no role of that name is stated."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    first = syntax.words[source.places[0]].text.casefold()
    starts = (syntax.subtree(w.index)[0] for w in syntax.dependents(source.head, "nmod", "acl"))
    described = any("," not in (syntax.words[p].text, syntax.words[p - 1].text) for p in starts)
    described = described and not head.text[0].isupper()
    if casting.scene.quoting(source.head) is not None:
        return None
    bare = head.upos == "NOUN" and not syntax.dependents(source.head, "det", "nummod", "nmod:poss")
    aged = head.lemma == "old" or head.text.endswith("-old")
    stands = is_role_noun(head) or is_general(syntax.words, source.head) or head.lemma in FAME or aged
    if not (first == "the" or bare) or not (head.xpos in ("NN", "NNP") or aged) or not stands or described:
        return None
    last = casting.said[-1] if casting.said else None
    here = casting.paragraph(head.start)
    near = last is not None and last[1].kind is SpeakerKind.PERSON and here - casting.paragraph(last[0]) <= 2
    before = None if near else subject_before(casting, head.start)
    answer = evolve(last[1], rule="role-unstated") if near and last else None
    if before is not None:
        answer = of_named(before[1], "role-unstated")
    if answer is not None and answer.named in casting.roles:
        told = role_of_phrase(syntax, casting.names, source.places, source.head)
        casting.roles[answer.named] = distinct(syntax.text, [*casting.roles[answer.named], *told])
    return answer


def _unnamed_before(casting: Casting, source: Source) -> Answer | None:
    """ "the official" for "an official of the weather office", who spoke before without a name."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    bare = head.lemma in ("source", "insider") and len(source.places) == 1
    if head.upos != "NOUN" or len(source.places) > 4 or not (bare or is_definite(syntax, source)):
        return None
    wanted = {syntax.words[p].lemma for p in source.places if syntax.words[p].upos not in ("DET", "PRON", "PUNCT")}
    for _, answer in reversed(casting.said):
        nouns = [syntax.words[p] for p in syntax.inside(*answer.name)]
        same = any(w.lemma == head.lemma and w.xpos == head.xpos and w.relation != "compound" for w in nouns)
        told = {w.lemma for w in nouns if w.upos not in ("DET", "PRON", "PUNCT")}
        known = {lemma for lemma in wanted if lemma in told or _is_clipped(lemma, told)}
        more = known == wanted and len(wanted) < len(told)
        more = more or (wanted == told and nouns[0].text.casefold() in ("a", "an", "one", "another"))
        if answer.kind is SpeakerKind.UNNAMED and same and more:
            return evolve(answer, rule="unnamed-before")
    return None


def _is_clipped(word: str, told: Iterable[str]) -> bool:
    """Whether a capitalised word is the beginning of a longer one: "MeT" of "meteorological"."""
    return word[:1].isupper() and len(word) > 1 and any(other.casefold().startswith(word.casefold()) for other in told)


def _unnamed(casting: Casting, source: Source) -> Answer | None:
    """The noun phrase as it stands."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.upos == "PRON" and head.lemma.lower() in PRONOUNS:
        return None
    return Answer(SpeakerKind.UNNAMED, syntax.characters([*source.places, *_up_to_cue(casting, source)]), "unnamed")


def _up_to_cue(casting: Casting, source: Source) -> list[int]:
    """The phrase between a mention and its cue that says of whom they are: "with the survey" of "Geologists with the survey say"."""
    cue = casting.reading.cue if casting.reading is not None else None
    words, start = casting.syntax.words, source.places[-1] + 1
    if cue is None or not start < cue.head <= start + 8 or words[start].text.casefold() not in OF - {"on", "to"}:
        return []
    places = list(range(start, cue.head))
    if any(
        (e := casting.syntax.entity_at.get(p)) is not None and e.kind == "date" and e.last == cue.head for p in places
    ):
        return []
    while places and words[places[-1]].upos in ("AUX", "ADV"):
        places.pop()
    nominal = ("ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PART")
    return places if all(words[p].upos in nominal for p in places) and words[places[-1]].upos != "ADP" else []

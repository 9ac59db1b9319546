"""Which words of a noun phrase are the role, and which the body?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from attrs import frozen

from quotes.attribution.naming import Names
from quotes.attribution.nouns import BODIES, NOT_ROLES, POSSESSIVES, PRESS, SEATS, WEEKDAYS, is_role_noun, without_grade
from quotes.attribution.organizations import (
    body_before,
    ending_of_body,
    expanded,
    is_body,
    known_abbreviation,
    organization_at,
)
from quotes.attribution.syntax import Entity, Syntax, Word, is_bracketed

OF = frozenset({"of", "at", "for", "with", "from", "in", "to", "on"})
VENTURES = frozenset(
    "nonprofit non-profit profit charity ngo startup platform brand subsidiary outlet portal chain venture operator venue".split()
)
"""Nouns for bodies that stand with "a" beside their names."""
HOMES = frozenset(
    """village town city suburb neighbourhood neighborhood district island port province county region area street commune
    township settlement hamlet country state nation borough""".split()
)
"""Where somebody lives, which may stand with "a" beside its name."""
FORMER = frozenset({"former", "ex", "then", "late", "acting", "outgoing", "retired"})
PARTICIPLES = frozenset(
    "managing acting presiding founding visiting retired investigating returning commanding supervising".split()
)
"""Participles that are part of a title."""
RANKED = frozenset(
    {"secretary", "attorney", "director", "consul", "inspector", "comptroller", "procurator", "surgeon", "treasurer"}
)
"""What "general" makes another role of, after it."""
PORTFOLIOS = frozenset(
    """state staff education defense defence finance justice health operations research communications sales marketing studies art
    police parliament law history economics physics medicine science practice""".split()
)
"""Bare nouns after "of" that are part of a title."""
MATTERS = frozenset("research press media programme program project party marketing sales communications".split())
"""What roles are for, and a recogniser takes for bodies where it is capitalised."""
PAIRS = frozenset({("in", "charge"), ("first", "lady"), ("first", "gentleman")})
REGIONS = frozenset({"State", "County", "Province", "City", "Region", "District"})
"""What follows the name of a place and is part of it."""
EPITHETS = frozenset(
    """middle-aged renowned local leftist rightist veteran prominent popular famous famed young old longtime long-time well-known outspoken
    influential powerful controversial embattled noted respected celebrated so-called far-right far-left newly particularly undercover
    current present incumbent then late vocal fellow only subdued elected appointed new living dedicated passionate
    world-renowned self-described""".split()
)
"""Adjectives that praise or place somebody, and are no part of the role."""


@frozen
class Role:
    """A stated affiliation: characters of the role and of the organization (either may be missing) and of the statement."""

    role: tuple[int, int] | None
    organization: tuple[int, int] | None
    statement: tuple[int, int]


def may_be_role(syntax: Syntax, word: Word, names: Names) -> bool:
    """Whether a noun can say what somebody is: no person, place, date, number or kin."""
    if word.upos not in ("NOUN", "PROPN", "ADJ") or word.lemma.casefold() in NOT_ROLES:
        return False
    entity = syntax.entity_at.get(word.index)
    if entity is not None and entity.kind in ("person", "date", "location"):
        return False
    if entity is not None and entity.kind == "organization":
        return is_role_noun(word)
    paired = is_paired(syntax.words, word.index) or is_general(syntax.words, word.index)
    return is_role_noun(word) or paired or (word.upos == "NOUN" and _is_one_of_many(syntax, word))


def is_paired(words: list[Word], place: int) -> bool:
    """Whether a noun is a role by the word before it alone: "lady" of "first lady"."""
    return place > 0 and (words[place - 1].lemma.casefold(), words[place].lemma.casefold()) in PAIRS


def _is_one_of_many(syntax: Syntax, word: Word) -> bool:
    """Whether a noun with "a" or "an" says what somebody is: "a shipwright"."""
    articles = (w.text.casefold() for w in syntax.dependents(word.index, "det"))
    person = word.lemma.casefold() not in BODIES | PRESS | VENTURES | HOMES
    return person and word.relation == "appos" and word.xpos == "NN" and any(text in ("a", "an") for text in articles)


def roles_of_noun(
    syntax: Syntax, names: Names, head: Word, without: Iterable[int] = (), *, clause: bool = False
) -> Iterator[Role]:
    """The roles of a noun phrase and of the nouns that are conjoined with it."""
    joined = [w for w in syntax.dependents(head.index, "conj") if w.upos in ("NOUN", "PROPN")]
    separate = [w for w in joined if stands_alone(syntax, w)]
    barred = [*without, *(w.index for w in separate)]
    barred += [w.index for w in syntax.dependents(head.index, *NOT_OF_ROLE) if not _is_hyphenated(syntax, w)]
    barred += [w.index for w in syntax.dependents(head.index, "cc") if separate and w.index > head.index]
    if clause:
        told = syntax.dependents(head.index, "obl", "case", "discourse", "ccomp")
        barred += [w.index for w in told if [c.text for c in syntax.dependents(w.index, "case")] != ["of"]]
    places = syntax.subtree(head.index, without=barred)
    yield from parted_roles(syntax, names, places, head.index)
    for word in separate:
        if may_be_role(syntax, word, names):
            yield from roles_of_noun(syntax, names, word)


NOT_OF_ROLE = ("appos", "acl", "parataxis", "punct", "advcl", "cop", "nsubj", "aux", "advmod", "mark")


def _is_hyphenated(syntax: Syntax, word: Word) -> bool:
    """Whether a word is a hyphen, or what follows one: the second half of "secretary-general"."""
    return word.text == "-" or syntax.words[word.index - 1].text == "-"


def stands_alone(syntax: Syntax, word: Word) -> bool:
    """Whether a conjoined noun is a role of its own, not the second of "founder and CEO of ...".

    "... and also a founding member of ...", "MP for Halden and chairman of the defence committee".
    """
    if syntax.words[word.index - 1].text == "-":
        return False
    first = syntax.head(word)
    both = [syntax.dependents(w.index, "nmod") for w in (first, word)] if first is not None else []
    if both and all(phrases and phrases[0].deprel != "nmod:poss" for phrases in both) and both[0][0].index < word.index:
        return True
    return bool(syntax.dependents(word.index, "det")) or any(
        c.text.lower() == "also" for c in syntax.dependents(word.index, "advmod", "cc")
    )


def parted_roles(syntax: Syntax, names: Names, places: list[int], head: int) -> Iterator[Role]:
    """Part the words of a noun phrase into the body and the role."""
    words = syntax.words
    places = _without_place(syntax, _together(words, places, head), head)
    if len(places) > 2 and [words[p].text.casefold() for p in places[:2]] == ["according", "to"]:
        places = places[2:]
    while places and places[0] > 0 and words[places[0] - 1].text.casefold() in PARTICIPLES:
        places = [places[0] - 1, *places]
    held = [p for p in places if words[p].upos != "PUNCT" or p not in (places[0], places[-1])]
    held = [*_strayed_owner(syntax, held), *held]
    held = _with_second_half(syntax, held, head)
    if not held:
        return
    statement = syntax.characters(held)
    owner = owner_of(syntax, names, held, head)
    parted = owner or _of_phrase(syntax, names, held, head)
    body = parted[0] if parted is not None else None
    rest = parted[1] if parted is not None else held
    rest = core_of(syntax, rest, head)
    if not rest:
        return
    role = syntax.characters(rest)
    yield Role(role, body, (min(statement[0], role[0]), max(statement[1], role[1])))


def _strayed_owner(syntax: Syntax, places: list[int]) -> range:
    """A place, people or body right before a role that it opens a sentence with, or owns, which the tree hangs elsewhere."""
    first = places[0] if places else 0
    entity = syntax.entity_at.get(first - 1) if first else None
    if entity is None or entity.last != first or entity.kind not in ("location", "group", "organization"):
        return range(0)
    opens = entity.first == syntax.sentences[syntax.words[first].sentence].start
    owns = syntax.words[first - 1].text in POSSESSIVES
    return range(entity.first, first) if opens or owns else range(0)


def _together(words: list[Word], places: list[int], head: int) -> list[int]:
    """The places before a head that stand in one run with it, but for marks or a word in brackets between, and all after it."""
    kept = [p for p in places if p >= head]
    first = head
    for place in sorted((p for p in places if p < head), reverse=True):
        bracketed = first == place + 4 and is_bracketed(words, place + 1)
        parted = not bracketed and any(w.upos != "PUNCT" for w in words[place + 1 : first])
        if parted or words[place].text in ("based", "born"):
            break
        kept.insert(0, place)
        first = place
    return kept


def _without_place(syntax: Syntax, places: list[int], head: int) -> list[int]:
    """The words without where somebody is: "in Lindau" of "a pharmacist in Lindau"."""
    for word in syntax.dependents(head, "nmod"):
        entity = syntax.entity_at.get(word.index)
        case = [c.text.casefold() for c in syntax.dependents(word.index, "case")]
        if entity is not None and entity.kind == "location" and case in (["in"], ["from"]):
            gone = set(syntax.subtree(word.index))
            places = [p for p in places if p not in gone]
    return places


def is_general(words: list[Word], place: int) -> bool:
    """Whether a word is the second of "secretary general"."""
    first = place - 2 if place > 1 and words[place - 1].text == "-" else place - 1
    return first >= 0 and words[place].lemma.casefold() == "general" and words[first].lemma.casefold() in RANKED


def _with_second_half(syntax: Syntax, places: list[int], head: int) -> list[int]:
    """The words with "-general" or "and CEO" after the head, where the tree hangs those elsewhere."""
    words = syntax.words
    after = head + 1
    if after < len(words) and is_general(words, after):
        return _with_subtree(syntax, places, after, head)
    if (
        after + 1 < len(words)
        and words[after].text in ("-", "and", "&")
        and words[after + 1].sentence == words[head].sentence
    ):
        second = words[after + 1]
        joined = (
            second.upos in ("NOUN", "PROPN", "ADJ")
            if words[after].text == "-"
            else is_role_noun(second) and second.relation in ("appos", "conj")
        )
        if joined:
            return sorted({after, *_with_subtree(syntax, places, after + 1, after)})
    return places


def _with_subtree(syntax: Syntax, places: list[int], top: int, after: int) -> list[int]:
    """Places with those of a subtree after one, up to a comma: no name in apposition to it."""
    below = (p for p in syntax.subtree(top) if p > after)
    return sorted({*takewhile(lambda p: syntax.words[p].text != ",", below), *places})


BEYOND = WEEKDAYS | frozenset("who whom whose which".split())
"""No word of a role: after its noun they tell something else of the person or of what was said."""


def _ends_role(words: list[Word], place: int) -> bool:
    """Whether what follows a role begins at a word: what somebody did, or since when: "from 2010"."""
    years = words[place].text.casefold() in ("from", "since") and [w.upos for w in words[place + 1 : place + 2]] == [
        "NUM"
    ]
    return years or words[place].text.casefold() in BEYOND


def core_of(syntax: Syntax, places: list[int], head: int) -> list[int]:
    """The role's own words: without determiners and punctuation at its edges, in one run that holds the head."""
    words = syntax.words
    kept = [p for p in places if not (words[p].upos == "DET" and p < head) and words[p].deprel != "nmod:poss"]
    kept = [p for p in kept if words[p].text not in ("'s", "’s", "also")]
    closed = (p for p in kept if p < head and (words[p].text == ")" or words[p].text.casefold() in BEYOND))
    bracket = max(closed, default=-1)
    told = min((p for p in kept if p > head and _ends_role(words, p)), default=len(words))
    kept = [p for p in kept if bracket < p < told]
    first = next((p for p in kept if words[p].upos != "PUNCT"), head)
    while first < head and (last := _end_of_epithet(words, first)) is not None:
        kept = [p for p in kept if p > last]
        first = kept[0] if kept else head
    run = [head] if head in kept else []
    for place in sorted((p for p in kept if p < head), reverse=True):
        if run and run[0] - place == 1:
            run.insert(0, place)
    for place in sorted(p for p in kept if p > head):
        if run and place - run[-1] == 1:
            run.append(place)
    while run and words[run[-1]].upos in ("PUNCT", "ADP", "CCONJ", "DET", "VERB"):
        run.pop()
    while run and words[run[0]].upos in ("PUNCT", "ADP", "CCONJ", "DET", "PART"):
        run.pop(0)
    return run


def _end_of_epithet(words: list[Word], place: int) -> int | None:
    """The last word of a number, an age or an epithet that begins at a place: "66-year-old", "far-right", "veteran"."""
    texts = [w.text.casefold() for w in words[place : place + 5]]
    if texts[1:] == ["-", "year", "-", "old"]:
        return place + 4
    if texts[1:2] == ["-"] and "".join(texts[:3]) in EPITHETS:
        return place + 2
    if texts[1:2] == ["-"] and (texts[0] == "newly" or words[place].upos == "NUM"):
        return place + 2
    counted = words[place].upos == "NUM" or texts[0][0].isdigit()
    return place if counted or not EPITHETS.isdisjoint((texts[0], words[place].lemma.casefold())) else None


def owner_of(syntax: Syntax, names: Names, places: list[int], head: int) -> tuple[tuple[int, int], list[int]] | None:
    """A body before the role: "Malaysia's prime minister", "Roborock president", "Kenyan President"."""
    words = syntax.words
    before = [p for p in places if p < head]
    for place in before:
        if words[place].deprel == "nmod:poss" and words[place].text.casefold() in ("its", "their"):
            body = body_before(syntax, names, words[place])
            return (body, [p for p in places if p != place]) if body is not None else None
        owner = names.naming_at(place)
        if owner is not None and owner.kind == "person":
            continue
        if words[place].deprel == "nmod:poss" and words[place].upos in ("PROPN", "NOUN"):
            return _owned(syntax, names, words[place], places, head)
    first = next((p for p in before if words[p].upos != "DET" and words[p].lemma.casefold() not in FORMER), None)
    if first is None:
        return None
    last = _end_of_long_name(syntax, before, first, head)
    if last is not None:
        return syntax.characters([first, last]), [p for p in places if p > last]
    short = ending_of_body(syntax, names, before, first)
    if short is not None:
        return short[0], [p for p in places if p >= short[1]]
    entity = syntax.entity_at.get(first) or known_abbreviation(syntax, names, first)
    seat = names.naming_at(first)
    known = entity is not None and (
        entity.kind in ("organization", "location", "group") or (seat is not None and seat.kind == "organization")
    )
    if entity is None or not known or entity.last > head or _is_matter(words, entity):
        return None
    if entity.kind == "group" and words[head].upos == "NOUN" and any(p > head for p in places):
        return None
    titled = any(is_role_noun(words[p]) for p in range(entity.first, entity.last))
    if entity.last < head and titled and entity.kind == "organization":
        return None
    last = _end_of_owner(syntax, entity, head)
    span = expanded(syntax, names, first, last)
    former = any(p < first and words[p].lemma.casefold() in FORMER for p in places)
    return span, [p for p in places if p >= last or former]


def _is_matter(words: list[Word], entity: Entity) -> bool:
    """Whether one capitalised word says for what a role is, not for whom: "Press" of "Press Officer"."""
    return entity.last - entity.first == 1 and words[entity.first].text.casefold() in MATTERS


def _owned(
    syntax: Syntax, names: Names, owner: Word, places: list[int], head: int
) -> tuple[tuple[int, int], list[int]] | None:
    """The body that owns a role by "'s", and the rest of the words; of a place's body, that: "Halden's Harbour Trust director"."""
    naming = names.mention_at(owner.index)
    owned = {*syntax.subtree(owner.index), *(naming.places if naming is not None else ())}
    inner = names.mention_at(max(owned) + 1)
    local = naming is not None and naming.kind == "location" and inner is not None and inner.kind == "organization"
    if local and inner is not None and inner.last <= head:
        return (inner.start, inner.end), [p for p in places if p not in owned and p >= inner.last]
    span = organization_at(syntax, names, owner)
    return (span, [p for p in places if p not in owned]) if span else None


def _end_of_owner(syntax: Syntax, entity: Entity, head: int) -> int:
    """Where the owner of a role ends: with the office of a place's or a people's, without a grade, with "State" after a place."""
    words, last = syntax.words, entity.last
    office = syntax.entity_at.get(last)
    if office is not None and office.first == last and office.kind == "organization" and office.last <= head:
        last = office.last if entity.kind in ("group", "location") else last
    last = without_grade(words, entity.first, last)
    while entity.kind == "location" and last < head and words[last].text in REGIONS:
        last += 1
    while entity.kind == "organization" and last < head and _ends_body(words[last]):
        last += 1
    beyond = last + 1 if words[last].text == "and" else last
    other = syntax.entity_at.get(beyond) if words[beyond - 1].text == "and" else None
    if other is not None and other.kind == entity.kind == "location" and other.first == beyond and other.last <= head:
        last = other.last
    return last


def _ends_body(word: Word) -> bool:
    """Whether a capitalised noun goes on with a body's name: "Station" of "Halden Police Station inspector"."""
    return word.text[:1].isupper() and word.text.casefold() in SEATS - {"board"}


def _end_of_long_name(syntax: Syntax, before: list[int], first: int, head: int) -> int | None:
    """Where a body's name ends whose abbreviation follows in brackets, or which a place begins: "Halden Harbour Authority chief"."""
    words = syntax.words
    if not words[first].text[:1].isupper():
        return None
    capital = [p for p in before if p >= first and words[p].text[:1].isupper()]
    following = pairwise([*before, head])
    ends = (p for p, after in following if p in capital and after == p + 4 and words[p + 1].text == "(")
    if (bracketed := next(ends, None)) is not None:
        return bracketed
    entity = syntax.entity_at.get(first)
    if entity is None or entity.kind != "location":
        return None
    bodies = [p for p in capital if p >= entity.last and (words[p].lemma.casefold() in BODIES or _ends_body(words[p]))]
    named = bodies and all(
        words[p].text[:1].isupper() or words[p].text in ("of", "and") for p in range(first, bodies[-1])
    )
    return bodies[-1] if named else None


def _of_phrase(syntax: Syntax, names: Names, places: list[int], head: int) -> tuple[tuple[int, int], list[int]] | None:
    """A body after the role: "president of Roborock", "secretary-general at the Organization"; read in the order of the words."""
    words = syntax.words
    for preposition in (p for p in places if p > head and words[p].text.casefold() in OF):
        carrier = words[preposition - 1]
        word = _after_preposition(syntax, names, places, preposition)
        case = words[preposition].text.casefold()
        carried = carrier.index == head or _may_carry(syntax, carrier)
        if word is None or not (carried or (case == "at" and _is_named(names, word))):
            continue
        if case not in ("of", "at") and not is_body(names, word):
            continue
        if case == "of" and _is_part_of_title(syntax, names, word):
            continue
        if carrier.lemma.casefold() == "minister" and case in ("of", "for") and not _is_named(names, word):
            continue
        span = organization_at(syntax, names, word)
        if span is not None:
            return span, [p for p in places if p < preposition]
    return None


def _may_carry(syntax: Syntax, word: Word) -> bool:
    """Whether a phrase after a word may say of whose body: a noun for a role, "general" or what stands joined with a role."""
    return (
        is_role_noun(word)
        or is_general(syntax.words, word.index)
        or syntax.words[word.index - 1].text in ("-", "and", "&")
    )


def _after_preposition(syntax: Syntax, names: Names, places: list[int], preposition: int) -> Word | None:
    """The noun that a preposition brings: the one that the tree says, else the head of the name that stands there."""
    held = [p for p in places if p > preposition]
    governor = syntax.head(syntax.words[preposition])
    if governor is not None and governor.index in held:
        return governor
    first = next((p for p in held if syntax.words[p].upos not in ("DET", "ADJ")), None)
    naming = names.mention_at(first) if first is not None else None
    return syntax.top(naming.places) if naming is not None else None


def role_of_body(syntax: Syntax, names: Names, word: Word) -> Iterator[Role]:
    """The body that a word names or means, as an affiliation without a role."""
    span = organization_at(syntax, names, word)
    owned = any(w.upos == "PRON" for w in syntax.dependents(word.index, "nmod:poss"))
    if span is not None and not (owned and names.naming_at(word.index) is None):
        yield Role(None, span, syntax.characters(syntax.subtree(word.index)))


def _is_named(names: Names, word: Word) -> bool:
    """Whether a noun names a place or a body: a country has ministers, a portfolio is part of what they are."""
    return names.naming_at(word.index) is not None


def _is_part_of_title(syntax: Syntax, names: Names, word: Word) -> bool:
    """ "Secretary of State", "Director of Education": a bare common noun that names no body."""
    phrases = [[c.text for c in syntax.dependents(w.index, "case")] for w in syntax.dependents(word.index, "nmod")]
    bare = all(case not in ([], ["of"]) for case in phrases)
    bare = bare and not syntax.dependents(word.index, "det", "amod", "compound", "nmod:poss")
    return bare and names.naming_at(word.index) is None and word.lemma.casefold() in PORTFOLIOS

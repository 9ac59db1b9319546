"""Where do the names of organizations stand, and of places that act?"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribution.naming import Naming, initials
from quotes.attribution.nouns import BODIES, POSSESSIVES, SEATS, WRITINGS, is_role_noun, without_grade
from quotes.attribution.syntax import Entity, Syntax, Word, is_bracketed

TIES = frozenset({"compound", "flat", "amod", "nummod", "nmod"})
LEADING = ("PROPN", "ADJ")
NAMED_AFTER = frozenset({"university", "foundation", "institute"})
"""Bodies that are named after people as a rule, written small now and then."""
HOUSES = frozenset(
    "theatre theater gallery library zoo orchestra choir cathedral church mosque temple monastery".split()
)
"""How the names of bodies end that are tagged as places: "Lantern Theatre"."""
MINISTRIES = frozenset({"ministry", "department", "secretariat", "bureau"})
"""Bodies that are named after what they are for."""
CORPORATE = frozenset("inc ltd limited llc plc corp ag gmbh sa nv pty".split())


def body_namings(syntax: Syntax, taken: set[int]) -> Iterator[Naming]:
    """Where organizations and places are named, and abbreviations in capitals that were taken for people; no word twice."""
    held: set[int] = set(taken)
    shorts: set[str] = set()
    for naming, short in _defined(syntax):
        if held.isdisjoint(range(naming.first, naming.last)):
            held.update(range(naming.first, naming.last))
            shorts.add(short)
            yield naming
    for word in syntax.words:
        if word.text in shorts and word.index not in held:
            held.add(word.index)
            yield Naming(word.index, word.index + 1, word.start, word.end, word.text, kind="organization")
    entities = (part for entity in syntax.entities for part in _parted(syntax, entity))
    for entity in sorted(entities, key=lambda e: not _is_body(syntax, e)):
        person = entity.kind == "person" and entity.first not in taken
        if entity.kind not in ("organization", "location") and not person:
            continue
        first, last = _grown(syntax, entity, taken)
        if held.isdisjoint(range(first, last)):
            held.update(range(first, last))
            seat = last - first > 1 and syntax.words[last - 1].text.casefold() in BODIES | SEATS | HOUSES
            yield _body(syntax, first, last, "organization" if person or seat else entity.kind)


def _parted(syntax: Syntax, entity: Entity) -> Iterator[Entity]:
    """An entity, or each of the places that it names: "the town of Norfell | Halden"."""
    words, first = syntax.words, entity.first
    if entity.last - first > 3 and [w.text for w in words[first + 1 : first + 3]] == ["-", "based"]:
        first += 3
    if entity.kind == "location":
        for place in range(entity.first + 1, entity.last - 1):
            if syntax.words[place].text == ",":
                yield Entity(first, place, entity.kind)
                first = place + 1
    yield Entity(first, entity.last, entity.kind)


def _defined(syntax: Syntax) -> Iterator[tuple[Naming, str]]:
    """Long forms that stand before their abbreviation in brackets: "Transparency Institute Guyana Inc (TIGI)".

    After Schwartz and Hearst (2003): the shortest run of words before the bracket that the abbreviation is of, by its initials, or
    by letters in order that begin with a capital.
    """
    words = syntax.words
    for place in range(1, len(words) - 2):
        short = words[place + 1].text
        if not is_bracketed(words, place) or not short.isalpha() or not short[0].isupper() or not 2 <= len(short) <= 10:
            continue
        firsts = list(_openings(syntax, place))
        first = next((f for f in firsts if short.isupper() and _has_initials(syntax, f, place, short)), None)
        if first is None and syntax.entity_at.get(place + 1) is not None:
            first = next((f for f in firsts if _has_letters(syntax, f, place, short)), None)
        if first is not None:
            first = _with_opening(syntax, first, place, set())
            last = place - (words[place - 1].text in POSSESSIVES)
            start, end = words[first].start, words[last - 1].end
            yield Naming(first, last, start, end, syntax.text[start:end], kind="organization"), short


def _openings(syntax: Syntax, bracket: int) -> Iterator[int]:
    """Where a long form before a bracket may begin, nearest first: in its sentence, after the last comma, before no role."""
    words = syntax.words
    if is_role_noun(words[bracket - 1]):
        return
    for first in range(bracket - 2, max(-1, bracket - 16), -1):
        if (
            words[first].sentence != words[bracket].sentence
            or words[first].text == ","
            or _is_held(syntax, first, bracket)
        ):
            return
        yield first


def _is_held(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a word is the role of which the words after it say where it is held: "superintendent of police"."""
    word, after = syntax.words[first], syntax.words[first + 1]
    return (
        is_role_noun(word) and word.text.casefold() not in BODIES and after.text == "of" and word.relation != "compound"
    )


def _has_initials(syntax: Syntax, first: int, last: int, short: str) -> bool:
    words = syntax.words
    ends = [last, *(p for p in range(first + 2, last - 1) if words[p].upos == "ADP")]
    longs = (syntax.text[words[first].start : words[end - 1].end] for end in ends)
    return words[first].text[0].upper() == short[0] and any(short.casefold() in initials(long) for long in longs)


def _has_letters(syntax: Syntax, first: int, last: int, short: str) -> bool:
    """Whether a long form of capitalised words holds the letters of a short one in order, the first as its own first."""
    long = syntax.text[syntax.words[first].start : syntax.words[last - 1].end]
    content = [w for w in syntax.words[first:last] if w.upos not in ("ADP", "DET", "CCONJ", "PUNCT", "PART")]
    named = len(content) > 1 and all(w.text[0].isupper() for w in content)
    rest = iter(long.casefold())
    return named and long[0] == short[0] and all(letter in rest for letter in short.casefold())


def _is_body(syntax: Syntax, entity: Entity) -> bool:
    """Whether an entity is an organization, by its tag or its last word: it takes the place before it into its name."""
    return entity.kind == "organization" or syntax.words[entity.last - 1].text.casefold() in SEATS


def _names_somebody(syntax: Syntax, entity: Entity) -> bool:
    """Whether the noun phrase that an entity begins ends in a role or a person: "EU High Representative"."""
    top = syntax.words[entity.last - 1]
    while top.relation in TIES and top.head > top.index and syntax.words[top.head].upos in ("PROPN", "NOUN"):
        top = syntax.words[top.head]
    other = syntax.entity_at.get(top.index, entity)
    return is_role_noun(top) or other.kind == "person"


def _grown(syntax: Syntax, entity: Entity, taken: set[int]) -> tuple[int, int]:
    """An organization's words with the capitalised ones that the tree ties to them and the tagger left out."""
    words, first, last = syntax.words, entity.first, entity.last
    if (
        first > 0
        and words[first - 1].text in ("St", "St.")
        and words[last - 1].text.casefold() in BODIES | SEATS | HOUSES
    ):
        first -= 1
    if not _is_body(syntax, entity):
        return first, last

    def tied(place: int) -> bool:
        word = words[place]
        inside = range(first, last)
        joined = word.relation in TIES and (word.head in inside or any(words[p].head == place for p in inside))
        joined = joined or any(words[p].head == place and words[p].relation in TIES for p in inside)
        return place not in taken and word.sentence == words[first].sentence and joined

    first = _with_opening(syntax, first, last, taken)
    while first > 0 and tied(first - 1) and words[first - 1].text[0].isupper() and words[first - 1].upos in LEADING:
        first -= 1
    titled = _names_somebody(syntax, entity)
    while last < len(words) and (words[last].text.rstrip(".").casefold() in CORPORATE or (not titled and tied(last))):
        if words[last].upos not in ("PROPN", "NUM") or words[last].text.casefold() in WRITINGS:
            break
        if words[last - 1].text in POSSESSIVES:
            break
        last += 1
    last = _with_place(syntax, first, _with_of(syntax, first, last, taken), taken)
    return first, _with_part(syntax, _with_joined(syntax, first, last, taken))


def _with_place(syntax: Syntax, first: int, last: int, taken: set[int]) -> int:
    """The end of a body's name with the place right after it that the tree hangs beside it: "Halpoll Norfell"."""
    words = syntax.words
    place = syntax.entity_at.get(last)
    if (
        place is None
        or place.kind != "location"
        or place.first != last
        or not taken.isdisjoint(range(last, place.last))
    ):
        return last
    top, seat = syntax.top(range(first, last)), syntax.top(range(place.first, place.last))
    beside = seat.head == top.head and seat.relation == top.relation and seat.deprel == top.deprel
    beside = beside or (seat.relation == "appos" and seat.head in (top.head, top.index))
    owns = words[place.last : place.last + 1] and words[place.last].text in POSSESSIVES
    alone = words[last - 1].upos == "PROPN" and seat.sentence == top.sentence and not owns
    return place.last if beside and alone else last


def _with_joined(syntax: Syntax, first: int, last: int, taken: set[int]) -> int:
    """The end of a ministry's name with the last of the matters it is for: "Ministry of Tides and Ferries"."""
    words = syntax.words
    joined = words[last : last + 2]
    named = (
        words[first].text.casefold() in MINISTRIES
        and len(joined) == 2
        and joined[0].text in ("and", "&")
        and joined[1].upos == "PROPN"
        and joined[1].relation == "conj"
    )
    other = syntax.entity_at.get(last + 1)
    free = other is None or other.kind == "other"
    return last + 2 if named and free and joined[1].head in range(first, last) and last + 1 not in taken else last


def _with_part(syntax: Syntax, last: int) -> int:
    """The end of a body's name with the part of it that is meant: "Halden Police Department's 4th Precinct"."""
    words = syntax.words
    if last >= len(words) or (words[last - 1].text not in POSSESSIVES and words[last].text not in POSSESSIVES):
        return last
    place = last if words[last - 1].text in POSSESSIVES else last + 1
    while (
        place < len(words) and words[place].xpos in ("JJ", "CD", "NNP") and words[place].text.casefold() not in BODIES
    ):
        place += 1
    inside = range(last, place + 1)
    ends = place < len(words) and words[place].text[:1].isupper() and words[place].text.casefold() in BODIES
    free = all(syntax.entity_at.get(p) is None for p in inside)
    return place + 1 if ends and free and words[place].sentence == words[last - 1].sentence else last


def _with_opening(syntax: Syntax, first: int, last: int, taken: set[int]) -> int:
    """The start of a body's name with the place or the person that it is named after, right before it: "Ben-Halden University"."""
    words, opening = syntax.words, syntax.entity_at.get(first - 1)
    if opening is None or opening.last != first or opening.first in taken:
        return first
    places = range(opening.first, opening.last)
    tops = [words[p] for p in places if words[p].head not in places]
    tied = opening.kind == "location" and all(h.relation == "compound" and h.head in range(first, last) for h in tops)
    if not tied and not is_eponym(syntax, opening):
        return first
    start = opening.first
    while start > 1 and is_hyphenated(words, start):
        start -= 2
    return start - 1 if words[start].text == "-" and start else start


def is_hyphenated(words: list[Word], first: int) -> bool:
    """Whether a name goes on before its first word: "Delacroix" of "Delacroix-Owusu"."""
    before, hyphen, word = words[first - 2], words[first - 1], words[first]
    return hyphen.text == "-" and before.end == hyphen.start and hyphen.end == word.start and before.text[0].isupper()


def is_eponym(syntax: Syntax, entity: Entity) -> bool:
    """Whether what was taken for a person begins the name of a body: "Halden-Voss" of "Halden-Voss University of the Fens"."""
    if entity.kind != "person" or entity.last >= len(syntax.words):
        return False
    if syntax.words[entity.last].sentence != syntax.words[entity.first].sentence:
        return False
    word, other = syntax.words[entity.last], syntax.entity_at.get(entity.last)
    if not word.text[:1].isupper() and word.text not in NAMED_AFTER:
        return False
    if other is None or other.kind != "organization" or other.first != entity.last:
        return word.text.casefold() in NAMED_AFTER
    tied = any(other.first <= syntax.words[p].head < other.last for p in range(entity.first, entity.last))
    last = syntax.words[other.last - 1]
    return word.text.casefold() in BODIES | SEATS or (tied and last.text.casefold() in BODIES | SEATS)


def _with_of(syntax: Syntax, first: int, last: int, taken: set[int]) -> int:
    """The end of a body's name with the name that "of" adds to a common noun: "Diocese of Northmoor"."""
    words = syntax.words
    head = words[last - 1].text.casefold()
    single = last - first == 1 or head in BODIES
    ties = ("of", "in") if head in ("embassy", "consulate") else ("of",)
    if not single or last + 1 >= len(words) or words[last].text not in ties or words[last + 1].upos != "PROPN":
        return last
    added = words[last + 1]
    other = syntax.entity_at.get(added.index)
    end = other.last if other is not None else added.index + 1
    return (
        end if added.head == last - 1 and added.relation == "nmod" and taken.isdisjoint(range(last + 1, end)) else last
    )


def _body(syntax: Syntax, first: int, last: int, kind: str) -> Naming:
    words = syntax.words
    last = without_grade(words, first, last)
    while first < last - 1 and words[first].text.casefold() in ("the", "a", "an"):
        first += 1
    while last > first + 1 and (
        words[last - 1].text in POSSESSIVES | {",", ".", '"', "“", "”"} or words[last - 1].upos in ("ADP", "DET")
    ):
        last -= 1
    start, end = words[first].start, words[last - 1].end
    while syntax.text[start:end].casefold().endswith(("'s", "’s", "‘s")):
        end -= 2
    return Naming(first, last, start, end, syntax.text[start:end], kind=kind)

"""Where do the names of people stand?

The tagger's entities, grown over what it cut off, and cut where titles begin; a surname alone is found again by the full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from quotes.attribution.body_names import is_eponym, is_hyphenated
from quotes.attribution.naming import Naming, initials, parts
from quotes.attribution.nouns import PERSONS, POSSESSIVES, RANKS, is_honorific, is_role_noun
from quotes.attribution.syntax import Entity, Syntax, Word

FIRST_NAMES = frozenset({"Sheikh", "Shaikh", "Mullah", "Imam", "Maulana"})
"""Honorifics that stay with a single name, which alone would be half of it: "Sheikh Marwan"."""
HEAD = 400
"""Within so many characters an article says where it comes from."""
_LABEL = re.compile(r"(?m)^[A-Z][A-Z .'’-]+:")
QUOTING = frozenset("\"“”‘’'")
POSTNOMINALS = frozenset(
    "AC AM AO CBE CMG CNZM DBE DSO JP KBE KC KCB MBE MD MLA MNZM MP OAM OBE OM ONZM PhD QC QSM QSO RN SC VC".split()
)
"""Honours, degrees and offices that are written after a name and are no part of it."""
BEFORE_NAMES = RANKS | frozenset("ADC ASI ASP CEO CFO COO DC IG IO MP SI".split())
"""Ranks and offices in capitals that are written before a name and are no part of it."""
SMALL = frozenset("de da do dos das del della di la le van von der den ter al el bin ibn binti abu ben e y".split())


def person_namings(syntax: Syntax) -> list[Naming]:
    """Every place where the name of a person stands, without titles; surnames that are tagged as something else last."""
    tagged = [n for first, last in _with_nicknames(syntax) if (n := _naming(syntax, first, last)) is not None]
    short = {letters for n in tagged if len(parts(n.text)) > 2 for letters in initials(n.text)}
    found = [n for n in tagged if n.text.casefold() in short or not _is_abbreviation(syntax, n)]
    return [*found, *_said_to_be_called(syntax), *_full_names(syntax, found), *_surnames(syntax, found)]


def _said_to_be_called(syntax: Syntax) -> Iterator[Naming]:
    """The name that follows "named" after a noun for somebody, or "name as", whatever it was taken for: "a student named Chhoton"."""
    words = syntax.words
    for word in words[1:-1]:
        somebody = is_role_noun(words[word.index - 1]) or words[word.index - 1].lemma.casefold() in PERSONS
        said = word.text == "named" and somebody
        said = said or (word.text == "as" and words[word.index - 1].lemma == "name")
        entity = syntax.entity_at.get(word.index + 1)
        if not said or words[word.index + 1].upos != "PROPN" or (entity is not None and entity.kind == "person"):
            continue
        last = entity.last if entity is not None else word.index + 2
        naming = _naming(syntax, word.index + 1, last)
        if naming is not None:
            yield naming


def _full_names(syntax: Syntax, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Two or three words that are tagged as a place or a body, stand right before a verb, and end in the single name of a person."""
    single = {parts(n.text)[0] for n in namings if len(parts(n.text)) == 1}
    for entity in syntax.entities:
        words = syntax.words[entity.first : entity.last + 1]
        if entity.kind not in ("organization", "location") or not 3 <= len(words) <= 4 or words[-1].upos != "VERB":
            continue
        naming = _naming(syntax, entity.first, entity.last) if all(w.upos == "PROPN" for w in words[:-1]) else None
        if naming is not None and parts(naming.text)[-1:] and parts(naming.text)[-1] in single:
            yield naming


def _surnames(syntax: Syntax, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Single words that are tagged as bodies, or as places that do something, and are the surname of somebody named in full.

    The first part of a full name may be the surname too ("Wu" of "Wu Kairen"): where it does something.
    """
    full = [parts(n.text) for n in namings if len(parts(n.text)) > 1]
    last, first = {name[-1] for name in full}, {name[0] for name in full}
    for entity in syntax.entities:
        if entity.kind not in ("organization", "location") or entity.last - entity.first > 1:
            continue
        acting = syntax.words[entity.first].relation == "nsubj"
        naming = _naming(syntax, entity.first, entity.last)
        word = next(iter(parts(naming.text)), "") if naming is not None else ""
        known = word in (last | first if acting else last if entity.kind == "organization" else ())
        if naming is not None and known:
            yield naming


def _is_abbreviation(syntax: Syntax, naming: Naming) -> bool:
    """Whether what was taken for a person's name is a body's abbreviation: in brackets somewhere, in capitals or after a body."""
    if _is_body_in_short(syntax, naming):
        return True
    place = syntax.text.find(f"({naming.text})")
    if place < 0 or len(naming.text) < 3:
        return False
    before = syntax.entity_at.get(syntax.at(place) - 1)
    return naming.text.isupper() or (before is not None and before.kind == "organization")


def _is_body_in_short(syntax: Syntax, naming: Naming) -> bool:
    """Whether a single name after "of" or "at" is the first word of a body's longer name: "president of Halden"."""
    words = syntax.words
    if naming.last - naming.first > 1 or naming.first == 0 or words[naming.first - 1].text not in ("of", "at"):
        return False
    longer = (e for e in syntax.entities if e.kind == "organization" and e.last - e.first > 1)
    return any(words[e.first].text == naming.text for e in longer)


def _with_nicknames(syntax: Syntax) -> Iterator[tuple[int, int]]:
    """The words of people's names, those joined that only a nickname in marks parts: Selwyn "Crabby" Harewood."""
    held: tuple[int, int] | None = None
    for entity in syntax.entities:
        if (
            entity.kind != "person"
            or _is_seat(syntax, entity)
            or _is_saint(syntax, entity)
            or is_eponym(syntax, entity)
            or _is_dateline(syntax, entity)
            or _is_described(syntax, entity)
        ):
            continue
        if held is not None and 2 < entity.first - held[1] + 1 <= 5 and _is_nickname(syntax, held[1], entity.first):
            held = (held[0], entity.last)
            continue
        if held is not None and entity.first < held[1]:
            continue
        if held is not None and entity.first == held[1] and not _is_broken(syntax, entity.first):
            held = (held[0], entity.last)
            continue
        if held is not None:
            yield held
        held = (_grown_back(syntax, entity), _grown_name(syntax, entity))
    if held is not None:
        yield held


def _is_seat(syntax: Syntax, entity: Entity) -> bool:
    """Whether what was taken for a person is where a role is held: "Halden East" of "Halden East MP Tom Reed"."""
    words, last = syntax.words, entity.last
    if entity.last - entity.first < 2 or last + 1 >= len(words) or not is_role_noun(words[last]):
        return False
    other = syntax.entity_at.get(last + 1)
    name = [w.text for w in words[entity.first : last]]
    alone = sum([w.text for w in words[e.first : e.last]] == name for e in syntax.entities) == 1
    return other is not None and other.kind == "person" and alone


def _is_described(syntax: Syntax, entity: Entity) -> bool:
    """Whether one word after "the" says what somebody is: "the Spaniard said", no "the Osei family"."""
    word = syntax.words[entity.first]
    before = syntax.words[entity.first - 1].text.casefold() if entity.first else ""
    alone = (
        entity.last - entity.first == 1
        and word.relation in ("nsubj", "obj", "obl")
        and not syntax.dependents(word.index, "acl")
    )
    return alone and before == "the" and not is_role_noun(word)


def _is_dateline(syntax: Syntax, entity: Entity) -> bool:
    """Whether capitals before a colon open an article from some place, not the words of a speaker in a transcript."""
    after = dropwhile(lambda w: w.text.isupper(), syntax.words[entity.first : entity.last + 3])
    opens = (w.text == ":" and w.index >= entity.last for w in after)
    near = syntax.words[entity.first].start < HEAD
    return near and next(opens, False) and len(_LABEL.findall(syntax.text)) == 1


def _is_saint(syntax: Syntax, entity: Entity) -> bool:
    """Whether a single name stands after "Saint": a place, or nobody who speaks."""
    before = syntax.words[entity.first - 1].text if entity.first else ""
    return entity.last - entity.first == 1 and before in ("Saint", "San", "Santa", "St", "St.")


def _grown_back(syntax: Syntax, entity: Entity) -> int:
    """The start of a person's name, with a word before it that the tree makes its first part and the tagger took for a body."""
    first = entity.first
    if (
        first > 1
        and syntax.words[first - 1].text == "Said"
        and syntax.words[first - 2].upos in ("NOUN", "PROPN", "ADJ")
    ):
        return first - 1
    if first == 0 or syntax.words[first].relation != "flat" or syntax.words[first].head != first - 1:
        return first
    before, other = syntax.words[first - 1], syntax.entity_at.get(first - 1)
    alone = other is None or (other.kind == "organization" and other.last - other.first == 1)
    named = (
        before.upos == "PROPN" and before.text[:1].isupper() and not before.text.isupper() and not is_role_noun(before)
    )
    return first - 1 if alone and named and not is_honorific(before) and not _is_broken(syntax, first) else first


def _is_broken(syntax: Syntax, place: int) -> bool:
    """Whether a line ends right before a word: no name goes on there."""
    return place > 0 and "\n" in syntax.text[syntax.words[place - 1].end : syntax.words[place].start]


def _grown_name(syntax: Syntax, entity: Entity) -> int:
    """The end of a person's name, with what the tagger left out: parts that the tree ties to it, hyphenated parts, a nickname's rest."""
    words, last = syntax.words, entity.last
    broken = next((p for p in range(entity.first + 1, last) if _is_broken(syntax, p)), None)
    if broken is not None:
        return broken
    inside = range(entity.first, entity.last)
    while last < len(words):
        word, other = words[last], syntax.entity_at.get(last)
        after = words[last + 1] if last + 1 < len(words) else None
        if (
            word.text == "-"
            and word.start == words[last - 1].end
            and after is not None
            and after.start == word.end
            and after.text.isalpha()
        ):
            last += 2
            continue
        if word.text in QUOTING and (end := _end_of_nickname(words, last)) is not None:
            last = end
            continue
        if (
            word.relation != "flat"
            or word.upos != "PROPN"
            or word.head not in inside
            or (other and other.kind == "organization")
            or is_role_noun(word)
            or _is_broken(syntax, last)
        ):
            break
        last += 1
    return last


def _end_of_nickname(words: list[Word], place: int) -> int | None:
    """After a nickname in marks that a surname follows, the end of the surname."""
    for close in range(place + 2, min(place + 5, len(words) - 1)):
        if words[close].text in QUOTING:
            after = words[close + 1]
            return close + 2 if after.upos == "PROPN" and words[close - 1].text[0].isupper() else None
    return None


def _is_nickname(syntax: Syntax, first: int, last: int) -> bool:
    return syntax.words[first].text in QUOTING and syntax.words[last - 1].text in QUOTING


def _naming(syntax: Syntax, first: int, last: int) -> Naming | None:
    """The words of a person's name without honorifics, lower-case words and possessive endings."""
    words = syntax.words
    title = ""
    first = next((p + 1 for p in range(last - 2, first - 1, -1) if words[p].text in ("(", ")", *POSSESSIVES)), first)
    while first < last and (_opens_title(words, first) or not _is_name_word(words[first])):
        title = words[first].text.rstrip(".").casefold()
        first += 1
    while 1 < first < last and is_hyphenated(words, first):
        first -= 2
    if not title and first > 0:
        title = words[first - 1].text.rstrip(".").casefold()
    while last > first and not _is_name_word(words[last - 1]) and not _is_second_half(words, last - 1):
        last -= 1
    while last > first + 1 and words[last - 1].text in POSTNOMINALS:
        last -= 1
    if first >= last:
        return None
    if last - first == 1 and first > 0 and words[first - 1].text in FIRST_NAMES and not _is_broken(syntax, first):
        first -= 1
    start, end = words[first].start, words[last - 1].end
    return Naming(first, last, start, end, syntax.text[start:end], title)


def _is_second_half(words: list[Word], place: int) -> bool:
    """Whether a word follows a hyphen without a space: "hui" of "Chen Ming-hui"."""
    before, text = words[place - 1], words[place].text
    if text.startswith("-") and text[1:2].isalpha():
        return before.end == words[place].start
    return before.text.endswith("-") and before.end == words[place].start and words[place].text[:1].isalpha()


def _opens_title(words: list[Word], place: int) -> bool:
    """Whether a word is an honorific, or the first of one in two words: "Tan Sri"."""
    after = words[place + 1].text.casefold() if place + 1 < len(words) else ""
    return (
        is_honorific(words[place])
        or words[place].text in BEFORE_NAMES
        or (words[place].text.casefold() in ("tan", "datuk", "dato") and after in ("sri", "seri"))
    )


def _is_name_word(word: Word) -> bool:
    text = word.text
    return (
        any(c.isalpha() for c in text)
        and (text[0].isupper() or text.casefold() in SMALL or not text[0].isascii())
        and text not in POSSESSIVES
    )

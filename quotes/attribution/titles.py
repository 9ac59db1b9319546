"""Which title does the tree give a name?  "Finance Minister Y", "US Secretary of State Antony Blinken"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribution.naming import Names, Naming
from quotes.attribution.nouns import POSSESSIVES, SEVERAL, is_honorific, is_role_noun
from quotes.attribution.roles import PARTICIPLES, Role, is_general, parted_roles
from quotes.attribution.syntax import Syntax, Word, is_bracketed

ALONE = frozenset({"General", "Justice", "Rep.", "Sen.", "Gov."})
"""Titles right before a name that are no nouns for roles elsewhere."""


OFFICES_OF = frozenset({"Prime", "Vice", "Deputy", "Foreign", "Finance", "Interior", "Defence", "Defense", "Chief"})
"""What may open the title of whoever holds a state's office."""
SEATS_OF = frozenset({"MK", "MP", "MEP", "MSP", "TD", "MLA"})
"""Seats in capitals that may follow a role: "party chair MK Lena Strand"."""


def title_of_tree(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Role]:
    """The title that runs up to the name: "Finance Minister Y", "US Secretary of State Antony Blinken"."""
    words = syntax.words
    if naming.first and words[naming.first - 1].text in POSSESSIVES:
        return
    top = _top(syntax, naming, head)
    phrase = set(syntax.subtree(top)) | set(_beside_name(syntax, naming, words[top]))
    first = last = _before_brackets(words, naming.first)
    if first < naming.first:
        phrase |= set(syntax.subtree(words[first - 1].index)) | {first - 1}
    start = syntax.sentences[words[naming.first].sentence].start
    held = _run_before(syntax, names, phrase, range(start, first))
    first = held[0] if held else first
    while (
        first < last and words[first].text not in ALONE and (words[first].upos in OPENERS or is_honorific(words[first]))
    ):
        counted = words[first].upos == "NUM" and words[first + 1].text == "-"
        aged = counted and words[first + 3].text == "-"
        first += 5 if aged else 3 if counted else 1
    while last > first and words[last - 1].text not in ALONE and _is_no_title(words[last - 1]):
        last -= 1
    if last - first > 1 and words[last - 1].text in SEATS_OF and is_role_noun(words[last - 2]):
        last -= 1
    held = _of_holder(words, names, [p for p in held if first <= p < last])
    nouns = [p for p in held if is_role_noun(words[p]) or (p == last - 1 and words[p].text in ALONE)]
    after = [w.text for w in words[naming.last : naming.last + 1]]
    several = bool(nouns) and words[last - 1].xpos in SEVERAL and words[last - 1].text.endswith("s")
    if several and after not in (["and"], ["&"], [","], ["("]):
        return
    if nouns:
        carriers = [p for p in nouns if p < last - 1 and words[p + 1].upos == "ADP"]
        owner = [first - 1] if first and words[first - 1].text.casefold() in ("its", "their") else []
        yield from parted_roles(syntax, names, [*owner, *held], carriers[0] if carriers else nouns[-1])


def _of_holder(words: list[Word], names: Names, places: list[int]) -> list[int]:
    """The words of a title after what is the holder's: "President" of "the Government of President Lena Strand"."""
    for at, place in enumerate(places[1:-1], 1):
        title = [words[p] for p in places[at + 1 :]]
        whose = (
            words[place].text == "of" and names.mention_at(place) is None and not is_role_noun(words[places[at - 1]])
        )
        office = is_role_noun(title[0]) or (len(title) == 2 and title[0].text in OFFICES_OF and is_role_noun(title[1]))
        if whose and office and all(w.text[:1].isupper() for w in title):
            return places[at + 1 :]
    return places


def _is_no_title(word: Word) -> bool:
    """Whether a word right before a name says nothing of what somebody is."""
    return word.upos == "PUNCT" or is_honorific(word)


def _run_before(syntax: Syntax, names: Names, phrase: set[int], before: range) -> list[int]:
    """The words of a phrase that end a stretch and may state a title, but for abbreviations in brackets among them."""
    words = syntax.words
    held: list[int] = []
    place = before.stop
    while place > before.start:
        if held and before.start < (opening := _before_brackets(words, place)) < place:
            place = opening
            continue
        place -= 1
        colleague = names.naming_at(place - 1) if words[place].upos == "CCONJ" else None
        tied = place in phrase or _is_loose(syntax, place) or is_general(words, place + 1)
        may_stand = tied and _is_premodifier(words, place)
        may_stand = may_stand and not _parts_titles(words, place, held)
        if not may_stand or (colleague is not None and colleague.kind == "person"):
            return [*_start_of_body(names, place, before.start), *held]
        held.insert(0, place)
    return held


def _start_of_body(names: Names, last: int, start: int) -> range:
    """The words up to a place of a body's name that goes on after it, if the name begins no sooner than a start."""
    body = names.mention_at(last)
    cut = body is not None and body.kind == "organization" and body.first >= start and last + 1 < body.last
    return range(body.first, last + 1) if body is not None and cut else range(0)


def _parts_titles(words: list[Word], place: int, after: list[int]) -> bool:
    """Whether a comma parts a role from the title of the name in apposition to it: "the judge, Justice Lena Strand"."""
    parted = words[place].text == "," and is_role_noun(words[place - 1])
    return parted and bool(after) and all(words[p].text not in ("and", "&", ",") for p in after)


def _is_loose(syntax: Syntax, place: int) -> bool:
    """Whether a capitalised noun stands right before a title that the tree does not tie it to: "Economy" of "Economy Minister"."""
    word = syntax.words[place]
    entity = syntax.entity_at.get(place)
    if entity is not None and entity.kind in ("organization", "location", "group"):
        return _opens_title(syntax, entity.last)
    free = entity is None and is_role_noun(syntax.words[place + 1]) and not is_role_noun(word)
    return free and word.upos in ("NOUN", "PROPN") and word.text[:1].isupper() and word.relation in ("compound", "conj")


def _opens_title(syntax: Syntax, place: int) -> bool:
    """Whether a role stands at a place, after at most two nouns or adjectives: "justice spokesperson"."""
    words = syntax.words
    if place < len(words) and words[place].text in POSSESSIVES:
        place += 1
    for word in words[place : place + 3]:
        if is_role_noun(word):
            return True
        if word.upos not in ("NOUN", "ADJ", "PROPN"):
            return False
    return False


def _before_brackets(words: list[Word], place: int) -> int:
    """The place before an abbreviation in brackets that ends there: "Chief Harbour Officer (CHO) Ines Calder"."""
    if place > 3 and is_bracketed(words, place - 3) and words[place - 2].text[:1].isupper():
        return place - 3
    return place


def _beside_name(syntax: Syntax, naming: Naming, top: Word) -> list[int]:
    """A title that the tree hangs beside the name instead of on it: both are subjects of one verb, say."""
    if naming.first == 0:
        return []
    place = naming.first - 1
    while place > 0 and is_honorific(syntax.words[place]) and syntax.words[place].text not in ALONE:
        place -= 1
    before = syntax.words[place]
    alike = before.head == top.head and before.relation == top.relation and before.upos in ("NOUN", "PROPN")
    if before.sentence == top.sentence and (alike or is_role_noun(before)):
        return [*range(place, naming.first), *(p for p in syntax.subtree(before.index) if p < place)]
    return []


OPENERS = frozenset({"DET", "PUNCT", "ADP", "CCONJ", "NUM", "PRON", "PART", "ADV"})


def _top(syntax: Syntax, naming: Naming, head: Word) -> int:
    """The head of the noun phrase that the name ends: the title, where the tree hangs the name on it."""
    place = head
    while place.relation in ("flat", "appos", "compound", "nmod") and place.head >= 0 and place.head < naming.first:
        governor = syntax.words[place.head]
        between = syntax.words[governor.index + 1 : naming.first]
        if (
            governor.upos not in ("NOUN", "PROPN")
            or any(w.upos in ("VERB", "PUNCT") for w in between)
            or len(between) > 6
        ):
            break
        if syntax.dependents(place.index, "case"):
            break
        place = governor
    return place.index


def _is_premodifier(words: list[Word], place: int) -> bool:
    """Whether a word may stand in a title: a noun, an adjective, "of", "and", or "the" after "of"."""
    word = words[place]
    if word.upos in ("NOUN", "PROPN", "ADJ") or word.text in ("'s", "’s", "-", "&"):
        return True
    if word.text.casefold() in PARTICIPLES:
        return True
    if word.upos == "DET" or word.deprel == "nmod:poss":
        return words[place - 1].text.lower() in ("of", "for") if place else False
    counts = word.upos == "NUM" and words[place + 1].text == "-"
    listed = word.text == "," and words[place + 1].upos in ("NOUN", "PROPN")
    return counts or listed or word.text.lower() in ("of", "for", "and")

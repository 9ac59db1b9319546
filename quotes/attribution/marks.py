"""Where do quotation marks open and close?

A scanner over each paragraph with a stack for nested marks: directed marks pair by direction, straight ones by what stands
around them.  A straight mark closes only before space or punctuation.  A quotation that its paragraph leaves open goes on in
the next one where that opens with a mark again; otherwise the scanner tries once more without the opener that nothing closed.
Never a count of marks over the whole text: an odd number is normal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import evolve, frozen

DOUBLE = '“”„‟«»"＂「」『』'
"""Marks that quote; single ones do too, where they do not stand for an apostrophe."""

_TWINS = re.compile(r"``|''|’’|‘‘|‘’|,,(?=\w)")
_INCHES = re.compile(r"\d['’′]\s?\d{1,2}[½¼¾]?$")
_CLOSING_CONTEXT = re.compile(r"[\s.,;:!?)\]}…—–\-/”’\"'»*]|$")
_OPENING_CONTEXT = re.compile(r"[\s(\[{—–\-/“‘\"'„«:*,.]|^")


@frozen
class Quotation:
    """The characters ``[start, end)`` from an opening mark to its closing mark, both included.

    ``closed`` is false where the closing mark is missing (then it ends with its paragraph); ``reopened`` where it goes on from
    the paragraph before, whose quotation was left open; ``depth`` counts the quotations around it; ``paragraph`` is the number
    of its paragraph; ``mark`` and ``close`` are the lengths of the two marks.
    """

    start: int
    end: int
    paragraph: int
    closed: bool = True
    reopened: bool = False
    depth: int = 0
    mark: int = 1
    close: int = 1

    @property
    def inner(self) -> tuple[int, int]:
        """The characters between the marks."""
        return self.start + self.mark, self.end - (self.close if self.closed else 0)


@frozen
class Mark:
    """One mark in a paragraph: what it is, whether it may open or close there, and whether it may end a plural possessive."""

    place: int
    size: int
    family: str
    opens: bool
    closes: bool
    possessive: bool = False


def marks_of(text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks of the paragraph ``[start, end)``."""
    place = start
    while place < end:
        twin = _TWINS.match(text, place, end)
        size = 2 if twin else 1
        character = text[place : place + size]
        if twin or character in DOUBLE or character in "‘’'‹›":
            mark = _mark(text, start, end, place, size, character)
            if mark is not None:
                yield mark
        place += size


def _mark(text: str, start: int, end: int, place: int, size: int, character: str) -> Mark | None:
    before = text[place - 1] if place > start else ""
    after = text[place + size] if place + size < end else ""
    free_before = bool(_OPENING_CONTEXT.fullmatch(before)) if before else True
    free_after = bool(_CLOSING_CONTEXT.match(after)) if after else True
    if size == 2:
        opens = character in ("``", "‘‘", ",,") or (character == "''" and free_before and not (after or " ").isspace())
        opens = opens or (character == "‘’" and (not before or before.isspace()) and bool(after.strip() or not before))
        return Mark(place, 2, "twin", opens, character in ("''", "’’") or (character == "‘’" and not opens))
    if character in '"＂':
        if _INCHES.search(text[max(start, place - 6) : place]):
            return None
        if before.isdigit() and (after.isdigit() or not free_after):
            return None
        spaced = bool(after) and not after.isspace()
        return Mark(place, 1, "straight", free_before and spaced, free_after or before in ".,!?…")
    if character in "'‘’‹›":
        return _single(character, before, after, place)
    if character == "“":
        stray = bool(before) and not before.isspace() and (not after or after.isspace() or after in ",.;:!?")
        stray = stray or (place > start and not text[place + 1 : end].strip(" .,"))
        return Mark(place, 1, "curly", not stray, stray)
    if character == "”":
        swapped = not before or (before.isspace() and bool(after) and not after.isspace())
        return Mark(place, 1, "curly", swapped, True)
    if character in "„‟":
        return Mark(place, 1, "curly", True, False)
    return Mark(place, 1, "angle", character in "«「『", character in "»」』")


def _single(character: str, before: str, after: str, place: int) -> Mark | None:
    """A single mark, unless it can only be an apostrophe."""
    opens = character in "‘'‹" and not before.isalnum() and (after.isalpha() or after in '“"…[')
    closes = character in "’'›" and (not after or not after.isalnum()) and bool(before) and not before.isspace()
    if not (opens or closes):
        return None
    return Mark(place, 1, "single", opens, closes, possessive=before in "sS" and after.isspace())


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """All quotations of a text, by start; those of the outermost level have depth 0."""
    found: list[Quotation] = []
    pending: Quotation | None = None
    for number, (start, end) in enumerate(paragraphs):
        goes_on = number + 1 < len(paragraphs) and text[paragraphs[number + 1][0]] in DOUBLE
        here = _paragraph(text, start, end, number, goes_on)
        outer = [q for q in here if q.depth == 0]
        if pending is not None and outer and _opens(text, start, outer[0]):
            here = [evolve(q, reopened=True) if q is outer[0] else q for q in here]
        found += here
        last = max(outer, key=lambda q: q.end, default=None)
        pending = last if last is not None and not last.closed else None
    return sorted(found, key=lambda q: (q.start, -q.end))


def _opens(text: str, start: int, quotation: Quotation) -> bool:
    """Whether a quotation stands at the very start of its paragraph."""
    return not text[start : quotation.start].strip(" \t…-–—*")


def _paragraph(text: str, start: int, end: int, number: int, goes_on: bool) -> list[Quotation]:
    """The quotations of a paragraph; ``goes_on`` tells whether the next one opens with a mark."""
    marks = list(marks_of(text, start, end))
    done: list[Quotation] = []
    barred: set[int] = set()
    while True:
        found, left = _pair(marks, barred, number)
        if left is None:
            return [*done, *found] or list(_never_opened(text, start, marks, number))
        if (joined := _opened_twice(text, left, found)) is not None:
            done += joined
            marks = [m for m in marks if m.place >= joined[0].end]
            continue
        if _may_run_on(text, left, marks, end) or (goes_on and _holds_words(text, left, found)):
            return [*done, *found, Quotation(left.place, end, number, closed=False, mark=left.size)]
        barred.add(left.place)


def _never_opened(text: str, start: int, marks: Sequence[Mark], number: int) -> Iterator[Quotation]:
    """A paragraph whose only mark closes a quotation after a comma or a full stop: its opener was lost at the start."""
    doubles = [m for m in marks if m.family != "single"]
    if (
        len(doubles) == 1
        and doubles[0].closes
        and text[doubles[0].place - 1] in ",.!?…"
        and doubles[0].place > start + 20
    ):
        close = doubles[0]
        yield Quotation(start, close.place + close.size, number, mark=0, close=close.size)


def _opened_twice(text: str, left: Mark, found: list[Quotation]) -> list[Quotation] | None:
    """One quotation whose opening mark is set again at a later sentence of it, and closed once, from the first mark on.

    It comes first, before those that it holds and those before it; what follows it is left out.
    """
    later = [q for q in found if q.start > left.place and q.depth == 1]
    if (
        not later
        or left.family not in ("curly", "angle")
        or not text[: later[0].start].rstrip().endswith((".", "!", "?", "…"))
    ):
        return None
    first = later[0]
    before = [q for q in found if q.start < left.place]
    held = [evolve(q, depth=q.depth - 1) for q in found if first.start < q.start < first.end]
    return [evolve(first, start=left.place, depth=0, mark=left.size), *held, *before]


def _may_run_on(text: str, left: Mark, marks: Sequence[Mark], end: int) -> bool:
    """Whether an opener that nothing closes quotes the rest of its paragraph: it is no single mark, and none opens after it."""
    later = any(m.place > left.place and m.opens and m.family != "single" for m in marks)
    return left.family != "single" and not later and end - left.place > 20


def _holds_words(text: str, left: Mark, found: Sequence[Quotation]) -> bool:
    """Whether all that is quoted after an opener are words amid a sentence, in the same marks, so that it may hold them."""
    later = [q for q in found if q.start > left.place]
    alike = all(text[q.start] == text[left.place] for q in later)
    return left.family != "single" and alike and not any(text[: q.start].rstrip()[-1:] in ".!?…:," for q in later)


def _pair(marks: Sequence[Mark], barred: set[int], number: int) -> tuple[list[Quotation], Mark | None]:
    """Pair marks; the quotations, and the first opener of the outermost level that nothing closed."""
    stack: list[Mark] = []
    found: list[Quotation] = []
    for order, mark in enumerate(marks):
        if mark.place in barred or _is_possessive(marks, order):
            continue
        if mark.closes and (at := _partner(stack, mark)) is not None:
            found.append(
                Quotation(
                    stack[at].place, mark.place + mark.size, number, depth=at, mark=stack[at].size, close=mark.size
                )
            )
            del stack[at:]
        elif mark.opens and not any(open_.family == mark.family == "single" for open_ in stack):
            stack.append(mark)
    return found, (stack[0] if stack else None)


def _is_possessive(marks: Sequence[Mark], number: int) -> bool:
    """Whether a single mark ends a plural possessive: the next single one is sure to close."""
    if not marks[number].possessive:
        return False
    following = next((m for m in islice(marks, number + 1, None) if m.family == "single"), None)
    return following is not None and following.closes and not (following.opens or following.possessive)


def _partner(stack: Sequence[Mark], mark: Mark) -> int | None:
    """The level of the innermost open mark that a mark closes."""
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].family == mark.family or {stack[at].family, mark.family} <= {"curly", "straight", "twin"}:
            return at
        if mark.family == "single":
            return None
    doubles = [at for at, open_ in enumerate(stack) if open_.family != "single"]
    mixed = len(doubles) == 1 and {stack[doubles[0]].family, mark.family} == {"angle", "curly"} and not mark.opens
    return doubles[0] if mixed else None

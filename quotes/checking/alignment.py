"""Which claimed word stands for which word of the source, and what happened to the others?"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from quotes.checking.claims import Claim
from quotes.checking.words import Word, same

LONGEST = 400_000
"""Claims times quotes beyond this many pairs of words are compared in part: the quote is cut around what is shared."""
OMITTED = 0.02
"""What leaving out a word costs where the claim marks an omission (a changed, added or dropped word costs 1)."""
INSERTABLE = 12
"""Brackets with words can stand for at most so many words of the source."""


class Op(StrEnum):
    """What happened to words: kept, kept but for capital letters, changed, added, dropped, or left out with a mark."""

    SAME = "same"
    CASE = "case"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    OMITTED = "omitted"


UNMARKED = frozenset({Op.CASE, Op.CHANGED, Op.ADDED, Op.DROPPED})


@frozen
class Step:
    """One step through claim and source: positions of words, none on the side that has no word."""

    op: Op
    claim: int | None
    source: int | None


Steps = tuple[Step, ...]


def exact(claim: Claim, source: tuple[Word, ...]) -> Steps | None:
    """The claim in the source word for word, with omissions only at the claim's marks; the tightest such place.

    Words must be the same but for the case of first letters; none where there is no such place.
    """
    folded = [word.folded for word in source]
    wanted = [word.folded for word in claim.words]
    first, *rest = claim.segments
    best: Steps | None = None
    for start in _starts(folded, wanted[slice(*first)], 0, len(folded)):
        places = _places(folded, wanted, claim, start, first, rest)
        steps = _steps(claim, source, places) if places else None
        if steps and all(step.op not in UNMARKED for step in steps) and (best is None or len(steps) < len(best)):
            best = steps
            if not rest:
                return best
    return best


def _places(
    folded: list[str], wanted: list[str], claim: Claim, start: int, first: tuple[int, int], rest: list[tuple[int, int]]
) -> list[int] | None:
    """Where each segment begins in the source, each as early as the ones before it allow."""
    places, at = [start], start + first[1] - first[0]
    for begin, end in rest:
        reach = at + INSERTABLE + end - begin if begin in claim.inserted else len(folded)
        found = next(iter(_starts(folded, wanted[begin:end], at, reach)), None)
        if found is None:
            return None
        places.append(found)
        at = found + end - begin
    return places


def _starts(folded: list[str], wanted: list[str], low: int, high: int) -> list[int]:
    size = len(wanted)
    last = min(high, len(folded)) - size
    return [i for i in range(low, last + 1) if folded[i] == wanted[0] and folded[i : i + size] == wanted]


def _steps(claim: Claim, source: tuple[Word, ...], places: list[int]) -> Steps:
    steps: list[Step] = []
    at = places[0]
    for (begin, end), place in zip(claim.segments, places, strict=True):
        steps += [Step(Op.OMITTED, None, j) for j in range(at, place)]
        steps += [_pair(claim.words[i], source[place + i - begin], i, place + i - begin) for i in range(begin, end)]
        at = place + end - begin
    return tuple(steps)


def _pair(claimed: Word, said: Word, i: int, j: int) -> Step:
    if same(claimed, said):
        return Step(Op.SAME, i, j)
    return Step(Op.CASE if claimed.folded == said.folded else Op.CHANGED, i, j)


def closest(claim: Claim, source: tuple[Word, ...]) -> Steps:
    """The claim laid along the stretch of the source where the fewest words differ."""
    low, high = _window(claim, source)
    return _traced(claim, source, low, high, _costs(claim, source[low:high]))


def _window(claim: Claim, source: tuple[Word, ...]) -> tuple[int, int]:
    """All of the source, or in a very long one the stretch that shares the most words with the claim."""
    size = max(2 * len(claim.words), LONGEST // max(1, len(claim.words)))
    if len(source) <= size:
        return 0, len(source)
    shared = {word.folded for word in claim.words}
    hits = [0]
    for word in source:
        hits.append(hits[-1] + (word.folded in shared))
    low = max(range(len(source) - size + 1), key=lambda i: hits[i + size] - hits[i])
    return low, low + size


def _costs(claim: Claim, source: tuple[Word, ...]) -> list[list[float]]:
    """The cost of the best way to each pair of positions; words of the source before and after the claim are free."""
    said = [word.folded for word in source]
    rows = [[0.0] * (len(said) + 1)]
    for i, word in enumerate(claim.words, 1):
        above, wanted = rows[-1], word.folded
        omit = OMITTED if i in claim.gaps else 1.0
        row = [above[0] + 1.0]
        left = row[0]
        for j, other in enumerate(said):
            left = min(above[j] if other == wanted else above[j] + 1.0, above[j + 1] + 1.0, left + omit)
            row.append(left)
        rows.append(row)
    return rows


def _traced(claim: Claim, source: tuple[Word, ...], low: int, high: int, rows: list[list[float]]) -> Steps:
    """The steps of the cheapest way, from its end backwards."""
    i = len(claim.words)
    j = min(range(len(rows[i])), key=lambda end: (rows[i][end], end))
    if j + 1 < len(rows[i]) and rows[i][j + 1] == rows[i][j] == rows[i - 1][j] + 1:
        j += 1  # the last word is changed, rather than added
    steps: list[Step] = []
    while i > 0:
        here = rows[i][j]
        omit = OMITTED if i in claim.gaps else 1.0
        equal = j > 0 and claim.words[i - 1].folded == source[low + j - 1].folded
        if j > 0 and abs(rows[i - 1][j - 1] + (0.0 if equal else 1.0) - here) < 1e-9:
            steps.append(_pair(claim.words[i - 1], source[low + j - 1], i - 1, low + j - 1))
            i, j = i - 1, j - 1
        elif j > 0 and abs(rows[i][j - 1] + omit - here) < 1e-9:
            steps.append(Step(Op.OMITTED if omit < 1 else Op.DROPPED, None, low + j - 1))
            j -= 1
        else:
            steps.append(Step(Op.ADDED, i - 1, None))
            i -= 1
    return tuple(reversed(steps))


def edits(steps: Steps) -> int:
    """How many words were changed, added or dropped without a mark."""
    return sum(step.op in UNMARKED for step in steps)

"""Is a claim joined from stretches of separate quotes?"""

from __future__ import annotations

from attrs import frozen

from quotes.checking.candidates import Candidate, Weights
from quotes.checking.claims import Claim
from quotes.checking.words import same

SHORTEST = 3
"""A stretch has at least so many words."""
TELLING = 6.0
"""The words of a stretch weigh at least this together: three everyday words in a row prove nothing."""
JOINT = 2.0
"""What a joint between stretches costs, where a changed, added or dropped word costs 1."""
JOINERS = frozenset({"and", "but", "or", "so", "because", "that", "while"})


@frozen(eq=False)
class Stretch:
    """Words ``[start, end)`` of the claim, word for word in a candidate from its word ``at`` on."""

    start: int
    end: int
    candidate: Candidate
    at: int


@frozen(eq=False)
class Splice:
    """Stretches that make up the whole claim, in order, and what explaining the claim by them costs."""

    stretches: tuple[Stretch, ...]
    cost: float

    @property
    def quotes(self) -> int:
        """How many different quotes the stretches come from."""
        return len({stretch.candidate.text for stretch in self.stretches})


def splice(claim: Claim, candidates: list[Candidate], known: Weights) -> Splice | None:
    """The cheapest way to make the claim from two stretches or more; none where there is no way."""
    best: dict[int, Splice] = {0: Splice((), 0.0)}
    by_start: dict[int, list[Stretch]] = {}
    for stretch in _stretches(claim, candidates, known):
        by_start.setdefault(stretch.start, []).append(stretch)
    for start in range(len(claim.words)):
        if start not in best:
            continue
        if start and claim.words[start].folded in JOINERS:
            _offer(best, start + 1, Splice(best[start].stretches, best[start].cost + 1.0))
        for stretch in by_start.get(start, []):
            for end in range(start + SHORTEST, stretch.end + 1):
                _offer(best, end, _extended(best[start], Stretch(start, end, stretch.candidate, stretch.at)))
    whole = best.get(len(claim.words))
    return whole if whole and len(whole.stretches) > 1 else None


def _offer(best: dict[int, Splice], end: int, splice: Splice) -> None:
    if end not in best or splice.cost < best[end].cost:
        best[end] = splice


def _extended(before: Splice, stretch: Stretch) -> Splice:
    if not before.stretches:
        return Splice((stretch,), 0.0)
    one_quote = before.stretches[-1].candidate.text == stretch.candidate.text
    return Splice((*before.stretches, stretch), before.cost + (JOINT * 0.75 if one_quote else JOINT))


def _stretches(claim: Claim, candidates: list[Candidate], known: Weights) -> list[Stretch]:
    """For each candidate, the longest stretches of the claim that it holds as direct speech."""
    weight = [known.of(word) for word in claim.words]
    found, seen = [], set()
    for candidate in candidates:
        if candidate.text in seen:
            continue
        seen.add(candidate.text)
        for stretch in _shared(claim, candidate):
            if sum(weight[stretch.start : stretch.end]) >= TELLING:
                found.append(stretch)
    return found


def _shared(claim: Claim, candidate: Candidate) -> list[Stretch]:
    first: dict[str, list[int]] = {}
    for j, word in enumerate(candidate.words):
        first.setdefault(word.folded, []).append(j)
    found = []
    for i, word in enumerate(claim.words):
        lengths = [(_run(claim, candidate, i, j), j) for j in first.get(word.folded, ())]
        length, at = max(lengths, default=(0, 0))
        if length >= SHORTEST:
            found.append(Stretch(i, i + length, candidate, at))
    return found


def _run(claim: Claim, candidate: Candidate, i: int, j: int) -> int:
    length = 0
    while (
        i + length < len(claim.words)
        and j + length < len(candidate.words)
        and candidate.own[j + length]
        and (same(claim.words[i + length], candidate.words[j + length]) or _opens_alike(claim, candidate, i, j, length))
    ):
        length += 1
    return length


def _opens_alike(claim: Claim, candidate: Candidate, i: int, j: int, length: int) -> bool:
    """A stretch may begin with a capital that the join has changed."""
    return length == 0 and claim.words[i].folded == candidate.words[j].folded

"""What would Citron's own evaluation say?  The exact and overlap measures of BBC R&D's Citron (``citron/metrics.py``).

A part is exact where both parts hold the same tokens and, for sources and contents, the cues touch; a whole quote
where cue, source and content are exact.  The overlap measures count shared tokens over all pairs of quotes.  Many
predictions may share one gold quote here, and the other way about.  Differences from the original: tokens are words
and single signs, not spaCy's; pieces that follow each other are one; two quotes without a cue, which Citron never
has, count as having the same; and in the overlap of whole quotes, precision and recall are not exchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from quotes.evaluation.counts import Counts
from quotes.evaluation.gold import GoldCorpus, GoldDocument, Range
from quotes.evaluation.predictions import Prediction, Predictions

Tokens = frozenset[int]
Pair = Callable[["TokenQuote", "TokenQuote"], bool]

_TOKEN = re.compile(r"\w+|[^\w\s]")


@frozen
class TokenQuote:
    """A quote's parts as numbers of tokens."""

    cue: Tokens
    source: Tokens
    content: Tokens

    def touches(self, other: TokenQuote) -> bool:
        """Whether the cues overlap, or this one begins where the other ends (as in the original)."""
        if not self.cue or not other.cue:
            return not self.cue and not other.cue
        return min(self.cue) <= max(other.cue) + 1 and max(self.cue) >= min(other.cue)


@frozen
class CitronScores:
    """Counts of quotes (exact) and of tokens (overlap) for each part of a quote and for the whole."""

    exact: dict[str, Counts]
    overlap: dict[str, Counts]


PARTS: dict[str, Callable[[TokenQuote], Tokens]] = {
    "cue": lambda quote: quote.cue,
    "source": lambda quote: quote.source,
    "content": lambda quote: quote.content,
}

EXACT: dict[str, Pair] = {
    "cue": lambda ours, gold: ours.cue == gold.cue,
    "source": lambda ours, gold: ours.touches(gold) and ours.source == gold.source,
    "content": lambda ours, gold: ours.touches(gold) and ours.content == gold.content,
}


def citron_scores(corpus: GoldCorpus, predictions: Predictions) -> CitronScores:
    """Citron's measures of some predictions, summed over a corpus; only quotes that have a part count for it."""
    exact = dict.fromkeys([*PARTS, "quote"], Counts())
    overlap = dict.fromkeys(PARTS, Counts())
    for document in corpus.documents:
        gold, ours = _tokenized(document, predictions.get(document.name, ()))
        exact["quote"] += exact_counts(ours, gold, TokenQuote.__eq__)
        for name, part in PARTS.items():
            exact[name] += exact_counts(list(filter(part, ours)), list(filter(part, gold)), EXACT[name])
            overlap[name] += overlap_counts(list(map(part, ours)), list(map(part, gold)))
    overlap["quote"] = sum(overlap.values(), start=Counts())
    return CitronScores(exact, overlap)


def exact_counts(ours: Sequence[TokenQuote], gold: Sequence[TokenQuote], pair: Pair) -> Counts:
    """Predictions with a gold partner; recall counts these against the gold quotes without a partner."""
    hits = sum(any(pair(mine, theirs) for theirs in gold) for mine in ours)
    missed = sum(not any(pair(mine, theirs) for mine in ours) for theirs in gold)
    return Counts(hits, len(ours), hits + missed)


def overlap_counts(ours: Sequence[Tokens], gold: Sequence[Tokens]) -> Counts:
    """Tokens shared, over all pairs, and tokens in all."""
    shared = sum(len(mine & theirs) for mine in ours for theirs in gold)
    return Counts(shared, sum(map(len, ours)), sum(map(len, gold)))


def _tokenized(document: GoldDocument, predictions: Sequence[Prediction]) -> tuple[list[TokenQuote], list[TokenQuote]]:
    tokens = Tokenized(document.text)
    gold = [TokenQuote(tokens.of(q.cue), tokens.of(q.sources), tokens.of(q.content)) for q in document.quotes]
    ours = [TokenQuote(tokens.of(_one(p.cue)), tokens.of(_one(p.source)), tokens.of(p.content)) for p in predictions]
    return gold, ours


def _one(place: Range | None) -> tuple[Range, ...]:
    return (place,) if place else ()


class Tokenized:
    """A text cut into words and single signs."""

    def __init__(self, text: str) -> None:
        places = [match.span() for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def of(self, ranges: Iterable[Range]) -> Tokens:
        """Numbers of the tokens that some ranges of characters touch."""
        numbers: set[int] = set()
        for start, end in ranges:
            numbers.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(numbers)

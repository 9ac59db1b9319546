"""Are source, cue and content tagged right?  F1 of the words that belong to any source, cue or content (PolNeAR)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from quotes.evaluation.counts import Counts
from quotes.evaluation.gold import GoldCorpus, GoldQuote, Range
from quotes.evaluation.parses import Parses

ROLES: dict[str, Callable[[GoldQuote], tuple[Range, ...]]] = {
    "content": lambda quote: quote.content,
    "source": lambda quote: quote.sources,
    "cue": lambda quote: quote.cue,
}

Tags = Callable[[Any], Mapping[str, str]]
"""The attribution tags (B, I or O) of a word, by role."""


def bundled_tags() -> Tags:
    """How the bundled model's tags are read off a word."""
    from quotes.parsing.newswire_tags import attribution_tags

    tags: Tags = attribution_tags
    return tags


def tag_scores(parser: Parses, corpus: GoldCorpus, tags: Tags) -> dict[str, Counts]:
    """Counts of words by role, over a corpus read from raw text."""
    scores = dict.fromkeys(ROLES, Counts())
    parsed = parser.parse([document.text for document in corpus.documents])
    for document, syntax in zip(corpus.documents, parsed, strict=True):
        words = [(middle, tags(word)) for middle, word in placed_words(syntax)]
        for role, ranges in ROLES.items():
            wanted = _covered((ranges(quote) for quote in document.quotes), len(document.text))
            gold = {number for number, (middle, _) in enumerate(words) if wanted[middle]}
            found = {number for number, (_, tagged) in enumerate(words) if tagged[role] != "O"}
            scores[role] += Counts.between(found, gold)
    return scores


def placed_words(document: Any) -> Iterator[tuple[int, Any]]:
    """The words of a Stanza Document, each with the place of its middle character (of its token's, if it has none)."""
    for sentence in document.sentences:
        for token in sentence.tokens:
            for word in token.words:
                place = word if word.start_char is not None else token
                yield (place.start_char + place.end_char - 1) // 2, word


def _covered(contents: Iterable[tuple[Range, ...]], length: int) -> bytearray:
    """Which characters some ranges hold."""
    covered = bytearray(length)
    for start, end in (place for ranges in contents for place in ranges):
        covered[start:end] = b"\1" * (min(end, length) - start)
    return covered

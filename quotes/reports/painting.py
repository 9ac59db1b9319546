"""Which stretch of an article belongs to which quote?  Paragraph by paragraph; within a nested quote, to the inner one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from quotes.model import Quote
from quotes.reading.paragraphs import paragraphs


@frozen
class Stretch:
    """Some characters of a paragraph; ``quote`` is the place in the list of quotes, or none where nobody is quoted.

    ``first`` and ``last`` say whether this is the first or the last stretch of its quote in the article.
    """

    text: str
    quote: int | None = None
    first: bool = False
    last: bool = False


def painted(text: str, quotes: Sequence[Quote]) -> list[list[Stretch]]:
    """The paragraphs of a text, each as stretches in order."""
    owners = _owners(text, quotes)
    found = [list(_stretches(text, owners, start, end)) for start, end in paragraphs(text)]
    ends = _ends(found)
    return [
        [
            Stretch(
                one.text, one.quote, ends.get((one.quote, "first")) == (p, i), ends.get((one.quote, "last")) == (p, i)
            )
            for i, one in enumerate(paragraph)
        ]
        for p, paragraph in enumerate(found)
    ]


def _owners(text: str, quotes: Sequence[Quote]) -> list[int | None]:
    """For each character the quote that it belongs to; the shortest, where several hold it."""
    owners: list[int | None] = [None] * len(text)
    for number in sorted(range(len(quotes)), key=lambda number: -len(quotes[number].text)):
        for piece in quotes[number].content:
            owners[piece.start : piece.end] = [number] * (piece.end - piece.start)
    return owners


def _stretches(text: str, owners: list[int | None], start: int, end: int) -> Iterator[Stretch]:
    for owner, places in groupby(range(start, end), key=lambda place: owners[place]):
        run = list(places)
        yield Stretch(text[run[0] : run[-1] + 1], owner)


def _ends(found: list[list[Stretch]]) -> dict[tuple[int | None, str], tuple[int, int]]:
    """Where each quote has its first and its last stretch."""
    ends: dict[tuple[int | None, str], tuple[int, int]] = {}
    for p, paragraph in enumerate(found):
        for i, one in enumerate(paragraph):
            if one.quote is not None:
                ends.setdefault((one.quote, "first"), (p, i))
                ends[(one.quote, "last")] = (p, i)
    return ends

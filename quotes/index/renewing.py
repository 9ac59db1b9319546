"""What happens when a document is extracted again, by a better model?  What humans decided stays."""

from __future__ import annotations

from collections import Counter

from quotes.index.database import Index
from quotes.index.errors import NotFound
from quotes.index.fetch import quote_of
from quotes.index.folding import words
from quotes.index.rewriting import State, appearances_of, rewrite, set_status
from quotes.index.status import Status
from quotes.index.store import count_words, insert_quote
from quotes.model import Document, Quote, Span

ALIKE = 0.5
"""A new quote that shares at least this part of its characters with a reviewed one is that one with other ends."""


def renew(index: Index, document: Document) -> int:
    """Give a stored text the quotes that a new extraction found; returns how many were new.

    Quotes that a human accepted, corrected or rejected stay as they are; others are replaced, and those that are not
    found any more are withdrawn, so that a citation of them still leads somewhere.  Raises ``IndexProblem``.
    """
    with index.transaction():
        version = _version(index, document)
        rows = index.rows("SELECT * FROM quotes WHERE document_version = ?", (version,))
        known = {row["id"]: row["number"] for row in rows}
        kept = [quote_of(index, row, document.text) for row in rows if Status(row["status"]).reviewed]
        fresh = [quote for quote in document.quotes if not _settled(index, quote, kept)]
        new = [quote for quote in fresh if quote.id not in known]
        for quote in fresh:
            if quote.id in known:
                rewrite(index, known[quote.id], State(quote, Status.PROPOSED))
        _insert(index, version, new)
        gone = known.keys() - {quote.id for quote in (*kept, *fresh)}
        for name in gone:
            set_status(index, known[name], Status.WITHDRAWN)
        return len(new)


def _version(index: Index, document: Document) -> int:
    row = index.row("SELECT number FROM document_versions WHERE id = ?", (document.id,))
    if row is None:
        raise NotFound(f"{document.source}: this text is not in {index.path}")
    return int(row["number"])


def _settled(index: Index, quote: Quote, kept: list[Quote]) -> bool:
    """Whether a human has decided on this quote already, perhaps with other ends."""
    if any(quote.id == other.id or alike(quote.content, other.content) >= ALIKE for other in kept):
        return True
    return index.row("SELECT 1 FROM former_ids WHERE id = ?", (quote.id,)) is not None


def _insert(index: Index, version: int, quotes: list[Quote]) -> None:
    appearances = appearances_of(index, version)
    counts: Counter[str] = Counter()
    for quote in quotes:
        insert_quote(index.connection, quote, version, appearances)
        counts.update({word for word, _, _ in words(quote.text)})
    count_words(index.connection, counts)


def alike(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """How many of the characters of two contents are shared, from 0 to 1."""
    ours = {place for piece in one for place in range(piece.start, piece.end)}
    theirs = {place for piece in other for place in range(piece.start, piece.end)}
    return len(ours & theirs) / len(ours | theirs)

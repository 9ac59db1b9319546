"""Which quotes should a person look at next?  The least sure first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotes.index.database import Index
from quotes.index.filters import SPOKEN, all_words
from quotes.index.walking import chosen

LONGEST = 100_000
"""Quotes in one queue: more than anybody looks at."""
LISTED = 50
"""Quotes that are listed unless more are asked for."""


def queue(index: Index, articles: Sequence[str] = (), speaker: str | None = None, limit: int = LONGEST) -> list[int]:
    """The rows of quotes that nobody has reviewed yet, in the newest versions of their documents.

    ``articles`` are parts of a path, URL or title: then the quotes come in the order of the text.  ``speaker`` is words
    of a name.  Raises ``NotFound`` where there is no such article.
    """
    wanted = ["q.status = 'proposed'", "q.document_version IN (SELECT current_version FROM documents)"]
    values: list[Any] = []
    order = "q.confidence, q.number"
    if articles:
        numbers = chosen(index, articles)
        wanted.append(f"q.document_version IN ({', '.join('?' * len(numbers))})")
        values += numbers
        order = "q.document_version, (SELECT min(start) FROM quote_pieces WHERE quote = q.number)"
    if speaker is not None:
        wanted.append(SPOKEN)
        values.append(all_words(speaker))
    sql = f"SELECT q.number FROM quotes q WHERE {' AND '.join(wanted)} ORDER BY {order} LIMIT ?"
    return [row[0] for row in index.rows(sql, (*values, limit))]

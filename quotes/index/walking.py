"""All that an index holds, one article at a time, so that any number of them fits into memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.errors import NotFound
from quotes.index.fetch import Stored, document_of, quote_of
from quotes.index.status import Status
from quotes.model import Document


@frozen
class Article:
    """A version of a document with its quotes; ``places`` are where its document was found, ``added`` is ISO, UTC."""

    number: int
    document: Document
    added: str
    current: bool
    places: tuple[str, ...]
    quotes: tuple[Stored, ...]


def articles(index: Index, versions: Sequence[int] | None = None, *, everything: bool = False) -> Iterator[Article]:
    """The articles of an index in the order in which they were added; only some, where ``versions`` says which.

    Without ``everything``, versions that have a newer one and quotes that are not shown are left out.  Raises
    ``IndexProblem``.
    """
    for number in numbers(index, everything=everything) if versions is None else versions:
        yield article(index, number, everything=everything)


def numbers(index: Index, *, everything: bool = False) -> list[int]:
    """The rows of all versions, or of those that have no newer one."""
    sql = "SELECT number FROM document_versions ORDER BY number"
    if not everything:
        sql = "SELECT current_version FROM documents WHERE current_version IS NOT NULL ORDER BY current_version"
    return [row[0] for row in index.rows(sql)]


def article(index: Index, number: int, *, everything: bool = False) -> Article:
    """One version of a document.  Raises ``NotFound``."""
    row = index.row(
        "SELECT v.document, v.added, d.current_version = v.number AS current FROM document_versions v "
        "JOIN documents d ON d.number = v.document WHERE v.number = ?",
        (number,),
    )
    if row is None:
        raise NotFound(f"there is no document version {number} in {index.path}")
    document = document_of(index, number)
    places = index.rows("SELECT place FROM document_places WHERE document = ? ORDER BY rowid", (row["document"],))
    quotes = tuple(_stored(index, one, document, row) for one in _quote_rows(index, number, everything))
    return Article(number, document, row["added"], bool(row["current"]), tuple(p["place"] for p in places), quotes)


def _quote_rows(index: Index, version: int, everything: bool) -> list[Any]:
    return index.rows(
        "SELECT q.*, s.name AS speaker, s.number AS speaker_number FROM quotes q "
        "LEFT JOIN appearances p ON p.number = q.appearance LEFT JOIN speakers s ON s.number = p.speaker "
        f"WHERE q.document_version = ? {'' if everything else 'AND q.shown'} ORDER BY q.number",
        (version,),
    )


def _stored(index: Index, row: Any, document: Document, about: Any) -> Stored:
    quote = quote_of(index, row, document.text)
    facts = (row["speaker"], row["speaker_number"], bool(about["current"]), about["added"], Status(row["status"]))
    return Stored(row["number"], quote, document, *facts)


def chosen(index: Index, wanted: Sequence[str]) -> list[int]:
    """The newest versions of the documents that are named by a part of their path, URL or title, or by their id.

    Raises ``NotFound`` where a name fits none.
    """
    found: dict[int, None] = {}
    for name in wanted:
        rows = index.rows(
            "SELECT v.number FROM document_versions v JOIN documents d ON d.current_version = v.number "
            "WHERE instr(v.source, ?1) OR instr(v.url, ?1) OR instr(lower(v.title), lower(?1)) OR v.id = ?1 "
            "ORDER BY v.number",
            (name,),
        )
        if not rows:
            raise NotFound(f"there is no article {name!r} in {index.path}")
        found.update({row["number"]: None for row in rows})
    return list(found)

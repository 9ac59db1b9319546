"""How does a stored row become a noun again, exactly as it was added?"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.errors import Ambiguous, NotFound
from quotes.index.status import Status
from quotes.model import Affiliation, Cue, Document, Evidence, Kind, Quote, Relation, Span, Speaker, SpeakerKind


@frozen
class Stored:
    """A quote as the index holds it: the noun, its document without other quotes, and what the index knows besides.

    ``speaker`` is the name across documents, after human decisions; ``speaker_number`` names that speaker.
    ``current`` says whether the document has no newer version; ``added`` is the time (ISO, UTC) of adding; ``status``
    is what humans said of the quote.
    """

    number: int
    quote: Quote
    document: Document
    speaker: str | None
    speaker_number: int | None
    current: bool
    added: str
    status: Status = Status.PROPOSED


def number_of(index: Index, quote_id: str) -> int:
    """The row of a quote from its id (or one that it had before), or a beginning of it that no other quote has.

    Raises ``NotFound`` and ``Ambiguous``.
    """
    wanted = quote_id.strip().lower()
    sql = (
        "SELECT number, id FROM quotes WHERE id >= ?1 AND id < ?2 "
        "UNION ALL SELECT quote, id FROM former_ids WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 2"
    )
    found = index.rows(sql, (wanted, wanted + "\x7f")) if wanted.isascii() and wanted else []
    if not found:
        raise NotFound(f"there is no quote {quote_id!r} in {index.path}")
    if len({row["number"] for row in found}) > 1 and found[0]["id"] != wanted:
        raise Ambiguous(f"more than one quote begins with {quote_id!r}: {found[0]['id']}, {found[1]['id']}, ...")
    return int(found[0]["number"])


def stored(index: Index, number: int) -> Stored:
    """The quote in row ``number``.  Raises ``NotFound``."""
    row = index.row(
        "SELECT q.*, v.id AS document_id, v.added, d.current_version = v.number AS current, "
        "s.name AS speaker, s.number AS speaker_number FROM quotes q "
        "JOIN document_versions v ON v.number = q.document_version JOIN documents d ON d.number = v.document "
        "LEFT JOIN appearances p ON p.number = q.appearance LEFT JOIN speakers s ON s.number = p.speaker "
        "WHERE q.number = ?",
        (number,),
    )
    if row is None:
        raise NotFound(f"there is no quote in row {number} of {index.path}")
    document = document_of(index, row["document_version"])
    quote = quote_of(index, row, document.text)
    about = (row["speaker"], row["speaker_number"], bool(row["current"]), row["added"], Status(row["status"]))
    return Stored(number, quote, document, *about)


def version_of(index: Index, number: int) -> int:
    """The version of a document in which the quote in row ``number`` stands.  Raises ``NotFound``."""
    row = index.row("SELECT document_version FROM quotes WHERE number = ?", (number,))
    if row is None:
        raise NotFound(f"there is no quote in row {number} of {index.path}")
    return int(row[0])


def document_of(index: Index, version: int) -> Document:
    """A stored version of a document, without its quotes.  Raises ``NotFound``."""
    row = index.row(
        "SELECT v.*, t.text FROM document_versions v JOIN texts t ON t.document_version = v.number WHERE v.number = ?",
        (version,),
    )
    if row is None:
        raise NotFound(f"there is no document version {version} in {index.path}")
    facts = {name: row[name] for name in ("title", "author", "publisher", "published", "url", "language", "source")}
    return Document(text=row["text"], **facts)


def quotes_of(index: Index, version: int) -> tuple[Quote, ...]:
    """The quotes of a stored version that are shown, in the order in which they were added.  Raises ``NotFound``."""
    text = document_of(index, version).text
    rows = index.rows("SELECT * FROM quotes WHERE document_version = ? AND shown ORDER BY number", (version,))
    return tuple(quote_of(index, row, text) for row in rows)


def quote_of(index: Index, row: Any, text: str) -> Quote:
    """The quote of a row of ``quotes``, given the text of its document."""
    number = row["number"]
    pieces = index.rows("SELECT start, end FROM quote_pieces WHERE quote = ? ORDER BY position", (number,))
    reasons = index.rows("SELECT rule, detail FROM quote_evidence WHERE quote = ? ORDER BY position", (number,))
    others = index.rows("SELECT appearance FROM quote_candidates WHERE quote = ? ORDER BY position", (number,))
    return Quote(
        id=row["id"],
        kind=Kind(row["kind"]),
        content=tuple(Span.of(text, piece["start"], piece["end"]) for piece in pieces),
        cue=_cue(row, text),
        source=_span(text, row["source_start"], row["source_end"]),
        speaker=speaker_of(index, row["appearance"], text),
        affiliations=_affiliations(index, number, text),
        confidence=row["confidence"],
        evidence=tuple(Evidence(reason["rule"], reason["detail"]) for reason in reasons),
        candidates=tuple(speaker for other in others if (speaker := speaker_of(index, other["appearance"], text))),
        relation=Relation(row["relation"]),
    )


def _span(text: str, start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span.of(text, start, end)


def _cue(row: Any, text: str) -> Cue | None:
    start, end = row["cue_start"], row["cue_end"]
    return None if start is None else Cue(start, end, text[start:end], row["cue_lemma"])


def speaker_of(index: Index, appearance: int | None, text: str) -> Speaker | None:
    """The speaker as the document names them, before any human decision."""
    row = index.row("SELECT name, kind FROM appearances WHERE number = ?", (appearance,))
    if row is None:
        return None
    places = index.rows("SELECT start, end FROM mentions WHERE appearance = ? ORDER BY position", (appearance,))
    mentions = tuple(Span.of(text, place["start"], place["end"]) for place in places)
    return Speaker(row["name"], SpeakerKind(row["kind"]), mentions)


def _affiliations(index: Index, number: int, text: str) -> tuple[Affiliation, ...]:
    rows = index.rows("SELECT * FROM quote_affiliations WHERE quote = ? ORDER BY position", (number,))
    return tuple(
        Affiliation(
            span=Span.of(text, row["start"], row["end"]),
            role=_span(text, row["role_start"], row["role_end"]),
            organization=_span(text, row["organization_start"], row["organization_end"]),
        )
        for row in rows
    )

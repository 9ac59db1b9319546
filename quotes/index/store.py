"""How does a document with its quotes get into an index, wholly or not at all?"""

from __future__ import annotations

import os
import re
import sqlite3
from collections import Counter
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias
from urllib.parse import urlsplit

from quotes.index.database import Index
from quotes.index.errors import IndexProblem
from quotes.index.filters import storable
from quotes.index.folding import name_key, words
from quotes.model import Affiliation, Document, Quote, Span, Speaker

Appearances: TypeAlias = dict[Speaker, int]
"""The speakers that are known to appear in a version, with their rows."""


class Outcome(StrEnum):
    """What adding a document did: a new document, a new version of one, a second place of a known text, or nothing.

    ``renewed`` is a known text whose quotes were extracted again.
    """

    ADDED = "added"
    VERSION = "new version"
    PLACE = "known text, new place"
    RENEWED = "extracted again"
    UNCHANGED = "unchanged"


def place_of(document: Document) -> str | None:
    """What makes two texts versions of one document: the URL, else the absolute path; none for text without a place.

    The address of a whole site, which some pages give for every article, is no place.
    """
    if document.url and (urlsplit(document.url).path.strip("/") or urlsplit(document.url).query):
        return storable(document.url)
    if document.source in ("-", "<text>", "<stdin>", ""):
        return None
    return storable(document.source if "://" in document.source else os.path.abspath(document.source))


def has_text(index: Index, document: Document) -> bool:
    """Whether this very text is in the index, from whatever place."""
    return index.row("SELECT 1 FROM document_versions WHERE id = ?", (document.id,)) is not None


def store(index: Index, document: Document, place: str | None = None) -> Outcome:
    """Write a document with its quotes in one transaction; ``place`` is where it lies, if not where it says.

    Raises ``IndexProblem`` where the disk is full, the index read-only, or the text holds half a character.
    """
    if any("\ud800" <= character <= "\udfff" for character in document.text):
        raise IndexProblem(f"{document.source}: the text holds half a character (a lone surrogate)")
    with index.transaction() as connection:
        return _store(connection, document, place or place_of(document))


def _store(connection: sqlite3.Connection, document: Document, place: str | None) -> Outcome:
    sql = "SELECT number, document FROM document_versions WHERE id = ?"
    known = connection.execute(sql, (document.id,)).fetchone()
    at_place = connection.execute("SELECT document FROM document_places WHERE place = ?", (place,)).fetchone()
    if known is not None:
        return _store_known(connection, known["number"], known["document"], place, at_place)
    number = at_place["document"] if at_place else _insert(connection, "documents", {"current_version": None})
    version = _insert(connection, "document_versions", _version_row(document, number))
    connection.execute("INSERT INTO texts VALUES (?, ?)", (version, document.text))
    _set_current(connection, number, version)
    if place is not None and at_place is None:
        _insert(connection, "document_places", {"place": place, "document": number})
    _store_quotes(connection, document, version)
    return Outcome.VERSION if at_place else Outcome.ADDED


def _store_known(
    connection: sqlite3.Connection, version: int, document: int, place: str | None, at_place: sqlite3.Row | None
) -> Outcome:
    """A text that is there already: it may have come back as the current version, or lie at one more place."""
    if place is not None and at_place is None:
        _insert(connection, "document_places", {"place": place, "document": document})
        return Outcome.PLACE
    if at_place is None or at_place["document"] != document:
        return Outcome.UNCHANGED
    sql = "SELECT current_version FROM documents WHERE number = ?"
    if connection.execute(sql, (document,)).fetchone()[0] == version:
        return Outcome.UNCHANGED
    _set_current(connection, document, version)
    return Outcome.VERSION


def _set_current(connection: sqlite3.Connection, document: int, version: int) -> None:
    connection.execute("UPDATE documents SET current_version = ? WHERE number = ?", (version, document))


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> int:
    marks = ", ".join("?" * len(row))
    values = [storable(value) if isinstance(value, str) else value for value in row.values()]
    cursor = connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", values)
    return cursor.lastrowid or 0


def _version_row(document: Document, number: int) -> dict[str, object]:
    return {
        "id": document.id,
        "document": number,
        "source": document.source,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "published": document.published,
        "published_day": day_of(document.published),
        "url": document.url,
        "language": document.language,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def day_of(published: str | None) -> str | None:
    """The day (YYYY-MM-DD) of a date as a page gives it; none where it is not a whole ISO date."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", published or "")
    return found.group() if found else None


def _store_quotes(connection: sqlite3.Connection, document: Document, version: int) -> None:
    counts: Counter[str] = Counter()
    appearances: Appearances = {}
    for quote in document.quotes:
        insert_quote(connection, quote, version, appearances)
        counts.update({word for word, _, _ in words(quote.text)})
    count_words(connection, counts)


def insert_quote(connection: sqlite3.Connection, quote: Quote, version: int, appearances: Appearances) -> int:
    """Write a new quote of a version, and return its row; whoever calls this counts the words."""
    number = _insert(connection, "quotes", quote_row(connection, quote, version, appearances))
    insert_parts(connection, quote, number, version, appearances)
    return number


def count_words(connection: sqlite3.Connection, counts: Counter[str]) -> None:
    """Note that so many more quotes hold these words, or so many fewer."""
    connection.executemany(
        "INSERT INTO words VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET quotes = quotes + excluded.quotes",
        sorted(counts.items()),
    )


def quote_row(
    connection: sqlite3.Connection, quote: Quote, version: int, appearances: Appearances
) -> dict[str, object]:
    """The columns of a quote; its speaker is noted as appearing in the version."""
    cue, source = quote.cue, quote.source
    return {
        "id": quote.id,
        "document_version": version,
        "kind": quote.kind.value,
        "relation": quote.relation.value,
        "text": quote.text,
        "cue_start": cue and cue.start,
        "cue_end": cue and cue.end,
        "cue_lemma": cue and cue.lemma,
        "source_start": source and source.start,
        "source_end": source and source.end,
        "appearance": quote.speaker and _appearance(connection, quote.speaker, version, appearances),
        "confidence": quote.confidence,
    }


def insert_parts(
    connection: sqlite3.Connection, quote: Quote, number: int, version: int, appearances: Appearances
) -> None:
    """Write what a quote has several of: pieces, reasons, candidates, affiliations."""
    pieces = [(number, position, piece.start, piece.end) for position, piece in enumerate(quote.content)]
    connection.executemany("INSERT INTO quote_pieces VALUES (?, ?, ?, ?)", pieces)
    reasons = [(number, position, reason.rule, reason.detail) for position, reason in enumerate(quote.evidence)]
    connection.executemany("INSERT INTO quote_evidence VALUES (?, ?, ?, ?)", reasons)
    for position, speaker in enumerate(quote.candidates):
        rival = (number, position, _appearance(connection, speaker, version, appearances))
        connection.execute("INSERT INTO quote_candidates VALUES (?, ?, ?)", rival)
    for position, affiliation in enumerate(quote.affiliations):
        row = (number, position, _affiliation(connection, affiliation), *_offsets(affiliation.span))
        places = (*_offsets(affiliation.role), *_offsets(affiliation.organization))
        connection.execute("INSERT INTO quote_affiliations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row + places)


def _offsets(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _affiliation(connection: sqlite3.Connection, affiliation: Affiliation) -> int:
    """The number of a pair of role and organization, made where it is new."""
    role = affiliation.role.text if affiliation.role else None
    organization = affiliation.organization.text if affiliation.organization else None
    known = connection.execute(
        "SELECT number FROM affiliations WHERE coalesce(role, '') = ? AND coalesce(organization, '') = ?",
        (role or "", organization or ""),
    ).fetchone()
    return known[0] if known else _insert(connection, "affiliations", {"role": role, "organization": organization})


def _appearance(connection: sqlite3.Connection, speaker: Speaker, version: int, appearances: Appearances) -> int:
    """The number of a speaker within this document, made at the first quote."""
    if speaker not in appearances:
        row = {"document_version": version, "name": speaker.name, "kind": speaker.kind.value}
        number = _insert(connection, "appearances", row | {"speaker": _speaker(connection, speaker)})
        places = [(number, position, span.start, span.end) for position, span in enumerate(speaker.mentions)]
        connection.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?)", places)
        appearances[speaker] = number
    return appearances[speaker]


def _speaker(connection: sqlite3.Connection, speaker: Speaker) -> int:
    """The speaker across documents for whom a name stands, made where the name is new."""
    key = (name_key(speaker.name), speaker.kind.value)
    sql = "SELECT speaker FROM speaker_names WHERE folded = ? AND kind = ?"
    known = connection.execute(sql, key).fetchone()
    if known:
        return int(known[0])
    number = _insert(connection, "speakers", {"name": speaker.name, "kind": speaker.kind.value})
    row = {"folded": key[0], "kind": key[1], "name": speaker.name, "speaker": number}
    _insert(connection, "speaker_names", row)
    return number

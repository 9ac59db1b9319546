"""How does the export of an index become an index again?  What is there already is left as it is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.folding import name_key
from quotes.index.status import Status
from quotes.index.store import has_text, place_of, store
from quotes.model import Document, SpeakerKind, quote_id
from quotes.serialize import ContractError, document_from_json, structured

TOGETHER = 200
"""Lines that are written in one transaction: what a stop loses."""


@frozen
class Name:
    """A name that means a speaker."""

    name: str
    kind: SpeakerKind


@frozen
class SpeakerRecord:
    """A speaker of the index that was exported, with the number that they had there."""

    number: int
    name: str
    kind: SpeakerKind
    names: tuple[Name, ...] = ()


@frozen
class QuoteRecord:
    """What an export says of a quote besides the contract."""

    id: str
    status: Status = Status.PROPOSED
    speaker_number: int | None = None
    former_ids: tuple[str, ...] = ()


@frozen
class DecisionRecord:
    """A decision as it was exported."""

    number: int
    made: str
    made_by: str
    action: str
    detail: dict[str, Any]
    quote: str | None = None
    undoes: int | None = None


@frozen
class DocumentRecord:
    """What an export says of a document besides the contract; ``added`` is ISO, UTC."""

    text: str
    added: str | None = None
    current: bool = True
    places: tuple[str, ...] = ()
    quotes: tuple[QuoteRecord, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()


@frozen
class Restored:
    """What became of one line: how many documents and quotes are new, or a problem in one line."""

    documents: int = 0
    quotes: int = 0
    known: int = 0
    problem: str | None = None


class Restorer:
    """Writes records into an index; knows which of its speakers each one of the export is."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.speakers: dict[int, int] = {}
        self.decisions: dict[int, int] = {}

    def restore(self, line: bytes) -> Restored:
        """One line.  Raises ``ContractError`` where it does not follow the contract, and ``IndexProblem``."""
        plain = _object(line)
        kind = plain.get("record", "document")
        if kind == "speaker":
            self._speaker(structured(plain, SpeakerRecord))
        elif kind == "decision":
            self._decision(structured(plain, DecisionRecord))
        elif kind == "document":
            return self._document(plain)
        else:
            raise ContractError(f"this is no record of an export: {str(kind)[:40]!r}")
        return Restored()

    def _speaker(self, record: SpeakerRecord) -> None:
        """The speaker whom one of the names means already, else a new one; names that are new mean them, too."""
        names = record.names or (Name(record.name, record.kind),)
        sql = "SELECT speaker FROM speaker_names WHERE folded = ? AND kind = ?"
        known = (self.index.row(sql, (name_key(one.name), one.kind.value)) for one in names)
        number = next((row["speaker"] for row in known if row), None) or self._new_speaker(record)
        for one in names:
            self.index.connection.execute(
                "INSERT OR IGNORE INTO speaker_names (folded, kind, name, speaker) VALUES (?, ?, ?, ?)",
                (name_key(one.name), one.kind.value, one.name, number),
            )
        self.speakers[record.number] = number

    def _new_speaker(self, record: SpeakerRecord) -> int:
        sql = "INSERT INTO speakers (name, kind) VALUES (?, ?)"
        return self.index.connection.execute(sql, (record.name, record.kind.value)).lastrowid or 0

    def _document(self, plain: dict[str, Any]) -> Restored:
        record = structured(plain, DocumentRecord)
        document = _document_of(plain, record)
        if has_text(self.index, document):
            return Restored(known=1)
        place = record.places[0] if record.places else place_of(document)
        newest = self._newest(place)
        store(self.index, document, place)
        self._about(document, record, newest)
        for quote in record.quotes:
            self._quote(quote)
        for decision in record.decisions:
            self._decision(decision)
        return Restored(documents=1, quotes=len(document.quotes))

    def _newest(self, place: str | None) -> int | None:
        """The newest version of what lies at a place."""
        sql = (
            "SELECT d.current_version FROM documents d JOIN document_places p ON p.document = d.number WHERE place = ?"
        )
        row = self.index.row(sql, (place,))
        return row[0] if row else None

    def _about(self, document: Document, record: DocumentRecord, newest: int | None) -> None:
        """When it was added, where else it lies, and which of its versions is the newest."""
        write = self.index.connection.execute
        sql = "SELECT number, document FROM document_versions WHERE id = ?"
        version, number = self.index.rows(sql, (document.id,))[0]
        if record.added:
            write("UPDATE document_versions SET added = ? WHERE number = ?", (record.added, version))
        for place in record.places[1:]:
            write("INSERT OR IGNORE INTO document_places VALUES (?, ?)", (place, number))
        if newest is not None and not record.current:
            write("UPDATE documents SET current_version = ? WHERE number = ?", (newest, number))

    def _quote(self, record: QuoteRecord) -> None:
        write = self.index.connection.execute
        write("UPDATE quotes SET status = ? WHERE id = ?", (record.status.value, record.id))
        for former in record.former_ids:
            sql = "INSERT OR IGNORE INTO former_ids SELECT ?, number FROM quotes WHERE id = ?"
            write(sql, (former, record.id))
        speaker = self.speakers.get(record.speaker_number or 0)
        if speaker is not None:
            sql = "UPDATE appearances SET speaker = ? WHERE number = (SELECT appearance FROM quotes WHERE id = ?)"
            write(f"{sql} AND speaker != ?1", (speaker, record.id))

    def _decision(self, record: DecisionRecord) -> None:
        """Note a decision of the log that was exported, once; one on speakers is history and cannot be undone here."""
        number = self._quote_row(record.quote)
        detail = dict(record.detail)
        if not isinstance(detail.get("said", []), list):
            raise ContractError("the detail of a decision is not as this project writes it")
        if record.quote is None:
            detail = {"said": detail.get("said", []), "imported": True}
        words = json.dumps(detail, ensure_ascii=False)
        facts = (record.made, record.made_by, record.action, words, number)
        sql = "SELECT number FROM decisions WHERE made = ? AND made_by = ? AND action = ? AND detail = ? AND quote IS ?"
        if self.index.row(sql, facts):
            return
        sql = "INSERT INTO decisions (made, made_by, action, detail, quote, undoes) VALUES (?, ?, ?, ?, ?, ?)"
        undoes = self.decisions.get(record.undoes or 0)
        written = self.index.connection.execute(sql, (*facts, undoes))
        self.decisions[record.number] = written.lastrowid or 0

    def _quote_row(self, quote: str | None) -> int | None:
        row = self.index.row("SELECT number FROM quotes WHERE id = ?", (quote,))
        return row["number"] if row else None


def restore_all(index: Index, lines: Iterable[bytes]) -> Iterator[Restored]:
    """Write the lines of an export into an index, some of them at a time; a line that cannot be used is told.

    Raises ``IndexProblem`` where the index cannot be written.
    """
    restorer, rest = Restorer(index), enumerate(lines, 1)
    while some := list(islice(rest, TOGETHER)):
        with index.transaction():
            done = [_tried(restorer, number, line) for number, line in some if line.strip()]
        yield from done


def _tried(restorer: Restorer, number: int, line: bytes) -> Restored:
    """Write one line wholly or not at all."""
    connection = restorer.index.connection
    connection.execute("SAVEPOINT line")
    try:
        return restorer.restore(line)
    except (ContractError, sqlite3.IntegrityError) as problem:
        connection.execute("ROLLBACK TO line")
        said = " ".join(str(problem).split())[:300]
        return Restored(problem=f"line {number}: {said}")
    finally:
        if connection.in_transaction:
            connection.execute("RELEASE line")


def _object(line: bytes) -> dict[str, Any]:
    """The JSON object of a line, in which all text can be stored.  Raises ``ContractError``."""
    try:
        plain = json.loads(line.decode())
        if b"\\u" in line:
            json.dumps(plain, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as problem:
        raise ContractError(f"this is not JSON ({type(problem).__name__})") from problem
    if not isinstance(plain, dict):
        raise ContractError("this is not a JSON object")
    return plain


def _document_of(plain: dict[str, Any], record: DocumentRecord) -> Document:
    """The document of a record, whose quotes have the ids that follow from their words."""
    document = document_from_json({name: value for name, value in plain.items() if name != "text"}, record.text)
    for quote in document.quotes:
        if quote.id != quote_id(document.id, quote.content):
            raise ContractError(f"quote {quote.id!r} does not stand where its id says")
    return document

"""How does a stored quote get other words, another speaker or another status, and yet stay the one that was cited?"""

from __future__ import annotations

import sqlite3
from collections import Counter

from attrs import frozen

from quotes.index.database import Index
from quotes.index.errors import IndexProblem, NotFound
from quotes.index.fetch import document_of, quote_of, speaker_of
from quotes.index.folding import words
from quotes.index.status import Status
from quotes.index.store import Appearances, count_words, insert_parts, quote_row
from quotes.model import Quote

PARTS = ("quote_pieces", "quote_evidence", "quote_candidates", "quote_affiliations")


@frozen
class State:
    """All that may change of a stored quote."""

    quote: Quote
    status: Status


def state_of(index: Index, number: int) -> State:
    """The quote in a row as it is now.  Raises ``NotFound``."""
    row = index.row("SELECT * FROM quotes WHERE number = ?", (number,))
    if row is None:
        raise NotFound(f"there is no quote in row {number} of {index.path}")
    text = document_of(index, row["document_version"]).text
    return State(quote_of(index, row, text), Status(row["status"]))


def rewrite(index: Index, number: int, state: State) -> None:
    """Put a quote in the place of the one in a row; called within a transaction.

    Where its ends have moved it has another id; the old one goes on to mean it.  Raises ``IndexProblem`` where the
    document has another quote of just these words.
    """
    connection = index.connection
    old = index.rows("SELECT id, text, document_version FROM quotes WHERE number = ?", (number,))[0]
    if old["id"] != state.quote.id:
        _change_id(index, number, old["id"], state.quote.id)
    version = old["document_version"]
    appearances = appearances_of(index, version)
    row = quote_row(connection, state.quote, version, appearances) | {"status": state.status.value}
    columns = ", ".join(f"{name} = ?" for name in row)
    connection.execute(f"UPDATE quotes SET {columns} WHERE number = ?", (*row.values(), number))
    for table in PARTS:
        connection.execute(f"DELETE FROM {table} WHERE quote = ?", (number,))
    insert_parts(connection, state.quote, number, version, appearances)
    _recount(connection, old["text"], state.quote.text)


def set_status(index: Index, number: int, status: Status) -> None:
    """Only say what became of the quote in a row; called within a transaction."""
    index.connection.execute("UPDATE quotes SET status = ? WHERE number = ?", (status.value, number))


def appearances_of(index: Index, version: int) -> Appearances:
    """The speakers that appear in a version, as it names them."""
    text = document_of(index, version).text
    rows = index.rows("SELECT number FROM appearances WHERE document_version = ? ORDER BY number DESC", (version,))
    return {speaker: row["number"] for row in rows if (speaker := speaker_of(index, row["number"], text))}


def _change_id(index: Index, number: int, old: str, new: str) -> None:
    taken = index.row(
        "SELECT id FROM quotes WHERE id = ?1 UNION ALL SELECT q.id FROM former_ids f JOIN quotes q "
        "ON q.number = f.quote WHERE f.id = ?1 AND f.quote != ?2",
        (new, number),
    )
    if taken:
        raise IndexProblem(f"these words are a quote of their own: {taken['id']}")
    index.connection.execute("DELETE FROM former_ids WHERE id = ?", (new,))
    index.connection.execute("INSERT INTO former_ids VALUES (?, ?)", (old, number))


def _recount(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Keep the count of quotes that hold each word."""
    if old == new:
        return
    counts = Counter({word for word, _, _ in words(new)})
    counts.subtract({word for word, _, _ in words(old)})
    count_words(connection, Counter({word: change for word, change in counts.items() if change}))
    connection.execute("DELETE FROM words WHERE quotes <= 0")

"""What did humans decide, who, when, and what was undone?  A log that only grows."""

from __future__ import annotations

import getpass
import json
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.errors import IndexProblem, NotFound
from quotes.index.filters import storable


@frozen
class Decision:
    """One decision; ``made`` is the time (ISO, UTC), ``detail`` whatever is needed to undo it.

    ``quote`` is the row of the quote that it is about, if it is about one; ``undoes`` the decision that it takes back.
    """

    number: int
    made: str
    made_by: str
    action: str
    detail: dict[str, Any]
    undone: bool
    quote: int | None = None
    undoes: int | None = None

    @property
    def said(self) -> str:
        """What was decided, in words."""
        return " / ".join(str(name) for name in self.detail.get("said", []))


def record(
    index: Index,
    action: str,
    detail: dict[str, Any],
    *,
    undoes: int | None = None,
    quote: int | None = None,
    by: str | None = None,
) -> int:
    """Write a decision down and return its number; called within the transaction that carries it out.

    ``by`` is who decided; without it, the user of this computer.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    sql = "INSERT INTO decisions (made, made_by, action, detail, undoes, quote) VALUES (?, ?, ?, ?, ?, ?)"
    row = (now, storable(by or user()), action, storable(json.dumps(detail, ensure_ascii=False)), undoes, quote)
    return index.connection.execute(sql, row).lastrowid or 0


def user() -> str:
    """The name of who uses this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


SELECT = "SELECT d.*, u.number IS NOT NULL AS undone FROM decisions d LEFT JOIN decisions u ON u.undoes = d.number"


def decisions(index: Index) -> list[Decision]:
    """All decisions, oldest first."""
    return [_decision(row) for row in index.rows(f"{SELECT} ORDER BY d.number")]


def on_speakers(index: Index) -> list[Decision]:
    """The decisions about who is who, oldest first."""
    return [_decision(row) for row in index.rows(f"{SELECT} WHERE d.quote IS NULL ORDER BY d.number")]


def on_quote(index: Index, quote: int) -> list[Decision]:
    """The decisions about the quote in a row, oldest first."""
    return [_decision(row) for row in index.rows(f"{SELECT} WHERE d.quote = ? ORDER BY d.number", (quote,))]


def decision(index: Index, number: int) -> Decision:
    """One decision.  Raises ``NotFound``."""
    row = index.row(f"{SELECT} WHERE d.number = ?", (number,))
    if row is None:
        raise NotFound(f"there is no decision {number} in {index.path}")
    return _decision(row)


def last_to_undo(index: Index) -> Decision:
    """The newest decision about speakers that still holds and is not itself an undoing.  Raises ``IndexProblem``."""
    standing = [one for one in on_speakers(index) if not one.undone and one.action != "undo"]
    if not standing:
        raise IndexProblem(f"there is no decision to undo in {index.path}")
    return standing[-1]


def _decision(row: Any) -> Decision:
    detail, undone = json.loads(row["detail"]), bool(row["undone"])
    facts = (row["number"], row["made"], row["made_by"], row["action"])
    return Decision(*facts, detail, undone, row["quote"], row["undoes"])

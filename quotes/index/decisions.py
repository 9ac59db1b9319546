"""What did humans decide, who, when, and what was undone?  A log that only grows."""

from __future__ import annotations

import getpass
import json
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.errors import IndexProblem, NotFound


@frozen
class Decision:
    """One decision; ``made`` is the time (ISO, UTC), ``detail`` whatever is needed to undo it."""

    number: int
    made: str
    made_by: str
    action: str
    detail: dict[str, Any]
    undone: bool


def record(index: Index, action: str, detail: dict[str, Any], *, undoes: int | None = None) -> int:
    """Write a decision down and return its number; called within the transaction that carries it out."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    sql = "INSERT INTO decisions (made, made_by, action, detail, undoes) VALUES (?, ?, ?, ?, ?)"
    row = (now, _user(), action, json.dumps(detail, ensure_ascii=False), undoes)
    return index.connection.execute(sql, row).lastrowid or 0


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def decisions(index: Index) -> list[Decision]:
    """All decisions, oldest first."""
    rows = index.rows(
        "SELECT d.*, u.number IS NOT NULL AS undone FROM decisions d LEFT JOIN decisions u ON u.undoes = d.number "
        "ORDER BY d.number"
    )
    return [_decision(row) for row in rows]


def decision(index: Index, number: int) -> Decision:
    """One decision.  Raises ``NotFound``."""
    found = [one for one in decisions(index) if one.number == number]
    if not found:
        raise NotFound(f"there is no decision {number} in {index.path}")
    return found[0]


def last_to_undo(index: Index) -> Decision:
    """The newest decision that still holds and is not itself an undoing.  Raises ``IndexProblem``."""
    standing = [one for one in decisions(index) if not one.undone and one.action != "undo"]
    if not standing:
        raise IndexProblem(f"there is no decision to undo in {index.path}")
    return standing[-1]


def _decision(row: Any) -> Decision:
    detail = json.loads(row["detail"])
    return Decision(row["number"], row["made"], row["made_by"], row["action"], detail, bool(row["undone"]))

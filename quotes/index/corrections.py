"""Who is one person, who are two, and what is their name?  Humans decide; it is logged, and can be undone."""

from __future__ import annotations

from typing import Any

from quotes.index.database import Index
from quotes.index.decisions import Decision, decision, last_to_undo, record
from quotes.index.errors import IndexProblem
from quotes.index.fetch import number_of
from quotes.index.folding import name_key
from quotes.index.speakers import speaker_number


def merge(index: Index, names: tuple[str, ...], into: str) -> int:
    """Make several speakers one, ``into``; their names will mean that one from now on.  Returns the decision's number.

    Raises ``IndexProblem`` where a name is unknown or ambiguous, or all are one already.
    """
    with index.transaction():
        target = speaker_number(index, into)
        others = sorted({speaker_number(index, name) for name in names} - {target})
        if not others:
            raise IndexProblem(f"{', '.join(names)} and {into} are one speaker already")
        detail = _held(index, "appearances", others) | {"into": target, "said": [*names, into]}
        detail["names"] = _held(index, "speaker_names", others)["speaker_names"]
        for other in others:
            index.connection.execute("UPDATE appearances SET speaker = ? WHERE speaker = ?", (target, other))
            index.connection.execute("UPDATE speaker_names SET speaker = ? WHERE speaker = ?", (target, other))
        return record(index, "merge", detail)


def split(index: Index, name: str, new_name: str, quotes: tuple[str, ...], form: str | None = None) -> int:
    """Part a speaker in two: the documents of these quotes, or all that use the name ``form``, get the new one.

    Returns the decision's number.  Raises ``IndexProblem`` where nothing, or everything, would move.
    """
    with index.transaction():
        old = speaker_number(index, name)
        moving = _appearances(index, old, quotes, form)
        held = {row[0] for row in index.rows("SELECT number FROM appearances WHERE speaker = ?", (old,))}
        if not moving or moving == held:
            raise IndexProblem(f"splitting {name!r} this way would move {'every' if moving else 'no'} document")
        row = index.rows("SELECT kind FROM speakers WHERE number = ?", (old,))[0]
        new = _new_speaker(index, new_name, row["kind"])
        detail: dict[str, Any] = {"appearances": {old: sorted(moving)}, "new": new, "said": [name, new_name]}
        detail["names"] = _take_form(index, old, new, form)
        for appearance in moving:
            index.connection.execute("UPDATE appearances SET speaker = ? WHERE number = ?", (new, appearance))
        return record(index, "split", detail)


def rename(index: Index, name: str, new_name: str) -> int:
    """Give a speaker another name; the old one still finds them.  Returns the decision's number.

    Raises ``IndexProblem`` where the new name is empty or belongs to somebody else.
    """
    with index.transaction():
        number = speaker_number(index, name)
        row = index.rows("SELECT name, kind FROM speakers WHERE number = ?", (number,))[0]
        owner = _owner(index, new_name, row["kind"])
        if owner not in (None, number):
            raise IndexProblem(f"{new_name!r} is another speaker (#{owner}); merge the two instead")
        index.connection.execute("UPDATE speakers SET name = ? WHERE number = ?", (_checked(new_name), number))
        if owner is None:
            _add_name(index, new_name, row["kind"], number)
        detail = {"speaker": number, "old": row["name"], "new": new_name, "said": [name, new_name]}
        return record(index, "rename", detail)


def undo(index: Index, number: int | None = None) -> Decision:
    """Take a decision back, the last one that holds if none is named; that is itself recorded.

    Raises ``IndexProblem`` where it does not exist, was undone before, or a later decision builds on it.
    """
    with index.transaction():
        what = last_to_undo(index) if number is None else decision(index, number)
        if what.undone or what.action not in ("merge", "split", "rename") or "imported" in what.detail:
            raise IndexProblem(f"decision {what.number} ({what.action}) cannot be undone (again)")
        if number is not None and last_to_undo(index).number != what.number:
            raise IndexProblem(f"decision {what.number} has later ones built on it; undo those first")
        if what.action == "rename":
            index.connection.execute(
                "UPDATE speakers SET name = ? WHERE number = ?", (what.detail["old"], what.detail["speaker"])
            )
        else:
            _put_back(index, "appearances", what.detail["appearances"])
            _put_back(index, "speaker_names", what.detail["names"])
        record(index, "undo", {"said": what.detail.get("said", [])}, undoes=what.number)
        return what


def _held(index: Index, table: str, owners: list[int]) -> dict[str, Any]:
    """Which rows of a table belong to each of these speakers."""
    sql = f"SELECT number FROM {table} WHERE speaker = ? ORDER BY number"
    return {table: {owner: [row[0] for row in index.rows(sql, (owner,))] for owner in owners}}


def _put_back(index: Index, table: str, held: dict[str, list[int]]) -> None:
    for owner, rows in held.items():
        for row in rows:
            index.connection.execute(f"UPDATE {table} SET speaker = ? WHERE number = ?", (int(owner), row))


def _appearances(index: Index, speaker: int, quotes: tuple[str, ...], form: str | None) -> set[int]:
    """The appearances of a speaker that these quotes, or this form of the name, belong to."""
    found = set()
    for quote in quotes:
        sql = (
            "SELECT p.number FROM appearances p JOIN quotes q ON q.appearance = p.number "
            "WHERE q.number = ? AND p.speaker = ?"
        )
        row = index.row(sql, (number_of(index, quote), speaker))
        if row is None:
            raise IndexProblem(f"quote {quote} is not by that speaker")
        found.add(int(row[0]))
    if form is not None:
        rows = index.rows("SELECT number, name FROM appearances WHERE speaker = ?", (speaker,))
        found |= {int(row["number"]) for row in rows if name_key(row["name"]) == name_key(form)}
    return found


def _checked(name: str) -> str:
    if not name.strip():
        raise IndexProblem("a speaker's name cannot be empty")
    return name.strip()


def _owner(index: Index, name: str, kind: str) -> int | None:
    sql = "SELECT speaker FROM speaker_names WHERE folded = ? AND kind = ?"
    row = index.row(sql, (name_key(_checked(name)), kind))
    return int(row[0]) if row else None


def _new_speaker(index: Index, name: str, kind: str) -> int:
    sql = "INSERT INTO speakers (name, kind) VALUES (?, ?)"
    number = index.connection.execute(sql, (_checked(name), kind)).lastrowid or 0
    if _owner(index, name, kind) is None:
        _add_name(index, name, kind, number)
    return number


def _add_name(index: Index, name: str, kind: str, speaker: int) -> None:
    sql = "INSERT INTO speaker_names (folded, kind, name, speaker) VALUES (?, ?, ?, ?)"
    index.connection.execute(sql, (name_key(name), kind, name.strip(), speaker))


def _take_form(index: Index, old: int, new: int, form: str | None) -> dict[int, list[int]]:
    """Let a name that meant the old speaker mean the new one; what was changed, so that it can be put back."""
    if form is None:
        return {}
    rows = index.rows("SELECT number FROM speaker_names WHERE speaker = ? AND folded = ?", (old, name_key(form)))
    for row in rows:
        index.connection.execute("UPDATE speaker_names SET speaker = ? WHERE number = ?", (new, row[0]))
    return {old: [row[0] for row in rows]} if rows else {}

"""What can go wrong with an index, each as one line that a journalist can act on."""

from __future__ import annotations

import sqlite3


class IndexProblem(Exception):
    """An index cannot do what was asked; the message is one clear line."""


class NotFound(IndexProblem):
    """Nothing in the index has this name."""


class Ambiguous(IndexProblem):
    """More than one thing in the index has this name."""


def in_words(problem: sqlite3.Error, path: str) -> IndexProblem:
    """The one line for a problem that SQLite reports with the index at ``path``."""
    said = str(problem)
    known = {
        "full": f"{path}: the disk is full; nothing that was stored before is lost",
        "readonly": f"{path}: the index is read-only; nothing was changed",
        "unable to open": f"{path}: the index cannot be opened or written here",
        "not a database": f"{path}: this file is not an index of quotes",
        "malformed": f"{path}: the index is damaged; take the last good copy",
        "locked": f"{path}: another program has kept the index busy for too long; try again",
        "disk I/O": f"{path}: the disk does not take or give the data; nothing that was stored before is lost",
    }
    return IndexProblem(next((line for mark, line in known.items() if mark in said), f"{path}: {said}"))

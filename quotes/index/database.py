"""An open index: one SQLite file, and how to open it safely."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote as percent

from quotes.index import schema
from quotes.index.errors import IndexProblem, in_words

WAIT = 60.0
"""Seconds that one program waits while another one writes."""


class Index:
    """An open index of quotes; a context manager that closes itself."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.connection = connection
        self.path = path

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Index:
        """Open the index at ``path``; a new file is made only with ``create``.

        Raises ``IndexProblem`` where there is none, or where the file is damaged, too new, or something else.
        """
        name = str(path)
        if not create and not os.path.exists(name):
            raise IndexProblem(f"{name}: there is no index here yet; make one with: quotes add --index {name} FILE...")
        try:
            return cls(_connect(name), name)
        except sqlite3.Error as problem:
            raise in_words(problem, name) from problem

    def __enter__(self) -> Index:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, _: TracebackType | None) -> None:
        self.connection.close()

    def rows(self, sql: str, parameters: Any = ()) -> list[Any]:
        """All rows of a query, addressed by column name or position.  Raises ``IndexProblem``."""
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as problem:
            raise in_words(problem, self.path) from problem

    def row(self, sql: str, parameters: Any = ()) -> Any | None:
        """The first row of a query, or none."""
        try:
            return self.connection.execute(sql, parameters).fetchone()
        except sqlite3.Error as problem:
            raise in_words(problem, self.path) from problem

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read within is of one moment, whatever another program writes meanwhile."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything within is written, or nothing is; one that is already open is joined.  Raises ``IndexProblem``."""
        if self.connection.in_transaction:
            yield self.connection
            return
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except sqlite3.Error as problem:
            raise in_words(problem, self.path) from problem
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")


def _connect(path: str) -> sqlite3.Connection:
    """A connection with the layout of this release, read-only where the file cannot be written."""
    writable = os.access(path, os.W_OK) if os.path.exists(path) else True
    writable = writable and os.access(os.path.dirname(os.path.abspath(path)), os.W_OK)
    as_it_is = "?mode=ro" if os.path.exists(f"{path}-wal") else "?immutable=1"
    address = f"file:{percent(os.path.abspath(path))}" + ("?mode=rwc" if writable else as_it_is)
    connection = sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None, cached_statements=256)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        if writable:
            _prepare(connection, path)
        elif schema.version(connection) != len(schema.MIGRATIONS):
            raise IndexProblem(f"{path}: the index is read-only, and was not made by this release of quotes")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    """Set what the file keeps (the log beside it, the layout); a foreign file is refused before anything is set."""
    if schema.version(connection) != len(schema.MIGRATIONS):
        schema.migrate(connection, path)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")

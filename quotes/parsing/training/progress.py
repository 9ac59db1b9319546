"""How far has the training come?  A live line for each stage, with what Stanza's own training says of itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars


class Progress(Protocol):
    """What the recipe tells of itself."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage runs within."""
        ...

    def at(self, share: float, said: str) -> None:
        """So much of the stage (0 to 1) is done; a line says more."""
        ...


class LiveProgress:
    """Progress on a terminal; where the output is none, one line for each report."""

    def __init__(self, console: Console) -> None:
        self._console = console
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[said]}"),
        )
        self._bars = Bars(*columns, console=console, disable=not console.is_terminal)
        self._task: TaskID | None = None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage runs within; lines of Stanza's log are shown beside its bar."""
        if not self._console.is_terminal:
            self._console.print(name)
        self._task = self._bars.add_task(name, total=None, said="")
        with self._bars, _heard(self):
            yield
        self._bars.update(self._task, total=1.0, completed=1.0)

    def at(self, share: float, said: str) -> None:
        """Move the bar; a share below 0 leaves it where it is."""
        if not self._console.is_terminal:
            self._console.print(said, markup=False, highlight=False)
        elif self._task is not None:
            total = None if share < 0 else 1.0
            self._bars.update(self._task, total=total, completed=max(share, 0.0), said=said)


class _Listener(logging.Handler):
    """Hands each line of a log to the progress."""

    def __init__(self, progress: Progress) -> None:
        super().__init__(logging.INFO)
        self._progress = progress

    def emit(self, record: logging.LogRecord) -> None:
        self._progress.at(-1.0, " ".join(record.getMessage().split()))


@contextmanager
def _heard(progress: Progress) -> Iterator[None]:
    """Stanza's log goes to the progress, and not to standard error."""
    log = logging.getLogger("stanza")
    before, level = log.handlers[:], log.level
    log.handlers[:] = [_Listener(progress)]
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.handlers[:] = before
        log.setLevel(level)

"""Where do results go, so that no half-written file is ever left in the place of a whole one?"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO


@contextmanager
def output(path: str | os.PathLike[str] | None) -> Iterator[TextIO]:
    """A stream for text (UTF-8, line ends as written) to a file, or to standard output where ``path`` is ``None``.

    A file is written beside its place and moved there when all is well; otherwise what stood there stays.
    Raises ``OSError`` where the file cannot be written.
    """
    if path is None:
        yield _standard_output()
        return
    place = Path(path).resolve()
    if place.exists() and not place.is_file():
        with place.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    draft = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        draft.replace(place)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _standard_output() -> TextIO:
    """Standard output, which shows what its encoding lacks as an escape rather than fail."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    return sys.stdout

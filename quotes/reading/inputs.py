"""Which inputs does a list of paths mean?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""Endings of the files that are taken from a folder.  A file that is named itself may have any."""


def find_inputs(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The files that paths mean, each once, in the order given and sorted by name within a folder.

    Folders are searched to any depth, hidden files and folders left out, links to folders not followed.  ``-`` is
    standard input.  A path that is missing, or a folder with nothing in it to read, stays in the list, so that reading
    it says what is wrong.
    """
    found: dict[str, None] = {}
    for path in [os.fspath(path) for path in paths]:
        if path != "-" and os.path.isdir(path):
            found.update(dict.fromkeys(_files_in(path)) or {path: None})
        else:
            found[path] = None
    return list(found)


def _files_in(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield os.path.join(parent, name)

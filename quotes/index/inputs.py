"""Which documents lie at the paths that a user names?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from quotes.index.importing import Imported, is_lines, lines
from quotes.jobs import Failure
from quotes.reading import ReadingError, find_inputs, read


def count(paths: Iterable[str]) -> int | None:
    """How many documents to expect; none where only reading would tell."""
    several = list(paths)
    return None if any(is_lines(path) for path in several) else len(find_inputs(several))


def documents(paths: Iterable[str], warn: Callable[[str], None] | None = None) -> Iterator[Imported | Failure]:
    """The documents at these paths, in order: files, folders, ``-``, and JSON Lines with one document a line.

    ``warn`` is called with one line for what an editor should know of an input that could be read.
    """
    for path in find_inputs(paths):
        if is_lines(path):
            yield from lines(path)
            continue
        try:
            yield Imported(read(path, warn=warn))
        except ReadingError as problem:
            yield Failure(path, str(problem))

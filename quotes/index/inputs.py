"""Which documents lie at the paths that a user names?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.index.importing import Failed, Imported, is_lines, lines


def count(paths: Iterable[str]) -> int | None:
    """How many documents to expect; none where only reading would tell."""
    from quotes.reading import find_inputs

    several = list(paths)
    if any(is_lines(path) for path in several):
        return None
    return len(list(find_inputs(several)))


def documents(paths: Iterable[str]) -> Iterator[Imported | Failed]:
    """The documents at these paths, in order: files, folders, ``-``, and JSON Lines with one document a line."""
    from quotes.reading import find_inputs, read
    from quotes.reading.errors import ReadingError

    for path in paths:
        if is_lines(path):
            yield from lines(path)
            continue
        try:
            for one in find_inputs([path]):
                yield _read(read, str(one), ReadingError)
        except ReadingError as problem:
            yield Failed(path, str(problem))


def _read(read: object, path: str, error: type[Exception]) -> Imported | Failed:
    try:
        return Imported(read(path))  # type: ignore[operator]
    except error as problem:
        return Failed(path, str(problem))

"""In which form does a whole index leave?  Article by article, so that any size fits into memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from quotes.index.database import Index
from quotes.index.fetch import Stored
from quotes.index.walking import articles
from quotes.output import output

Writer = Callable[[Index, TextIO], None]


def export(index: Index, form: str, path: str | None) -> None:
    """Write an index to a file, or to standard output where ``path`` is ``None``, in one of ``FORMATS``.

    Raises ``IndexProblem``, ``NoParquet``, and ``OSError`` where the file cannot be written.
    """
    with index.snapshot():
        if form == "parquet":
            _write_parquet(index, path)
            return
        with output(path) as stream:
            WRITERS[form](index, stream)


def _write_json(index: Index, stream: TextIO) -> None:
    from quotes.reports.records import write_json

    write_json(index, stream)


def _write_jsonl(index: Index, stream: TextIO) -> None:
    from quotes.reports.records import write_jsonl

    write_jsonl(index, stream)


def _write_csv(index: Index, stream: TextIO) -> None:
    from quotes.reports.rows import write_csv

    write_csv(_quotes(index), stream)


def _write_annotations(index: Index, stream: TextIO) -> None:
    from quotes.reports.annotations import write_annotations

    write_annotations(index, stream)


def _write_datasette(index: Index, stream: TextIO) -> None:
    from quotes.reports.datasette import metadata
    from quotes.serialize import to_json

    stream.write(to_json(metadata(index.path), indent=2) + "\n")


def _write_parquet(index: Index, path: str | None) -> None:
    """A file beside the place, moved there when it is whole; Parquet is not text, and goes to no terminal."""
    from quotes.reports.rows import NoParquet, write_parquet

    if path is None:
        raise NoParquet("Parquet is written to a file: say which with -o FILE")
    place = Path(path).resolve()
    draft = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            write_parquet(_quotes(index), stream)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def _quotes(index: Index) -> Iterator[Stored]:
    """The quotes that are shown, of the newest versions."""
    for article in articles(index):
        yield from article.quotes


WRITERS: dict[str, Writer] = {
    "json": _write_json,
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "annotations": _write_annotations,
    "datasette": _write_datasette,
}
FORMATS = (*WRITERS, "parquet")

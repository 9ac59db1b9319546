"""A stored quote as one row of a table: for spreadsheets, data frames and databases."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, TextIO

from quotes.citing.plain import speaker as speaker_with_posts
from quotes.index.fetch import Stored
from quotes.model import Quote

if TYPE_CHECKING:
    from pyarrow import Schema

COLUMNS = {
    "id": str,
    "kind": str,
    "text": str,
    "speaker": str,
    "speaker_kind": str,
    "role": str,
    "organization": str,
    "attribution": str,
    "confidence": float,
    "status": str,
    "title": str,
    "author": str,
    "publisher": str,
    "published": str,
    "url": str,
    "source": str,
    "language": str,
    "document": str,
    "start": int,
    "end": int,
}
"""Name and type of each column.  ``start`` and ``end`` count characters and span the whole content, gaps included."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula.  An apostrophe before it makes it plain text."""

GROUP = 20_000
"""Rows that are written to a Parquet file at a time, and held in memory until then."""


class NoParquet(Exception):
    """The library that writes Parquet is not installed."""


def row(stored: Stored) -> dict[str, Any]:
    """The values of a row; several roles or organizations are parted by semicolons."""
    quote, document = stored.quote, stored.document
    return {
        "id": quote.id,
        "kind": quote.kind.value,
        "text": quote.text,
        "speaker": stored.speaker,
        "speaker_kind": quote.speaker and quote.speaker.kind.value,
        "role": _parts(quote, "role"),
        "organization": _parts(quote, "organization"),
        "attribution": speaker_with_posts(stored),
        "confidence": round(quote.confidence, 4),
        "status": stored.status.value,
        **{name: getattr(document, name) for name in ("title", "author", "publisher", "published", "url")},
        "source": document.source,
        "language": document.language,
        "document": document.id,
        "start": quote.content[0].start,
        "end": quote.content[-1].end,
    }


def _parts(quote: Quote, part: str) -> str | None:
    spans = [getattr(affiliation, part) for affiliation in quote.affiliations]
    return "; ".join(dict.fromkeys(span.text for span in spans if span)) or None


def write_csv(found: Iterable[Stored], stream: TextIO) -> None:
    """Write a heading line and the quotes, each as soon as it is there."""
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    for stored in found:
        writer.writerow({name: _harmless(value) for name, value in row(stored).items()})


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def write_parquet(found: Iterable[Stored], stream: IO[bytes]) -> None:
    """Write the quotes in groups of rows.  Raises ``NoParquet``."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as problem:
        raise NoParquet("Parquet needs one more package: pip install 'quotes[parquet]'") from problem
    types = {str: pyarrow.string(), float: pyarrow.float64(), int: pyarrow.int64()}
    schema: Schema = pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(found):
            writer.write_table(pyarrow.Table.from_pylist([row(stored) for stored in group], schema))


def _groups(found: Iterable[Stored]) -> Iterator[list[Stored]]:
    rest = iter(found)
    while group := list(islice(rest, GROUP)):
        yield group

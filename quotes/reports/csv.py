"""One row for each quote, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from quotes.model import Affiliation, Document, Quote
from quotes.reading.paragraphs import Paragraph, paragraph_at, paragraphs

COLUMNS = (
    "document",
    "source",
    "title",
    "author",
    "publisher",
    "published",
    "url",
    "quote",
    "kind",
    "text",
    "speaker",
    "speaker_kind",
    "role",
    "organization",
    "confidence",
    "cue",
    "mention",
    "paragraph",
    "start",
    "end",
    "rule",
)
"""``start`` and ``end`` span the whole content, gaps included; ``mention`` is the source beside the cue.  Several roles
or organizations are parted by semicolons, in the same order, with nothing where one of the two is not known."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula.  An apostrophe before it makes it plain text."""


def write_csv(documents: Iterable[Document], stream: TextIO) -> None:
    """Write a head line and the quotes of each document, as soon as it is there."""
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for document in documents:
        ranges = paragraphs(document.text)
        for quote in document.quotes:
            writer.writerow([_cell(value) for value in _row(document, quote, ranges)])


def _row(document: Document, quote: Quote, ranges: list[Paragraph]) -> Iterator[object]:
    """The values of a row, in the order of ``COLUMNS``."""
    yield from (document.id, document.source, document.title, document.author)
    yield from (document.publisher, document.published, document.url)
    yield from (quote.id, quote.kind, quote.text)
    yield from (quote.speaker and quote.speaker.name, quote.speaker and quote.speaker.kind)
    yield from (_parts(quote.affiliations, "role"), _parts(quote.affiliations, "organization"))
    yield from (round(quote.confidence, 4), quote.cue and quote.cue.text, quote.source and quote.source.text)
    yield paragraph_at(ranges, quote.content[0].start)
    yield from (quote.content[0].start, quote.content[-1].end)
    yield quote.evidence[0].rule if quote.evidence else None


def _parts(affiliations: Iterable[Affiliation], part: str) -> str:
    spans = [getattr(affiliation, part) for affiliation in affiliations]
    return "; ".join(span.text if span else "" for span in spans) if any(spans) else ""


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value

"""In which form do the results of ``quotes extract`` leave?  The name of a format -> what writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from quotes.model import Document

Writer = Callable[[Iterable[Document], TextIO], None]
"""Writes documents to a stream; it takes each one when it is ready, and can begin before the last one is."""


def write_terminal(documents: Iterable[Document], stream: TextIO) -> None:
    """The report that an editor reads."""
    from quotes.reports.terminal import print_report

    print_report(documents, stream)


def write_json(documents: Iterable[Document], stream: TextIO) -> None:
    """One JSON object, as the schema describes it."""
    from quotes.serialize import to_contract, to_json

    stream.write(to_json(to_contract(documents), indent=2) + "\n")


def write_jsonl(documents: Iterable[Document], stream: TextIO) -> None:
    """JSON Lines: each document on a line of its own, written as soon as it is there."""
    from quotes.serialize import SCHEMA, document_to_json, to_json

    for document in documents:
        stream.write(to_json({"schema": SCHEMA, **document_to_json(document)}) + "\n")
        stream.flush()


def write_csv(documents: Iterable[Document], stream: TextIO) -> None:
    """One row for each quote."""
    from quotes.reports import csv

    csv.write_csv(documents, stream)


FORMATS: dict[str, Writer] = {
    "terminal": write_terminal,
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
}

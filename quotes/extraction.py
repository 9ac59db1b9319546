"""From paths to documents with quotes: one outcome for each input, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from quotes.jobs import Failure, Make, Outcome, Settings, extract_all, load
from quotes.model import Document
from quotes.reading import ReadingError, read
from quotes.reading.files import Warn


def extract_inputs(
    inputs: Sequence[str],
    settings: Settings,
    *,
    jobs: int = 1,
    warn: Warn | None = None,
    make: Make = load,
) -> Iterator[Outcome]:
    """Read inputs and find their quotes.

    ``warn`` is called with one line for what an editor should know of an input that could be read.
    Raises a ``ParsingError`` where the models cannot be used.
    """
    return extract_all(read_each(inputs, warn), settings, jobs=jobs, total=len(inputs), make=make)


def read_each(inputs: Iterable[str], warn: Warn | None = None) -> Iterator[Outcome]:
    """Each input as a document without quotes, or why it cannot be read."""
    for name in inputs:
        try:
            yield read(name, warn=warn)
        except ReadingError as error:
            yield Failure(name, str(error))


def at_least(document: Document, confidence: float) -> Document:
    """The document with only those of its quotes that have at least this confidence, from 0 to 1."""
    return evolve(document, quotes=tuple(quote for quote in document.quotes if quote.confidence >= confidence))

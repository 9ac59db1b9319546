"""Documents -> documents with their quotes: the models are loaded once, and many documents parsed in one batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from attrs import evolve

from quotes.attribution import attribute
from quotes.model import Document
from quotes.reading.paragraphs import paragraphs

if TYPE_CHECKING:
    from quotes.parsing.pipeline import Parser

BATCH = 32
"""Documents parsed together."""


class Extractor:
    """Finds the quotes of documents.

    ``models`` is ``bundled`` or the name of a Stanza package, ``device`` one of auto, cpu and cuda, ``threads`` the number of
    threads for this process (all cores where ``None``).  Raises ``quotes.parsing.errors.ParsingError`` where a model cannot be had.
    """

    def __init__(
        self, models: str = "bundled", device: str = "auto", threads: int | None = None, *, download: bool = False
    ) -> None:
        from quotes.parsing.pipeline import Parser

        self._parser: Parser = Parser(models, device, threads, download=download)

    def extract(self, document: Document | str, *, attitudes: bool = False) -> Document:
        """One document (or text) with its quotes."""
        given = Document(document) if isinstance(document, str) else document
        return self._batch([given], attitudes)[0]

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
        """Documents with their quotes, in order; ``BATCH`` of them are read and parsed at a time."""
        waiting = iter(documents)
        while batch := list(islice(waiting, BATCH)):
            yield from self._batch(batch, attitudes)

    def _batch(self, documents: Sequence[Document], attitudes: bool) -> list[Document]:
        parsed = self._parser.parse([document.text for document in documents])
        return [
            evolve(d, quotes=attribute(d.text, tree, list(paragraphs(d.text)), attitudes=attitudes))
            for d, tree in zip(documents, parsed, strict=True)
        ]

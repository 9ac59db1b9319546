"""How do many files get into an index, so that a stop at any moment loses at most the one in hand?"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from attrs import frozen

from quotes.index.database import Index
from quotes.index.importing import Failed, Imported
from quotes.index.store import Outcome, has_text, store
from quotes.model import Document


class FindsQuotes(Protocol):
    """What finds the quotes of documents: ``quotes.extractor.Extractor``, or a stand-in."""

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
        """The same documents with their quotes, in order."""
        ...


@frozen
class Added:
    """What became of one input: an outcome and a number of quotes, or a problem."""

    source: str
    outcome: Outcome | None = None
    quotes: int = 0
    problem: str | None = None


def add_all(index: Index, inputs: Iterable[Imported | Failed], extractor: Callable[[], FindsQuotes]) -> Iterator[Added]:
    """Add each document in its own transaction, and say what became of each.

    A text that is in the index already is not read for quotes again, so that a second run goes on where the first
    stopped; the extractor is made only if a text is new.  Raises ``IndexProblem`` where the index cannot be written.
    """
    done: deque[Added] = deque()
    fresh = _fresh(index, inputs, done)
    first = next(fresh, None)
    yield from _drained(done)
    if first is None:
        return
    for document in extractor().extract_many(_chained(first, fresh)):
        yield from _drained(done)
        yield Added(document.source, store(index, document), len(document.quotes))
    yield from _drained(done)


def _fresh(index: Index, inputs: Iterable[Imported | Failed], done: deque[Added]) -> Iterator[Document]:
    """The documents that must be read for quotes; what can be settled without that is put aside in ``done``."""
    for one in inputs:
        if isinstance(one, Failed):
            done.append(Added(one.source, problem=one.problem))
        elif one.ready or has_text(index, one.document):
            done.append(Added(one.document.source, store(index, one.document), len(one.document.quotes)))
        else:
            yield one.document


def _drained(done: deque[Added]) -> Iterator[Added]:
    while done:
        yield done.popleft()


def _chained(first: Document, rest: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield from rest

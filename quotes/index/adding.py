"""How do many files get into an index, so that a stop at any moment loses at most the one in hand?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import frozen

from quotes.index.database import Index
from quotes.index.importing import Imported
from quotes.index.renewing import renew
from quotes.index.store import Outcome, has_text, store
from quotes.jobs import Failure, Make, Settings, extract_all, load
from quotes.model import Document


@frozen
class Added:
    """What became of one input: an outcome and a number of quotes, or a problem."""

    source: str
    outcome: Outcome | None = None
    quotes: int = 0
    problem: str | None = None


def add_all(
    index: Index,
    inputs: Iterable[Imported | Failure],
    settings: Settings | None = None,
    *,
    again: bool = False,
    jobs: int = 1,
    make: Make = load,
) -> Iterator[Added]:
    """Add each document in its own transaction, and say what became of each.

    A text that is in the index already is not read for quotes again, so that a second run goes on where the first
    stopped; the extractor is made only if a text is new.  With ``again`` known texts are read again as well; what
    humans decided on their quotes stays.  Raises ``IndexProblem`` where the index cannot be written,
    ``ParsingError`` where the models cannot be used.
    """
    waiting = iter(inputs)
    for one in waiting:
        if isinstance(one, Failure) or _is_settled(index, one, again):
            yield _settled(index, one)
            continue
        done: deque[Added] = deque()
        fresh = chain([one.document], _fresh(index, waiting, done, again))
        for found in extract_all(fresh, settings, jobs=jobs, total=1, make=make):
            yield from _drained(done)
            if isinstance(found, Failure):
                yield Added(found.source, problem=found.problem)
            else:
                yield _added(index, found, again)
        yield from _drained(done)


def _is_settled(index: Index, one: Imported, again: bool) -> bool:
    """Whether a document need not be read for quotes: it brings them along, or they are known."""
    return one.ready or (has_text(index, one.document) and not again)


def _settled(index: Index, one: Imported | Failure) -> Added:
    """What becomes of an input that is not read for quotes."""
    if isinstance(one, Failure):
        return Added(one.source, problem=one.problem)
    outcome = store(index, one.document)
    new = outcome in (Outcome.ADDED, Outcome.VERSION)
    return Added(one.document.source, outcome, len(one.document.quotes) if new else 0)


def _added(index: Index, found: Document, again: bool) -> Added:
    with index.transaction():
        renewing = again and has_text(index, found)
        outcome = store(index, found)
        if renewing:
            return Added(found.source, Outcome.RENEWED, renew(index, found))
        return Added(found.source, outcome, len(found.quotes))


def _fresh(index: Index, inputs: Iterable[Imported | Failure], done: deque[Added], again: bool) -> Iterator[Document]:
    """The documents that must be read for quotes; what becomes of the others in between is put aside in ``done``."""
    for one in inputs:
        if isinstance(one, Failure) or _is_settled(index, one, again):
            done.append(_settled(index, one))
        else:
            yield one.document


def _drained(done: deque[Added]) -> Iterator[Added]:
    while done:
        yield done.popleft()

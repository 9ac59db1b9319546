"""How are many articles spread over several processes?  In order, and one that fails does not stop the others."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from multiprocessing import get_context
from typing import Protocol, TypeAlias

from attrs import field, frozen, validators

from quotes.model import Document
from quotes.parsing.errors import ParsingError
from quotes.reading.errors import shown

LARGEST_BATCH = 8
"""Articles that are parsed together."""


@frozen
class Settings:
    """What an extractor needs to know, in a form that goes to another process."""

    models: str = "bundled"
    device: str = field(default="auto", validator=validators.in_(("auto", "cpu", "cuda")))
    download: bool = False
    attitudes: bool = False


@frozen
class Failure:
    """An input without a result; ``problem`` is one line that names it."""

    source: str
    problem: str


Outcome: TypeAlias = Document | Failure


class Extracts(Protocol):
    """What finds the quotes of documents, in order."""

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]: ...


Make: TypeAlias = Callable[[Settings, "int | None"], Extracts]
"""Makes an extractor that uses so many threads (``None``: as many as it likes).  A function that can be pickled."""


def load(settings: Settings, threads: int | None) -> Extracts:
    """The extractor of this project; imported only here, because it needs the parser."""
    from quotes.extractor import Extractor

    made: Extracts = Extractor(
        models=settings.models, device=settings.device, threads=threads, download=settings.download
    )
    return made


def extract_all(
    inputs: Iterable[Outcome],
    settings: Settings | None = None,
    *,
    jobs: int = 1,
    total: int | None = None,
    make: Make = load,
) -> Iterator[Outcome]:
    """One outcome for each input, in their order: the document with its quotes, or why there are none.

    Failures among the inputs pass through.  With ``jobs`` above 1, so many processes share the processor's cores.
    ``total`` is the number of inputs, where it is known.  Raises what ``make`` raises, and ``ParsingError``.
    """
    settings = settings or Settings()
    batches = _batches(inputs, _batch_size(jobs, total))
    if jobs == 1:
        extractor = make(settings, None)
        for batch in batches:
            yield from _extract(extractor, batch, settings.attitudes)
    else:
        yield from _Crew(settings, jobs, make).outcomes(batches)


class _Crew:
    """Processes that take batches; replaced by new ones where one of them dies."""

    def __init__(self, settings: Settings, jobs: int, make: Make) -> None:
        self._settings, self._jobs, self._make = settings, jobs, make
        self._threads = max(1, cores() // jobs)
        self._executor = self._start()

    def outcomes(self, batches: Iterable[list[Outcome]]) -> Iterator[Outcome]:
        """The outcomes of all batches in order, with not many more under way than there are processes."""
        waiting: deque[tuple[list[Outcome], Future[list[Outcome]]]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, self._submit(batch)))
                if len(waiting) > 2 * self._jobs:
                    yield from self._first(waiting)
            while waiting:
                yield from self._first(waiting)
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _first(self, waiting: deque[tuple[list[Outcome], Future[list[Outcome]]]]) -> list[Outcome]:
        """The outcomes of the batch that has waited longest."""
        batch, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            outcomes = [self._alone(one) for one in batch]
            others = [other for other, _ in waiting]
            waiting.clear()
            waiting.extend((other, self._submit(other)) for other in others)
            return outcomes

    def _alone(self, one: Outcome) -> Outcome:
        """The outcome of an input that may have been what ended a process."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start()
        try:
            return self._submit([one]).result()[0]
        except BrokenProcessPool:
            return Failure(
                one.source, f"{shown(one.source)}: the process that analysed it died, perhaps for want of memory"
            )

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"), initializer=_die_quietly)

    def _submit(self, batch: list[Outcome]) -> Future[list[Outcome]]:
        try:
            return self._executor.submit(_work, self._settings, self._threads, self._make, batch)
        except BrokenProcessPool as error:
            broken: Future[list[Outcome]] = Future()
            broken.set_exception(error)
            return broken


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _die_quietly() -> None:
    """Ctrl-C ends a worker at once and without a word, unless it is ignored; what to say is for the main process."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _work(settings: Settings, threads: int, make: Make, batch: list[Outcome]) -> list[Outcome]:
    return _extract(_made(settings, threads, make), batch, settings.attitudes)


@cache
def _made(settings: Settings, threads: int, make: Make) -> Extracts:
    """The extractor of this process, made when the first batch comes."""
    return make(settings, threads)


def _extract(extractor: Extracts, batch: list[Outcome], attitudes: bool) -> list[Outcome]:
    """The outcomes of a batch; where it fails as a whole, those of each document by itself."""
    documents = [one for one in batch if isinstance(one, Document)]
    try:
        extracted = iter(list(extractor.extract_many(documents, attitudes=attitudes)))
    except ParsingError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one article brings about, the others are still done
        if len(batch) == 1:
            return [_failure(batch[0].source, error)]
        return [outcome for one in batch for outcome in _extract(extractor, [one], attitudes)]
    return [next(extracted) if isinstance(one, Document) else one for one in batch]


def _failure(source: str, error: Exception) -> Failure:
    what = shown(" ".join(f"{type(error).__name__}: {error}".split()))
    return Failure(source, f"{shown(source)}: could not be analysed ({what})")


def _batches(inputs: Iterable[Outcome], size: int) -> Iterator[list[Outcome]]:
    rest = iter(inputs)
    while batch := list(islice(rest, size)):
        yield batch


def _batch_size(jobs: int, total: int | None) -> int:
    """So many that parsing together pays, so few that every process has work."""
    return LARGEST_BATCH if total is None else max(1, min(LARGEST_BATCH, total // (2 * jobs)))

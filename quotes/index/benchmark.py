"""How fast and how large is an index as it grows?  One command, made-up articles, the machine stated.

python -m quotes.index.benchmark --index /tmp/scale.db --quotes 1000000
"""

from __future__ import annotations

import os
import platform
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click
from attrs import frozen

from quotes.checking.verifying import verify
from quotes.index.database import Index
from quotes.index.errors import IndexProblem
from quotes.index.filters import Filters
from quotes.index.search import search
from quotes.index.store import store
from quotes.index.synthetic import Writer

QUOTES_EACH = 10
"""Quotes of each made-up article."""
AT_ONCE = 500
"""Articles written in one transaction: the benchmark measures reading, not the disk's patience."""


@frozen
class Times:
    """How long something took each time, in seconds: by the clock, and of the processor's time (on a busy machine)."""

    name: str
    clock: tuple[float, ...]
    processor: tuple[float, ...]

    def __str__(self) -> str:
        clock = " /".join(f"{within(self.clock, share):6.1f}" for share in (0.5, 0.95, 1.0))
        return f"{clock} ({within(self.processor, 0.95):5.1f})"


def within(seconds: tuple[float, ...], share: float) -> float:
    """The time within which this share was done, in milliseconds."""
    ordered = sorted(seconds)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def grow(index: Index, writer: Writer, quotes: int) -> None:
    """Add articles until the index holds so many quotes.  Raises ``IndexProblem``."""
    have = index.rows("SELECT count(*) FROM document_versions")[0][0]
    for start in range(have, quotes // QUOTES_EACH, AT_ONCE):
        with index.transaction():
            for which in range(start, min(start + AT_ONCE, quotes // QUOTES_EACH)):
                store(index, writer.article(which, QUOTES_EACH))


def measure(index: Index, seed: int, number: int) -> list[Times]:
    """Time searches and verifications of the kinds that people make."""
    chance = random.Random(seed)
    total = index.rows("SELECT max(number) FROM quotes")[0][0]
    rows = [index.rows("SELECT text, appearance FROM quotes WHERE number = ?", (chance.randint(1, total),))[0]
            for _ in range(number)]  # fmt: skip
    said = [row["text"].strip("“”,").replace("“", "").split() for row in rows]
    names = [index.rows("SELECT name FROM appearances WHERE number = ?", (row["appearance"],))[0][0] for row in rows]
    searches = list(_searches(index, chance, said, names))
    claims = list(_claims(index, chance, said, names))
    chance.shuffle(searches)
    chance.shuffle(claims)
    return [_timed("search", searches), _timed("verify", claims)]


def _searches(
    index: Index, chance: random.Random, said: list[list[str]], names: list[str]
) -> Iterator[Callable[[], object]]:
    """One, two or three words, a phrase, a beginning; a word with a speaker; a word with a day and a role."""
    for words, name in zip(said, names, strict=True):
        some = chance.sample(words, min(len(words), chance.choice((1, 2, 2, 3))))
        start = chance.randrange(max(1, len(words) - 3))
        for query in (" ".join(some), '"' + " ".join(words[start : start + 3]) + '"', chance.choice(words)[:5] + "*"):
            yield partial(search, index, query)
        yield partial(search, index, chance.choice(words), Filters(speaker=name))
        yield partial(search, index, chance.choice(words), Filters(since="2016-01-01", role="mayor"))


def _claims(
    index: Index, chance: random.Random, said: list[list[str]], names: list[str]
) -> Iterator[Callable[[], object]]:
    """The very words, a word changed, an omission, a splice, words at random; and the words with their speaker."""
    for words, other, name in zip(said, [*said[1:], said[0]], names, strict=True):
        middle = len(words) // 2
        changed = [*words[:middle], "not", *words[middle + 1 :]]
        elided = [*words[: middle - 1], "…", *words[middle + 1 :]]
        spliced = [*words[:middle], *other[len(other) // 2 :]]
        mixed = chance.sample(words + other, len(words))
        for claim in (words, changed, elided, spliced, mixed):
            yield partial(verify, index, " ".join(claim))
        yield partial(verify, index, " ".join(words), name)


def _timed(name: str, tasks: list[Callable[[], object]]) -> Times:
    clock, processor = [], []
    for task in tasks:
        started, used = time.perf_counter(), time.process_time()
        task()
        clock.append(time.perf_counter() - started)
        processor.append(time.process_time() - used)
    return Times(name, tuple(clock), tuple(processor))


def size(path: str) -> int:
    """Bytes of the index with what SQLite keeps beside it."""
    return sum(os.path.getsize(path + end) for end in ("", "-wal") if os.path.exists(path + end))


def machine() -> str:
    """The machine, in words."""
    model = "processor unknown"
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0] if names else model
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{os.cpu_count()} cores, {model}, {platform.system()}, {python}{load}"


@click.command()
@click.option("--index", "path", required=True, metavar="FILE", help="Where to make the index; it is kept.")
@click.option("--quotes", type=click.IntRange(min=1000), default=1_000_000, show_default=True)
@click.option("--each", type=click.IntRange(min=1), default=60, show_default=True, help="Quotes to ask about.")
@click.option("--seed", type=int, default=0, show_default=True)
def main(path: str, quotes: int, each: int, seed: int) -> None:
    """Grow an index of made-up articles in steps from 10,000 quotes, and measure it at each."""
    steps = sorted({step for step in (10_000, 30_000, 100_000, 300_000, 1_000_000) if step < quotes} | {quotes})
    click.echo(machine())
    click.echo(
        f"{'quotes':>10} {'file':>9} {'written in':>10}   search: p50 / p95 / max (processor p95), ms; verify: the same"
    )
    try:
        with Index.open(path, create=True) as index:
            writer = Writer(seed)
            for step in steps:
                started = time.perf_counter()
                grow(index, writer, step)
                took = time.perf_counter() - started
                columns = "     ".join(str(times) for times in measure(index, seed, each))
                click.echo(f"{step:10,} {size(path) / 1e6:6,.0f} MB {took:8.0f} s   {columns}")
    except IndexProblem as problem:
        raise click.ClickException(str(problem)) from problem


if __name__ == "__main__":
    main()

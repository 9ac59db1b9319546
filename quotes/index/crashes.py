"""Does an index survive being killed at any moment?  One command kills ``add`` again and again and looks.

python -m quotes.index.crashes --kills 200
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from attrs import evolve

from quotes.index.adding import add_all
from quotes.index.database import Index
from quotes.index.importing import Imported
from quotes.index.synthetic import Writer
from quotes.model import Document

ARTICLES, QUOTES = 60, 10
"""Articles of one run, and quotes of each."""


class Remembers:
    """An extractor for articles that were made up with their quotes."""

    def __init__(self) -> None:
        self.known = {document.id: document for document in Writer(1, words=2_000).articles(ARTICLES, QUOTES)}

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
        """The articles with their quotes."""
        for document in documents:
            yield self.known[document.id]


def add(path: str, *, tell: bool = False) -> float:
    """Add all articles and return the seconds that it took; ``tell`` prints a line at the start of that time."""
    extractor = Remembers()
    inputs = [Imported(evolve(article, quotes=())) for article in extractor.known.values()]
    if tell:
        click.echo("ready")
    started = time.perf_counter()
    with Index.open(path, create=True) as index:
        for _ in add_all(index, inputs, make=lambda *_: extractor):
            pass
    return time.perf_counter() - started


def killed(path: str, after: float) -> bool:
    """Start adding and kill it so many seconds later; whether it was still at work."""
    command = [sys.executable, "-m", "quotes.index.crashes", "--add", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after)
        working = process.poll() is None
        process.kill()
    return working


def faults(path: str) -> list[str]:
    """What is wrong with an index after a crash: nothing, it is hoped.  Raises ``IndexProblem`` if it does not open."""
    found = []
    with Index.open(path, create=True) as index:
        said = index.rows("PRAGMA integrity_check")[0][0]
        if said != "ok":
            found.append(f"integrity_check: {said}")
        found += [f"foreign key: {tuple(row)}" for row in index.rows("PRAGMA foreign_key_check")]
        index.rows("INSERT INTO quotes_search (quotes_search) VALUES ('integrity-check')")
        sql = "SELECT v.source, count(q.number) AS n FROM document_versions v LEFT JOIN quotes q ON "
        rows = index.rows(sql + "q.document_version = v.number GROUP BY v.number")
        found += [f"{row['source']}: {row['n']} quotes" for row in rows if row["n"] != QUOTES]
        pieces = index.rows("SELECT count(*) FROM quote_pieces")[0][0]
        if pieces != len(rows) * QUOTES:
            found.append(f"{pieces} pieces for {len(rows)} documents")
    return found


def documents(path: str) -> int:
    """How many documents an index holds."""
    with Index.open(path, create=True) as index:
        return int(index.rows("SELECT count(*) FROM document_versions")[0][0])


def crash(kills: int, seed: int, folder: str) -> Iterator[tuple[int, int, list[str]]]:
    """Kill so many times, on a new index whenever one is complete; number, documents held, and faults, each time."""
    chance = random.Random(seed)
    number = done = 0
    longest = add(str(Path(folder) / "whole.db"))
    while done < kills:
        number += 1
        path = str(Path(folder) / f"{number}.db")
        while done < kills and (not Path(path).exists() or documents(path) < ARTICLES):
            if killed(path, chance.uniform(0, longest / 2)):
                done += 1
                yield done, documents(path), faults(path)
        add(path)
        if documents(path) != ARTICLES or faults(path):
            yield done, documents(path), ["the rerun did not complete it", *faults(path)]


@click.command()
@click.option("--kills", type=click.IntRange(min=1), default=200, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--add", "path", hidden=True)
def main(kills: int, seed: int, path: str | None) -> None:
    """Kill a process that adds documents at random moments, and check the index each time."""
    if path is not None:
        add(path, tell=True)
        return
    held: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, count, found in crash(kills, seed, folder):
            held.append(count)
            for fault in found:
                click.echo(f"kill {number}: {fault}")
            if found:
                raise click.exceptions.Exit(1)
    middle = sum(0 < count < ARTICLES for count in held)
    click.echo(
        f"{len(held)} kills, {middle} of them with part of the documents stored; no fault, and each rerun completed"
    )


if __name__ == "__main__":
    main()

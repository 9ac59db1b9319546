"""Is a decision that was shown as saved ever lost?  One command kills a reviewer again and again and looks.

python -m quotes.checking.crashes --kills 200
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import click

from quotes.checking import review
from quotes.checking.correcting import Correction
from quotes.index.database import Index
from quotes.index.decisions import decisions
from quotes.index.errors import IndexProblem
from quotes.index.store import store
from quotes.index.synthetic import Writer

ARTICLES, QUOTES = 20, 10
EACH = 10
"""Kills of one index; then a new one, because its log grows long."""


def decide(path: str, seed: int) -> None:
    """Decide at random, without end; a line for each decision as soon as it is saved."""
    chance = random.Random(seed)
    with Index.open(path) as index:
        total = index.rows("SELECT max(number) FROM quotes")[0][0]
        while True:
            saved = _decided(index, chance, chance.randint(1, total))
            if saved is not None:
                click.echo(f"{saved.decision} {saved.quote.number} {saved.quote.status.value}")
                sys.stdout.flush()


def _decided(index: Index, chance: random.Random, number: int) -> review.Saved | None:
    """One decision; none where it could not be made."""
    try:
        match chance.randrange(5):
            case 0:
                return review.accept(index, number)
            case 1:
                return review.reject(index, number)
            case 2:
                return review.correct(index, number, Correction(start=chance.randint(-3, 3), end=chance.randint(-3, 3)))
            case 3:
                return review.correct(index, number, Correction(speaker=f"Speaker {chance.randint(1, 9)}"))
            case _:
                return review.undo(index, number)
    except IndexProblem:
        return None


def killed(path: str, seed: int, after: float) -> list[list[str]]:
    """Let a reviewer work, kill it so many seconds after its first decision, and return what it showed as saved."""
    command = [sys.executable, "-m", "quotes.checking.crashes", "--decide", path, "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after)
        process.kill()
        shown = [first, *process.stdout.read().splitlines(keepends=True)]
    return [line.split() for line in shown if line.endswith("\n")]


def faults(path: str, shown: list[list[str]]) -> Iterator[str]:
    """What is wrong with an index after a kill: decisions that are lost, or whose effect is not there."""
    with Index.open(path) as index:
        said = index.rows("PRAGMA integrity_check")[0][0]
        if said != "ok":
            yield f"integrity_check: {said}"
        index.rows("INSERT INTO quotes_search (quotes_search, rank) VALUES ('integrity-check', 1)")
        there = {one.number: one for one in decisions(index)}
        last = {int(quote): status for _, quote, status in shown}
        for number, _, _ in shown:
            if int(number) not in there:
                yield f"decision {number} was shown as saved and is lost"
        done = {number for number, one in there.items() if shown and number > int(shown[-1][0])}
        later = {there[number].quote for number in done}
        for quote, status in last.items():
            now = index.rows("SELECT status FROM quotes WHERE number = ?", (quote,))[0][0]
            if now != status and quote not in later:
                yield f"quote {quote} is {now}, and was shown as {status}"


def _fill(path: str, seed: int) -> None:
    with Index.open(path, create=True) as index, index.transaction():
        for article in Writer(seed, words=2_000).articles(ARTICLES, QUOTES):
            store(index, article)


@click.command()
@click.option("--kills", type=click.IntRange(min=1), default=200, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--decide", "path", hidden=True)
def main(kills: int, seed: int, path: str | None) -> None:
    """Kill a process that reviews quotes at random moments, and check the index each time."""
    if path is not None:
        decide(path, seed)
        return
    chance, total = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, kills + 1):
            place = str(Path(folder) / f"{number // EACH}.db")
            if not Path(place).exists():
                _fill(place, seed)
            shown = killed(place, seed + number, chance.uniform(0, 0.5))
            total += len(shown)
            found = list(faults(place, shown))
            for fault in found:
                click.echo(f"kill {number}: {fault}")
            if found:
                raise click.exceptions.Exit(1)
    click.echo(f"{kills} kills, {total} decisions shown as saved; none is lost")


if __name__ == "__main__":
    main()

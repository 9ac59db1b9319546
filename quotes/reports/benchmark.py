"""How long does an export take, and how much memory?  And does the index that is made of it give the same answers?

python -m quotes.index.benchmark --index /tmp/scale.db --quotes 1000000
python -m quotes.reports.benchmark --index /tmp/scale.db
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

import click
from attrs import frozen

from quotes.checking.verifying import verify
from quotes.index.benchmark import machine
from quotes.index.database import Index
from quotes.index.search import search
from quotes.index.speakers import speakers
from quotes.reports.exports import FORMATS

COMMAND = (sys.executable, "-c", "from quotes.cli.main import main; main(prog_name='quotes')")


@frozen
class Run:
    """Seconds by the clock, seconds of the processor, and the largest memory in bytes, of a command."""

    clock: float
    processor: float
    memory: int


def measured(*arguments: str) -> Run:
    """Run a command of ``quotes`` by itself.  Raises ``ClickException`` where it fails."""
    started = time.perf_counter()
    process = os.spawnv(os.P_NOWAIT, COMMAND[0], [*COMMAND, *arguments])
    _, status, used = os.wait4(process, 0)
    if status:
        raise click.ClickException(f"quotes {' '.join(arguments)}: failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def answers(index: Index, seed: int, number: int) -> list[object]:
    """What an index says to searches, claims and names drawn from it."""
    chance = random.Random(seed)
    texts = [row[0] for row in index.rows("SELECT text FROM quotes ORDER BY id LIMIT 50000")]
    said: list[object] = [[one.name, one.quotes, one.posts] for one in speakers(index, limit=number)]
    for text in chance.sample(texts, min(number, len(texts))):
        words = text.strip("“”,").split()
        said.append(sorted(hit.text for hit in search(index, f'"{" ".join(words[:4])}"')))
        said.append(verify(index, " ".join(words)).to_json())
    return said


@click.command()
@click.option("--index", "path", required=True, metavar="FILE", help="The index to export.")
@click.option("--format", "forms", multiple=True, type=click.Choice(FORMATS), help="Only these.")
@click.option("--ask", type=click.IntRange(min=1), default=100, show_default=True, help="Questions to both indexes.")
def main(path: str, forms: tuple[str, ...], ask: int) -> None:
    """Export an index in each form, import the JSON Lines, and ask both indexes the same."""
    click.echo(machine())
    with tempfile.TemporaryDirectory() as folder:
        for form in forms or FORMATS:
            target = Path(folder) / f"out.{form}"
            run = measured("export", "--index", path, "--format", form, "-o", str(target))
            click.echo(_line(form, run, target.stat().st_size))
            if form == "jsonl":
                again = str(Path(folder) / "again.db")
                run = measured("import", "--index", again, str(target))
                click.echo(_line("import", run, Path(again).stat().st_size))
                _compare(path, again, ask)
            target.unlink()


def _line(name: str, run: Run, size: int) -> str:
    return (
        f"{name:12} {run.clock:7.0f} s ({run.processor:.0f} s of the processor), {run.memory / 1e6:5.0f} MB of memory, "
        f"{size / 1e6:8,.1f} MB written"
    )


def _compare(path: str, again: str, ask: int) -> None:
    with Index.open(path) as index, Index.open(again) as other:
        same = sum(one == two for one, two in zip(answers(index, 0, ask), answers(other, 0, ask), strict=True))
    click.echo(f"the same answers: {same} of {3 * ask}")


if __name__ == "__main__":
    main()

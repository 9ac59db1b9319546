"""``quotes add``: extract the quotes of documents and keep them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from quotes.cli.opened import index_option, opened, safe

if TYPE_CHECKING:
    from quotes.index.adding import Added


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@index_option
@click.option("--models", default="bundled", show_default=True, help="The parser: bundled, or a Stanza package.")
@click.option("--device", default="auto", show_default=True, type=click.Choice(["auto", "cpu", "cuda"]))
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(min=1), help="Processes to share the work.")
@click.option("--again", is_flag=True, help="Extract known texts anew; what humans decided stays.")
def add(paths: tuple[str, ...], path: str, models: str, device: str, jobs: int, again: bool) -> None:
    """Extract the quotes of documents and keep them in the index.

    PATH is a text, a saved web page, a folder of them, - for standard input, or JSON Lines (.jsonl) with one document a
    line.  What is in the index already is passed over, so that a run that was stopped goes on where it stopped.
    """
    from quotes.index.adding import add_all
    from quotes.index.inputs import count, documents
    from quotes.jobs import Settings

    outcomes: Counter[str] = Counter()
    with opened(path, create=True) as index:
        try:
            settings = Settings(models=models, device=device)
            results = add_all(index, documents(paths, _warn), settings, again=again, jobs=jobs)
            for one in _with_progress(results, count(paths)):
                outcomes[one.outcome.value if one.outcome else "failed"] += 1
                outcomes["quotes"] += one.quotes
                if one.problem:
                    click.echo(f"Error: {safe(one.problem)}", err=True)
        except KeyboardInterrupt:
            click.echo(f"stopped; {_summary(outcomes)}; run the same command again to go on", err=True)
            raise click.exceptions.Exit(130) from None
    click.echo(_summary(outcomes))
    raise click.exceptions.Exit(1 if outcomes["failed"] else 0)


def _with_progress(results: Iterable[Added], total: int | None) -> Iterator[Added]:
    """The results, with a bar on the terminal that shows the time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("adding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("adding", total=total)
        for one in results:
            progress.advance(task)
            yield one


def _summary(outcomes: Counter[str]) -> str:
    """What was done, in words: "3 added (41 quotes), 2 unchanged"."""
    done = [f"{n} {name}" for name, n in outcomes.items() if name != "quotes" and n]
    return (", ".join(done) or "nothing to add") + f" ({outcomes['quotes']} new quotes)"


def _warn(line: str) -> None:
    click.echo(f"Warning: {safe(line)}", err=True)

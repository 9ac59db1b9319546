"""``quotes extract``: the quotes of articles, as a report or for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quotes.jobs import Outcome, Settings
    from quotes.model import Document

EXAMPLES = """\b
Examples:
  quotes extract article.txt
  quotes extract corpus/ --format csv -o quotes.csv
  quotes extract --jobs 4 --format jsonl archive/ > archive.jsonl
  pbpaste | quotes extract -
"""


class CannotRun(click.ClickException):
    """Nothing can be done as it was asked."""

    exit_code = 2


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    default="terminal",
    show_default=True,
    type=click.Choice(["terminal", "json", "jsonl", "csv"]),
    help="A report to read, or the same for programs.",
)
@click.option("-o", "--output", "target", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(min=1), help="Processes to share the work.")
@click.option("--device", default="auto", show_default=True, type=click.Choice(["auto", "cpu", "cuda"]))
@click.option("--models", default="bundled", show_default=True, metavar="NAME", help="bundled, or a Stanza package.")
@click.option("--download", is_flag=True, help="Let Stanza fetch the package from its hub.")
@click.option(
    "--include",
    multiple=True,
    type=click.Choice(["attitudes"]),
    help="Also what people only think, hope or plan; sources then come with what describes them, as PolNeAR has them.",
)
@click.option(
    "--min-confidence",
    "least",
    default=0.0,
    metavar="SHARE",
    type=click.FloatRange(0, 1),
    help="Leave out quotes that are less sure than this, from 0 to 1.",
)
def extract(
    paths: tuple[str, ...],
    form: str,
    target: str | None,
    jobs: int,
    device: str,
    models: str,
    download: bool,
    include: tuple[str, ...],
    least: float,
) -> None:
    """Find the quotes in articles: who said what, for whom, how sure that is, and where it stands.

    PATH is a text, a saved web page (.html), a folder of them, or - for standard input.

    Exit status: 0 all well, 1 some inputs could not be read, 2 wrong usage.
    """
    from quotes.extraction import at_least
    from quotes.jobs import Settings
    from quotes.reading import find_inputs

    settings = Settings(models=models, device=device, download=download, attitudes="attitudes" in include)
    failures: list[str] = []
    with _problems_in_one_line(target):
        documents = _documents(find_inputs(paths), settings, jobs, failures, gather=target is None)
        _write(form, target, (at_least(document, least) for document in documents))
    raise click.exceptions.Exit(1 if failures else 0)


def _write(form: str, target: str | None, documents: Iterable[Document]) -> None:
    from quotes.output import output
    from quotes.reports.formats import FORMATS

    with output(target) as stream:
        FORMATS[form](documents, stream)


def _documents(
    inputs: list[str], settings: Settings, jobs: int, failures: list[str], *, gather: bool
) -> Iterator[Document]:
    """The documents as they get ready; with a bar on a terminal that they would be written over, all at the end."""
    from quotes.extraction import extract_inputs

    outcomes = extract_inputs(inputs, settings, jobs=jobs, warn=lambda line: click.echo(f"Warning: {line}", err=True))
    bar = len(inputs) > 1 and sys.stderr.isatty()
    documents = _successes(_with_bar(outcomes, len(inputs)) if bar else outcomes, failures)
    return iter(list(documents)) if bar and gather and sys.stdout.isatty() else documents


def _successes(outcomes: Iterable[Outcome], failures: list[str]) -> Iterator[Document]:
    """The documents among the outcomes; every failure is told at once and noted."""
    from quotes.jobs import Failure

    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome.source)
            click.echo(f"Error: {outcome.problem}", err=True)
        else:
            yield outcome


def _with_bar(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(outcomes, total=total, description="Reading")


@contextmanager
def _problems_in_one_line(target: str | None) -> Iterator[None]:
    """Models that cannot be used and files that cannot be written, told without a traceback."""
    from quotes.parsing.errors import ParsingError

    try:
        yield
    except ParsingError as error:
        raise CannotRun(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotRun(f"{target or 'standard output'}: cannot be written ({error.strerror or error})") from error
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
        raise click.exceptions.Exit(130) from None

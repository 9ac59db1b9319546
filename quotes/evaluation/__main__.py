"""``python -m quotes.evaluation``: how good and how fast is the bundled parser?"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console

from quotes.evaluation.figures import Figure, figures_table

DATA = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder with ud/, ner/, polnear/ and worldnews/.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure the bundled parser."""


@main.command()
@DATA
def parser(data: Path) -> None:
    """Every figure of accuracy, memory and endurance, beside what was asked for (speed is a command of its own)."""
    from quotes.evaluation.parser import parser_figures
    from quotes.evaluation.parses import bundled_parser
    from quotes.evaluation.tagging import bundled_tags

    _show("The bundled parser", parser_figures(bundled_parser(), bundled_tags(), data))


@main.command()
@DATA
@click.option("--articles", type=click.IntRange(min=1), default=200, show_default=True, help="How many to read.")
@click.option("--threads", type=click.IntRange(min=1), default=2, show_default=True)
@click.option("--rounds", type=click.IntRange(min=1), default=1, show_default=True, help="The fastest round counts.")
def speed(data: Path, articles: int, threads: int, rounds: int) -> None:
    """Words a second beside spaCy's small model and Stanza's own parser, and how far that is from the floor."""
    from quotes.evaluation.articles import read_articles
    from quotes.evaluation.speed import speed_figures

    texts = read_articles(data / "worldnews" / "articles.tar.xz", articles)
    _show(f"Speed on {len(texts)} articles, {threads} threads", speed_figures(texts, data, threads, rounds))


@main.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path), nargs=-1, required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the weights to this file.")
def calibrate(gold: tuple[Path, ...], out: Path | None) -> None:
    """Fit the weights of confidence on gold corpora, and show by cross-validation what they are worth."""
    from quotes.evaluation.calibrating import judge_corpora, trust_lines
    from quotes.evaluation.calibration import cross_validated, weights_of, write_weights

    judged = judge_corpora(gold)
    for line in trust_lines(cross_validated(judged)):
        click.echo(line)
    if out is not None:
        write_weights(weights_of(judged), out)


@main.command(hidden=True)
def footprint() -> None:
    """Read a text from standard input and print what that took, as JSON."""
    from quotes.evaluation.footprint import measure_here

    click.echo(measure_here(sys.stdin.read()))


def _show(title: str, figures: Iterable[Figure]) -> None:
    """Show progress as figures come in, then the table."""
    measured = []
    for figure in figures:
        click.echo(f"{figure.part}: {figure.name} {figure.value:,.2f} {figure.unit}", err=True)
        measured.append(figure)
    Console().print(figures_table(title, measured))


if __name__ == "__main__":
    main()

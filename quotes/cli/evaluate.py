"""``quotes evaluate``: how good are the answers?"""

from __future__ import annotations

from pathlib import Path

import click

from quotes.evaluation.comparison import compare, comparison_to_json
from quotes.evaluation.corpora import GoldError
from quotes.evaluation.peers import PeerError
from quotes.evaluation.predictions import PredictionError
from quotes.parsing.errors import ParsingError


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--predictions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.json",
    help="Score this output of `quotes extract --format json` instead of reading the articles now.",
)
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="Show up to N wrong answers.")
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.option("--peers", is_flag=True, help="Run textacy over the same articles and show both (needs quotes[peers]).")
@click.option("--include", type=click.Choice(["attitudes"]), help="Find thoughts, beliefs and intentions as well.")
def evaluate(
    gold_dir: Path, predictions: Path | None, errors: int, form: str, peers: bool, include: str | None
) -> None:
    """Score quotes against the gold annotation in GOLD_DIR.

    GOLD_DIR holds NAME.json beside NAME.txt (world-news), text/ and attributions/ (PolNeAR), or JSON files in
    Citron's format.
    """
    if predictions and include:
        raise click.UsageError("--include is for reading articles; FILE.json holds what it holds.")
    try:
        systems = compare(gold_dir, predictions, peers=peers, attitudes=include == "attitudes")
    except (GoldError, PredictionError, PeerError, ParsingError) as error:
        raise click.ClickException(str(error)) from error
    if form == "json":
        click.echo(comparison_to_json(systems, errors=errors))
        return
    from rich.console import Console

    from quotes.evaluation.report import evaluation_tables

    console = Console()
    for table in evaluation_tables(systems, errors=errors):
        console.print(table)

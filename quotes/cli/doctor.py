"""``quotes doctor``: what is in use here, and does it work?"""

from __future__ import annotations

import click


@click.command()
@click.option("--models", default="bundled", show_default=True, metavar="NAME", help="bundled, or a Stanza package.")
@click.option("--device", default="auto", show_default=True, type=click.Choice(["auto", "cpu", "cuda"]))
def doctor(models: str, device: str) -> None:
    """Say which models, versions and devices are in use, and run one self-test.

    Exit status: 0 all well, 1 something is missing or does not work.
    """
    from quotes.doctor import examine
    from quotes.jobs import Settings

    sound = True
    for finding in examine(Settings(models=models, device=device)):
        sound = sound and finding.sound
        click.echo(f"{'ok ' if finding.sound else 'BAD'}  {finding.about}: {finding.found}")
    raise click.exceptions.Exit(0 if sound else 1)

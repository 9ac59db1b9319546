"""``quotes verify``: a claimed quotation against the index."""

from __future__ import annotations

import sys

import click

from quotes.cli.opened import index_option, opened, show, show_json


@click.command()
@click.argument("words", metavar='"WORDS"')
@index_option
@click.option("--speaker", metavar="NAME", help="Who is claimed to have said it.")
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
def verify(words: str, path: str, speaker: str | None, form: str) -> None:
    """Did they say that?  The verdict on a claimed quotation, and the sources that it rests on.

    WORDS is the quotation as claimed; - reads it from standard input.
    """
    from quotes.checking.verifying import verify as verdict_on

    with opened(path) as index:
        result = verdict_on(index, sys.stdin.read() if words == "-" else words, speaker)
    if form == "json":
        show_json(result.to_json())
        return
    from quotes.reports.verdicts import verification

    show(verification(result))

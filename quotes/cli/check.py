"""``quotes check``: every quotation of a draft against the index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.cli.opened import index_option, opened, safe, show, show_json

if TYPE_CHECKING:
    from quotes.checking.checking import Report

NOT_SOUND = 3
"""The exit code where a quotation cannot stand as it is."""


@click.command()
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@index_option
@click.option(
    "--format", "form", type=click.Choice(["terminal", "json", "html"]), default="terminal", show_default=True
)
@click.option("-o", "--output", metavar="FILE", help="Write the page there (with --format html).")
@click.option("--no-speakers", is_flag=True, help="Check the words only: fast, since the draft is not parsed.")
@click.option("--models", default="bundled", show_default=True, help="The parser: bundled, or a Stanza package.")
@click.option("--device", default="auto", show_default=True, type=click.Choice(["auto", "cpu", "cuda"]))
def check(
    drafts: tuple[str, ...], path: str, form: str, output: str | None, no_speakers: bool, models: str, device: str
) -> None:
    """Check every quotation in drafts (text, HTML, Markdown, Word) against the index.

    The exit code is 0 if all are verbatim or elided and rightly attributed, 3 if one is not, 1 if a draft cannot be
    read.  Drafts are not added to the index.
    """
    from quotes.checking.checking import check_all
    from quotes.checking.drafts import read_drafts
    from quotes.jobs import Settings

    texts, problems = read_drafts(drafts)
    with opened(path) as index:
        settings = None if no_speakers else Settings(models=models, device=device)
        reports, failures = check_all(index, texts, settings)
    for problem in problems + failures:
        click.echo(f"Error: {safe(problem)}", err=True)
    _print(reports, form, output)
    raise click.exceptions.Exit(
        1 if problems or failures else (0 if all(report.sound for report in reports) else NOT_SOUND)
    )


def _print(reports: list[Report], form: str, output: str | None) -> None:
    if form == "json":
        from quotes.checking.checking import to_json

        show_json(to_json(reports))
    elif form == "html":
        from quotes.reports.page import page

        _write(page(reports), output)
    else:
        from quotes.reports.verdicts import report

        for one in reports:
            show(report(one))


def _write(text: str, output: str | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as problem:
        raise click.ClickException(f"{output}: {problem.strerror or problem}") from problem

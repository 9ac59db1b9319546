"""``quotes search``: find quotes by their words, speaker, affiliation, time and place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from quotes.cli.opened import index_option, opened, show, show_json

if TYPE_CHECKING:
    from quotes.index.fetch import Stored
    from quotes.index.search import Hit


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The day that an option names, as YYYY-MM-DD."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        import dateparser

        found = dateparser.parse(value, languages=["en"], settings={"PREFER_DATES_FROM": "past"})
        if found is None:
            raise click.BadParameter(f"{value!r} is no day; say 2022-05-03, or 3 May 2022", ctx, param) from None
        return found.date().isoformat()


@click.command()
@click.argument("words", nargs=-1)
@index_option
@click.option("--speaker", metavar="NAME", help="Words of the speaker's name.")
@click.option("--affiliation", metavar="WORDS", help="Words of the organization.")
@click.option("--role", metavar="WORDS", help="Words of the role.")
@click.option("--kind", type=click.Choice(["direct", "indirect", "mixed"]))
@click.option("--since", callback=_day, metavar="DAY", help="First day of publication.")
@click.option("--until", callback=_day, metavar="DAY", help="Last day of publication.")
@click.option("--source", metavar="PATH", help="Part of the path or URL of the document.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0)
@click.option("--all-versions", is_flag=True, help="Also versions of documents that have a newer one.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["terminal", "json", "jsonl", "csv"]), default="terminal", show_default=True
)
def search(
    words: tuple[str, ...],
    path: str,
    speaker: str | None,
    affiliation: str | None,
    role: str | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    source: str | None,
    min_confidence: float,
    all_versions: bool,
    limit: int,
    form: str,
) -> None:
    """Find the quotes that hold all WORDS, best first.

    "Words in quotation marks" must stand together, and a star stands for any ending (vaccin*).  Case and diacritics do
    not matter, and nothing else has a special meaning.  Without words, the newest quotes are shown.
    """
    from quotes.index.fetch import stored
    from quotes.index.filters import Filters
    from quotes.index.search import search as find
    from quotes.model import Kind

    filters = Filters(
        speaker=speaker,
        affiliation=affiliation,
        role=role,
        kind=Kind(kind) if kind else None,
        since=since,
        until=until,
        source=source,
        confidence=min_confidence,
        old_versions=all_versions,
    )
    with opened(path) as index:
        found = [(hit, stored(index, hit.number)) for hit in find(index, " ".join(words), filters, limit)]
    _print(found, form)


def _print(found: list[tuple[Hit, Stored]], form: str) -> None:
    from quotes.reports import found as reports
    from quotes.serialize import to_json

    if form == "json":
        show_json({"schema": "quotes-search/1", "results": [reports.hit_to_json(*one) for one in found]})
    elif form == "jsonl":
        for one in found:
            click.echo(to_json(reports.hit_to_json(*one)))
    elif form == "csv":
        click.echo(reports.to_csv(stored for _, stored in found), nl=False)
    else:
        show(reports.hits(found))

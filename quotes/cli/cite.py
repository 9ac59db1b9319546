"""``quotes cite``: a citation of a stored quote."""

from __future__ import annotations

import click

from quotes.cli.opened import index_option, opened, safe


@click.command()
@click.argument("quote_ids", metavar="ID...", nargs=-1, required=True)
@index_option
@click.option(
    "--style",
    default="plain",
    show_default=True,
    metavar="STYLE",
    help="plain, chicago, apa, mla, bibtex, csl-json, web-annotation, link, or the path of a .csl file.",
)
def cite(quote_ids: tuple[str, ...], path: str, style: str) -> None:
    """Cite quotes: a newsroom line, a reference in a style, or a form for other programs."""
    from quotes.citing.citing import cite as citation
    from quotes.index.fetch import number_of, stored

    with opened(path) as index:
        for quote_id in quote_ids:
            click.echo(safe(citation(stored(index, number_of(index, quote_id)), style)))

"""``quotes show``: one quote with all that is known of it."""

from __future__ import annotations

import click

from quotes.cli.opened import index_option, opened, show_json
from quotes.cli.opened import show as print_out


@click.command()
@click.argument("quote_id", metavar="ID")
@index_option
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
def show(quote_id: str, path: str, form: str) -> None:
    """Show a quote in its paragraph, with evidence, history and citation.

    ID is the identifier of a quote, or a beginning of it that no other quote has.
    """
    from quotes.index.context import history, paragraph
    from quotes.index.fetch import number_of, stored
    from quotes.reports.found import citation, quote_page, stored_to_json

    with opened(path) as index:
        found = stored(index, number_of(index, quote_id))
        past = history(index, found)
    if form == "json":
        words, _ = paragraph(found)
        show_json({**stored_to_json(found), "paragraph": words, "history": past, "citation": citation(found)})
    else:
        print_out(quote_page(found, paragraph(found), past))

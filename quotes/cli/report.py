"""``quotes report``: the page that goes to the editor."""

from __future__ import annotations

import click

from quotes.cli.opened import index_option, opened


@click.command()
@click.argument("names", nargs=-1, metavar="[ARTICLE]...")
@index_option
@click.option("--format", "form", type=click.Choice(["html"]), default="html", show_default=True)
@click.option("-o", "--output", "target", metavar="FILE", help="Write to FILE instead of standard output.")
def report(names: tuple[str, ...], path: str, form: str, target: str | None) -> None:
    """Show articles with each quote in the colour of its speaker, on one page that needs nothing else.

    ARTICLE is a part of the path, the URL or the title of an article; without one, all of the index is shown.
    """
    from quotes.index.walking import articles, chosen
    from quotes.output import output
    from quotes.reports.html import write_html

    with opened(path) as index, index.snapshot():
        found = articles(index, chosen(index, names) if names else None)
        try:
            with output(target) as stream:
                write_html(found, stream)
        except BrokenPipeError:
            raise
        except OSError as problem:
            where = target or "standard output"
            raise click.ClickException(f"{where}: cannot be written ({problem.strerror or problem})") from problem

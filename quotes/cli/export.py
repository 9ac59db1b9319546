"""``quotes export``: the whole index for other programs."""

from __future__ import annotations

import click

from quotes.cli.opened import index_option, opened

FORMATS = ("json", "jsonl", "csv", "parquet", "annotations", "datasette")


@click.command()
@index_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option("-o", "--output", "target", metavar="FILE", help="Write to FILE instead of standard output.")
def export(path: str, form: str, target: str | None) -> None:
    """Hand on the whole index.

    \b
    json         the articles with their quotes, in one object
    jsonl        all there is, with reviews and old versions: quotes import makes an index of it again
    csv          a row for each quote
    parquet      the same for data frames (needs: pip install 'quotes[parquet]')
    annotations  a W3C Web Annotation collection
    datasette    a metadata file: datasette quotes.db --metadata FILE
    """
    from quotes.reports.exports import export as write
    from quotes.reports.rows import NoParquet

    with opened(path) as index:
        try:
            write(index, form, target)
        except NoParquet as problem:
            raise click.ClickException(str(problem)) from problem
        except BrokenPipeError:
            raise
        except OSError as problem:
            where = target or "standard output"
            raise click.ClickException(f"{where}: cannot be written ({problem.strerror or problem})") from problem

"""The report on an article as a picture, as the README shows it: ``python -m quotes.reports PATH > report.svg``."""

from __future__ import annotations

import click


@click.command()
@click.argument("path")
def picture(path: str) -> None:
    """Print the terminal report of the article at PATH as SVG."""
    from quotes.extractor import Extractor
    from quotes.reading import read
    from quotes.reports.terminal import to_svg

    click.echo(to_svg([Extractor().extract(read(path))], title=f"quotes extract {path}"))


if __name__ == "__main__":
    picture()

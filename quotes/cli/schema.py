"""``quotes schema``: the JSON Schema of the results."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of what extract --format json prints."""
    from quotes.serialize import schema as published

    click.echo(published(), nl=False)

"""``quotes import``: the export of an index, back into an index."""

from __future__ import annotations

from collections import Counter
from typing import BinaryIO

import click

from quotes.cli.opened import index_option, opened, safe


@click.command("import")
@click.argument("lines", type=click.File("rb"), metavar="FILE")
@index_option
def import_(lines: BinaryIO, path: str) -> None:
    """Take what quotes export --format jsonl wrote into the index; - reads standard input.

    Texts that the index has already are left as they are, with all that people decided on them.
    """
    from quotes.index.restoring import restore_all

    counts: Counter[str] = Counter()
    with opened(path, create=True) as index:
        for one in restore_all(index, lines):
            counts.update(documents=one.documents, quotes=one.quotes, known=one.known, failed=bool(one.problem))
            if one.problem:
                click.echo(f"Error: {safe(one.problem)}", err=True)
    known = f", {counts['known']} documents known already" if counts["known"] else ""
    click.echo(f"{counts['documents']} documents with {counts['quotes']} quotes taken in{known}")
    raise click.exceptions.Exit(1 if counts["failed"] else 0)

"""What the commands that use an index share: its option, and how problems are told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import RenderableType

    from quotes.index import Index

index_option = click.option(
    "--index",
    "path",
    default="quotes.db",
    envvar="QUOTES_INDEX",
    show_default=True,
    show_envvar=True,
    metavar="FILE",
    help="The index, one SQLite file.",
)


@contextmanager
def opened(path: str, *, create: bool = False) -> Iterator[Index]:
    """The index at ``path``; whatever goes wrong with it is told in one line."""
    from quotes.citing.styled import StyleProblem
    from quotes.index import Index, IndexProblem
    from quotes.parsing.errors import ParsingError

    try:
        with Index.open(path, create=create) as index:
            yield index
    except (IndexProblem, StyleProblem, ParsingError) as problem:
        raise click.ClickException(safe(str(problem))) from problem


def safe(text: str) -> str:
    """A text that any terminal takes, and that does not steer it: what cannot be printed is spelled out."""
    return "".join(mark if mark.isprintable() or mark in "\n\t" else f"<U+{ord(mark):04X}>" for mark in text)


def show(renderable: RenderableType) -> None:
    """Print something for people: 80 columns at least where it goes to a file."""
    from rich.console import Console

    console = Console(highlight=False, emoji=False, markup=False, width=None if sys.stdout.isatty() else 100)
    console.print(renderable)


def show_json(plain: object) -> None:
    """Print JSON for other programs."""
    from quotes.serialize import to_json

    click.echo(to_json(plain, indent=2))

"""What is a parser, to an evaluation?  Anything that turns text, or words, into Stanza Documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Parses(Protocol):
    """:class:`quotes.parsing.pipeline.Parser`, or a stand-in."""

    def parse(self, texts: Sequence[str]) -> list[Any]:
        """One Stanza Document for each text, with character offsets into it."""
        ...

    def parse_pretokenized(self, sentences: list[list[str]]) -> Any:
        """One Stanza Document of sentences whose syntactic words are given."""
        ...


def bundled_parser(*, threads: int | None = None) -> Parses:
    """The project's own parser; loads the model."""
    from quotes.parsing.pipeline import Parser

    parser: Parses = Parser(threads=threads)
    return parser

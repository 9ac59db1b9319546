"""Stand-ins for Stanza Documents and parsers, with just what the evaluation looks at."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any


def word(text: str, start: int | None = None, **more: Any) -> SimpleNamespace:
    """A word; at a place, or without one, as in a multi-word token."""
    end = None if start is None else start + len(text)
    return SimpleNamespace(text=text, start_char=start, end_char=end, **more)


def token(*words: SimpleNamespace, start: int | None = None, end: int | None = None, ner: str = "O") -> SimpleNamespace:
    """A token of one or several words."""
    start = words[0].start_char if start is None else start
    end = words[-1].end_char if end is None else end
    return SimpleNamespace(words=list(words), start_char=start, end_char=end, ner=ner)


def document(*sentences: Sequence[SimpleNamespace], text: str = "") -> SimpleNamespace:
    """A document of sentences, each given as its tokens."""
    return SimpleNamespace(
        text=text,
        sentences=[
            SimpleNamespace(tokens=list(tokens), words=[word for token in tokens for word in token.words])
            for tokens in sentences
        ],
    )


class Fixed:
    """A parser that knows its answers, and remembers what it was asked."""

    def __init__(self, *documents: SimpleNamespace) -> None:
        self.documents = list(documents)
        self.asked: list[Any] = []

    def parse(self, texts: Sequence[str]) -> list[Any]:
        self.asked = list(texts)
        return self.documents

    def parse_pretokenized(self, sentences: list[list[str]]) -> Any:
        self.asked = sentences
        return self.documents[0]

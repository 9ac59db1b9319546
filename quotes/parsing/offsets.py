"""Where does each word of a token stand in the text?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def spread(token: Any) -> Iterator[tuple[Any, int, int]]:
    """The words of a Stanza token with their characters, half-open; words that do not add up to the token share it."""
    exact = sum(len(word.text) for word in token.words) == token.end_char - token.start_char
    at = token.start_char
    for word in token.words:
        yield (word, at, at + len(word.text)) if exact else (word, token.start_char, token.end_char)
        at += len(word.text)

"""Which words of a stored quote stand in quotation marks, and so are the speaker's own?"""

from __future__ import annotations

import regex

from quotes.checking.words import Word
from quotes.model import Kind

_DOUBLE = regex.compile(r"[“”„«»\"]")
_SINGLE = regex.compile(r"(?<![\p{L}\p{N}])[‘'](?=\S)|(?<=\S)[’'](?![\p{L}\p{N}])")


def own_words(kind: Kind, text: str, words: tuple[Word, ...]) -> tuple[bool, ...]:
    """For each word of a quote's text, whether it is direct speech."""
    if kind is not Kind.MIXED:
        return (kind is Kind.DIRECT,) * len(words)
    ranges = marked(text)
    return tuple(any(start <= word.start and word.end <= end for start, end in ranges) for word in words)


def marked(text: str) -> list[tuple[int, int]]:
    """The stretches within quotation marks (offsets, half-open); a mark without a partner reaches to the end."""
    marks = list(_DOUBLE.finditer(text)) or list(_SINGLE.finditer(text))
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in marks:
        closes = mark.group() in "”»" or (opened is not None and mark.group() in "\"“'’")
        if not closes:
            opened = mark.end()
        elif opened is not None or not ranges:
            ranges.append((opened or 0, mark.start()))
            opened = None
    if opened is not None:
        ranges.append((opened, len(text)))
    return ranges

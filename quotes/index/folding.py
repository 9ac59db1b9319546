"""Which words stand in a text, as the full-text index sees them: no case, no diacritics, no punctuation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

_PLAIN = regex.compile("[\x00-\x7f\u2010-\u2027\u2030-\u205e]*")
_WORD = regex.compile(r"[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*")


def fold(text: str) -> str:
    """A text without case and diacritics ("Bogotá" and "bogota" fold alike); its length may change."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text, folded, with the offsets (characters, half-open) at which it stands."""
    for match in _WORD.finditer(text):
        yield fold(match.group()), match.start(), match.end()


def name_key(name: str) -> str:
    """A name by which two spellings of it are one: folded words, joined with spaces."""
    return " ".join(word for word, _, _ in words(name)) or fold(name.strip())

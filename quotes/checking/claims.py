"""What exactly does a quotation claim: which words in a row, and where does it say that something is missing?"""

from __future__ import annotations

from itertools import pairwise

import regex
from attrs import field, frozen

from quotes.checking.words import Word, words

_LETTER = regex.compile(r"\[(\p{L})\](?=\p{L})")
_MARK = regex.compile(
    r"\p{L}*\[(?P<inserted>[^\[\]]*)\]\p{L}*|\((?:…|\.{3,})\)|…|\.{3,}|(?:\.[ \u00a0]){2,}\.",
)


@frozen
class Claim:
    """A claimed quotation: its words, and the positions between words where it marks an omission.

    A gap at position ``i`` stands before word ``i``; ``inserted`` holds the words that brackets put there instead.
    """

    text: str
    words: tuple[Word, ...]
    gaps: frozenset[int] = frozenset()
    inserted: dict[int, str] = field(factory=dict)

    @property
    def segments(self) -> tuple[tuple[int, int], ...]:
        """The stretches of words with no gap within (positions, half-open)."""
        cuts = [0, *sorted(gap for gap in self.gaps if 0 < gap < len(self.words)), len(self.words)]
        return tuple(pairwise(cuts))

    def plain(self) -> str:
        """The claimed words, without those that brackets inserted, as text."""
        return " ".join(self.text[word.start : word.end] for word in self.words)


def claim_of(text: str, *, literal: bool = False) -> Claim:
    """The claim that a quotation makes, with or without its quotation marks.

    "[T]he" is a word with a changed first letter; other brackets, and ellipses, mark omissions.  With ``literal``,
    words in brackets stand so in the source too, and are words like all others.
    """
    text = _LETTER.sub(r"\1", text)
    found: list[Word] = []
    gaps: set[int] = set()
    inserted: dict[int, str] = {}
    at = 0
    for mark in _MARK.finditer(text):
        bracketed = bool(mark.group("inserted") and words(mark.group("inserted")))
        if literal and bracketed:
            continue
        found += _shifted(text, at, mark.start())
        gaps.add(len(found))
        if bracketed:
            inserted[len(found)] = mark.group()
        at = mark.end()
    found += _shifted(text, at, len(text))
    return Claim(text, tuple(found), frozenset(gaps), inserted)


def _shifted(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch, at their offsets in the whole text."""
    return [Word(w.key, w.folded, w.start + start, w.end + start, w.opens) for w in words(text[start:end])]

"""Where do the paragraphs of a text start and end?

Blank lines always part paragraphs.  A single line end parts too, as in text copied from a web page, unless the text is
hard-wrapped: lines of like length that break inside sentences.  Then only a short line, an indented one or a list
item opens a new paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 40, 110
"""Lines outside of these lengths (characters) are not taken for lines wrapped by hand or by a mail program."""

FULL = 0.8
"""A wrapped line is full where it, with the next line's first word, reaches this share of the usual width."""

INVISIBLE = "\ufeff\u200b\u2060"
"""Marks that show nothing: a byte order mark, a zero-width space, a word joiner.  They count as white space here."""

_WORDS = re.compile(rf"[^\s{INVISIBLE}](?:.*[^\s{INVISIBLE}])?", re.DOTALL)
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…:][\"”’»')\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•·▪◦‣]|\d{1,3}[.)])\s")


class Paragraph(NamedTuple):
    """The characters ``[start, end)`` of a text: one paragraph without the white space around it."""

    start: int
    end: int


class _Line(NamedTuple):
    """One line with something on it: its words are ``[start, end)``, ``indent`` characters from its beginning."""

    start: int
    end: int
    indent: int
    after_blank: bool

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; every character that shows lies in exactly one of them."""
    lines = list(_lines(text))
    width = _wrapped_width(text, lines)
    found: list[Paragraph] = []
    last: _Line | None = None
    for line in lines:
        if last is not None and width is not None and _continues(text, last, line, width):
            found[-1] = Paragraph(found[-1].start, line.end)
        else:
            found.append(Paragraph(line.start, line.end))
        last = line
    return found


def paragraph_at(ranges: Sequence[Paragraph], offset: int) -> int:
    """The number, from 1, of the paragraph that holds a character; between two paragraphs it is the one before."""
    return max(1, bisect_right(ranges, offset, key=lambda paragraph: paragraph.start))


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank."""
    start, after_blank = 0, False
    while start < len(text):
        line_end = _LINE_END.search(text, start)
        end = line_end.start() if line_end else len(text)
        if words := _WORDS.search(text, start, end):
            yield _Line(words.start(), words.end(), words.start() - start, after_blank)
        after_blank = words is None or (line_end is not None and line_end[0] == "\u2029")
        start = line_end.end() if line_end else end


def _wrapped_width(text: str, lines: Sequence[_Line]) -> int | None:
    """The width (characters) at which a text is hard-wrapped, or ``None`` where it is not.

    What tells is a line that goes on in lower case on the next one.  A text is wrapped where at least half of its
    breaks of that length are of that kind, and most of these lines are of like length.
    """
    breaks = [
        (last, line)
        for last, line in pairwise(lines)
        if not line.after_blank and NARROWEST <= last.width <= WIDEST and line.width <= WIDEST
    ]
    widths = sorted(last.width for last, line in breaks if _goes_on(text, last, line))
    if not widths or 2 * len(widths) < len(breaks):
        return None
    usual = widths[int(0.9 * (len(widths) - 1))]
    alike = sum(FULL * usual <= width <= usual / FULL for width in widths)
    return usual if alike >= 0.75 * len(widths) else None


def _goes_on(text: str, last: _Line, line: _Line) -> bool:
    """Whether a sentence plainly runs on from one line to the next."""
    return text[line.start].islower() and not _SENTENCE_END.search(text, last.start, last.end)


def _continues(text: str, last: _Line, line: _Line, width: int) -> bool:
    """Whether a line belongs to the paragraph of the line above, in a text wrapped at ``width`` characters."""
    if line.after_blank or max(last.width, line.width) > width / FULL:
        return False
    if line.indent > last.indent or _LIST_ITEM.match(text, line.start):
        return False
    first_word = text[line.start : line.end].split(maxsplit=1)[0]
    return last.width + 1 + len(first_word) >= FULL * width

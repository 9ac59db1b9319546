"""Which quotations does a draft hold, and to whom does it give them?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from quotes.checking.marks import marked
from quotes.checking.words import words
from quotes.model import Document, Kind, Quote

SHORT = 4
"""Fewer words than this in quotation marks, with nobody to whom they are given, are a term or a title."""


@frozen(order=True)
class Quotation:
    """Words in quotation marks at ``[start, end)`` of a draft, and the speaker to whom it gives them, if it does.

    A ``term`` is too short to be checked without a speaker: a title, a nickname, a word held at a distance.
    """

    start: int
    end: int
    text: str
    speaker: str | None = None
    term: bool = False


def quotations(draft: Document) -> list[Quotation]:
    """All quotations of a draft in order: those that it attributes, and whatever else stands in quotation marks."""
    attributed = [found for quote in draft.quotes for found in _of_quote(draft.text, quote)]
    rest = [found for found in _in_marks(draft.text) if not any(_overlap(found, other) for other in attributed)]
    return sorted(attributed + rest)


def _overlap(one: Quotation, other: Quotation) -> bool:
    return one.start < other.end and other.start < one.end


def _of_quote(text: str, quote: Quote) -> Iterator[Quotation]:
    """The claims of a quote: direct pieces, joined where one sentence runs on, and each marked part of a mixed one."""
    speaker = quote.speaker.name if quote.speaker else None
    if quote.kind is Kind.MIXED:
        for piece in quote.content:
            for start, end in marked(piece.text):
                yield Quotation(piece.start + start, piece.start + end, piece.text[start:end].strip(), speaker)
    elif quote.kind is Kind.DIRECT:
        pieces = list(quote.content)
        while pieces:
            group = [pieces.pop(0)]
            while pieces and _runs_on(text[group[-1].end : pieces[0].start]):
                group.append(pieces.pop(0))
            said = " ".join(_bare(piece.text) for piece in group)
            yield Quotation(group[0].start, group[-1].end, said, speaker, speaker is None and _is_term(said))


def _runs_on(between: str) -> bool:
    """Whether the words between two pieces leave the quoted sentence open: '..., he said, ...'."""
    return not re.search(r"[.!?\n]", between)


def _bare(text: str) -> str:
    return text.strip(' \n\t“”„«»"')


def _in_marks(text: str) -> Iterator[Quotation]:
    """Every stretch in quotation marks, paragraph by paragraph."""
    for paragraph in re.finditer(r"[^\n]+", text):
        for start, end in marked(paragraph.group()):
            said = paragraph.group()[start:end].strip()
            if words(said):
                yield Quotation(paragraph.start() + start, paragraph.start() + end, said, None, _is_term(said))


def _is_term(said: str) -> bool:
    return len(words(said)) < SHORT and said[-1:] not in (".", ",", "!", "?")

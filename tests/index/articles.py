"""Small articles with their quotes, for tests of the index and of verification."""

from __future__ import annotations

from pathlib import Path

from quotes.index import Index
from quotes.index.store import store
from quotes.model import (
    Affiliation,
    Cue,
    Document,
    Evidence,
    Kind,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    document_id,
    quote_id,
)

HARBOUR = (
    "“We will not raise the harbour fees before 2027,” said Marta Olsen, chair of the Port Board. "
    "“The fishermen have waited long enough for a fair deal.”\n"
    "Olsen said the board would meet again in 14 days.\n"
    "Ivo Brandt, mayor of Bogotá, called the plan “a gift to nobody in this town”.\n"
    "“Nobody has shown me a single number that adds up,” Brandt said.\n"
    "“It's a disgrace,” one customer said."
)
SCHOOL = (
    "“Every child in this valley deserves a warm classroom and a teacher who stays,” said Ana Lindqvist.\n"
    "The minister said that 1,500 teachers would be hired by spring.\n"
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def said(text: str, *content: str, kind: Kind = Kind.DIRECT, name: str | None = None, **about: object) -> Quote:
    """A quote of these pieces by a speaker named in the text."""
    spans = tuple(span(text, words) for words in content)
    speaker = None
    if name is not None:
        kind_of = SpeakerKind.UNNAMED if name[0].islower() else SpeakerKind.PERSON
        speaker = Speaker(name, kind_of, (span(text, name),))
    evidence = (Evidence("made", "for a test"),)
    identifier = quote_id(document_id(text), spans)
    return Quote(identifier, kind, spans, speaker=speaker, confidence=0.9, evidence=evidence, **about)  # type: ignore[arg-type]


def harbour(text: str = HARBOUR, **facts: str) -> Document:
    olsen = Affiliation(
        span(text, "chair of the Port Board"), role=span(text, "chair"), organization=span(text, "Port Board")
    )
    brandt = Affiliation(span(text, "mayor of Bogotá"), role=span(text, "mayor"), organization=span(text, "Bogotá"))
    at = text.index("said Marta")
    cue = Cue(at, at + 4, "said", "say")
    first = "“We will not raise the harbour fees before 2027,”"
    second = "“The fishermen have waited long enough for a fair deal.”"
    quotes = (
        said(text, first, second, name="Marta Olsen", cue=cue, source=span(text, "Marta Olsen"), affiliations=(olsen,)),
        said(text, "the board would meet again in 14 days", kind=Kind.INDIRECT, name="Marta Olsen"),
        said(
            text, "the plan “a gift to nobody in this town”", kind=Kind.MIXED, name="Ivo Brandt", affiliations=(brandt,)
        ),
        said(text, "“Nobody has shown me a single number that adds up,”", name="Ivo Brandt"),
        said(text, "“It's a disgrace,”", name="one customer"),
    )
    known = {"source": "/wire/harbour.txt", "title": "Fees stay", "publisher": "The Gull", "published": "2026-05-04"}
    return Document(text, quotes=quotes, **{**known, **facts})  # type: ignore[arg-type]


def school(**facts: str) -> Document:
    first = "“Every child in this valley deserves a warm classroom and a teacher who stays,”"
    quotes = (
        said(SCHOOL, first, name="Ana Lindqvist"),
        said(SCHOOL, "1,500 teachers would be hired by spring", kind=Kind.INDIRECT, name=None),
    )
    known = {"source": "/wire/school.txt", "published": "2025-01-31", "url": "https://gull.example/school-7"}
    return Document(SCHOOL, quotes=quotes, **{**known, **facts})  # type: ignore[arg-type]


def filled(folder: Path) -> Path:
    """An index with both articles."""
    path = folder / "quotes.db"
    with Index.open(path, create=True) as index:
        store(index, harbour())
        store(index, school())
    return path

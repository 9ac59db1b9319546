"""What should come out of a fixture, and what does: quotes as their words, so that a test reads like an annotation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from quotes.attribution import attribute
from quotes.model import Affiliation, Kind, Quote, Span, SpeakerKind
from quotes.reading.paragraphs import paragraphs
from tests.attribution import conllu

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.conllu"))

Speaker = tuple[str, SpeakerKind]
Role = tuple[str | None, str | None]
"""A role and an organization."""


@frozen
class Reported:
    """A quote in words: the content's pieces, cue, source, speaker and affiliations."""

    kind: Kind
    content: tuple[str, ...]
    cue: str | None = None
    source: str | None = None
    speaker: Speaker | None = None
    roles: tuple[Role, ...] = ()


def direct(*content: str, **about: Any) -> Reported:
    """All of it in quotation marks."""
    return Reported(Kind.DIRECT, content, **about)


def indirect(*content: str, **about: Any) -> Reported:
    """None of it in quotation marks."""
    return Reported(Kind.INDIRECT, content, **about)


def mixed(*content: str, **about: Any) -> Reported:
    """Some of it in quotation marks."""
    return Reported(Kind.MIXED, content, **about)


def person(name: str) -> Speaker:
    return name, SpeakerKind.PERSON


def body(name: str) -> Speaker:
    return name, SpeakerKind.ORGANIZATION


def unnamed(phrase: str) -> Speaker:
    return phrase, SpeakerKind.UNNAMED


def case(name: str, *wanted: Reported) -> Any:
    """One case of a table: a fixture with all its quotes in order."""
    return pytest.param(name, list(wanted), id=name)


def fixture(name: str) -> conllu.Document:
    """The parse that ``cases/NAME.conllu`` holds."""
    return conllu.read((CASES / f"{name}.conllu").read_text(encoding="utf-8"))


def quotes_in(document: conllu.Document, **options: bool) -> tuple[Quote, ...]:
    """The quotes that attribution finds in a parse."""
    return attribute(document.text, document, paragraphs(document.text), **options)


def reported_in(name: str) -> list[Reported]:
    """The quotes that attribution finds in a fixture, in words."""
    return [reported(quote) for quote in quotes_in(fixture(name))]


def reported(quote: Quote) -> Reported:
    """A quote in words."""
    speaker = (quote.speaker.name, quote.speaker.kind) if quote.speaker else None
    content = tuple(piece.text for piece in quote.content)
    roles = tuple(_role(affiliation) for affiliation in quote.affiliations)
    return Reported(quote.kind, content, _text(quote.cue), _text(quote.source), speaker, roles)


def untagged(document: conllu.Document) -> conllu.Document:
    """The parse as a package of Stanza would give it: without attribution tags."""

    def bare(token: conllu.Token) -> conllu.Token:
        return evolve(token, words=[evolve(word, misc="") for word in token.words])

    sentences = [evolve(s, tokens=[bare(token) for token in s.tokens]) for s in document.sentences]
    return evolve(document, sentences=sentences)


def _role(affiliation: Affiliation) -> Role:
    return _text(affiliation.role), _text(affiliation.organization)


def _text(span: Span | None) -> str | None:
    return span.text if span else None

"""Rows for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given

from quotes.model import Affiliation, Document, Span
from quotes.reports.csv import COLUMNS, write_csv
from tests.nouns import documents
from tests.samples import DOCUMENT, EMPTY, SURE, TEXT, quote, span


def rows(*documents: Document) -> list[dict[str, str]]:
    stream = StringIO(newline="")
    write_csv(documents, stream)
    return list(csv.DictReader(StringIO(stream.getvalue(), newline="")))


def test_a_row_for_each_quote() -> None:
    first, *rest = rows(DOCUMENT, EMPTY)
    assert len(rest) == 4
    assert first == {
        "document": DOCUMENT.id,
        "source": "harrow.html",
        "title": "Bridge stays closed",
        "author": "Ann Example",
        "publisher": "The Harrow Post",
        "published": "2025-03-04",
        "url": "https://harrow.example/bridge",
        "quote": SURE.id,
        "kind": "direct",
        "text": "“We will not open it a day too soon,” … “Not before the inspectors have signed.”",
        "speaker": "Ines Calder",
        "speaker_kind": "person",
        "role": "mayor",
        "organization": "Harrow",
        "confidence": "0.97",
        "cue": "said",
        "mention": "Ines Calder",
        "paragraph": "2",
        "start": str(SURE.content[0].start),
        "end": str(SURE.content[-1].end),
        "rule": "nsubj-of-cue",
    }


def test_what_is_not_known_is_empty() -> None:
    unknown = rows(DOCUMENT)[2]
    assert {name for name in COLUMNS if not unknown[name]} == {
        *("speaker", "speaker_kind", "role", "organization", "cue", "mention", "rule")
    }


def test_several_affiliations_stay_in_step() -> None:
    affiliations = (
        Affiliation(span("mayor"), role=span("mayor")),
        Affiliation(span("Harrow Council"), organization=span("Harrow Council")),
    )
    row = rows(evolve(DOCUMENT, quotes=(evolve(SURE, affiliations=affiliations),)))[0]
    assert (row["role"], row["organization"]) == ("mayor; ", "; Harrow Council")


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    document = Document(words, quotes=(quote(Span(0, len(words), words), text=words),))
    assert rows(document)[0]["text"] == "'" + words


@given(documents())
def test_every_quote_of_any_document_has_its_row(document: Document) -> None:
    assert [row["quote"] for row in rows(document)] == [quote.id for quote in document.quotes]


def test_offsets_slice_the_text() -> None:
    row = rows(DOCUMENT)[3]
    assert TEXT[int(row["start"]) : int(row["end"])] == row["text"]

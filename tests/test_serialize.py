"""JSON out and in: the contract, its schema, and that nothing is lost or smuggled in on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quotes.model import Affiliation, Cue, Document, Evidence, Kind, Quote, Span, Speaker, SpeakerKind
from quotes.serialize import (
    ContractError,
    document_from_json,
    document_to_json,
    quote_from_json,
    quote_to_json,
    schema,
    to_contract,
    to_json,
)
from tests.nouns import TEXTS, documents, quotes

TEXT = "Ines Calder is mayor of Harrow. “It stays shut,” said Calder."


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


QUOTE = Quote(
    id="abc",
    kind=Kind.DIRECT,
    content=(span("“It stays shut,”"),),
    cue=Cue(49, 53, "said", "say"),
    source=span("Calder."[:-1]),
    speaker=Speaker("Ines Calder", SpeakerKind.PERSON, (span("Ines Calder"),)),
    affiliations=(Affiliation(span("mayor of Harrow"), span("mayor"), span("Harrow")),),
    confidence=0.97,
    evidence=(Evidence("nsubj-of-cue", "said <- Calder"),),
)
DOCUMENT = Document(TEXT, source="harrow.txt", quotes=(QUOTE,))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(json.loads(schema()))
    return Draft202012Validator(json.loads(schema()))


def test_a_quote_reads_as_the_contract_says() -> None:
    assert quote_to_json(QUOTE) == {
        "id": "abc",
        "kind": "direct",
        "text": "“It stays shut,”",
        "content": [{"start": 32, "end": 48, "text": "“It stays shut,”"}],
        "cue": {"start": 49, "end": 53, "text": "said", "lemma": "say"},
        "source": {"start": 5, "end": 11, "text": "Calder"},
        "speaker": {
            "name": "Ines Calder",
            "kind": "person",
            "mentions": [{"start": 0, "end": 11, "text": "Ines Calder"}],
        },
        "affiliations": [
            {
                "role": "mayor",
                "organization": "Harrow",
                "start": 15,
                "end": 30,
                "text": "mayor of Harrow",
                "role_start": 15,
                "organization_start": 24,
            }
        ],
        "confidence": 0.97,
        "evidence": [{"rule": "nsubj-of-cue", "detail": "said <- Calder"}],
        "candidates": [],
        "relation": "speech",
    }


def test_a_document_reads_as_the_contract_says() -> None:
    plain = document_to_json(DOCUMENT)
    assert plain.pop("quotes") == [quote_to_json(QUOTE)]
    assert plain == {
        "id": DOCUMENT.id,
        "source": "harrow.txt",
        "title": None,
        "author": None,
        "publisher": None,
        "published": None,
        "url": None,
        "language": "en",
        "characters": len(TEXT),
    }


def test_the_contract_names_its_version(validator: Draft202012Validator) -> None:
    contract = to_contract([DOCUMENT, DOCUMENT])
    assert contract["schema"] == "quotes/1"
    assert len(contract["documents"]) == 2
    validator.validate(contract)


@given(documents())
def test_there_and_back(document: Document) -> None:
    again = json.loads(to_json(document_to_json(document)))
    assert document_from_json(again, document.text) == document


@given(TEXTS.flatmap(quotes))
def test_a_quote_there_and_back(quote: Quote) -> None:
    assert quote_from_json(json.loads(to_json(quote_to_json(quote)))) == quote


@given(documents())
def test_every_output_follows_the_schema(document: Document) -> None:
    Draft202012Validator(json.loads(schema())).validate(to_contract([document]))


@given(st.recursive(st.none() | st.booleans() | st.text() | st.integers(), lambda inner: st.lists(inner), max_leaves=3))
def test_json_text_never_ends_a_line_or_steers_a_terminal(plain: Any) -> None:
    text = to_json(plain)
    assert text.splitlines() == [text]
    assert text.isprintable() or not any(mark in text for mark in "\x1b\u202e\u2066\x9b")
    assert json.loads(text) == plain
    text.encode()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "shouted"}, "kind"),
        ({"content": []}, "content"),
        ({"content": [{"start": 0, "end": 3, "text": "Ines"}]}, "content"),
        ({"content": [{"start": "0", "end": 4, "text": "Ines"}]}, "start"),
        ({"confidence": 2}, "confidence"),
        ({"confidence": True}, "confidence"),
        ({"speaker": {"name": None, "kind": "person", "mentions": []}}, "name"),
        (
            {"affiliations": [{"role": "mayor", "organization": None, "start": 0, "end": 4, "text": "Ines"}]},
            "affiliations",
        ),
        ({"affiliations": ["mayor"]}, "affiliations"),
    ],
)
def test_json_that_breaks_the_contract_is_refused(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ContractError, match=complaint):
        quote_from_json({**quote_to_json(QUOTE), **change})


@pytest.mark.parametrize("plain", [None, [], "quote", 3, {}, {"quotes": 3}])
def test_what_is_no_document_is_refused(plain: Any) -> None:
    with pytest.raises(ContractError):
        document_from_json(plain, TEXT)


def test_another_text_is_refused() -> None:
    with pytest.raises(ContractError, match="SHA-256"):
        document_from_json(document_to_json(DOCUMENT), TEXT + " ")


@pytest.mark.parametrize("field", ["content", "cue", "source"])
def test_words_that_do_not_stand_there_are_refused(field: str) -> None:
    forged = {"start": 0, "end": 4, "text": "Inez", "lemma": ""}
    plain = document_to_json(DOCUMENT)
    plain["quotes"] = [{**plain["quotes"][0], field: [forged] if field == "content" else forged}]
    with pytest.raises(ContractError, match="Inez"):
        document_from_json(plain, TEXT)


def test_a_role_is_found_within_its_affiliation_where_no_offset_tells() -> None:
    plain = quote_to_json(QUOTE)
    del plain["affiliations"][0]["role_start"], plain["affiliations"][0]["organization_start"]
    assert quote_from_json(plain) == QUOTE


def test_added_fields_are_no_fault() -> None:
    assert quote_from_json({**quote_to_json(QUOTE), "language": "en"}) == QUOTE

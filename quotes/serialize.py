"""Nouns <-> JSON: the contract ``quotes/1``, whose JSON Schema is published beside this module.

What goes out holds no text of the article but the quoted and named parts; what comes in is checked against the
article's text, so that a quote that is not a verbatim slice of its document cannot come back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from attrs import evolve
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_unstructure_fn
from cattrs.v import format_exception

from quotes.model import Affiliation, Document, Quote, Span

SCHEMA = "quotes/1"

Noun = TypeVar("Noun")

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class ContractError(ValueError):
    """JSON that does not follow the contract, or does not fit the article that it claims to describe."""


def quote_to_json(quote: Quote) -> dict[str, Any]:
    """A quote as the contract has it."""
    plain: dict[str, Any] = _converter().unstructure(quote)
    return plain


def quote_from_json(plain: dict[str, Any]) -> Quote:
    """The quote that the contract's JSON describes.  Raises :class:`ContractError`."""
    return structured(plain, Quote)


def document_to_json(document: Document) -> dict[str, Any]:
    """A document and its quotes as the contract has them, without the text."""
    about = _converter().unstructure(evolve(document, quotes=()))
    del about["text"], about["quotes"]
    quotes = [quote_to_json(quote) for quote in document.quotes]
    return {"id": document.id, **about, "characters": len(document.text), "quotes": quotes}


def document_from_json(plain: dict[str, Any], text: str) -> Document:
    """The document that the contract's JSON describes, given its text.

    Raises :class:`ContractError` where the JSON does not follow the contract, is about another text, or shows words
    that do not stand in the text at their offsets.
    """
    if not isinstance(plain, dict):
        raise ContractError(f"a document is a JSON object, not {type(plain).__name__}")
    document = structured({**plain, "text": text}, Document)
    if plain.get("id") != document.id:
        raise ContractError("the text is not the one that these quotes were taken from: its SHA-256 is another")
    for span in (span for quote in document.quotes for span in _spans(quote)):
        if text[span.start : span.end] != span.text:
            raise ContractError(f"[{span.start}, {span.end}) of the text is not {span.text!r}")
    return document


def to_contract(documents: Iterable[Document]) -> dict[str, Any]:
    """What ``quotes extract --format json`` prints."""
    return {"schema": SCHEMA, "documents": [document_to_json(document) for document in documents]}


def to_json(plain: object, *, indent: int | None = None) -> str:
    """JSON text, readable in any script.

    Characters that end lines, steer a terminal or have no place in UTF-8 are escaped.
    """
    return _UNSAFE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", json.dumps(plain, ensure_ascii=False, indent=indent))


def schema() -> str:
    """The published JSON Schema (draft 2020-12), as JSON text."""
    return files("quotes").joinpath("quotes.schema.json").read_text(encoding="utf-8")


def structured(plain: object, noun: type[Noun]) -> Noun:
    """An attrs class from plain JSON; what it does not know of is passed over.  Raises :class:`ContractError`."""
    try:
        return _converter().structure(plain, noun)
    except (BaseValidationError, TypeError, ValueError, AttributeError) as error:
        raise ContractError("; ".join(transform_error(error, format_exception=_fault))) from error


def _fault(error: BaseException, wanted: type | None) -> str:
    """What is wrong, in the words of the validator that found it."""
    known = isinstance(error, TypeError | ValueError) and error.args
    return str(error.args[0]) if known else format_exception(error, wanted)


@cache
def _converter() -> Converter:
    """Takes plain values only as what they are, and knows the flat form of an affiliation."""
    converter = Converter()
    for plain in (str, int, float):
        converter.register_structure_hook(plain, _plain)
    converter.register_structure_hook(bool, _boolean)
    converter.register_structure_hook(StrEnum, lambda value, wanted: wanted(value))
    converter.register_unstructure_hook(StrEnum, str)
    converter.register_unstructure_hook(Affiliation, _affiliation_to_json)
    converter.register_structure_hook(Affiliation, lambda plain, _: _affiliation_from_json(plain, converter))
    quote_parts = make_dict_unstructure_fn(Quote, converter)
    converter.register_unstructure_hook(Quote, lambda quote: _with_text(quote_parts(quote), quote.text))
    return converter


def _plain(value: object, wanted: type[Noun]) -> Noun:
    """A value that is of the wanted type already; whole numbers also stand for fractions."""
    if wanted is float and type(value) is int:
        return wanted(value)  # type: ignore[call-arg]
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise TypeError(f"{wanted.__name__} expected, not {value!r}")
    return value


def _boolean(value: object, _: type[bool]) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"true or false expected, not {value!r}")
    return value


def _with_text(quote: dict[str, Any], text: str) -> dict[str, Any]:
    """The words right after the kind, where a reader looks for them."""
    return {"id": quote.pop("id"), "kind": quote.pop("kind"), "text": text, **quote}


def _affiliation_to_json(affiliation: Affiliation) -> dict[str, Any]:
    """Role and organization as words; their own offsets are in added fields."""
    span, role, organization = affiliation.span, affiliation.role, affiliation.organization
    return {
        "role": role and role.text,
        "organization": organization and organization.text,
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "role_start": role and role.start,
        "organization_start": organization and organization.start,
    }


def _affiliation_from_json(plain: Any, converter: Converter) -> Affiliation:
    span = converter.structure(plain, Span)

    def part(name: str) -> Span | None:
        if plain.get(name) is None:
            return None
        words, start = _plain(plain[name], str), plain.get(f"{name}_start")
        if start is None:
            start = span.start + span.text.index(words)
        return Span(_plain(start, int), start + len(words), words)

    return Affiliation(span, part("role"), part("organization"))


def _spans(quote: Quote) -> Iterator[Span]:
    """Every span that a quote holds."""
    yield from quote.content
    yield from filter(None, (quote.cue, quote.source))
    for speaker in filter(None, (quote.speaker, *quote.candidates)):
        yield from speaker.mentions
    for affiliation in quote.affiliations:
        yield from filter(None, (affiliation.span, affiliation.role, affiliation.organization))

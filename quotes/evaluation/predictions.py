"""What did a system answer?  Its quotes as the scores need them, from the extractor or from the JSON of any system.

Scores need less than the contract ``quotes/1`` has, so that the output of other tools can be scored too: a document
needs ``source`` and ``quotes``; a quote needs ``content`` (offsets) and ``kind``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from attrs import frozen

from quotes.evaluation.gold import Range
from quotes.model import Affiliation, Kind, Quote, Span


@frozen
class PredictedAffiliation:
    """A role, an organization, or both; ``place`` tells apart statements of the same thing."""

    role: str | None
    organization: str | None
    place: Range | None = None


@frozen
class Prediction:
    """One predicted quote; ``rules`` names the evidence, the rule that decided the speaker first.

    ``confidence`` is None where a system says nothing of it.
    """

    content: tuple[Range, ...]
    kind: Kind
    cue: Range | None = None
    source: Range | None = None
    speaker: str | None = None
    affiliations: tuple[PredictedAffiliation, ...] = ()
    confidence: float | None = 1.0
    rules: tuple[str, ...] = ()


Predictions = Mapping[str, tuple[Prediction, ...]]
"""What a system predicts, by name of document."""


class PredictionError(ValueError):
    """A file of predictions that cannot be read as such."""


def prediction_of(quote: Quote) -> Prediction:
    """A quote as the scores see it."""
    return Prediction(
        tuple((piece.start, piece.end) for piece in quote.content),
        quote.kind,
        _range_of(quote.cue),
        _range_of(quote.source),
        quote.speaker.name if quote.speaker else None,
        tuple(_affiliation_of(affiliation) for affiliation in quote.affiliations),
        quote.confidence,
        tuple(evidence.rule for evidence in quote.evidence),
    )


def _range_of(span: Span | None) -> Range | None:
    return (span.start, span.end) if span else None


def _affiliation_of(affiliation: Affiliation) -> PredictedAffiliation:
    role, organization = affiliation.role, affiliation.organization
    return PredictedAffiliation(
        role.text if role else None, organization.text if organization else None, _range_of(affiliation.span)
    )


def read_predictions(path: Path) -> Predictions:
    """The JSON that ``quotes extract --format json`` writes.  Raises :class:`PredictionError`."""
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
        return {document_name(d["source"]): tuple(_from_json(q) for q in d["quotes"]) for d in documents}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PredictionError(f"{path}: {error!r}") from error


def document_name(source: str) -> str:
    """The base name of a path or URL, without ``.txt`` or ``.json``: what pairs a prediction with its gold."""
    name = PurePath(source)
    return name.stem if name.suffix in (".txt", ".json") else name.name


def _from_json(plain: Mapping[str, Any]) -> Prediction:
    return Prediction(
        tuple((piece["start"], piece["end"]) for piece in plain["content"]),
        Kind(plain["kind"]),
        _range_in(plain.get("cue")),
        _range_in(plain.get("source")),
        (plain.get("speaker") or {}).get("name"),
        tuple(_affiliation_in(affiliation) for affiliation in plain.get("affiliations") or ()),
        plain.get("confidence", 1.0),
        tuple(evidence["rule"] for evidence in plain.get("evidence") or ()),
    )


def _range_in(plain: Mapping[str, int] | None) -> Range | None:
    return (plain["start"], plain["end"]) if plain else None


def _affiliation_in(plain: Mapping[str, Any]) -> PredictedAffiliation:
    place = (plain["start"], plain["end"]) if "start" in plain else None
    return PredictedAffiliation(plain.get("role"), plain.get("organization"), place)

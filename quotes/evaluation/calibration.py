"""Which weights make confidence mean what it says?  Quotes that are known to be right or wrong -> logistic regressions.

Plain penalised logistic regression by Newton's method (iteratively reweighted least squares).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from attrs import frozen

from quotes.attribution.confidence import chance, content_features, speaker_features
from quotes.evaluation.agreement import same_speaker
from quotes.evaluation.gold import GoldDocument
from quotes.evaluation.matching import content_characters, match
from quotes.evaluation.predictions import prediction_of
from quotes.model import Quote

PENALTY = 0.5


@frozen
class Judged:
    """A quote with its document's name: whether its content is right, and its speaker.

    ``speaker`` is None where the content is wrong, or the corpus resolves no speakers (``resolved`` is false then).
    """

    document: str
    quote: Quote
    content: bool
    speaker: bool | None
    resolved: bool


def judge(gold: GoldDocument, quotes: Sequence[Quote], *, resolved: bool) -> list[Judged]:
    """Hold quotes against the gold of their document; a speaker is judged only where the content is right.

    ``resolved`` says whether the corpus names speakers at all.
    """
    wanted = [content_characters(gold.text, quote.content) for quote in gold.quotes]
    found = [content_characters(gold.text, prediction_of(quote).content) for quote in quotes]
    by_prediction = {ours: theirs for theirs, ours in match(wanted, found).items()}
    judged = []
    for number, quote in enumerate(quotes):
        true = gold.quotes[by_prediction[number]] if number in by_prediction else None
        name = quote.speaker.name if quote.speaker else None
        speaker = same_speaker(true.speaker, name) if true is not None and true.speaker is not None else None
        judged.append(Judged(gold.name, quote, true is not None, speaker, resolved))
    return judged


def fit(rows: Sequence[Mapping[str, float]], right: Sequence[bool], rounds: int = 25) -> dict[str, float]:
    """The weights by feature name; features are penalised, the bias is not."""
    names = sorted({name for row in rows for name in row})
    place = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            matrix[number, place[name]] = value
    target = np.array(right, dtype=float)
    penalty = np.full(len(names), PENALTY)
    penalty[place["bias"]] = 1e-3
    weights = np.zeros(len(names))
    for _ in range(rounds):
        expected = 1.0 / (1.0 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (expected - target) + penalty * weights
        curvature = (matrix * (expected * (1 - expected))[:, None]).T @ matrix + np.diag(penalty)
        weights -= np.linalg.solve(curvature, gradient)
    return {name: round(float(weights[place[name]]), 3) for name in names}


def weights_of(judged: Iterable[Judged]) -> dict[str, dict[str, float]]:
    """The weights of both regressions."""
    known = list(judged)
    spoken = [j for j in known if j.speaker is not None]
    return {
        "content": fit([content_features(j.quote) for j in known], [j.content for j in known]),
        "speaker": fit([speaker_features(j.quote) for j in spoken], [bool(j.speaker) for j in spoken]),
    }


def cross_validated(judged: Sequence[Judged], folds: int = 5) -> list[tuple[float, bool]]:
    """Confidence and truth of each quote whose speaker can be judged, by weights that never saw its document."""
    names = sorted({j.document for j in judged})
    pairs = []
    for fold in range(folds):
        held = set(names[fold::folds])
        weights = weights_of(j for j in judged if j.document not in held)
        for j in judged:
            if j.document in held and j.resolved:
                content = chance(content_features(j.quote), weights["content"])
                pairs.append((content * chance(speaker_features(j.quote), weights["speaker"]), bool(j.speaker)))
    return pairs


def write_weights(weights: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Write the weights where ``quotes.attribution.confidence`` looks for them."""
    path.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")

"""How do systems compare on one folder of gold?  The project's own quotes, or a file of them, beside peers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from quotes.evaluation.corpora import read_gold
from quotes.evaluation.evaluation import Evaluation, Extracts, bundled_extractor, evaluate, extract
from quotes.evaluation.peers import Finder, peer_predictions, textacy_finder
from quotes.evaluation.predictions import read_predictions
from quotes.evaluation.report import evaluation_to_json


def compare(
    folder: Path,
    predictions: Path | None = None,
    *,
    peers: bool = False,
    attitudes: bool = False,
    extractor: Callable[[], Extracts] = bundled_extractor,
    finder: Callable[[], Finder] = textacy_finder,
) -> dict[str, Evaluation]:
    """Evaluations by name of system, the one in question first.

    Without a file of predictions, the extractor reads the articles.  Raises ``GoldError``, ``PredictionError``, and
    ``PeerError`` where peers are asked for and not installed.
    """
    corpus = read_gold(folder)
    found_by_peer = peer_predictions(corpus, finder()) if peers else None
    ours = read_predictions(predictions) if predictions else extract(corpus, extractor, attitudes=attitudes)
    systems = {"quotes": evaluate(corpus, ours)}
    if found_by_peer is not None:
        systems["textacy"] = evaluate(corpus, found_by_peer)
    return systems


def comparison_to_json(systems: dict[str, Evaluation], *, errors: int = 0) -> str:
    """Every measure of every system, as JSON text."""
    plain = {name: evaluation_to_json(evaluation, errors=errors) for name, evaluation in systems.items()}
    return json.dumps({"systems": plain}, indent=2, ensure_ascii=False)

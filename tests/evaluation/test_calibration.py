"""Fitting confidence: the weights of a known model come back, and no quote is judged by weights that saw its document."""

from __future__ import annotations

import json
import math
from pathlib import Path
from random import Random

import pytest
from attrs import evolve

from quotes.evaluation.calibration import Judged, cross_validated, fit, judge, weights_of, write_weights
from quotes.evaluation.gold import GoldDocument, GoldQuote, GoldSpeaker
from quotes.model import Evidence, Kind, Quote, SpeakerKind
from tests.samples import OFFICIAL, REED, SURE, TEXT

TRUTH = {"bias": 1.0, "short": -2.0, "long": 1.5}


def drawn(count: int, seed: int = 7) -> tuple[list[dict[str, float]], list[bool]]:
    """Rows of features, and labels that the logistic model of ``TRUTH`` draws for them."""
    random = Random(seed)
    rows = [{"bias": 1.0, "short": float(random.random() < 0.5), "long": random.random()} for _ in range(count)]
    totals = [sum(value * TRUTH[name] for name, value in row.items()) for row in rows]
    return rows, [random.random() < 1 / (1 + math.exp(-total)) for total in totals]


def test_fit_recovers_a_known_model() -> None:
    assert fit(*drawn(20_000)) == pytest.approx(TRUTH, abs=0.15)


def test_fit_gives_the_share_of_right_ones_where_there_is_only_a_bias() -> None:
    weights = fit([{"bias": 1.0}] * 4, [True, True, True, False])
    assert weights["bias"] == pytest.approx(math.log(3), abs=0.01)


def test_features_that_always_go_with_right_ones_keep_finite_weights() -> None:
    rows = [{"bias": 1.0, "sure": float(number % 2)} for number in range(100)]
    weights = fit(rows, [bool(row["sure"]) for row in rows])
    assert 2.0 < weights["sure"] < 20.0


def judged(document: str, rule: str, right: bool) -> Judged:
    """A quote of a document whose content and speaker are both right, or both wrong."""
    quote = evolve(SURE, evidence=(Evidence(rule), Evidence(rule)))
    return Judged(document, quote, content=right, speaker=right or None, resolved=True)


def corpus(held: bool) -> list[Judged]:
    """Five documents, the quotes of one of which are all right or all wrong."""
    others = [judged(f"other-{number}", "name", right) for number in range(4) for right in (True, True, False)]
    return [judged("held", "name", held), judged("held", "name", held), *others]


def test_what_is_known_of_a_document_has_no_bearing_on_its_own_confidences() -> None:
    when_right, when_wrong = cross_validated(corpus(True)), cross_validated(corpus(False))
    assert [truth for _, truth in when_right[:2]] == [True, True]
    assert [truth for _, truth in when_wrong[:2]] == [False, False]
    assert [chance for chance, _ in when_right[:2]] == [chance for chance, _ in when_wrong[:2]]


def test_what_is_known_of_a_document_has_a_bearing_on_the_others() -> None:
    when_right, when_wrong = cross_validated(corpus(True)), cross_validated(corpus(False))
    assert all(right[0] > wrong[0] for right, wrong in zip(when_right[2:], when_wrong[2:], strict=True))


def test_every_quote_is_judged_once() -> None:
    assert len(cross_validated(corpus(True), folds=3)) == len(corpus(True))


def test_quotes_of_a_corpus_that_resolves_no_speakers_teach_content_only() -> None:
    unresolved = [evolve(j, document="another", speaker=None, resolved=False) for j in corpus(True)]
    assert len(cross_validated([*corpus(True), *unresolved], folds=6)) == len(corpus(True))
    assert weights_of([*corpus(True), *unresolved])["speaker"] == weights_of(corpus(True))["speaker"]


GOLD = GoldDocument(
    "harrow",
    TEXT,
    (
        GoldQuote(
            tuple((piece.start, piece.end) for piece in SURE.content),
            Kind.DIRECT,
            speaker=GoldSpeaker("Ines Calder", SpeakerKind.PERSON),
        ),
    ),
)
SAYS_REED = evolve(SURE, speaker=REED)


@pytest.mark.parametrize(("quote", "speaker"), [(SURE, True), (SAYS_REED, False), (evolve(SURE, speaker=None), False)])
def test_a_speaker_is_judged_where_the_content_is_right(quote: Quote, speaker: bool) -> None:
    assert judge(GOLD, [quote], resolved=True) == [
        Judged("harrow", quote, content=True, speaker=speaker, resolved=True)
    ]


def test_a_spurious_quote_has_a_wrong_content_and_no_speaker() -> None:
    assert judge(GOLD, [OFFICIAL], resolved=True) == [
        Judged("harrow", OFFICIAL, content=False, speaker=None, resolved=True)
    ]


def test_where_speakers_are_not_resolved_only_the_content_is_judged() -> None:
    unresolved = evolve(GOLD, quotes=(evolve(GOLD.quotes[0], speaker=None),))
    assert judge(unresolved, [SURE], resolved=False) == [
        Judged("harrow", SURE, content=True, speaker=None, resolved=False)
    ]


def test_weights_are_written_as_confidence_reads_them(tmp_path: Path) -> None:
    weights = weights_of(corpus(True))
    path = tmp_path / "confidence.json"
    write_weights(weights, path)
    assert json.loads(path.read_text(encoding="utf-8")) == weights
    assert {name: "bias" in part for name, part in weights.items()} == {"content": True, "speaker": True}

"""Confidence: a probability, whatever the evidence."""

from __future__ import annotations

import math

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotes.attribution.confidence import (
    CUE_PROBABILITY,
    calibration,
    chance,
    confidence,
    content_features,
    speaker_features,
)
from quotes.model import Cue, Evidence, Kind, Quote, Relation, SpeakerKind
from quotes.model import Speaker as Person
from tests.samples import SURE

RULES = ["name", "pronoun", "no-speaker", "clause-of-cue", "quotation-alone", "a-rule-of-tomorrow"]
SPEAKERS = [None, *(Person("Ines Calder", kind) for kind in SpeakerKind), Person("She", SpeakerKind.UNNAMED)]


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """A quote with evidence of any sort."""
    rules = [Evidence(draw(st.sampled_from(RULES))) for _ in range(2)]
    if draw(st.booleans()):
        rules.append(Evidence(CUE_PROBABILITY, f"{draw(st.floats(0, 1)):.2f}"))
    return evolve(
        SURE,
        kind=draw(st.sampled_from(Kind)),
        cue=draw(st.sampled_from([None, SURE.cue])),
        source=draw(st.sampled_from([None, SURE.source])),
        speaker=draw(st.sampled_from(SPEAKERS)),
        affiliations=draw(st.sampled_from([(), SURE.affiliations])),
        relation=draw(st.sampled_from(Relation)),
        evidence=tuple(rules),
    )


def with_rules(speaker: str, content: str) -> Quote:
    """The sample quote with other rules as its evidence."""
    return evolve(SURE, evidence=(Evidence(speaker), Evidence(content)))


@given(quotes())
def test_confidence_is_a_probability_of_two_places(quote: Quote) -> None:
    value = confidence(quote)
    assert 0.0 <= value <= 1.0
    assert value == round(value, 2)


@given(quotes())
def test_confidence_is_the_chance_of_content_and_speaker(quote: Quote) -> None:
    weights = calibration()
    both = chance(content_features(quote), weights.content) * chance(speaker_features(quote), weights.speaker)
    assert confidence(quote) == pytest.approx(min(0.99, both), abs=0.0051)


def test_an_unknown_rule_counts_as_the_average_one() -> None:
    one, other = with_rules("rule-one", "rule-two"), with_rules("rule-three", "rule-four")
    assert confidence(one) == confidence(other)


def test_nobody_is_sure_of_a_speaker_that_is_not_there() -> None:
    nobody = evolve(SURE, speaker=None, evidence=(Evidence("no-speaker"), Evidence("clause-of-cue")))
    assert confidence(nobody) < 0.5


@pytest.mark.parametrize(("total", "wanted"), [(0.0, 0.5), (math.log(3), 0.75), (-math.log(3), 0.25)])
def test_chance_is_the_logistic(total: float, wanted: float) -> None:
    assert chance({"a": 2.0}, {"a": total / 2}) == pytest.approx(wanted)


@pytest.mark.parametrize("total", [-1e9, 1e9])
def test_chance_of_what_is_certain_does_not_overflow(total: float) -> None:
    assert 0.0 <= chance({"a": total}, {"a": 1.0}) <= 1.0


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(-5, 5))
def test_chance_follows_the_sign_of_a_weight(weight: float, one: float, other: float) -> None:
    low, high = sorted([one, other], key=lambda value: value * weight)
    assert chance({"a": low}, {"a": weight}) <= chance({"a": high}, {"a": weight})


@pytest.mark.parametrize(("probability", "doubt", "unlikely"), [("0.90", 0.1, 0.0), ("0.30", 0.7, 1.0)])
def test_features_tell_how_likely_the_cue_is(probability: str, doubt: float, unlikely: float) -> None:
    evidence = (*with_rules("name", "clause-of-cue").evidence, Evidence(CUE_PROBABILITY, probability))
    features = content_features(evolve(SURE, evidence=evidence))
    assert (features["cue:doubt"], features["cue:unlikely"]) == (pytest.approx(doubt), unlikely)


SHIPPED = calibration().content
DOUBTS = [SHIPPED.get(name, 0.0) for name in ("cue:doubt", "cue:unlikely")]


@pytest.mark.skipif(max(DOUBTS) > 0, reason="the shipped weights do not trust likelier cues more")
@given(quotes(), st.floats(0, 1), st.floats(0, 1))
def test_a_likelier_cue_is_trusted_more(quote: Quote, one: float, other: float) -> None:
    def with_probability(value: float) -> Quote:
        return evolve(quote, evidence=(*quote.evidence[:2], Evidence(CUE_PROBABILITY, f"{value:.2f}")))

    low, high = sorted([one, other])
    assert confidence(with_probability(low)) <= confidence(with_probability(high))


def test_features_name_the_rules() -> None:
    quote = with_rules("name", "clause-of-cue")
    assert content_features(quote)["rule:clause-of-cue"] == 1.0
    assert speaker_features(quote)["rule:name"] == 1.0


@pytest.mark.parametrize(("lemma", "plain"), [("say", 1.0), ("blurt", 0.0)])
def test_features_tell_plain_cues(lemma: str, plain: float) -> None:
    assert SURE.cue is not None
    cue = Cue(SURE.cue.start, SURE.cue.end, SURE.cue.text, lemma)
    assert content_features(evolve(with_rules("name", "turn"), cue=cue))["cue:plain"] == plain

"""Citron's and the Gender Gap Tracker's measures, each on the cases where they differ from the strict one."""

from pathlib import Path

from attrs import evolve

from quotes.evaluation.citron import Tokenized, citron_scores
from quotes.evaluation.counts import Counts
from quotes.evaluation.gendergap import gap_scores
from quotes.evaluation.predictions import Prediction
from tests.evaluation.fixtures import HARBOUR, PERFECT, at, harbour

WITH_CUES = (
    evolve(PERFECT[0], cue=at("said")),
    evolve(PERFECT[1], cue=at("said", after=80)),
    evolve(PERFECT[2], cue=at("According to")),
)


def test_citron_all_parts_right(tmp_path: Path) -> None:
    scores = citron_scores(harbour(tmp_path), {"harbour": WITH_CUES})
    assert {part: counts.f1 for part, counts in scores.exact.items()} == dict.fromkeys(
        ("cue", "source", "content", "quote"), 1
    )
    assert {part: counts.f1 for part, counts in scores.overlap.items()} == dict.fromkeys(
        ("cue", "source", "content", "quote"), 1
    )


def test_citron_counts_a_part_only_where_the_cue_is_right_too(tmp_path: Path) -> None:
    elsewhere = evolve(WITH_CUES[0], cue=at("elected"))
    scores = citron_scores(harbour(tmp_path), {"harbour": (elsewhere,)})
    assert scores.exact["content"] == Counts(0, 1, 3)
    assert scores.overlap["content"] == Counts(5, 5, 5 + 13 + 2)


def test_citron_rewards_the_same_answer_twice(tmp_path: Path) -> None:
    scores = citron_scores(harbour(tmp_path), {"harbour": (WITH_CUES[0], WITH_CUES[0])})
    assert scores.exact["quote"] == Counts(2, 2, 4)
    assert scores.overlap["cue"].hits == 2


def test_tokens_are_words_and_single_signs() -> None:
    tokens = Tokenized('He said: "No."')
    assert tokens.of([(3, 7)]) == {1}
    assert tokens.of([(9, 14)]) == {3, 4, 5, 6}
    assert tokens.of([(4, 5)]) == {1}
    assert tokens.of([]) == frozenset()


def test_gender_gap_does_not_mind_too_much_content(tmp_path: Path) -> None:
    everything = Prediction(((0, len(HARBOUR)),), PERFECT[0].kind, cue=at("said"), source=at("Ada"))
    scores = gap_scores(harbour(tmp_path), {"harbour": (everything,)})
    assert scores[0.8].quotes == Counts(1, 1, 3)
    assert (scores[0.8].speaker_accuracy, scores[0.8].verb_accuracy) == (1, 1)


def test_gender_gap_thresholds_tell_part_from_most(tmp_path: Path) -> None:
    half = evolve(PERFECT[0], content=(at("harbour will"),), source=None)
    scores = gap_scores(harbour(tmp_path), {"harbour": (half,)})
    assert (scores[0.3].quotes.hits, scores[0.8].quotes.hits) == (1, 0)
    assert scores[0.3].speakers == 0

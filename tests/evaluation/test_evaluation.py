"""One small corpus, answered perfectly, badly and not at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve

from quotes.evaluation.counts import Counts
from quotes.evaluation.errors import faults
from quotes.evaluation.evaluation import Evaluation, evaluate, extract
from quotes.evaluation.judging import Outcome
from quotes.evaluation.predictions import PredictedAffiliation, Prediction
from quotes.evaluation.trust import Trust
from quotes.model import Document, Kind, Quote, Span, Speaker, SpeakerKind
from tests.evaluation.fixtures import HARBOUR, PERFECT, answer, at, harbour


def scored(folder: Path, *answers: Prediction) -> Evaluation:
    return evaluate(harbour(folder), {"harbour": answers})


def test_perfect_answers_score_in_full(tmp_path: Path) -> None:
    evaluation = scored(tmp_path, *PERFECT)
    for scores in evaluation.strict.values():
        assert scores.overlap.f1 == scores.exact.f1 == scores.end_to_end.f1 == 1
        assert scores.source_accuracy == scores.speaker_accuracy == scores.kind_accuracy == 1
    assert list(evaluation.strict) == ["all", "direct", "indirect"]
    assert evaluation.gender_gap[0.8].quotes.f1 == 1
    assert not faults(evaluation.verdicts)


def test_no_answers_score_nothing(tmp_path: Path) -> None:
    evaluation = evaluate(harbour(tmp_path), {})
    assert evaluation.strict["all"].overlap == Counts(0, 0, 3)
    assert evaluation.affiliations == Counts(0, 0, 2)
    assert evaluation.trust["all"].calibration_error == 1
    assert {fault.outcome for fault in faults(evaluation.verdicts)} == {Outcome.MISSED}


def test_a_wrong_speaker_is_found_but_not_right(tmp_path: Path) -> None:
    wrong = evolve(PERFECT[0], speaker="Brandt")
    evaluation = scored(tmp_path, wrong, *PERFECT[1:])
    assert evaluation.strict["all"].exact.hits == 3
    assert evaluation.strict["all"].end_to_end == Counts(2, 3, 3)
    (fault,) = faults(evaluation.verdicts)
    assert (fault.outcome, fault.expected, fault.given, fault.rule) == (
        Outcome.WRONG_SPEAKER,
        "Ada Brandt",
        "Brandt",
        "nsubj",
    )


def test_a_content_that_is_too_long_overlaps_but_is_not_exact(tmp_path: Path) -> None:
    long = evolve(PERFECT[2], content=((at("prices fell")[0] - 4, at("prices fell")[1]),))
    evaluation = scored(tmp_path, *PERFECT[:2], long)
    assert evaluation.strict["indirect"].overlap.hits == 2
    assert evaluation.strict["indirect"].exact.hits == 1


def test_a_spurious_answer_costs_precision_of_its_own_kind(tmp_path: Path) -> None:
    spurious = answer("elected in May", kind=Kind.MIXED)
    evaluation = scored(tmp_path, *PERFECT, spurious)
    assert evaluation.strict["all"].overlap == Counts(3, 4, 3)
    assert evaluation.strict["mixed"].overlap == Counts(0, 1, 0)
    assert evaluation.strict["direct"].overlap.precision == 1


def test_affiliations_count_once_a_speaker_and_only_with_the_right_one(tmp_path: Path) -> None:
    mayor = PredictedAffiliation("mayor", "Lindau", at("mayor of Lindau"))
    with_mayor = [evolve(prediction, affiliations=(mayor,)) for prediction in PERFECT[:2]]
    assert scored(tmp_path, *with_mayor).affiliations == Counts(1, 1, 2)
    strangers = [evolve(prediction, speaker="Somebody Else") for prediction in with_mayor]
    assert scored(tmp_path, *strangers).affiliations == Counts(0, 0, 2)


def test_trust_is_measured_by_bins_of_confidence(tmp_path: Path) -> None:
    sure = evolve(PERFECT[0], confidence=0.92)
    wrong = evolve(PERFECT[1], confidence=1.0, speaker="Nobody")
    unsure = evolve(PERFECT[2], confidence=0.5)
    trust = scored(tmp_path, sure, wrong, unsure).trust["all"]
    assert (trust.sure, trust.sure_and_right, trust.precision_when_sure) == (2, 1, 0.5)
    assert [(part.low, part.predicted, part.right) for part in trust.bins] == [(0.5, 1, 1), (0.9, 2, 1)]
    assert abs(trust.calibration_error - (abs(0.5 - 1) + abs(1.92 - 1)) / 3) < 1e-9


def test_trust_is_told_by_kind(tmp_path: Path) -> None:
    unsure = evolve(PERFECT[1], confidence=0.5)
    trust = scored(tmp_path, PERFECT[0], unsure, PERFECT[2]).trust
    assert (trust["direct"].sure_share, trust["indirect"].sure_share) == (0, 1)


def test_who_says_nothing_of_confidence_is_not_held_to_it(tmp_path: Path) -> None:
    silent = [evolve(prediction, confidence=None) for prediction in PERFECT]
    assert scored(tmp_path, *silent).trust["all"] == Trust()


def test_each_rule_has_its_precision_as_decider_and_as_evidence(tmp_path: Path) -> None:
    first = evolve(PERFECT[0], rules=("nsubj", "marks"))
    wrong = evolve(PERFECT[1], rules=("pronoun", "marks"), speaker="Nobody")
    by_rule = {score.rule: score for score in scored(tmp_path, first, wrong).rules}
    assert (by_rule["nsubj"].decided, by_rule["nsubj"].deciding_precision) == (1, 1)
    assert (by_rule["pronoun"].decided, by_rule["pronoun"].deciding_precision) == (1, 0)
    marks = by_rule["marks"]
    assert (marks.decided, marks.named, marks.precision, marks.content_precision) == (0, 2, 0.5, 1)


class Reader:
    """Finds the harbour sentence in any article, and remembers whether it was asked for attitudes."""

    def __init__(self) -> None:
        self.attitudes: bool | None = None

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
        self.attitudes = attitudes
        for document in documents:
            content = Span.of(document.text, *at("The harbour will stay open"))
            speaker = Speaker("Ada Brandt", SpeakerKind.PERSON)
            yield evolve(document, quotes=(Quote("q", Kind.INDIRECT, (content,), speaker=speaker, confidence=0.5),))


def test_the_extractor_reads_the_articles_as_they_are(tmp_path: Path) -> None:
    reader = Reader()
    corpus = harbour(tmp_path)
    found = extract(corpus, lambda: reader, attitudes=True)
    assert reader.attitudes is True
    assert corpus.documents[0].text == HARBOUR
    assert evaluate(corpus, found).strict["all"].end_to_end == Counts(1, 1, 3)

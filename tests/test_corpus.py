"""The project's own corpus: what the bundled model gets right there must not get worse.

Floors are F1, about three points below what was measured when they were set.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.evaluation.corpora import read_gold
from quotes.evaluation.evaluation import Evaluation, evaluate, extract
from quotes.evaluation.gold import GoldCorpus
from quotes.extractor import Extractor
from quotes.model import Document

pytestmark = pytest.mark.model

SILENT = ["almanac_harbour_lights", "market_harvest_report"]
"""Articles in which nobody speaks."""


@pytest.fixture(scope="module")
def corpus() -> GoldCorpus:
    return read_gold(Path(__file__).parent.parent / "corpus")


@pytest.fixture(scope="module")
def evaluation(corpus: GoldCorpus, extractor: Extractor) -> Evaluation:
    return evaluate(corpus, extract(corpus, lambda: extractor))


FLOORS = {"overlap": 0.895, "exact": 0.84, "with_source": 0.855, "end_to_end": 0.79}


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items(), ids=FLOORS)
def test_quotes_are_found(evaluation: Evaluation, measure: str, floor: float) -> None:
    assert getattr(evaluation.strict["all"], measure).f1 >= floor


KINDS = {"direct": 0.835, "mixed": 0.75, "indirect": 0.76}


@pytest.mark.parametrize(("kind", "floor"), KINDS.items(), ids=KINDS)
def test_quotes_of_each_kind_have_their_speakers(evaluation: Evaluation, kind: str, floor: float) -> None:
    assert evaluation.strict[kind].end_to_end.f1 >= floor


def test_affiliations_are_found(evaluation: Evaluation) -> None:
    assert evaluation.affiliations is not None
    assert evaluation.affiliations.f1 >= 0.52


@pytest.mark.parametrize("name", SILENT)
def test_articles_without_speech_have_no_quotes(corpus: GoldCorpus, extractor: Extractor, name: str) -> None:
    (gold,) = [document for document in corpus.documents if document.name == name]
    assert extractor.extract(Document(gold.text)).quotes == ()

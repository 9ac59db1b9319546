"""How good are these predictions?  Every measure of one system on one corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from attrs import frozen

from quotes.evaluation.citron import CitronScores, citron_scores
from quotes.evaluation.counts import Counts
from quotes.evaluation.gendergap import GapScores, gap_scores
from quotes.evaluation.gold import GoldCorpus
from quotes.evaluation.judging import Verdict, by_kind, judge
from quotes.evaluation.predictions import Predictions, prediction_of
from quotes.evaluation.rules import RuleScore, rule_scores
from quotes.evaluation.strict import StrictScores
from quotes.evaluation.trust import Trust
from quotes.model import Document


@frozen
class Evaluation:
    """Every measure of one system; ``affiliations`` is None where the corpus has none.

    ``strict`` and ``trust`` hold those of ``all`` quotes and of each kind.
    """

    strict: dict[str, StrictScores]
    affiliations: Counts | None
    trust: dict[str, Trust]
    rules: list[RuleScore]
    citron: CitronScores
    gender_gap: dict[float, GapScores]
    verdicts: tuple[Verdict, ...]


class Extracts(Protocol):
    """What finds quotes in documents: :class:`quotes.extractor.Extractor`, or a stand-in."""

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
        """The documents with their quotes, in order."""
        ...


def evaluate(corpus: GoldCorpus, predictions: Predictions) -> Evaluation:
    """Compare predictions with gold."""
    judged = list(judge(corpus, predictions))
    verdicts = tuple(verdict for document in judged for verdict in document.verdicts)
    kinds = by_kind(verdicts)
    affiliations = sum((document.affiliations for document in judged), start=Counts())
    return Evaluation(
        strict={kind: StrictScores.of(rows) for kind, rows in kinds.items()},
        affiliations=affiliations if corpus.resolves_speakers else None,
        trust={kind: Trust.of(rows) for kind, rows in kinds.items()},
        rules=rule_scores(verdicts),
        citron=citron_scores(corpus, predictions),
        gender_gap=gap_scores(corpus, predictions),
        verdicts=verdicts,
    )


def extract(corpus: GoldCorpus, extractor: Callable[[], Extracts], *, attitudes: bool = False) -> Predictions:
    """What the project's own extractor finds in the articles of a corpus."""
    documents = [Document(gold.text, source=gold.name) for gold in corpus.documents]
    found = extractor().extract_many(documents, attitudes=attitudes)
    return {document.source: tuple(map(prediction_of, document.quotes)) for document in found}


def bundled_extractor() -> Extracts:
    """The project's own extractor with the bundled model; loads the model."""
    from quotes.extractor import Extractor

    extractor: Extracts = Extractor()
    return extractor

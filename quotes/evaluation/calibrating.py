"""What does calibration learn from, and what is it worth?  Gold folders -> judged quotes; pairs -> lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quotes.evaluation.calibration import Judged, judge
from quotes.evaluation.corpora import read_gold
from quotes.evaluation.trust import SURE, Trust
from quotes.extractor import Extractor
from quotes.model import Document


def judge_corpora(folders: Iterable[Path]) -> list[Judged]:
    """The quotes that the bundled model finds in the articles of gold folders, each known to be right or wrong."""
    extractor = Extractor()
    judged: list[Judged] = []
    for folder in folders:
        corpus = read_gold(folder)
        gold = corpus.documents
        found = extractor.extract_many(Document(document.text, document.name) for document in gold)
        for document, extracted in zip(gold, found, strict=True):
            judged += judge(document, extracted.quotes, resolved=corpus.resolves_speakers)
    return judged


def trust_lines(pairs: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Precision and share of the sure ones, and the expected calibration error."""
    trust = Trust.of_pairs(pairs)
    yield f"{len(pairs)} quotes, cross-validated by document"
    yield f"at {SURE} and more: precision {trust.precision_when_sure:.3f}, share {trust.sure_share:.3f}"
    yield f"expected calibration error {trust.calibration_error:.3f}"

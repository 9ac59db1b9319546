"""Does confidence mean what it says?  Reliability of the confidences, and the precision of what is called sure.

Expected calibration error after Naeini, Cooper and Hauskrecht (2015): ten bins of equal width, weighted by how many
predictions each holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from quotes.evaluation.counts import ratio
from quotes.evaluation.judging import Verdict

SURE = 0.9
BINS = 10


@frozen
class Bin:
    """Predictions whose confidence lies in ``[low, low + 0.1)``, 1 in the last: how many, how sure, how many right."""

    low: float
    predicted: int
    confidence_sum: float
    right: int

    @property
    def confidence(self) -> float:
        """The mean confidence."""
        return ratio(self.confidence_sum, self.predicted)

    @property
    def precision(self) -> float:
        return ratio(self.right, self.predicted)

    @property
    def gap(self) -> float:
        """By how many predictions the confidence is off."""
        return abs(self.confidence_sum - self.right)


@frozen
class Trust:
    """Predictions by confidence; ``sure`` of them have at least :data:`SURE`, ``sure_and_right`` of these hold."""

    bins: tuple[Bin, ...] = ()
    sure: int = 0
    sure_and_right: int = 0

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Trust:
        """Trust in the predictions among some verdicts."""
        said = [(row.prediction.confidence, row.right) for row in verdicts if row.prediction is not None]
        return cls.of_pairs([(confidence, right) for confidence, right in said if confidence is not None])

    @classmethod
    def of_pairs(cls, rows: Sequence[tuple[float, bool]]) -> Trust:
        """Trust in predictions given as pairs of a confidence and whether it was right."""
        filled: dict[int, list[tuple[float, bool]]] = {}
        for confidence, right in rows:
            filled.setdefault(min(BINS - 1, int(confidence * BINS)), []).append((confidence, right))
        sure = [right for confidence, right in rows if confidence >= SURE]
        return cls(tuple(_bin(number, filled[number]) for number in sorted(filled)), len(sure), sum(sure))

    @property
    def predicted(self) -> int:
        return sum(part.predicted for part in self.bins)

    @property
    def precision_when_sure(self) -> float:
        return ratio(self.sure_and_right, self.sure)

    @property
    def sure_share(self) -> float:
        """Which part of all predictions is sure."""
        return ratio(self.sure, self.predicted)

    @property
    def calibration_error(self) -> float:
        """Expected calibration error; 1 where nothing was predicted."""
        return sum(part.gap for part in self.bins) / self.predicted if self.predicted else 1.0


def _bin(number: int, rows: list[tuple[float, bool]]) -> Bin:
    return Bin(number / BINS, len(rows), sum(confidence for confidence, _ in rows), sum(right for _, right in rows))

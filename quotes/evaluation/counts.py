"""How many were found, how many should have been?  Counts are the state; precision, recall and F1 follow from them."""

from __future__ import annotations

from collections.abc import Set

from attrs import frozen


@frozen
class Counts:
    """``hits`` of the ``predicted`` things are ``gold`` things; the ratios are fractions, 0 where undefined."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    @classmethod
    def between(cls, predicted: Set[object], gold: Set[object]) -> Counts:
        """The counts of one set of things against another."""
        return cls(len(predicted & gold), len(predicted), len(gold))

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return ratio(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        return ratio(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return ratio(2 * self.precision * self.recall, self.precision + self.recall)


def ratio(part: float, whole: float) -> float:
    """``part / whole``, or 0 where there is no whole."""
    return part / whole if whole else 0.0

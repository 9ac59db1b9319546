from hypothesis import given
from hypothesis import strategies as st

from quotes.evaluation.counts import Counts

SETS = st.frozensets(st.integers(0, 9))


def test_nothing_gives_zeros_and_no_error() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_ratios_follow_from_counts() -> None:
    counts = Counts(hits=3, predicted=4, gold=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)


@given(SETS, SETS)
def test_exchanging_the_sides_exchanges_precision_and_recall(one: frozenset[int], other: frozenset[int]) -> None:
    forth, back = Counts.between(one, other), Counts.between(other, one)
    assert (forth.precision, forth.recall) == (back.recall, back.precision)


@given(SETS, SETS)
def test_sums_of_counts_are_counts_of_sums(one: frozenset[int], other: frozenset[int]) -> None:
    part = Counts.between(one, other)
    assert part + part == Counts(2 * part.hits, 2 * part.predicted, 2 * part.gold)
    assert part + Counts() == part

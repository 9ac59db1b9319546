from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quotes.parsing.trees import best_tree, is_tree, tree

SCORES = st.integers(1, 7).flatmap(
    lambda size: arrays(np.float32, (size, size + 1), elements=st.floats(-50, 50, width=16))
)
FEW = st.integers(1, 4).flatmap(lambda size: arrays(np.float32, (size, size + 1), elements=st.integers(-9, 9)))


@pytest.mark.parametrize(
    ("heads", "is_one"),
    [([0], True), ([2, 0], True), ([2, 1], False), ([0, 0], False), ([1], False), ([2, 3, 1, 0], False), ([], False)],
)
def test_a_tree_has_one_root_and_no_cycle(heads: list[int], is_one: bool) -> None:
    assert is_tree(heads) is is_one


@given(SCORES)
def test_any_scores_give_a_tree(scores: np.ndarray) -> None:
    own = np.arange(len(scores))
    best = np.where(np.eye(*scores.shape, k=1, dtype=bool), -1e4, scores).argmax(1)
    heads = tree(best.tolist(), scores)
    assert is_tree(heads)
    assert not any(head == place + 1 for place, head in zip(own, heads, strict=True))


@given(FEW)
def test_no_tree_scores_better(scores: np.ndarray) -> None:
    size = len(scores)
    every = (heads for heads in itertools.product(range(size + 1), repeat=size) if is_tree(heads))
    best = max(_total(scores, heads) for heads in every)
    assert _total(scores, best_tree(scores)) == pytest.approx(best)


def _total(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[place, head] for place, head in enumerate(heads)))


def test_the_best_heads_are_kept_where_they_make_a_tree() -> None:
    assert tree([2, 0, 2], np.zeros((3, 4))) == [2, 0, 2]

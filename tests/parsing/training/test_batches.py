from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.training.batches import LONGEST, Cut, Task, batches, cut, localised, tensors
from quotes.parsing.training.examples import IGNORE, NOWHERE, Example
from quotes.parsing.training.fit import Plan, order
from quotes.parsing.wordpieces import WordPieces
from tests.parsing.training.small import VOCABULARY

TABLE = WordPieces(VOCABULARY)
LENGTHS = st.lists(st.integers(1, 300), min_size=1, max_size=20)


def example(lengths: list[int], name: str = "said") -> Example:
    """A document of sentences of these lengths, whose words all hang on the first."""
    starts = [0, *itertools.accumulate(lengths)]
    return Example([name] * starts[-1], starts, {"heads": np.zeros(starts[-1], np.int64)})


TASKS = [
    Task("trees", [example([3, 5, 9, 2, 7] * 3), example([4] * 9)], 4, 20),
    Task("entities", [example([6] * 20)], 6, 30),
]
PLAN = Plan(steps=10, budget=64, schedule=("trees", "entities", "trees"))


@given(LENGTHS, st.integers(1, 250))
def test_windows_are_whole_sentences(lengths: list[int], aim: int) -> None:
    document = example(lengths)
    cuts = list(cut(document, aim))
    assert [c.start for c in cuts] == sorted({c.start for c in cuts})
    assert {c.start for c in cuts} <= set(document.starts)
    assert all(0 < c.end - c.start <= LONGEST for c in cuts)
    if max(lengths) <= LONGEST and sum(lengths) <= LONGEST:
        assert [c.end for c in cuts[:-1]] == [c.start for c in cuts[1:]]
        assert cuts[-1].end == len(document.words)


def test_links_become_places_in_the_window() -> None:
    item = Cut(example([10]), 2, 6)
    values = np.array([NOWHERE, 2, 5, 6, 1, IGNORE])
    assert localised(values, item).tolist() == [0, 1, 4, IGNORE, IGNORE, IGNORE]


def test_a_batch_has_its_targets_beside_it() -> None:
    document = example([2, 2])
    batch, targets = tensors([Cut(document, 0, 4), Cut(document, 2, 4)], TABLE, torch.device("cpu"), None)
    assert batch.sentence[:, :5].tolist() == [[0, 0, 1, 1, -1], [0, 0, -1, -1, -1]]
    assert targets["heads"].shape == batch.first.shape
    assert targets["heads"][:, :5].tolist() == [[1, 1, 1, 1, IGNORE], [IGNORE] * 5]


def test_each_pass_sees_every_word_once() -> None:
    task = TASKS[0]
    stream = batches(task, 64, seed=1)
    words, wanted = 0, sum(len(e.words) for e in task.examples)
    while words < wanted:
        words += sum(c.end - c.start for c in next(stream))
    assert words == wanted


@pytest.mark.parametrize("step", [0, 1, 7, 40])
def test_from_any_step_on_the_stream_is_the_same(step: int) -> None:
    whole = list(itertools.islice(order(TASKS, PLAN), 50))
    resumed = list(itertools.islice(order(TASKS, PLAN), step, 50))
    assert resumed == whole[step:]
    assert [name for name, _ in whole[:4]] == ["trees", "entities", "trees", "trees"]


def test_another_seed_gives_another_stream() -> None:
    def first(seed: int) -> list[tuple[int, int]]:
        return [(c.start, c.end) for group in itertools.islice(batches(TASKS[0], 64, seed), 6) for c in group]

    assert first(1) == first(1)
    assert first(1) != first(2)


def test_restyling_belongs_to_the_step() -> None:
    marks = Example(['"', "said", '"'], [0, 3], {"heads": np.zeros(3, np.int64)})
    runs = [tensors([Cut(marks, 0, 3)], TABLE, torch.device("cpu"), random.Random(f"20-{n}"))[0] for n in (3, 3)]
    assert torch.equal(runs[0].pieces, runs[1].pieces)

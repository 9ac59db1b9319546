from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.windows import MULTIPLE, by_length, collate, piece_window, round_up
from quotes.parsing.wordpieces import WordPieces
from tests.parsing.training.small import VOCABULARY

TABLE = WordPieces(VOCABULARY)
CPU = torch.device("cpu")


def test_the_first_piece_of_each_word_is_known() -> None:
    found = piece_window(["boats", "sink", "."], TABLE)
    names = [VOCABULARY[number] for number in found.pieces]
    assert names == ["[CLS]", "boats", "s", "##i", "##n", "##k", ".", "[SEP]"]
    assert [names[place] for place in found.first] == ["boats", "s", "."]
    assert found.shapes.tolist() == [0, 1, 1, 1, 1, 1, 7, 0]


def test_windows_of_different_lengths_make_one_batch() -> None:
    pieced = [piece_window(["boats", "."], TABLE), piece_window(["sink"], TABLE)]
    batch = collate(pieced, [[0, 1], [0]], CPU)
    assert batch.pieces.shape == (2, MULTIPLE)
    assert batch.lengths.tolist() == [4, 6]
    assert batch.sentence[:, :3].tolist() == [[0, 1, -1], [0, -1, -1]]
    assert not batch.pieces[0, 4:].any()


@given(st.lists(st.integers(1, 500), max_size=60), st.integers(500, 4000))
def test_every_window_is_in_one_batch_within_the_budget(lengths: list[int], budget: int) -> None:
    batches = list(by_length(lengths, budget))
    assert sorted(number for batch in batches for number in batch) == list(range(len(lengths)))
    for batch in batches:
        longest = max(round_up(lengths[number]) for number in batch)
        assert len(batch) == 1 or longest * len(batch) <= budget
    longest_first = [lengths[number] for batch in batches for number in batch]
    assert longest_first == sorted(lengths, reverse=True)

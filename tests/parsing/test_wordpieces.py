from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.wordpieces import MOST_PIECES, SHAPES, WordPieces, shape

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "said", "un", "##do", "##ing", "o", "'", "brien", "cafe", "中", "文"]
TABLE = WordPieces(VOCABULARY)


def names(word: str) -> list[str]:
    return [VOCABULARY[number] for number in TABLE.of(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("said", ["said"]),
        ("Said", ["said"]),
        ("undoing", ["un", "##do", "##ing"]),
        ("O'Brien", ["o", "'", "brien"]),
        ("Café", ["cafe"]),
        ("zebra", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("\u200b\u0301", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_known(word: str, pieces: list[str]) -> None:
    assert names(word) == pieces


@given(st.text())
def test_every_word_has_pieces_and_not_too_many(word: str) -> None:
    pieces = TABLE.of(word)
    assert 1 <= len(pieces) <= MOST_PIECES
    assert all(0 <= number < len(TABLE) for number in pieces)
    assert TABLE.of(word) == pieces


@pytest.mark.parametrize(
    ("word", "number"),
    [("said", 1), ("Said", 2), ("NATO", 3), ("J.", 4), ("iPhone", 5), ("1995", 6), ("“", 7), ("", 7)],
)
def test_the_shape_says_how_a_word_is_written(word: str, number: int) -> None:
    assert shape(word) == number


@given(st.text())
def test_every_word_has_a_shape(word: str) -> None:
    assert 0 <= shape(word) < SHAPES

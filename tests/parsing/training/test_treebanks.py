from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from quotes.parsing.training.treebanks import SurfaceToken, TreeSentence, read_conllu
from tests.parsing.training.small import CONLLU


@pytest.fixture(params=["small.conllu", "small.conllu.xz"])
def sentences(request: pytest.FixtureRequest, tmp_path: Path) -> list[TreeSentence]:
    path = tmp_path / request.param
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "wt", encoding="utf-8") as file:
        file.write(CONLLU.rstrip("\n"))
    return read_conllu(path)


def test_words_stand_under_tokens(sentences: list[TreeSentence]) -> None:
    first = sentences[0]
    assert [word.form for word in first.words] == ['"', "We", "wo", "n't", "sink", ",", '"', "she", "said", "."]
    assert first.tokens[2] == SurfaceToken("won't", 2, 4, space_after=True)
    assert first.tokens[2].is_multiword
    assert not first.tokens[0].space_after
    assert [word.head for word in first.words] == [5, 5, 5, 5, 9, 5, 5, 9, 0, 9]


def test_empty_nodes_are_left_out(sentences: list[TreeSentence]) -> None:
    assert [word.form for word in sentences[1].words] == ["Ada", "Brandt", "wrote", "letters", "."]


def test_paragraphs_open_where_the_treebank_says_so(sentences: list[TreeSentence]) -> None:
    assert [sentence.opens_paragraph for sentence in sentences] == [True, False, True]

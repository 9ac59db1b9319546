from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.training import segmentation
from quotes.parsing.training.segmentation import paragraphs, raw_and_labels, restyle, split_like
from quotes.parsing.training.treebanks import read_conllu
from tests.parsing.training.small import CONLLU


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[list[segmentation.TreeSentence]]:
    path = tmp_path_factory.mktemp("treebank") / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return list(paragraphs(read_conllu(path)))


def test_each_character_has_a_label(runs: list[list[segmentation.TreeSentence]]) -> None:
    text, labels = raw_and_labels(runs[0])
    assert text == '"We won\'t sink," she said. Ada Brandt wrote letters.'
    assert len(labels) == len(text)
    ends = {place: label for place, label in enumerate(labels) if label != "0"}
    assert ends[text.index("won't") + 4] == "3"
    assert ends[text.index(" Ada") - 1] == "2"
    assert labels[-1] == "2"
    assert list(ends.values()).count("2") == 2


@given(seed=st.integers(0, 99))
def test_other_quotation_marks_move_nothing(runs: list[list[segmentation.TreeSentence]], seed: int) -> None:
    text, labels = raw_and_labels(runs[0])
    other, same = raw_and_labels(restyle(runs[0], random.Random(seed)))
    assert same == labels
    assert other.translate(str.maketrans("“”’", '""\'')) == text
    assert other.count("“") == other.count("”")


def test_a_token_is_cut_where_its_words_are() -> None:
    assert split_like("won’t", ["wo", "n't"]) == ["wo", "n’t"]
    assert split_like("du", ["de", "le"]) == ["de", "le"]


def test_the_files_that_stanza_reads(runs: list[list[segmentation.TreeSentence]], tmp_path: Path) -> None:
    flat = [sentence for run in runs for sentence in run]
    segmentation.write_data(tmp_path, "dev", flat, None)
    assert {path.name for path in tmp_path.iterdir()} == {"dev.txt", "dev.labels", "dev.conllu", "dev-mwt.json"}
    assert (tmp_path / "dev-mwt.json").read_text(encoding="utf-8") == '[[["won\'t", ["wo", "n\'t"]], 1]]'
    again = read_conllu(tmp_path / "dev.conllu")
    assert [[word.form for word in s.words] for s in again] == [[word.form for word in s.words] for s in flat]
    assert [s.tokens for s in again] == [s.tokens for s in flat]

"""The figures come together from the data, whoever parses; here, somebody who knows one answer."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluation import footprint
from quotes.evaluation.footprint import measure_here
from quotes.evaluation.hard import STRANGE, hard_figures
from quotes.evaluation.parser import entity_figures, gold_word_figures, raw_text_figures, tag_figures
from tests.evaluation.stanzas import Fixed, document
from tests.evaluation.test_corpora import write_polnear
from tests.evaluation.test_entities import UNIVERSAL, WORLDWIDE
from tests.evaluation.test_trees import TREEBANK, parsed


class Reader:
    """Parses everything to nothing, and remembers how long the texts were."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def parse(self, texts: Sequence[str]) -> list[Any]:
        self.lengths += [len(text.split()) for text in texts]
        return [document() for _ in texts]

    def parse_pretokenized(self, sentences: list[list[str]]) -> Any:
        raise AssertionError("not asked for here")


def write(folder: Path, name: str, text: str) -> None:
    import lzma

    with lzma.open(folder / name, "wt", encoding="utf-8") as file:
        file.write(text)


def test_trees_are_held_against_what_is_asked(tmp_path: Path) -> None:
    for name in ("ewt", "gum"):
        write(tmp_path, f"en_{name}-ud-test.conllu.xz", TREEBANK)
    by_name = {(figure.part, figure.name): figure for figure in gold_word_figures(parsed(), tmp_path)}
    assert by_name["EWT test, gold words", "UPOS"].met is False
    assert by_name["GUM test, gold words", "LAS"].met is True
    assert all(figure.value > 99 for figure in raw_text_figures(parsed(), tmp_path) if figure.name != "UPOS F1")


def test_names_are_held_against_what_is_asked(tmp_path: Path) -> None:
    write(tmp_path, "en_worldwide-dev.tsv.xz", WORLDWIDE)
    write(tmp_path, "en_ewt-uner-test.iob2.xz", UNIVERSAL)
    figures = list(entity_figures(Fixed(document()), tmp_path))
    assert [(figure.name, figure.met) for figure in figures] == [
        ("all F1", False),
        ("location F1", None),
        ("person F1", False),
        ("person F1", False),
    ]


def test_tags_are_held_against_what_is_asked(tmp_path: Path) -> None:
    figures = list(tag_figures(Fixed(document()), lambda word: {}, write_polnear(tmp_path)))
    assert [(figure.name, figure.met) for figure in figures] == [
        ("content F1", False),
        ("source F1", False),
        ("cue F1", False),
    ]


def test_hard_texts_are_all_tried() -> None:
    reader = Reader()
    figures = list(hard_figures(reader, ["one two three\n\nfour"]))
    assert reader.lengths[-3:] == [2002, 50_000, 200_000]
    assert len(reader.lengths) == len(STRANGE) + 3
    assert [figure.name for figure in figures][-1] == "its time beside 1/4 of it"


def test_the_footprint_is_told_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footprint, "bundled_parser", Reader)
    told = json.loads(measure_here("A text."))
    assert set(told) == {"importing", "loading", "reading", "resident"}
    assert told["resident"] > 10_000_000

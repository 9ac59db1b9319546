from __future__ import annotations

import random
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.training.cache import read_examples, write_examples
from quotes.parsing.training.examples import (
    IGNORE,
    NOWHERE,
    Example,
    attribution_examples,
    entity_examples,
    entity_names,
    read_brat,
    restyle,
    tags_of,
    tree_examples,
)
from quotes.parsing.training.treebanks import read_conllu
from tests.parsing.training.small import ARTICLE, CONLLU, ENTITIES, write_article


def split(text: str) -> list[list[tuple[str, int, int]]]:
    """Lines of words and marks."""
    lines = re.finditer(r"[^\n]+", text)
    return [
        [(m[0], line.start() + m.start(), line.start() + m.end()) for m in re.finditer(r"[\w’]+|[^\w\s]", line[0])]
        for line in lines
    ]


@pytest.fixture
def attribution(tmp_path: Path) -> Example:
    """The article's only example."""
    (found,) = attribution_examples(write_article(tmp_path), split)
    return found


def marked(example: Example, target: str) -> list[str]:
    """The words that a target marks, and how."""
    values = example.targets[target]
    return [f"{word}/{value}" for word, value in zip(example.words, values, strict=True) if value]


def test_trees_become_places_in_the_document(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    tags = tags_of(read_conllu(path), ["Person"])
    assert tags.entities == ["O", "B-Person", "I-Person"]
    (example,) = tree_examples(path, tags)
    assert example.starts == [0, 10, 15, 20]
    assert example.targets["heads"][8] == NOWHERE
    assert example.words[example.targets["heads"][10]] == "wrote"
    assert tags.relations[example.targets["relations"][11]] == "flat"
    assert tags.xpos[example.targets["xpos"][11]] == "NNP"


def test_entities_are_read_by_document_and_sentence(tmp_path: Path) -> None:
    path = tmp_path / "small.tsv"
    path.write_text(ENTITIES, encoding="utf-8")
    assert entity_names(path) == ["Location", "Person"]
    tags = tags_of([], entity_names(path))
    first, second = entity_examples(path, tags)
    assert first.starts == [0, 5, 8]
    assert second.words == ["Lindau", "burned", "."]
    assert [tags.entities[number] for number in first.targets["entities"][:4]] == [
        *("B-Person", "I-Person", "O", "B-Location")
    ]


def test_attributions_are_read_from_brat(tmp_path: Path) -> None:
    whole, torn = read_brat(write_article(tmp_path) / "attributions" / "a_x.ann")
    assert {role: [ARTICLE[start:end] for start, end in whole[role]] for role in ("content", "cue", "source")} == {
        "content": ["“We won’t sink,”"],
        "cue": ["said"],
        "source": ["Ada Brandt"],
    }
    assert [ARTICLE[start:end] for start, end in torn["content"]] == ["The boats", "came back"]


def test_attributions_become_tags_and_links(attribution: Example) -> None:
    assert marked(attribution, "role_source") == ["Ada/1", "Brandt/2"]
    assert marked(attribution, "role_cue") == ["said/1"]
    assert marked(attribution, "role_content")[0] == "“/1"
    assert marked(attribution, "role_content")[-4:] == ["The/1", "boats/2", "came/2", "back/2"]
    cue = attribution.words.index("said")
    links = attribution.targets["link_content"]
    assert links[0] == cue
    assert links[attribution.words.index("boats")] == NOWHERE
    assert links[cue] == IGNORE
    assert attribution.targets["link_source"][attribution.words.index("Ada")] == cue


def test_examples_are_kept(attribution: Example, tmp_path: Path) -> None:
    write_examples(tmp_path / "examples.jsonl", [attribution])
    (found,) = read_examples(tmp_path / "examples.jsonl")
    assert (found.words, found.starts) == (attribution.words, attribution.starts)
    assert found.targets.keys() == attribution.targets.keys()
    assert all(np.array_equal(found.targets[name], values) for name, values in attribution.targets.items())


@given(st.integers(0, 200))
def test_restyling_changes_marks_only(seed: int) -> None:
    words = ['"', "We", "wo", "n't", "sink", ",", '"', "“", "No", "”"]
    other = restyle(words, random.Random(seed))
    assert len(other) == len(words)
    plain = str.maketrans("“”’", '""\'')
    assert [word.translate(plain) for word in other] == [word.translate(plain) for word in words]

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import torch

from quotes.parsing.bundle import Tags
from quotes.parsing.errors import ParsingError
from quotes.parsing.training.fit import persons_only
from quotes.parsing.training.persons import MARKED, columns_of, person_examples, read_persons
from tests.parsing.training.small import CONLLU

TAGS = Tags([], [], [], ["O", "B-Location", "I-Location", "B-Person", "I-Person"])


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def marked(folder: Path, sentences: int) -> Path:
    path = folder / "persons.tsv"
    path.write_text(f"# persons; sentences: {sentences}\n1\t0\t2\n", encoding="utf-8")
    return path


def test_marks_become_targets(treebank: Path, tmp_path: Path) -> None:
    (example,) = person_examples(treebank, marked(tmp_path, 3))
    named = [(word, label) for word, label in zip(example.words, example.targets["persons"], strict=True) if label]
    assert named == [("Ada", 1), ("Brandt", 2)]
    assert example.starts == [0, 10, 15, 20]


def test_another_treebank_is_refused(treebank: Path, tmp_path: Path) -> None:
    with pytest.raises(ParsingError, match="3 sentences"):
        list(person_examples(treebank, marked(tmp_path, 4)))


def test_the_marks_of_ewt_are_in_order() -> None:
    count, spans = read_persons(MARKED)
    assert (count, sum(map(len, spans.values()))) == (12_544, 2_878)
    for sentence, found in spans.items():
        assert sentence < count
        assert all(start < end for start, end in found)
        assert all(one[1] <= other[0] for one, other in pairwise(found)), sentence


def test_what_is_no_person_is_left_open() -> None:
    scores = torch.tensor([[[1.0, 2.0, 0.0, 3.0, -1.0]]])
    persons = columns_of(TAGS)
    assert persons == (3, 4)
    only = persons_only(scores, persons)
    assert only.shape == (1, 1, 3)
    assert torch.allclose(only[0, 0], torch.tensor([scores[0, 0, :3].logsumexp(0).item(), 3.0, -1.0]))
    assert torch.allclose(only.logsumexp(2), scores.logsumexp(2)), "no probability is lost"

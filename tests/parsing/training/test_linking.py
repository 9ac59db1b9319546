"""The linker's lessons and its loss, on a network with random weights."""

from __future__ import annotations

import pytest
import torch

from quotes.parsing.bundle import Bundle, Tags, linker_of
from quotes.parsing.lexicon import Lexicon
from quotes.parsing.network import Network, Shape
from quotes.parsing.training import linking
from quotes.parsing.training.chains import Chained, Mentioned
from quotes.parsing.training.linking import Plan, lessons, loss_of, train_linker
from quotes.parsing.wordpieces import SHAPES, WordPieces
from tests.parsing.training.small import VOCABULARY

CPU = torch.device("cpu")
DOCUMENT = Chained(
    [["boats", "said", "boats"], ["boats", "said"]], [[Mentioned(0, 1), Mentioned(2, 3), Mentioned(3, 4, asked=False)]]
)


@pytest.fixture
def bundle() -> Bundle:
    """All words are nouns and roots, by a network of random weights."""
    torch.manual_seed(2)
    shape = Shape(len(VOCABULARY), SHAPES, 1, 1, 1, 1, hidden=16, layers=1, heads=2, feed=32)
    tags = Tags(["NOUN"], ["NN"], ["root"], ["O"])
    return Bundle(Network(shape).eval(), tags, WordPieces(VOCABULARY), Lexicon({}, frozenset(), {}, {}))


def test_what_is_asked_knows_the_earlier_mentions_of_its_chain(bundle: Bundle) -> None:
    (lesson,) = lessons([DOCUMENT], bundle, CPU)
    assert lesson.seen.states.shape == (5, 32)
    assert lesson.asked == [(0, []), (2, [0])]


def test_the_loss_is_the_chance_of_the_antecedents(bundle: Bundle) -> None:
    (lesson,) = lessons([DOCUMENT], bundle, CPU)
    linker = linker_of(bundle.network).eval()
    scores = linker(lesson.seen, linker.encoded(lesson.seen), torch.tensor([0, 2]), 0, 5).log_softmax(1)
    expected = -(scores[0, 0] + scores[1, 1]) / 2
    assert loss_of(linker, lesson, lesson.asked).item() == pytest.approx(expected.item(), abs=1e-5)


def test_what_is_taught_is_learned(bundle: Bundle) -> None:
    taught = list(lessons([DOCUMENT], bundle, CPU))
    before = loss_of(linker_of(bundle.network).eval(), taught[0], taught[0].asked).item()
    said: list[str] = []
    plan = Plan(rounds=100, newspapers=1, warmup=5)
    linker = train_linker(taught, taught, bundle, plan, lambda _, line: said.append(line))
    assert loss_of(linker, taught[0], taught[0].asked).item() < before / 2
    assert said[-1].startswith("link 200 of 200")
    assert not linker.training


def test_without_lessons_there_is_a_linker_all_the_same(bundle: Bundle) -> None:
    assert isinstance(train_linker([], [], bundle, Plan(), lambda _, __: None), linking.Linker)

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from stanza.models.common.doc import Document, Sentence

from quotes.parsing import newswire_links
from quotes.parsing.bundle import Bundle, Tags, linker_of
from quotes.parsing.lexicon import Lexicon
from quotes.parsing.network import Network, Shape
from quotes.parsing.newswire import annotate, bio, cut, windows
from quotes.parsing.newswire_tags import ROLES, read
from quotes.parsing.trees import is_tree
from quotes.parsing.wordpieces import SHAPES, WordPieces
from tests.parsing.training.small import VOCABULARY

TAGS = Tags(["NOUN", "VERB"], ["NN", "VB"], ["root", "nsubj", "obj"], ["O", "B-Person", "I-Person"])
LENGTHS = st.lists(st.integers(1, 400), min_size=0, max_size=8)


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    """A network with random weights: everything that it says is wrong, but must be well formed."""
    torch.manual_seed(2)
    shape = Shape(len(VOCABULARY), SHAPES, 2, 2, 3, 3, hidden=16, layers=1, heads=2, feed=32)
    network = Network(shape).eval()
    lexicon = Lexicon({}, frozenset(), {}, {})
    return Bundle(network, TAGS, WordPieces(VOCABULARY), lexicon, linker_of(network).eval())


def document_of(lengths: list[int], word: str = "said") -> Document:
    rows: list[list[dict[str, Any]]] = []
    at = 0
    for length in lengths:
        step = len(word) + 1
        rows.append(
            [
                {"id": (n + 1,), "text": word, "start_char": at + n * step, "end_char": at + n * step + len(word)}
                for n in range(length)
            ]
        )
        at += length * step
    return Document(rows, text=" ".join([word] * sum(lengths)))


@pytest.mark.parametrize(
    ("labels", "stanza"),
    [
        (["O", "O"], ["O", "O"]),
        (["B-P"], ["S-P"]),
        (["B-P", "I-P", "O"], ["B-P", "E-P", "O"]),
        (["B-P", "I-P", "I-P", "B-P"], ["B-P", "I-P", "E-P", "S-P"]),
        (["I-P", "I-P"], ["B-P", "E-P"]),
        (["B-P", "I-L"], ["S-P", "S-L"]),
        (["O", "I-L", "B-L"], ["O", "S-L", "S-L"]),
    ],
)
def test_entity_labels_are_told_as_stanza_tells_them(labels: list[str], stanza: list[str]) -> None:
    assert bio(labels) == stanza


@given(LENGTHS, st.integers(1, 200))
def test_sentences_are_cut_only_where_they_are_too_long(lengths: list[int], size: int) -> None:
    pieces = list(cut(document_of(lengths).sentences, size))
    assert all(0 < piece.end - piece.start <= size for piece in pieces)
    assert [piece.place for piece in pieces] == [sum(p.end - p.start for p in pieces[:n]) for n in range(len(pieces))]
    assert len(pieces) == sum(-(-length // size) for length in lengths)


def test_words_of_many_pieces_make_smaller_windows(bundle: Bundle) -> None:
    found = list(windows(document_of([150, 10], word="abcdefghijkl"), bundle))
    assert all(len(window.pieced.pieces) <= 500 for window in found)
    assert sum(len(window.pieced.first) for window in found) == 160


@pytest.mark.parametrize("lengths", [[], [1], [3, 1, 7], [350, 2], [160, 160, 1]])
def test_whatever_the_network_says_is_well_formed(bundle: Bundle, lengths: list[int]) -> None:
    documents = [document_of(lengths), document_of(lengths[::-1])]
    annotate(documents, bundle, torch.device("cpu"))
    for document in documents:
        for sentence in document.sentences:
            check_words(sentence)
        check_links(document)


def check_words(sentence: Sentence) -> None:
    assert is_tree([word.head for word in sentence.words])
    for word in sentence.words:
        assert (word.deprel == "root") == (word.head == 0)
        assert word.upos in TAGS.upos
        assert word.xpos in TAGS.xpos
        assert word.lemma
    assert all(token.ner for token in sentence.tokens)
    assert len(sentence.dependencies) == len(sentence.words)


def check_links(document: Document) -> None:
    words = [word for sentence in document.sentences for word in sentence.words]
    for place, word in enumerate(words):
        for role, tag in read(word).items():
            assert role in ROLES
            assert 0 <= tag.probability <= 1
            assert tag.cue is None or 0 <= place + tag.cue < len(words)
        found = newswire_links.read(word)
        assert all(0 < away <= place for away, _ in found)
        assert sum(chance for _, chance in found) < 1.05

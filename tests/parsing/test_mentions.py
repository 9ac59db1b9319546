"""Mentions of a small parse: which words they are, and what is seen of them."""

from __future__ import annotations

import numpy as np
import pytest
from stanza.models.common.doc import Document

from quotes.parsing.mentions import ASKED, PRONOUN, TRAITS, Mentions, head_of, mentions_of
from quotes.parsing.newswire_tags import Tag, write

ROWS = [
    ("Ada", "PROPN", "NNP", 5, "nsubj", "B-Person"),
    ("Brandt", "PROPN", "NNP", 1, "flat", "E-Person"),
    (",", "PUNCT", ",", 4, "punct", "O"),
    ("mayor", "NOUN", "NN", 1, "appos", "O"),
    ("left", "VERB", "VBD", 0, "root", "O"),
    (".", "PUNCT", ".", 5, "punct", "O"),
]
AFTER = [
    ("“", "PUNCT", "``", 2, "punct", "O"),
    ("Go", "VERB", "VB", 5, "ccomp", "O"),
    ("”", "PUNCT", "''", 2, "punct", "O"),
    ("she", "PRON", "PRP", 5, "nsubj", "O"),
    ("told", "VERB", "VBD", 0, "root", "O"),
    ("the", "DET", "DT", 8, "det", "O"),
    ("harbour", "NOUN", "NN", 8, "compound", "O"),
    ("boats", "NOUN", "NNS", 5, "obj", "O"),
]


def document() -> Document:
    """ "Ada Brandt, mayor left. “Go” she told the harbour boats", parsed."""
    plain = [
        [{"id": (n,), "text": row[0], "start_char": 0, "end_char": 1} for n, row in enumerate(rows, start=1)]
        for rows in (ROWS, AFTER)
    ]
    made = Document(plain, text="")
    for sentence, rows in zip(made.sentences, (ROWS, AFTER), strict=True):
        for word, token, (text, upos, xpos, head, deprel, ner) in zip(
            sentence.words, sentence.tokens, rows, strict=True
        ):
            word.upos, word.xpos, word.head, word.deprel, word.lemma = upos, xpos, head, deprel, text.lower()
            token.ner = ner
    made.sentences[1].words[3].misc = write({"source": Tag("B", 0.97, 1)})
    return made


@pytest.fixture
def found() -> Mentions:
    return mentions_of(document())


def test_heads_of_nouns_and_pronouns_are_mentions_but_no_parts_of_names(found: Mentions) -> None:
    assert found.texts == ("Ada", "mayor", "she", "boats")
    assert found.places.tolist() == [0, 3, 9, 13]
    assert found.sentences.tolist() == [0, 0, 1, 1]


def test_what_is_seen_of_a_mention(found: Mentions) -> None:
    she = dict(zip(TRAITS, found.traits[2].tolist(), strict=True))
    assert (she["kind"], she["quoted"], she["source"], she["count"]) == (PRONOUN["she"], 0, 4, 1)
    assert all((found.traits[:, column] < count).all() for column, count in enumerate(TRAITS.values()))


def test_names_are_not_asked_whom_they_mean(found: Mentions) -> None:
    assert [found.texts[number] for number in found.asked] == ["she", "boats"]
    assert PRONOUN["who"] not in ASKED


def test_a_document_without_words_has_no_mentions() -> None:
    found = mentions_of(Document([], text=""))
    assert (found.texts, found.traits.shape, found.asked.tolist()) == ((), (0, len(TRAITS)), [])
    assert found.places.dtype == np.int64


def test_the_head_of_some_words_hangs_outside_them() -> None:
    heads = [4, 0, 3, 0, -1]
    assert [head_of(heads, 0, 4), head_of(heads, 1, 4), head_of(heads, 2, 4)] == [0, 1, 3]

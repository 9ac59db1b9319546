"""Sentences that the tokenizer breaks among capitalised words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stanza.models.common.doc import Document

from quotes.parsing.unbroken import unbroken

PARTS = st.lists(st.sampled_from(["Mr", "Osei", "said.", "it", "“No.”", "12", "left,", "end:"]), min_size=1, max_size=4)


def document(text: str, sentences: Sequence[str]) -> Document:
    """A text whose sentences, given in order, are split at spaces."""
    rows, at = [], 0
    for sentence in sentences:
        start = text.index(sentence, at)
        at = start + len(sentence)
        found = enumerate(re.finditer(r"\S+", sentence), start=1)
        rows.append(
            [{"id": (n,), "text": m[0], "start_char": start + m.start(), "end_char": start + m.end()} for n, m in found]
        )
    return Document(rows, text=text)


def texts(found: Document) -> list[str]:
    return [sentence.text for sentence in found.sentences]


@pytest.mark.parametrize(
    ("sentences", "gap", "wanted"),
    [
        (["Harbour President", "Karl Osei said so."], " ", ["Harbour President Karl Osei said so."]),
        (["Harbour President", "Karl", "Osei said so."], " ", ["Harbour President Karl Osei said so."]),
        (["It was Prof.", "Osei who left."], " ", ["It was Prof. Osei who left."]),
        (["Karl Osei ,", "the mayor, left."], " ", ["Karl Osei , the mayor, left."]),
        (["Bridge stays shut", "Karl Osei said so."], "\n", ["Bridge stays shut", "Karl Osei said so."]),
        (["He left.", "Karl Osei said so."], " ", ["He left.", "Karl Osei said so."]),
        (["“He left.”", "Karl Osei said so."], " ", ["“He left.”", "Karl Osei said so."]),
    ],
)
def test_a_sentence_ends_in_a_mark_or_with_its_line(sentences: list[str], gap: str, wanted: list[str]) -> None:
    found = document(gap.join(sentences), sentences)
    unbroken(found)
    assert texts(found) == wanted


@given(st.lists(PARTS, min_size=1, max_size=5), st.sampled_from([" ", "\n", "  "]))
def test_no_word_is_lost_or_moved(parts: list[list[str]], gap: str) -> None:
    sentences = [" ".join(part) for part in parts]
    found = document(gap.join(sentences), sentences)
    before = [(token.text, token.start_char, token.end_char) for s in found.sentences for token in s.tokens]
    unbroken(found)
    assert [(t.text, t.start_char, t.end_char) for s in found.sentences for t in s.tokens] == before
    for number, sentence in enumerate(found.sentences):
        assert sentence.index == number
        assert [token.id for token in sentence.tokens] == [(n,) for n in range(1, len(sentence.tokens) + 1)]
        assert sentence.text == found.text[sentence.tokens[0].start_char : sentence.tokens[-1].end_char]

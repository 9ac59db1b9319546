from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from stanza.models.common.doc import Document

from quotes.parsing.segments import BREAK, hand_back, join

TEXTS = st.lists(st.text(alphabet=st.sampled_from("ab.“” \n\r\t\u00a0é\U0001f600א"), max_size=40), max_size=4)


def tokenized(text: str) -> Document:
    """As Stanza's tokenizer does it, but with a sentence for each line and a token for each run of characters."""
    rows: list[list[dict[str, Any]]] = []
    for line in re.finditer(r"[^\n]+", text):
        found = re.finditer(r"\S+", line[0])
        row = [
            {"id": (number,), "text": m[0], "start_char": line.start() + m.start(), "end_char": line.start() + m.end()}
            for number, m in enumerate(found, start=1)
        ]
        if row:
            rows.append(row)
    return Document(rows, text=text)


@given(TEXTS)
def test_each_text_gets_its_own_words_back(texts: list[str]) -> None:
    joined = join(texts)
    documents = hand_back(tokenized(joined.text), joined, texts)
    assert [document.text for document in documents] == texts
    for text, document in zip(texts, documents, strict=True):
        tokens = [token for sentence in document.sentences for token in sentence.tokens]
        assert [text[token.start_char : token.end_char] for token in tokens] == [token.text for token in tokens]
        assert [token.text for token in tokens] == [run for run in text.split() if run.strip()]
        assert [word.start_char for t in tokens for word in t.words] == [t.start_char for t in tokens]
        assert document.num_words == len(tokens)
        assert all(sentence.doc is document for sentence in document.sentences)


def test_paragraphs_of_all_texts_are_parted_by_blank_lines() -> None:
    joined = join(["One.\n\nTwo.", "", "Three."])
    assert joined.text.split(BREAK) == ["One.", "Two.", "Three."]
    assert joined.owners == [0, 0, 2]
    assert joined.origins == [0, 6, 0]

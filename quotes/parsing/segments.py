"""Where do the paragraphs of many texts begin and end?  One run of Stanza's tokenizer over all of them.

Stanza parts paragraphs at blank lines only and is fastest on one long text; so the paragraphs of all texts are laid end
to end, and the sentences found are handed back to their texts with their own offsets.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Any

from attrs import frozen
from stanza.models.common.doc import Document, Sentence

from quotes.reading.paragraphs import paragraphs

BREAK = "\n\n"


@frozen
class Joined:
    """Paragraphs laid end to end: number i starts at ``starts[i]``, and at ``origins[i]`` of text ``owners[i]``."""

    text: str
    starts: list[int]
    origins: list[int]
    owners: list[int]


def join(texts: Sequence[str]) -> Joined:
    """Lay the paragraphs of all texts end to end, a blank line between them."""
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    owners: list[int] = []
    at = 0
    for owner, text in enumerate(texts):
        for start, end in paragraphs(text):
            pieces.append(text[start:end])
            starts.append(at)
            origins.append(start)
            owners.append(owner)
            at += end - start + len(BREAK)
    return Joined(BREAK.join(pieces), starts, origins, owners)


def hand_back(document: Document, joined: Joined, texts: Sequence[str]) -> list[Document]:
    """One Stanza Document for each text, made of the sentences found in the joined text, with offsets into the text."""
    shares: list[list[Sentence]] = [[] for _ in texts]
    for sentence in document.sentences:
        place = bisect.bisect_right(joined.starts, sentence.tokens[0].start_char) - 1
        shift(sentence, joined.origins[place] - joined.starts[place])
        shares[joined.owners[place]].append(sentence)
    return [gathered(text, sentences) for text, sentences in zip(texts, shares, strict=True)]


def shift(sentence: Sentence, by: int) -> None:
    """Move the character offsets of a sentence's tokens and words."""
    for token in sentence.tokens:
        token._start_char += by
        token._end_char += by
        for word in token.words:
            if word is not token and word._start_char is not None:
                word._start_char += by
                word._end_char += by


def gathered(text: str, sentences: list[Sentence]) -> Document:
    """A Stanza Document of a text and its sentences."""
    document = Document([], text=text)
    document.sentences = sentences
    for number, sentence in enumerate(sentences):
        sentence._doc = document
        sentence.index = number
    document._count_words()
    return document


def pretokenized(sentences: Sequence[Sequence[str]]) -> Document:
    """A document of sentences of given syntactic words; offsets count a text of the words joined by spaces."""
    rows: list[list[dict[str, Any]]] = []
    at = 0
    for sentence in sentences:
        row: list[dict[str, Any]] = []
        for number, word in enumerate(sentence, start=1):
            row.append({"id": (number,), "text": word, "start_char": at, "end_char": at + len(word)})
            at += len(word) + 1
        rows.append(row)
    return Document(rows, text=" ".join(word for sentence in sentences for word in sentence))

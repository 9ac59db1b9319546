"""Which sentences did the tokenizer break in two?  One that ends in a word, with the next right after it on its line.

Among capitalised words at the start of a line the tokenizer takes a name for a new sentence now and then ("FMF President | Yon
de Luisa said"): a title then stands in another tree than the name, and half a name is nobody's.  News ends no sentence so.
"""

from __future__ import annotations

from stanza.models.common.doc import Document, Sentence

TITLES = frozenset("Prof. Maj. Gen. Col. Lt. Sgt. Capt. Rev. Hon. Dr. Mr. Mrs. Ms. Sen. Rep. Gov. Supt. Insp.".split())
"""Abbreviations before a name, which end no sentence."""


def unbroken(document: Document) -> None:
    """Join the sentences of a document, with tokens of one word each, that are parts of one."""
    joined: list[Sentence] = []
    for sentence in document.sentences:
        if joined and _goes_on(document.text, joined[-1], sentence):
            joined[-1] = _together(document, joined[-1], sentence)
        else:
            joined.append(sentence)
    for number, sentence in enumerate(joined):
        sentence.index = number
    document.sentences = joined


def _goes_on(text: str, sentence: Sentence, following: Sentence) -> bool:
    """Whether one sentence is the beginning of the next."""
    end, start = sentence.tokens[-1].end_char, following.tokens[0].start_char
    last = text[end - 1 : end]
    titled = sentence.tokens[-1].text in TITLES
    return "\n" not in text[end:start] and (titled or last.isalnum() or last == ",")


def _together(document: Document, first: Sentence, second: Sentence) -> Sentence:
    """One sentence with the tokens of two."""
    rows = [row for sentence in (first, second) for token in sentence.tokens for row in token.to_dict()]
    whole = Sentence([row | {"id": (number,)} for number, row in enumerate(rows, start=1)], doc=document)
    whole.text = document.text[whole.tokens[0].start_char : whole.tokens[-1].end_char]
    return whole

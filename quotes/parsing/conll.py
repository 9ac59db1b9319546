"""What does the CoNLL 2018 evaluation say of a parse?  The scorer is the one that Stanza itself uses (udtools)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stanza.models.common.doc import Document, Sentence
from stanza.models.common.utils import ud_scores

Scores = Mapping[str, Any]
"""By name of the measure: an object with ``correct``, ``system_total`` and ``gold_total``."""


def conll_scores(gold: str, documents: Iterable[Document]) -> Scores:
    """Compare parses with gold CoNLL-U of the same text.

    Raises ``udtools.udeval.UDError`` where the texts differ or a tree is none.
    """
    lines = (line for document in documents for sentence in document.sentences for line in _lines(sentence, document))
    scores: Scores = ud_scores(io.StringIO(gold), io.StringIO("\n".join([*lines, ""])))
    return scores


def _lines(sentence: Sentence, document: Document) -> Iterator[str]:
    """A sentence as CoNLL-U without features, a blank line at the end.

    Tokens are slices of the text, since Stanza puts "<UNK>" for the text of very long ones (addresses of web pages).
    """
    for token in sentence.tokens:
        text = " ".join(document.text[token.start_char : token.end_char].split())
        if len(token.words) > 1:
            yield "\t".join([f"{token.words[0].id}-{token.words[-1].id}", text, *"________"])
        for word in token.words:
            form = word.text if len(token.words) > 1 else text
            yield "\t".join([str(word.id), form, "_", word.upos, "_", "_", str(word.head), word.deprel, "_", "_"])
    yield ""


def plain_conllu(lines: Iterable[str]) -> str:
    """CoNLL-U without comments, empty nodes and enhanced dependencies, which the scorer does not take."""
    return "".join(
        _plain(line) + "\n" for line in lines if not (line.startswith("#") or "." in line.partition("\t")[0])
    )


def _plain(line: str) -> str:
    fields = line.split("\t")
    return "\t".join([*fields[:8], "_", *fields[9:]]) if line else line

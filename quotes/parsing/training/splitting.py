"""Raw text -> sentences of words with offsets, by the tokenizer and expander just trained."""

from __future__ import annotations

import json
from pathlib import Path

import stanza
from stanza.models.common.doc import Sentence

from quotes.parsing.segments import hand_back, join
from quotes.parsing.training.examples import Split

RESOURCES = {"en": {"lang_name": "English", "tokenize": {"newswire": {}}, "mwt": {"newswire": {}}}}


def splitter(folder: Path, work: Path) -> Split:
    """A function that splits text with ``tokenizer.pt`` and ``mwt.pt`` of a folder."""
    work.mkdir(parents=True, exist_ok=True)
    (work / "resources.json").write_text(json.dumps(RESOURCES), encoding="utf-8")
    pipeline = stanza.Pipeline(
        "en",
        dir=str(work),
        package=None,
        processors={"tokenize": "newswire", "mwt": "newswire"},
        tokenize_model_path=str(folder / "tokenizer.pt"),
        mwt_model_path=str(folder / "mwt.pt"),
        download_method=None,
        logging_level="ERROR",
        use_gpu=False,
    )

    def split(text: str) -> list[list[tuple[str, int, int]]]:
        joined = join([text])
        document = hand_back(pipeline(joined.text), joined, [text])[0]
        return [words_of(sentence) for sentence in document.sentences]

    return split


def words_of(sentence: Sentence) -> list[tuple[str, int, int]]:
    """The words of a sentence with their characters; words of a multi-word token that do not add up to it share it."""
    words: list[tuple[str, int, int]] = []
    for token in sentence.tokens:
        exact = sum(len(word.text) for word in token.words) == token.end_char - token.start_char
        at = token.start_char
        for word in token.words:
            start, end = (at, at + len(word.text)) if exact else (token.start_char, token.end_char)
            words.append((word.text, start, end))
            at = end
    return words

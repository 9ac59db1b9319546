"""Raw text -> sentences of words with offsets, by the tokenizer and expander just trained."""

from __future__ import annotations

import json
from pathlib import Path

import stanza

from quotes.parsing.offsets import spread
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
        return [
            [(word.text, start, end) for token in sentence.tokens for word, start, end in spread(token)]
            for sentence in document.sentences
        ]

    return split

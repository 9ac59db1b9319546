"""How fast is Stanza's own parser?  Its tagger and its LSTM parser at their default sizes, untrained, for timing only.

No pretrained one is to be had offline, and the speed of a network does not depend on what it has learned, but for one
thing: the spanning tree is slower where the arcs form cycles, as untrained ones do.  So the arcs are set to hang each
word on the one before it, which makes the trees as easy as they can be.  Word vectors and the character language model
are left out; the published models have both and are slower for it.  Tokenizer and expander are the bundled ones, and
lemmas, which the parser asks for, are the words themselves.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import stanza
import torch
from stanza.models import parser, tagger
from stanza.models.common.doc import Document

from quotes.parsing.bundle import FOLDER
from quotes.parsing.segments import join

NAME = "reference"
STRONG = -10.0
"""A bias beside which the rest of a score does not count."""


def make(conllu: str, work: Path) -> None:
    """Write ``pos.pt`` and ``depparse.pt`` of one training step on a few sentences into an empty folder."""
    (work / "few.conllu").write_text(conllu, encoding="utf-8")
    arguments = ["--train_file", str(work / "few.conllu"), "--eval_file", str(work / "few.conllu"), "--lang", "en"]
    arguments += ["--shorthand", "en_reference", "--no_pretrain", "--max_steps", "1", "--eval_interval", "1", "--cpu"]
    with _quiet():
        tagger.main([*arguments, "--save_dir", str(work), "--save_name", "pos.pt"])
        parser.main([*arguments, "--save_dir", str(work), "--save_name", "depparse.pt", "--no_checkpoint"])
    saved = torch.load(work / "depparse.pt", weights_only=True)
    hang_on_the_word_before(saved["model"])
    torch.save(saved, work / "depparse.pt")


@contextmanager
def _quiet() -> Iterator[None]:
    """Only errors of Stanza are shown."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


def hang_on_the_word_before(weights: dict[str, torch.Tensor]) -> None:
    """Let no arc be scored by the words, only by its length, short and to the left."""
    for scorer, bias in (("unlabeled", 0.0), ("linearization", STRONG), ("distance", STRONG)):
        weights[f"{scorer}.scorer.W_bilin.weight"].zero_()
        weights[f"{scorer}.scorer.W_bilin.bias"].fill_(bias)


class ReferenceParser:
    """Stanza's pipeline of tokenizer, expander, tagger and parser, from the folder that :func:`make` filled."""

    def __init__(self, work: Path, *, threads: int) -> None:
        torch.set_num_threads(threads)
        kinds = {"tokenize": "newswire", "mwt": "newswire", "pos": NAME, "lemma": "identity", "depparse": NAME}
        resources = {"en": {"lang_name": "English", **{kind: {name: {}} for kind, name in kinds.items()}}}
        (work / "resources.json").write_text(json.dumps(resources), encoding="utf-8")
        self._pipeline = stanza.Pipeline(
            "en",
            dir=str(work),
            package=None,
            processors=kinds,
            tokenize_model_path=str(FOLDER / "tokenizer.pt"),
            mwt_model_path=str(FOLDER / "mwt.pt"),
            lemma_use_identity=True,
            pos_model_path=str(work / "pos.pt"),
            depparse_model_path=str(work / "depparse.pt"),
            download_method=None,
            device="cpu",
            logging_level="ERROR",
        )

    def parse(self, texts: Sequence[str]) -> Document:
        """One Document of all texts, laid end to end, in which form Stanza is fastest."""
        document: Document = self._pipeline(join(texts).text)
        return document

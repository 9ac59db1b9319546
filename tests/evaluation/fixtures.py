"""A small world-news corpus written for these tests, and answers to it of every quality."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quotes.evaluation.gold import GoldCorpus
from quotes.evaluation.predictions import Prediction
from quotes.evaluation.worldnews import read_worldnews
from quotes.model import Kind

HARBOUR = (
    'The harbour will stay open, Mayor Ada Brandt said on Monday. "We have the money," she said. '
    '"And the will."\n\nAda Brandt, mayor of Lindau, was elected in May. According to one fisherman, prices fell.\n'
)

BRANDT = {
    "speaker": "Ada Brandt",
    "speaker_kind": "person",
    "affiliations": [{"role": "Mayor", "organization": None}, {"role": "mayor", "organization": "Lindau"}],
}

HARBOUR_GOLD: list[dict[str, Any]] = [
    {
        "kind": "indirect",
        "content": ["The harbour will stay open"],
        "cue": "said",
        "source": "Mayor Ada Brandt",
        **BRANDT,
    },
    {
        "kind": "direct",
        "content": ['"We have the money,"', '"And the will."'],
        "cue": "said",
        "source": "she",
        **BRANDT,
    },
    {
        "kind": "indirect",
        "content": ["prices fell"],
        "cue": "According to",
        "source": "one fisherman",
        "speaker": "one fisherman",
        "speaker_kind": "unnamed",
        "affiliations": [],
    },
]


def write_worldnews(folder: Path, name: str = "harbour") -> Path:
    """The corpus as files; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(HARBOUR, encoding="utf-8", newline="")
    plain = {"doc": f"{name}.txt", "quotes": HARBOUR_GOLD}
    (folder / f"{name}.json").write_text(json.dumps(plain), encoding="utf-8")
    return folder


def harbour(folder: Path) -> GoldCorpus:
    """The corpus as it is read."""
    return read_worldnews(write_worldnews(folder))


def at(piece: str, after: int = 0) -> tuple[int, int]:
    """Where a piece of the article stands."""
    start = HARBOUR.index(piece, after)
    return start, start + len(piece)


def answer(*pieces: str, source: str | None = None, speaker: str | None = None, **more: Any) -> Prediction:
    """A prediction about the article."""
    content = tuple(at(piece) for piece in pieces)
    kind = more.pop("kind", Kind.INDIRECT)
    return Prediction(content, kind, source=at(source) if source else None, speaker=speaker, **more)


PERFECT = (
    answer(
        "The harbour will stay open", source="Mayor Ada Brandt", speaker="Ada Brandt", confidence=0.95, rules=("nsubj",)
    ),
    answer(
        '"We have the money,"', '"And the will."', source="she", speaker="Ada Brandt", kind=Kind.DIRECT, rules=("she",)
    ),
    answer("prices fell", source="one fisherman", speaker="one fisherman", rules=("obl",)),
)

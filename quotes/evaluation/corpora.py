"""Which gold corpus lies in this folder?  World-news JSON, PolNeAR stand-off or Citron JSON -> GoldCorpus."""

from __future__ import annotations

import json
from pathlib import Path

from quotes.evaluation.citron_json import read_citron
from quotes.evaluation.gold import GoldCorpus
from quotes.evaluation.polnear import read_polnear
from quotes.evaluation.worldnews import read_worldnews


class GoldError(ValueError):
    """A folder that holds no gold corpus of a known form, or a damaged one."""


def read_gold(folder: Path) -> GoldCorpus:
    """The gold corpus of a folder, its form found by looking at it.  Raises :class:`GoldError`."""
    try:
        corpus = _read(folder)
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise GoldError(f"{folder}: {error}") from error
    if not corpus.documents:
        raise GoldError(f"{folder} holds no gold: neither NAME.json files nor text/ and attributions/")
    return corpus


def _read(folder: Path) -> GoldCorpus:
    if (folder / "attributions").is_dir():
        return read_polnear(folder)
    if is_citron(folder):
        return read_citron(folder)
    return read_worldnews(folder)


def is_citron(folder: Path) -> bool:
    """Whether the first JSON file of a folder, however deep, holds its article's text, as Citron's do."""
    path = min(folder.rglob("*.json"), default=None)
    if path is None:
        return False
    plain = json.loads(path.read_text(encoding="utf-8"))
    return isinstance(plain, dict) and isinstance(plain.get("text"), str)

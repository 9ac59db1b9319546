"""How does Citron store annotations?  One JSON object an article: its text, and quotes with cue, sources and contents.

The format is the one of BBC R&D's Citron (Newell, 2021, ``docs/data_format.md``); folders are read however deep.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quotes.evaluation.gold import GoldCorpus, GoldDocument, GoldQuote, Range, kind_by_marks


def read_citron(folder: Path) -> GoldCorpus:
    """All articles below a folder, by path.  Raises ``KeyError`` where a part of the format is missing."""
    return GoldCorpus(tuple(_document(path) for path in sorted(folder.rglob("*.json"))), resolves_speakers=False)


def _document(path: Path) -> GoldDocument:
    plain = json.loads(path.read_text(encoding="utf-8"))
    text = plain["text"]
    return GoldDocument(path.stem, text, tuple(_quote(text, quote) for quote in plain.get("quotes") or ()))


def _quote(text: str, plain: Mapping[str, Any]) -> GoldQuote:
    content = tuple(sorted(_range(span) for span in plain["contents"]))
    sources = tuple(_range(span) for span in plain["sources"])
    return GoldQuote(content, kind_by_marks(text, content), (_range(plain["cue"]),), sources)


def _range(span: Mapping[str, int]) -> Range:
    return span["start"], span["end"]

"""How is world-news gold stored?  ``NAME.json`` beside ``NAME.txt``, every part as the exact substring.

The annotation gives strings, not offsets: contents are found in text order, and a source or cue is the occurrence
nearest to its content.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quotes.evaluation.gold import GoldAffiliation, GoldCorpus, GoldDocument, GoldQuote, GoldSpeaker, Range
from quotes.model import Kind, SpeakerKind


def read_worldnews(folder: Path) -> GoldCorpus:
    """All articles of a folder, by name.  Raises ``ValueError`` where an annotation is not found in its article."""
    return GoldCorpus(tuple(_document(path) for path in sorted(folder.glob("*.json"))), resolves_speakers=True)


def _document(path: Path) -> GoldDocument:
    with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    quotes, cursor = [], 0
    for plain in json.loads(path.read_text(encoding="utf-8"))["quotes"]:
        content = locate(text, plain["content"], cursor)
        cursor = max(cursor, content[0][0])
        quotes.append(_quote(text, plain, content))
    return GoldDocument(path.stem, text, tuple(quotes))


def _quote(text: str, plain: Mapping[str, Any], content: tuple[Range, ...]) -> GoldQuote:
    affiliations = tuple(GoldAffiliation(a["role"], a["organization"]) for a in plain["affiliations"])
    return GoldQuote(
        content,
        Kind(plain["kind"]),
        cue=tuple(filter(None, [nearest(text, plain["cue"], content)])),
        sources=tuple(filter(None, [nearest(text, plain["source"], content)])),
        speaker=GoldSpeaker(plain["speaker"] or "", SpeakerKind(plain["speaker_kind"] or "unnamed"), affiliations),
    )


def locate(text: str, pieces: Sequence[str], cursor: int) -> tuple[Range, ...]:
    """Where pieces stand, each after the one before and the first after ``cursor``, or anywhere at all."""
    ranges, at = [], cursor
    for piece in pieces:
        start = text.find(piece, at)
        if start < 0:
            start = text.find(piece)
        if start < 0:
            raise ValueError(f"gold content not in text: {piece[:60]!r}")
        at = start + len(piece)
        ranges.append((start, at))
    return tuple(ranges)


def nearest(text: str, needle: str | None, content: Sequence[Range]) -> Range | None:
    """The occurrence of a string closest to a content, those within it last; None where there is none."""
    if not needle:
        return None

    def distance(start: int) -> tuple[bool, int]:
        within = any(a <= start < b for a, b in content)
        return within, min(min(abs(start - a), abs(start - b)) for a, b in content)

    starts = [match.start() for match in re.finditer(re.escape(needle), text)]
    start = min(starts, key=distance, default=None)
    return None if start is None else (start, start + len(needle))

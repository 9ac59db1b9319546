"""Which documents stand in a JSON Lines file?

Each line is an object with ``text``, and where known ``source``, ``title``, ``author``, ``publisher``, ``published``,
``url`` and ``language``.  A line that also has ``quotes`` (and ``id``) follows the JSON contract, and needs no
extraction.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

from quotes.jobs import Failure
from quotes.model import Document

FACTS = ("source", "title", "author", "publisher", "published", "url", "language")


@frozen
class Imported:
    """A document from a line; ``ready`` where its quotes came with it."""

    document: Document
    ready: bool = field(default=False)


def is_lines(path: str) -> bool:
    """Whether a path is read as JSON Lines."""
    return path.lower().endswith((".jsonl", ".ndjson"))


def lines(path: str) -> Iterator[Imported | Failure]:
    """The documents of a file, line by line; what cannot be read is said and passed over."""
    try:
        with Path(path).open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _line(f"{path}:{number}", line)
    except OSError as problem:
        yield Failure(path, f"{path}: {problem.strerror or problem}")


def _line(place: str, line: bytes) -> Imported | Failure:
    try:
        return _document(place, json.loads(line))
    except (ValueError, RecursionError) as problem:
        said = str(problem).splitlines()[0] if str(problem) else "not JSON"
        return Failure(place, f"{place}: {said}")


def _document(place: str, plain: Any) -> Imported:
    """The document of one line.  Raises ``ValueError``."""
    if not isinstance(plain, dict):
        raise ValueError("this line is not a JSON object")
    text = plain.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError('this line has no "text"')
    for name in FACTS:
        if not isinstance(plain.get(name, ""), str | None):
            raise ValueError(f'"{name}" is not text')
    facts = {name: plain[name] for name in FACTS if plain.get(name)}
    _encodable(text, *facts.values())
    if "quotes" not in plain:
        return Imported(Document(text=text, **{"source": place, **facts}))
    from quotes.serialize import document_from_json

    contract = {name: value for name, value in plain.items() if name != "text"}
    return Imported(document_from_json({"source": place, **contract}, text), ready=True)


def _encodable(*texts: str) -> None:
    for text in texts:
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise ValueError("this line holds half a character (a lone surrogate)")

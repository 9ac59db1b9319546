"""What is known of the article in which a quote stands, as CSL-JSON has it?"""

from __future__ import annotations

import re
from typing import Any

from quotes.index.fetch import Stored

PARTICLES = frozenset({"da", "de", "del", "della", "der", "di", "dos", "du", "la", "le", "van", "von", "bin", "al"})

BODIES = frozenset({
    "press", "presse", "agency", "news", "staff", "desk", "bureau", "times", "post", "reporter", "reporters",
    "correspondent", "editor", "editors", "team", "online", "service", "network", "herald", "gazette", "writer",
})  # fmt: skip
"""Words that show that a byline names a body and no person."""


def record(stored: Stored) -> dict[str, Any]:
    """One CSL-JSON item; only what the document states, and the day on which it was added as the day of access."""
    document = stored.document
    item: dict[str, Any] = {"id": stored.quote.id, "type": "article-newspaper"}
    if document.author:
        item["author"] = authors(document.author)
    item["title"] = document.title or file_name(document.source)
    if document.publisher:
        item["container-title"] = document.publisher
    issued = date_parts(document.published)
    if issued:
        item["issued"] = {"date-parts": [issued]}
    if document.url:
        item["URL"] = document.url
        item["accessed"] = {"date-parts": [date_parts(stored.added)]}
    item["language"] = document.language
    return item


def file_name(source: str) -> str:
    """The last part of a path: all that names a document without a title."""
    return re.split(r"[/\\]", source.rstrip("/\\"))[-1] or source


def authors(line: str) -> list[dict[str, str]]:
    """The names of a byline, separated by semicolons, commas or "and"."""
    line = re.sub(r"^\s*by\s+", "", line, flags=re.IGNORECASE)
    parts = re.split(r"\s*;\s*|\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", line)
    return [_name(part.strip()) for part in parts if part.strip()]


def _name(name: str) -> dict[str, str]:
    """Family and given name; a single word, and the name of a body, are taken as they are."""
    words = name.split()
    if len(words) < 2 or BODIES & {word.lower() for word in words}:
        return {"literal": name}
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in PARTICLES:
        cut -= 1
    return {"family": " ".join(words[cut:]), "given": " ".join(words[:cut])}


def date_parts(date: str | None) -> list[int] | None:
    """Year, month and day of an ISO date, as far as they are given and can be."""
    found = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", date or "")
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not 1 <= month <= 12:
        return [year]
    return [year, month, day] if 1 <= day <= 31 else [year, month]

"""What is the BibTeX entry of the article in which a quote stands?"""

from __future__ import annotations

from typing import Any

from quotes.citing.plain import plain
from quotes.citing.records import record
from quotes.index.fetch import Stored

ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def bibtex(stored: Stored) -> str:
    """An ``@article`` entry keyed by the quote's id, with the quote itself as a note."""
    item = record(stored)
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    fields = {
        "author": " and ".join(_author(name) for name in item.get("author", [])),
        "title": "{" + escape(item["title"]) + "}",
        "journal": escape(item.get("container-title", "")),
        "year": str(date[0]) if date else "",
        "month": str(date[1]) if len(date) > 1 else "",
        "day": str(date[2]) if len(date) > 2 else "",
        "url": item.get("URL", "").replace("{", "%7B").replace("}", "%7D"),
        "urldate": stored.added[:10] if "URL" in item else "",
        "note": escape(plain(stored)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{quote-{stored.quote.id},", *lines, "}"])


def _author(name: dict[str, Any]) -> str:
    if "literal" in name:
        return "{" + escape(name["literal"]) + "}"
    return f"{escape(name['family'])}, {escape(name['given'])}"


def escape(text: str) -> str:
    """A text on one line in which nothing is a command of TeX."""
    return "".join(ESCAPES.get(character, character) for character in " ".join(text.split()))

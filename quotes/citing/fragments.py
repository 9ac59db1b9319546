"""Which link opens the article at the quote?  A URL with a text fragment, which browsers scroll to and mark."""

from __future__ import annotations

import re
from urllib.parse import quote as percent

from quotes.model import Document, Span

WHOLE = 10
"""A piece of at most so many words is spelled out; of a longer one the first and the last words are given."""
ENDS = 5
"""Words given at either end of a longer piece, and as context."""


def link(document: Document, piece: Span) -> str | None:
    """The URL of the document with a text directive for the piece; none where the document has no URL."""
    if not document.url:
        return None
    words = piece.text.strip("“”„«»\"'‘’ \n").split()
    if len(words) > WHOLE or "\n" in piece.text:
        parts = [_encoded(words[:ENDS]), _encoded(words[-ENDS:])]
    else:
        parts = [_encoded(words)]
        before = re.split(r"\n", document.text[: piece.start])[-1].split()[-3:]
        if len(words) < 4 and before:
            parts.insert(0, _encoded(before) + "-")
    base, _, anchor = document.url.partition("#")
    return f"{base}#{anchor.split(':~:')[0]}:~:text={','.join(parts)}"


def _encoded(words: list[str]) -> str:
    """Words for a text directive, in which dashes, commas and ampersands are signs and so are escaped."""
    return percent(" ".join(words), safe="").replace("-", "%2D")

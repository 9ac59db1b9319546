"""Where exactly does a quote stand, as a W3C Web Annotation that other tools can anchor?

Positions count characters (code points), as the Web Annotation Data Model asks.
"""

from __future__ import annotations

import base64
from typing import Any

from quotes.index.fetch import Stored
from quotes.model import Document, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of context before and after the exact words."""


def annotation(stored: Stored) -> dict[str, Any]:
    """The annotation: one target for each contiguous piece of the quote, and the speaker in its body."""
    document, quote = stored.document, stored.quote
    return {
        "@context": CONTEXT,
        "id": f"urn:quotes:{quote.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "created": stored.added.replace("+00:00", "Z"),
        "body": {"type": "TextualBody", "value": stored.speaker or "speaker unknown", "purpose": "identifying"},
        "target": [_target(document, piece) for piece in quote.content],
    }


def source_of(document: Document) -> str:
    """The URL of a document, else a name for its very text (RFC 6920: ``ni:///sha-256;...``)."""
    if document.url:
        return document.url
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.id)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _target(document: Document, piece: Span) -> dict[str, Any]:
    text = document.text
    words = {
        "type": "TextQuoteSelector",
        "exact": piece.text,
        "prefix": text[max(0, piece.start - AROUND) : piece.start],
        "suffix": text[piece.end : piece.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    return {"type": "SpecificResource", "source": source_of(document), "selector": [words, position]}

"""All quotes of an index as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from typing import TextIO

from quotes.citing.annotation import CONTEXT, annotation
from quotes.index.database import Index
from quotes.index.walking import articles
from quotes.serialize import to_json

COLLECTION = "urn:quotes:collection"


def write_annotations(index: Index, stream: TextIO) -> None:
    """One collection with one page that holds all annotations, written one by one."""
    total = index.rows(
        "SELECT count(*) FROM quotes q JOIN documents d ON d.current_version = q.document_version WHERE q.shown"
    )[0][0]
    about = {"@context": CONTEXT, "id": COLLECTION, "type": "AnnotationCollection", "label": "Quotes", "total": total}
    page = {"id": f"{COLLECTION}:1", "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": 0}
    head, opened = to_json(about)[:-1], to_json(page)[:-1]
    stream.write(f'{head},\n "first": {opened}, "items": [')
    found = (stored for article in articles(index) for stored in article.quotes)
    for number, stored in enumerate(found):
        stream.write((",\n  " if number else "\n  ") + to_json(annotation(stored)))
    stream.write("]}}\n")

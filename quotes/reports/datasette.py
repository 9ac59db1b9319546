"""What Datasette needs to show an index well: titles, descriptions, facets and full-text search."""

from __future__ import annotations

from pathlib import Path
from typing import Any

WORDS = {"fts_table": "quotes_search", "fts_pk": "number"}

TABLES: dict[str, dict[str, Any]] = {
    "who_said_what": {
        "title": "Who said what",
        "description": "Each quote with its speaker, for whom they spoke, and where it stands.",
        "facets": ["speaker", "affiliation", "kind", "publisher", "status"],
        **WORDS,
    },
    "speakers_and_roles": {
        "title": "Speakers and their roles over time",
        "description": "For whom each speaker spoke, in the words of the articles, with the first and the last day.",
        "facets": ["speaker", "organization", "kind"],
    },
    "articles": {
        "title": "Articles",
        "description": "Each article with its text, exactly as it was read.",
        "facets": ["publisher"],
    },
    "reviews": {
        "title": "What people decided",
        "description": "Every decision on a quote: who, when and what.  Nothing is ever removed from this log.",
        "facets": ["made_by", "action"],
    },
    "where_names_stand": {"title": "Where names stand", "description": "Each mention of a speaker in an article."},
    "why": {"title": "Why", "description": "The rules that decided about each quote, and the words that they used."},
    "quotes": {
        "title": "Quotes",
        "description": "The quotes themselves; “Who said what” joins them with the rest.",
        "facets": ["kind", "status"],
        "label_column": "text",
    },
    "speakers": {"title": "Speakers", "label_column": "name", "facets": ["kind"]},
    "affiliations": {"title": "Roles and organizations", "label_column": "organization"},
    "document_versions": {"title": "Versions of documents", "label_column": "title"},
    "appearances": {"title": "Speakers as articles name them", "label_column": "name"},
}

INNER = (
    "quotes_search", "speaker_names_search", "affiliations_search", "words", "migrations", "mentions", "quote_pieces",
    "quote_candidates", "quote_affiliations", "quote_evidence", "speaker_names", "document_places", "former_ids",
    "texts", "documents", "decisions",
)  # fmt: skip
"""Tables that people need not see first."""


def metadata(path: str) -> dict[str, Any]:
    """The metadata for the index at ``path``, whose name is the name of the database."""
    hidden = {name: {"hidden": True} for name in INNER}
    database = {
        "title": "Quotes",
        "description": "Who said what, word for word, where it stands, and for whom they spoke.",
        "tables": {**TABLES, **hidden},
    }
    return {"title": "An index of quotes", "databases": {Path(path).stem: database}}

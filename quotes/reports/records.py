"""An index as JSON: articles with their quotes and what humans decided, from which an index can be made again.

There are records of three kinds: ``speaker`` (who is one person, under which names), ``document`` (an article, its
quotes as in the contract with a few more fields, and the decisions on them), and ``decision`` (on who is who).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from attrs import evolve

from quotes.index.database import Index
from quotes.index.decisions import Decision, on_quote, on_speakers
from quotes.index.fetch import Stored
from quotes.index.walking import Article, articles
from quotes.serialize import document_to_json, quote_to_json, to_json

SCHEMA = "quotes-export/1"


def records(index: Index) -> Iterator[dict[str, Any]]:
    """All records of an index, speakers first."""
    yield from speaker_records(index)
    yield from (document_record(index, article) for article in articles(index, everything=True))
    yield from (decision_record(one) | {"record": "decision"} for one in on_speakers(index))


def speaker_records(index: Index) -> Iterator[dict[str, Any]]:
    """Each speaker with all names that mean them."""
    for row in index.rows("SELECT number, name, kind FROM speakers ORDER BY number"):
        sql = "SELECT name, kind FROM speaker_names WHERE speaker = ? ORDER BY number"
        names = [dict(name) for name in index.rows(sql, (row["number"],))]
        yield {"record": "speaker", **dict(row), "names": names}


def document_record(index: Index, article: Article) -> dict[str, Any]:
    """An article with its text, as the contract has it, and what the index knows besides."""
    about = document_to_json(evolve(article.document, quotes=()))
    quotes = [_quote_record(index, stored) for stored in article.quotes]
    decided = [one for stored in article.quotes for one in on_quote(index, stored.number)]
    names = {stored.number: stored.quote.id for stored in article.quotes}
    return {
        "record": "document",
        **about,
        "text": article.document.text,
        "added": article.added,
        "current": article.current,
        "places": list(article.places),
        "quotes": quotes,
        "decisions": [
            decision_record(one) | {"quote": names[one.quote or 0]}
            for one in sorted(decided, key=lambda one: one.number)
        ],
    }


def _quote_record(index: Index, stored: Stored) -> dict[str, Any]:
    former = index.rows("SELECT id FROM former_ids WHERE quote = ? ORDER BY id", (stored.number,))
    return {
        **quote_to_json(stored.quote),
        "status": stored.status.value,
        "known_as": stored.speaker,
        "speaker_number": stored.speaker_number,
        "former_ids": [row["id"] for row in former],
    }


def decision_record(one: Decision) -> dict[str, Any]:
    """A decision, with the number of the one that it undoes."""
    facts = {name: getattr(one, name) for name in ("number", "made", "made_by", "action", "detail")}
    return facts | {"undoes": one.undoes}


def write_jsonl(index: Index, stream: TextIO) -> None:
    """One record a line, each as soon as it is there."""
    for record in records(index):
        stream.write(to_json({"schema": SCHEMA, **record}) + "\n")


def write_json(index: Index, stream: TextIO) -> None:
    """One JSON object with the articles in their newest version, written piece by piece."""
    stream.write(f'{{"schema": "{SCHEMA}",\n "documents": [')
    for number, article in enumerate(articles(index)):
        stream.write((",\n  " if number else "\n  ") + to_json(document_record(index, article)))
    stream.write("]}\n")

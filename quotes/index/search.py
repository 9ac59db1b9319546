"""Which quotes hold these words, from whom, since when?"""

from __future__ import annotations

import math
from typing import Any

from attrs import evolve, field, frozen, validators

from quotes.index.database import Index
from quotes.index.folding import fold
from quotes.index.terms import Term, matches, rarity, terms
from quotes.model import Kind

RANKED = 1000
"""So many matching quotes are ranked against one another; of more than that, the newest."""
FEW = 2000
"""A filter that leaves at most so many quotes is tried before the words."""


@frozen(kw_only=True)
class Filters:
    """What a quote must have besides the words; all that are given must hold.

    ``speaker``, ``affiliation`` and ``role`` are words of the name, in any order; ``since`` and ``until`` are days
    (YYYY-MM-DD), both included; ``source`` is a path, a URL, or a part of one; ``confidence`` from 0 to 1.
    """

    speaker: str | None = None
    affiliation: str | None = None
    role: str | None = None
    kind: Kind | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    confidence: float = field(default=0.0, validator=[validators.ge(0.0), validators.le(1.0)])
    old_versions: bool = False


@frozen
class Hit:
    """A quote that was found: its row, and how well it fits (higher is better; 0 where no words were asked for).

    ``marks`` are the offsets of the words within ``text``.
    """

    number: int
    text: str
    score: float
    marks: tuple[tuple[int, int], ...]


def search(index: Index, query: str = "", filters: Filters | None = None, limit: int = 20) -> list[Hit]:
    """The quotes that hold all terms of the query and pass the filters, best first; without words, newest first.

    Raises ``IndexProblem``.
    """
    filters = filters or Filters()
    wanted = terms(query)
    if query.strip() and not wanted:
        return []
    conditions, parameters = _conditions(filters)
    if not wanted:
        rows = index.rows(_sql(conditions, "newest", limit), parameters)
        return [Hit(row["number"], row["text"], 0.0, ()) for row in rows]
    match = " ".join(term.fts for term in wanted)
    order = "filters" if _is_narrow(index, filters) else "words"
    rows = index.rows(_sql(conditions, order, RANKED), [match, *parameters])
    return _ranked(index, wanted, rows, limit)


def _sql(conditions: list[str], order: str, limit: int) -> str:
    """The query, with the join written in the order that touches the fewest rows."""
    quotes = "quotes q JOIN document_versions v ON v.number = q.document_version"
    words = "quotes_search MATCH ?"
    tables = {
        "newest": quotes,
        "words": "quotes_search CROSS JOIN quotes q ON q.number = quotes_search.rowid "
        "CROSS JOIN document_versions v ON v.number = q.document_version",
        "filters": f"{quotes} CROSS JOIN quotes_search ON quotes_search.rowid = q.number",
    }[order]
    where = " AND ".join(([] if order == "newest" else [words]) + conditions) or "1"
    newest = "quotes_search.rowid" if order == "words" else "q.number"
    return f"SELECT q.number, q.text FROM {tables} WHERE {where} ORDER BY {newest} DESC LIMIT {int(limit)}"


def _conditions(filters: Filters) -> tuple[list[str], list[Any]]:
    """SQL for each filter that is set, with its parameters."""
    affiliated = (
        "q.number IN (SELECT quote FROM quote_affiliations WHERE affiliation IN "
        "(SELECT rowid FROM affiliations_search WHERE affiliations_search MATCH ?))"
    )
    possible: list[tuple[str, Any]] = [
        (SPOKEN, filters.speaker and _all_words(filters.speaker)),
        (affiliated, filters.affiliation and "organization : (" + _all_words(filters.affiliation) + ")"),
        (affiliated, filters.role and "role : (" + _all_words(filters.role) + ")"),
        ("q.kind = ?", filters.kind and filters.kind.value),
        ("v.published_day >= ?", filters.since),
        ("v.published_day <= ?", filters.until),
        ("q.confidence >= ?", filters.confidence or None),
    ]
    given = [(sql, value) for sql, value in possible if value is not None]
    conditions, parameters = [sql for sql, _ in given], [value for _, value in given]
    if filters.source is not None:
        conditions.append(FROM_SOURCE)
        parameters += [filters.source] * 2
    if not filters.old_versions:
        conditions.append("v.number = (SELECT current_version FROM documents d WHERE d.number = v.document)")
    return conditions, parameters


SPOKEN = (
    "q.appearance IN (SELECT number FROM appearances WHERE speaker IN (SELECT speaker FROM speaker_names "
    "WHERE number IN (SELECT rowid FROM speaker_names_search WHERE speaker_names_search MATCH ?)))"
)
FROM_SOURCE = (
    "v.document IN (SELECT document FROM document_versions WHERE instr(source, ?) "
    "UNION SELECT document FROM document_places WHERE instr(place, ?))"
)


def _all_words(name: str) -> str:
    """A name for FTS5: each word quoted; a name without words matches nothing."""
    return " ".join(term.fts for term in terms(name)) or '"\u0001"'


def _is_narrow(index: Index, filters: Filters) -> bool:
    """Whether the filters leave so few quotes that each can be tried for the words."""
    conditions, parameters = _conditions(evolve(filters, kind=None, confidence=0.0, old_versions=True))
    if not conditions:
        return False
    quotes = "quotes q JOIN document_versions v ON v.number = q.document_version"
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {quotes} WHERE {' AND '.join(conditions)} LIMIT {FEW + 1})"
    return bool(index.rows(sql, parameters)[0][0] <= FEW)


def _ranked(index: Index, wanted: tuple[Term, ...], rows: list[Any], limit: int) -> list[Hit]:
    """Score as BM25 does: rare terms weigh more, repeats ever less, and a long quote dilutes them."""
    total = max(1, index.rows("SELECT coalesce(max(number), 0) FROM quotes")[0][0])
    weights = [(term.pattern, math.log(1 + total / (1 + rarity(index, term)))) for term in wanted]
    mean = sum(len(row["text"]) for row in rows) / max(1, len(rows))
    scored = []
    for row in rows:
        text, length = fold(row["text"]), 0.25 + 0.75 * len(row["text"]) / mean
        scored.append((sum(weight * _saturated(len(p.findall(text)), length) for p, weight in weights), row))
    scored.sort(key=lambda pair: (-pair[0], -pair[1]["number"]))
    return [Hit(row["number"], row["text"], score, matches(wanted, row["text"])) for score, row in scored[:limit]]


def _saturated(count: int, length: float) -> float:
    return count * 2.2 / (count + 1.2 * length)

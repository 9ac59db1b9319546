"""Which quotes hold these words, from whom, since when?"""

from __future__ import annotations

import math
from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.filters import FEW, Condition, Filters, conditions, narrowest
from quotes.index.folding import fold
from quotes.index.terms import Term, matches, rarity, terms

RANKED = 600
"""So many matching quotes are ranked against one another; of more than that, the newest."""
RECENT = 100_000
"""Filters that leave many quotes are first tried on so many of the newest, and on all only if too few pass."""


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
    wanted = terms(query)
    if query.strip() and not wanted:
        return []
    given = conditions(filters or Filters())
    narrow = narrowest(index, given)
    match = " ".join(term.fts for term in wanted)
    if narrow:
        rows = _from_few(index, wanted, narrow, [one for one in given if one is not narrow])
    elif wanted:
        newest = index.rows("SELECT coalesce(max(number), 0) FROM quotes")[0][0]
        rows = _from_words(index, match, given, newest - RECENT) if len(given) > 1 else []
        rows = rows if len(rows) >= limit else _from_words(index, match, given, 0)
    else:
        rows = _select(index, "quotes q", given, limit, "ORDER BY q.number DESC")
    if not wanted:
        return [Hit(row["number"], row["text"], 0.0, ()) for row in rows[:limit]]
    return _ranked(index, wanted, rows, limit)


def _from_few(index: Index, wanted: tuple[Term, ...], narrow: Condition, rest: list[Condition]) -> list[Any]:
    """Start from the few quotes that a filter leaves, and look for the words in each."""
    few = Condition(f"q.number IN ({narrow.find})", narrow.parameters)
    rows = _select(index, "quotes q", [few, *rest], FEW, "ORDER BY q.number DESC")
    patterns = [term.pattern for term in wanted]
    return [row for row in rows if all(pattern.search(fold(row["text"])) for pattern in patterns)]


def _from_words(index: Index, match: str, given: list[Condition], above: int) -> list[Any]:
    """Start from the quotes that hold the words, the newest first; only rows above a number."""
    words = Condition("quotes_search MATCH ? AND quotes_search.rowid > ?", (match, above))
    tables = "quotes_search CROSS JOIN quotes q ON q.number = quotes_search.rowid"
    return _select(index, tables, [words, *given], RANKED, "ORDER BY quotes_search.rowid DESC")


def _select(index: Index, tables: str, given: list[Condition], limit: int, order: str = "") -> list[Any]:
    where = " AND ".join(one.check for one in given) or "1"
    values = [value for one in given for value in one.parameters]
    sql = f"SELECT q.number, q.text FROM {tables} WHERE {where} {order} LIMIT {int(limit)}"
    return index.rows(sql, values)


def _ranked(index: Index, wanted: tuple[Term, ...], rows: list[Any], limit: int) -> list[Hit]:
    """Score as BM25 does: rare terms weigh more, repeats ever less, a long quote dilutes them; then newest first."""
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

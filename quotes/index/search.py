"""Which quotes hold these words, from whom, since when?"""

from __future__ import annotations

import math
from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.filters import Condition, Filters, conditions, narrowest
from quotes.index.folding import fold
from quotes.index.terms import Term, matches, rarity, terms

RANKED = 1000
"""So many matching quotes are ranked against one another; of more than that, the newest."""
RECENT = 20_000
"""Filters are first tried on so many of the newest quotes that hold the words, and on all only if too few pass."""


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
        rows = _from_few(index, match, narrow, [one for one in given if one is not narrow])
    elif wanted:
        rows = _from_words(index, match, given, RECENT)
        rows = rows if len(rows) >= limit else _from_words(index, match, given, -1)
    else:
        rows = _select(index, NEWEST, given, [], limit)
    return _ranked(index, wanted, rows, limit)


def _from_few(index: Index, match: str, narrow: Condition, rest: list[Condition]) -> list[Any]:
    """Start from the few quotes that a filter leaves."""
    few = Condition(f"q.number IN ({narrow.find})", narrow.parameters)
    if not match:
        return _select(index, "quotes q", [few, *rest], [], RANKED)
    words = Condition("quotes_search MATCH ?", (match,))
    return _select(
        index, "quotes q CROSS JOIN quotes_search ON quotes_search.rowid = q.number", [few, words, *rest], [], RANKED
    )


def _from_words(index: Index, match: str, given: list[Condition], newest: int) -> list[Any]:
    """Start from the newest quotes that hold the words."""
    found = "(SELECT rowid AS number FROM quotes_search WHERE quotes_search MATCH ? ORDER BY rowid DESC LIMIT ?) found"
    return _select(index, f"{found} CROSS JOIN quotes q ON q.number = found.number", given, [match, newest], RANKED)


def _select(index: Index, tables: str, given: list[Condition], parameters: list[Any], limit: int) -> list[Any]:
    where = " AND ".join(one.check for one in given) or "1"
    values = parameters + [value for one in given for value in one.parameters]
    sql = f"SELECT q.number, q.text FROM {tables} WHERE {where} ORDER BY q.number DESC LIMIT {int(limit)}"
    return index.rows(sql, values)


def _ranked(index: Index, wanted: tuple[Term, ...], rows: list[Any], limit: int) -> list[Hit]:
    """Score as BM25 does (0 where there are no terms, the newest first): rare terms weigh more, repeats ever less, and a long quote dilutes them."""
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

"""What must a quote have besides the words, and which filter leaves so few quotes that it should go first?"""

from __future__ import annotations

from typing import Any

from attrs import field, frozen, validators

from quotes.index.database import Index
from quotes.index.terms import terms
from quotes.model import Kind

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
class Condition:
    """One filter in SQL: ``check`` asks it of a quote ``q``, ``find`` selects the numbers of all such quotes."""

    check: str
    parameters: tuple[Any, ...] = ()
    find: str | None = None


NAMED = (
    "WITH found AS MATERIALIZED (SELECT rowid AS number FROM speaker_names_search WHERE speaker_names_search MATCH ?) "
    "SELECT n.speaker FROM found CROSS JOIN speaker_names n ON n.number = found.number"
)
"""The speakers with a name that fits an expression of FTS5."""
SPOKEN = f"(SELECT speaker FROM appearances p WHERE p.number = q.appearance) IN ({NAMED})"
SPOKEN_BY = (
    "SELECT q.number FROM speaker_names_search CROSS JOIN speaker_names n ON n.number = speaker_names_search.rowid "
    "CROSS JOIN appearances p ON p.speaker = n.speaker CROSS JOIN quotes q ON q.appearance = p.number "
    "WHERE speaker_names_search MATCH ?"
)
AFFILIATED = (
    "EXISTS (SELECT 1 FROM quote_affiliations a WHERE a.quote = q.number AND +a.affiliation IN "
    "(WITH found AS MATERIALIZED (SELECT rowid AS number FROM affiliations_search WHERE affiliations_search MATCH ?) "
    "SELECT number FROM found))"
)
AFFILIATED_WITH = (
    "SELECT a.quote FROM affiliations_search CROSS JOIN quote_affiliations a "
    "ON a.affiliation = affiliations_search.rowid WHERE affiliations_search MATCH ?"
)
PUBLISHED = "(SELECT published_day FROM document_versions v WHERE v.number = q.document_version) BETWEEN ? AND ?"
PUBLISHED_IN = (
    "SELECT q.number FROM document_versions v CROSS JOIN quotes q ON q.document_version = v.number "
    "WHERE v.published_day BETWEEN ? AND ?"
)
AT = (
    "SELECT document FROM document_versions WHERE instr(source, ?) "
    "UNION SELECT document FROM document_places WHERE instr(place, ?)"
)
IN_SOURCE = f"(SELECT document FROM document_versions v WHERE v.number = q.document_version) IN ({AT})"
FROM_SOURCE = (
    f"SELECT q.number FROM document_versions v CROSS JOIN quotes q ON q.document_version = v.number "
    f"WHERE v.document IN ({AT})"
)
SHOWN = "q.shown"
CURRENT = f"{SHOWN} AND EXISTS (SELECT 1 FROM documents d WHERE d.current_version = q.document_version)"


def conditions(filters: Filters) -> list[Condition]:
    """SQL for each filter that is set."""
    found = []
    if filters.speaker:
        found.append(Condition(SPOKEN, (all_words(filters.speaker),), SPOKEN_BY))
    for column, name in (("organization", filters.affiliation), ("role", filters.role)):
        if name:
            found.append(Condition(AFFILIATED, (f"{column} : ({all_words(name)})",), AFFILIATED_WITH))
    if filters.since or filters.until:
        days = (filters.since or "0000", filters.until or "9999-99-99")
        found.append(Condition(PUBLISHED, days, PUBLISHED_IN))
    if filters.source:
        found.append(Condition(IN_SOURCE, (storable(filters.source),) * 2, FROM_SOURCE))
    if filters.kind:
        found.append(Condition("q.kind = ?", (filters.kind.value,)))
    if filters.confidence:
        found.append(Condition("q.confidence >= ?", (filters.confidence,)))
    return [*found, Condition(SHOWN if filters.old_versions else CURRENT)]


def storable(text: str) -> str:
    """A text in which half characters (lone surrogates, from odd file names) are spelled out, as UTF-8 needs it."""
    return text.encode("utf-8", "backslashreplace").decode()


def all_words(name: str) -> str:
    """A name for FTS5: each word quoted; a name without words matches nothing."""
    return " ".join(term.fts for term in terms(name)) or '"\u0001"'


def narrowest(index: Index, given: list[Condition]) -> Condition | None:
    """The filter that leaves the fewest quotes, if those are few enough to try each."""
    counted = [(_count(index, one), i) for i, one in enumerate(given) if one.find]
    few = [pair for pair in counted if pair[0] <= FEW]
    return given[min(few)[1]] if few else None


def _count(index: Index, condition: Condition) -> int:
    sql = f"SELECT count(*) FROM ({condition.find} LIMIT {FEW + 1})"
    return int(index.rows(sql, condition.parameters)[0][0])

"""Who is in the index, under which names, for whom did they speak, and when?"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from quotes.index.database import Index
from quotes.index.errors import Ambiguous, NotFound
from quotes.index.filters import NAMED, all_words
from quotes.index.folding import fold


@frozen
class Post:
    """A role and an organization that articles give for a speaker, with the days (YYYY-MM-DD) of the first and last."""

    role: str | None
    organization: str | None
    quotes: int
    first: str | None
    last: str | None


@frozen
class Profile:
    """A speaker across documents, with counts of quotes and documents (current versions only)."""

    number: int
    name: str
    kind: str
    quotes: int
    documents: int
    forms: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()


def speakers(index: Index, name: str = "", *, unnamed: bool = False, limit: int = 100) -> list[Profile]:
    """The speakers whose name holds all words of ``name``, most quoted first; with all their forms and posts.

    Unnamed sources ("one customer") are left out unless asked for, by ``unnamed`` or by name.
    """
    where, parameters = ("1", []) if unnamed or name.strip() else ("s.kind != 'unnamed'", list[Any]())
    if name.strip():
        where += f" AND s.number IN ({NAMED})"
        parameters.append(all_words(name))
    rows = index.rows(
        "SELECT s.number, s.name, s.kind, count(q.number) AS quotes, count(DISTINCT v.document) AS documents "
        f"FROM speakers s {QUOTED} WHERE {where} GROUP BY s.number ORDER BY quotes DESC, s.name LIMIT ?",
        [*parameters, limit],
    )
    return [_profile(index, row) for row in rows]


QUOTED = (
    "JOIN appearances p ON p.speaker = s.number JOIN quotes q ON q.appearance = p.number AND q.shown "
    "JOIN document_versions v ON v.number = q.document_version "
    "JOIN documents d ON d.number = v.document AND d.current_version = v.number"
)


def speaker_number(index: Index, name: str) -> int:
    """The one speaker with exactly this name or number ("#12"), else the only one whose name holds its words.

    Raises ``NotFound`` and ``Ambiguous``; the message lists whom it could mean, with their numbers.
    """
    if name.startswith("#") and name[1:].isdecimal():
        rows = index.rows("SELECT number, name FROM speakers WHERE number = ?", (int(name[1:]),))
    else:
        rows = index.rows(
            f"SELECT number, name FROM speakers WHERE number IN ({NAMED}) ORDER BY number", (all_words(name),)
        )
        exact = [row for row in rows if fold(row["name"]) == fold(name.strip())]
        rows = exact or rows
    if not rows:
        raise NotFound(f"there is no speaker {name!r} in {index.path}")
    if len(rows) > 1:
        some = ", ".join(f"#{row['number']} {row['name']}" for row in rows[:8])
        raise Ambiguous(
            f"{name!r} can mean {len(rows)} speakers: {some}; say which by the number, as '#{rows[0]['number']}'"
        )
    return int(rows[0]["number"])


def _profile(index: Index, row: Any) -> Profile:
    forms = index.rows(
        "SELECT DISTINCT name FROM (SELECT name FROM appearances WHERE speaker = ?1 "
        "UNION SELECT name FROM speaker_names WHERE speaker = ?1) ORDER BY name",
        (row["number"],),
    )
    others = tuple(form["name"] for form in forms if form["name"] != row["name"])
    facts = (row["number"], row["name"], row["kind"], row["quotes"], row["documents"])
    return Profile(*facts, others + _short_forms(index, row, others), _posts(index, row["number"]))


def _short_forms(index: Index, row: Any, others: tuple[str, ...]) -> tuple[str, ...]:
    """Mentions that are names too: they share a capitalised word with the name ("Wu" of "Wu Weiren")."""
    mentions = index.rows(
        "SELECT DISTINCT substr(t.text, m.start + 1, m.end - m.start) AS mention FROM appearances p "
        "JOIN mentions m ON m.appearance = p.number JOIN texts t ON t.document_version = p.document_version "
        "WHERE p.speaker = ? LIMIT 500",
        (row["number"],),
    )
    parts = {word for name in (row["name"], *others) for word in name.split() if word[:1].isupper()}
    known = {row["name"], *others}
    forms = {mention["mention"] for mention in mentions if parts & set(mention["mention"].split())}
    return tuple(sorted(forms - known))


def _posts(index: Index, number: int) -> tuple[Post, ...]:
    rows = index.rows(
        "SELECT a.role, a.organization, count(*) AS quotes, "
        "min(v.published_day) AS first, max(v.published_day) AS last "
        "FROM appearances p JOIN quotes q ON q.appearance = p.number AND q.shown "
        "JOIN document_versions v ON v.number = q.document_version "
        "JOIN documents d ON d.number = v.document AND d.current_version = v.number "
        "JOIN quote_affiliations qa ON qa.quote = q.number JOIN affiliations a ON a.number = qa.affiliation "
        "WHERE p.speaker = ? GROUP BY a.number ORDER BY first IS NULL, first, quotes DESC",
        (number,),
    )
    return tuple(Post(*row) for row in rows)

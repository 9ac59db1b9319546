"""What does a user look for?  Their words, phrases in quotation marks, and beginnings marked with a star.

Nothing else is syntax: operators, brackets and SQL are words like any other, or no words at all.
"""

from __future__ import annotations

import regex
from attrs import frozen

from quotes.index.database import Index
from quotes.index.folding import words

_PART = regex.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»](\*?)|([^\s"“”„«»]+)')
LONGEST = 64
"""Words of a search beyond this many are not looked at."""


@frozen
class Term:
    """Folded words that must stand together; ``prefix`` where the last of them is only a beginning."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def fts(self) -> str:
        """The term as FTS5 reads it: quoted, so that no input is an operator."""
        return '"' + " ".join(self.words) + '"' + ("*" if self.prefix else "")

    @property
    def pattern(self) -> regex.Pattern[str]:
        """What finds the term in a folded text."""
        spelled = r"[\W_]+".join(regex.escape(word) for word in self.words)
        return regex.compile(rf"(?<![^\W_]){spelled}" + ("" if self.prefix else r"(?![^\W_])"))


def terms(query: str) -> tuple[Term, ...]:
    """The terms of what a user typed, in order."""
    found: list[Term] = []
    for match in _PART.finditer(query):
        phrase, star, bare = match.groups()
        text = bare if phrase is None else phrase
        folded = tuple(word for word, _, _ in words(text))
        if folded:
            found.append(Term(folded, prefix=bool(star) or text.endswith("*")))
    return tuple(found[:LONGEST])


def matches(terms: tuple[Term, ...], text: str) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in a text: offsets (characters, half-open), in order."""
    placed = list(words(text))
    return tuple(sorted({hit for term in terms for hit in _places(term, placed)}))


def _places(term: Term, placed: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    size = len(term.words)
    return [
        (placed[i][1], placed[i + size - 1][2])
        for i in range(len(placed) - size + 1)
        if all(_same(term, k, placed[i + k][0]) for k in range(size))
    ]


def _same(term: Term, position: int, word: str) -> bool:
    wanted = term.words[position]
    if term.prefix and position == len(term.words) - 1:
        return word.startswith(wanted)
    return word == wanted


def frequencies(index: Index, wanted: set[str]) -> dict[str, int]:
    """In how many quotes of the index each word stands; words that stand in none are left out."""
    marks = ", ".join("?" * len(wanted))
    return dict(map(tuple, index.rows(f"SELECT word, quotes FROM words WHERE word IN ({marks})", tuple(wanted))))


def rarity(index: Index, term: Term) -> int:
    """At most this many quotes hold the term: as many as hold its rarest word; a beginning counts all its words."""
    found = frequencies(index, set(term.words))
    whole = term.words[:-1] if term.prefix else term.words
    counts = [found.get(word, 0) for word in whole]
    if term.prefix:
        sql = "SELECT coalesce(sum(quotes), 0) FROM (SELECT quotes FROM words WHERE word >= ? AND word < ? LIMIT 2000)"
        counts.append(index.rows(sql, (term.words[-1], term.words[-1] + "\U0010ffff"))[0][0])
    return min(counts)

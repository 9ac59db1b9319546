"""Which stored quotes could be meant by a claim?  Those that share its rarest words, or its very phrase."""

from __future__ import annotations

import math
from collections import Counter
from heapq import nlargest
from typing import Any

from attrs import field, frozen

from quotes.checking.claims import Claim
from quotes.checking.marks import own_words
from quotes.checking.words import Word, words
from quotes.index.database import Index
from quotes.index.filters import SPOKEN_BY, all_words
from quotes.index.folding import fold
from quotes.index.folding import words as folded_words
from quotes.index.terms import Term, frequencies
from quotes.model import Kind

RARE = 2500
"""A word in at most so many quotes is looked up by itself."""
LOOKED_UP = 8
"""So many of the rarest words of a claim are looked up, and two more of each part."""
PART = 6
"""Words of a claim that make a part, each of which may come from another quote."""
PARTS = 40
"""A claim has at most so many parts; those of a longer one are longer."""
BEST, BEST_OF_PART = 24, 6
"""So many quotes are compared with the claim word by word, and so many more for each part of it."""
PHRASES = 60
"""At most so many quotes that hold the very phrase are compared."""
THEIRS = 2000
"""So many of the newest quotes of a claimed speaker are searched for a phrase that many others used too."""
COMMON = 150_000
"""A phrase whose rarest word stands in more quotes than this is looked up only if nothing else was found."""


@frozen(eq=False)
class Candidate:
    """A stored quote with its words; ``own`` says of each whether it is direct speech."""

    number: int
    kind: Kind
    text: str
    speaker: str | None
    speaker_number: int | None
    current: bool
    words: tuple[Word, ...] = field(repr=False)
    own: tuple[bool, ...] = field(repr=False)


@frozen
class Weights:
    """How much each word tells: the rarer in the index, the more."""

    counts: dict[str, int]
    total: int

    def of(self, word: Word) -> float:
        """The weight of a word, from about 0.7 for the commonest up."""
        parts = [part for part, _, _ in folded_words(word.key)]
        return max((math.log(2 + self.total / (1 + self.counts.get(part, 0))) for part in parts), default=0.7)


def weights(index: Index, claim: Claim) -> Weights:
    """The weights of a claim's words."""
    wanted = {word for word, _, _ in folded_words(claim.plain())}
    total = index.rows("SELECT coalesce(max(number), 0) FROM quotes")[0][0]
    return Weights(frequencies(index, wanted), total)


def with_phrase(index: Index, claim: Claim, speaker: str | None = None) -> list[Candidate]:
    """The stored quotes that hold all words of the claim in a row, but for case and diacritics."""
    claimed = [word for word, _, _ in folded_words(claim.plain())]
    return _loaded(index, _with_phrase(index, claimed, speaker)) if claimed and not claim.gaps else []


def candidates(index: Index, claim: Claim, known: Weights) -> list[Candidate]:
    """The stored quotes that may hold the claim with omissions, or parts of it; likeliest first."""
    claimed = [word for word, _, _ in folded_words(claim.plain())]
    if not claimed:
        return []
    numbers = _with_rare_words(index, claimed, known)
    if not numbers:
        numbers = _with_parts(index, claimed, known, COMMON) or _with_parts(index, claimed, known, 10**9)
    elif len(numbers) < BEST:
        numbers += _with_parts(index, claimed, known, COMMON // 4)
    return _loaded(index, list(dict.fromkeys(numbers)))


def _with_phrase(index: Index, claimed: list[str], speaker: str | None) -> list[int]:
    """Quotes that hold the whole claim in a row; those of the claimed speaker first where there are many."""
    match = '"' + " ".join(claimed) + '"'
    sql = "SELECT rowid FROM quotes_search WHERE quotes_search MATCH ? LIMIT ?"
    found = [row[0] for row in index.rows(sql, (match, PHRASES))]
    if speaker and len(found) == PHRASES:
        sql = f"SELECT number, text FROM quotes WHERE number IN ({SPOKEN_BY}) ORDER BY number DESC LIMIT ?"
        phrase = Term(tuple(claimed)).pattern
        rows = index.rows(sql, (all_words(speaker), THEIRS))
        found = [row["number"] for row in rows if phrase.search(fold(row["text"]))][:PHRASES] + found
    return found


def _with_rare_words(index: Index, claimed: list[str], known: Weights) -> list[int]:
    """Quotes by the weight of the rare words that they share with the claim, and with each part of it."""
    rare = {word for word in claimed if 0 < known.counts.get(word, 0) <= RARE}
    chosen = sorted(rare, key=lambda word: (known.counts[word], word))[:LOOKED_UP]
    size = max(PART, -(-len(claimed) // PARTS))
    parts = [set(claimed[i : i + size]) for i in range(0, len(claimed), size)]
    for part in parts:
        chosen += sorted(part & rare - set(chosen), key=lambda word: known.counts[word])[:2]
    holders = {word: _holders(index, f'"{word}"', RARE) for word in chosen}
    best = _heaviest(holders, set(chosen), known, BEST)
    for part in parts:
        best += _heaviest(holders, part & set(chosen), known, BEST_OF_PART)
    return best


def _holders(index: Index, match: str, limit: int) -> list[int]:
    sql = "SELECT rowid FROM quotes_search WHERE quotes_search MATCH ? LIMIT ?"
    return [row[0] for row in index.rows(sql, (match, limit))]


def _heaviest(holders: dict[str, list[int]], wanted: set[str], known: Weights, limit: int) -> list[int]:
    scores: dict[int, float] = {}
    for word in sorted(wanted):
        weight = math.log(2 + known.total / (1 + known.counts[word]))
        for number in holders[word]:
            scores[number] = scores.get(number, 0.0) + weight
    return nlargest(limit, scores, key=scores.__getitem__)


def _with_parts(index: Index, claimed: list[str], known: Weights, common: int) -> list[int]:
    """Quotes that hold three words of the claim in a row (all of them, in a shorter claim), most parts first."""
    size = min(3, len(claimed))
    parts = {tuple(claimed[i : i + size]) for i in range(len(claimed) - size + 1)}
    possible = [part for part in parts if all(known.counts.get(word) for word in part)]
    rarest = sorted(possible, key=lambda part: (min(known.counts[word] for word in part), part))
    scores: Counter[int] = Counter()
    for part in [part for part in rarest if min(known.counts[word] for word in part) <= common][:6]:
        scores.update(_holders(index, '"' + " ".join(part) + '"', 300))
    return [number for number, _ in scores.most_common(BEST)]


def _loaded(index: Index, numbers: list[int]) -> list[Candidate]:
    marks = ", ".join("?" * len(numbers))
    rows = index.rows(
        "SELECT q.number, q.kind, q.text, s.name, s.number AS speaker, d.current_version = v.number AS current "
        "FROM quotes q JOIN document_versions v ON v.number = q.document_version "
        "JOIN documents d ON d.number = v.document LEFT JOIN appearances p ON p.number = q.appearance "
        f"LEFT JOIN speakers s ON s.number = p.speaker WHERE q.shown AND q.number IN ({marks})",
        numbers,
    )
    by_number = {row["number"]: _candidate(row) for row in rows}
    return [by_number[number] for number in numbers if number in by_number]


def _candidate(row: Any) -> Candidate:
    found, kind = words(row["text"]), Kind(row["kind"])
    own = own_words(kind, row["text"], found)
    return Candidate(row["number"], kind, row["text"], row["name"], row["speaker"], bool(row["current"]), found, own)

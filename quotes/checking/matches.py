"""Which document and which speaker stand behind a candidate, and is that the claimed speaker?"""

from __future__ import annotations

from quotes.checking.candidates import Candidate
from quotes.checking.names import same_person
from quotes.checking.verdicts import Attribution, Change, Match
from quotes.index.database import Index

PRONOUNS = frozenset(
    {"He", "She", "They", "It", "We", "I", "You", "Who", "His", "Her", "Their", "This", "That", "These", "Those"}
)


class Names:
    """The claimed speaker, compared with all the names that the index has for each candidate's."""

    def __init__(self, index: Index, claimed: str | None) -> None:
        self.index = index
        self.claimed = claimed
        self._known: dict[int, Attribution] = {}

    def attribution(self, candidate: Candidate) -> Attribution:
        """Whether the candidate's speaker is the claimed one."""
        if self.claimed is None:
            return Attribution.UNCLAIMED
        if candidate.speaker_number is None:
            return Attribution.UNKNOWN
        number = candidate.speaker_number
        if number not in self._known:
            fits = same_person(self.claimed, self._names(number))
            self._known[number] = Attribution.RIGHT if fits else Attribution.WRONG
        return self._known[number]

    def _names(self, number: int) -> list[str]:
        """The names of a speaker in the index, and the proper names by which articles mention them."""
        names = self.index.rows(
            "SELECT name FROM speakers WHERE number = ?1 UNION SELECT name FROM speaker_names WHERE speaker = ?1 "
            "UNION SELECT name FROM appearances WHERE speaker = ?1",
            (number,),
        )
        mentions = self.index.rows(
            "SELECT DISTINCT substr(t.text, m.start + 1, m.end - m.start) FROM appearances p "
            "JOIN mentions m ON m.appearance = p.number JOIN texts t ON t.document_version = p.document_version "
            "WHERE p.speaker = ? LIMIT 200",
            (number,),
        )
        return [row[0] for row in names] + [row[0] for row in mentions if _is_name(row[0])]


def _is_name(mention: str) -> bool:
    parts = mention.split()
    return all(part[:1].isupper() for part in parts) and not PRONOUNS & set(parts)


def match_of(
    index: Index, candidate: Candidate, score: float, attribution: Attribution, diff: tuple[Change, ...]
) -> Match:
    """The match that is shown for a candidate."""
    row = index.rows(
        "SELECT q.id AS quote_id, v.id, v.source, v.title, v.publisher, v.published, v.url FROM quotes q "
        "JOIN document_versions v ON v.number = q.document_version WHERE q.number = ?",
        (candidate.number,),
    )[0]
    document = {name: row[name] for name in ("id", "source", "title", "publisher", "published", "url")}
    return Match(
        quote_id=row["quote_id"],
        score=round(score, 3),
        kind=candidate.kind.value,
        text=candidate.text,
        speaker=candidate.speaker,
        attribution=attribution,
        document=document,
        current=candidate.current,
        diff=diff,
    )

"""The nouns of checking: what is said of a claimed quotation, and on what ground."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from attrs import frozen


class Verdict(StrEnum):
    """What became of the words; the README defines each with an example."""

    VERBATIM = "verbatim"
    ELIDED = "elided"
    ALTERED = "altered"
    SPLICED = "spliced"
    PARAPHRASE = "paraphrase"
    MISATTRIBUTED = "misattributed"
    UNSUPPORTED = "unsupported"


class Attribution(StrEnum):
    """Whether the claimed speaker is the source's: right, wrong, unknown in the source, or not claimed."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    UNCLAIMED = "unclaimed"


@frozen
class Change:
    """A run of words and what happened to it; ``about`` is "negation" or "number" where such a word is touched.

    ``op`` is same, case, changed, added (only in the claim), dropped (only in the source) or omitted (with a mark).
    """

    op: str
    claim: str
    source: str
    about: str | None = None


@frozen
class Match:
    """A stored quote that bears on the claim; ``score`` says how near it is, 1 being the very words."""

    quote_id: str
    score: float
    kind: str
    text: str
    speaker: str | None
    attribution: Attribution
    document: dict[str, Any]
    current: bool
    diff: tuple[Change, ...]


@frozen
class Verification:
    """The verdict on one claim, its best matches first, and notes for the human who decides."""

    claim: str
    speaker: str | None
    verdict: Verdict
    attribution: Attribution
    matches: tuple[Match, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the quotation can stand: the very words (omissions marked), and nobody else's."""
        fine = self.verdict in (Verdict.VERBATIM, Verdict.ELIDED)
        return fine and self.attribution in (Attribution.RIGHT, Attribution.UNCLAIMED)

    def to_json(self) -> dict[str, Any]:
        """The object that ``quotes verify --format json`` prints; fields may be added, never renamed."""
        from attrs import asdict

        plain = asdict(self)
        return {**plain, "sound": self.sound, "matches": list(plain["matches"]), "notes": list(self.notes)}

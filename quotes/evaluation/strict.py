"""How good is a system, strictly?  Counts of the one-to-one measure, by kind of quote.

overlap    contents share at least half of the characters that either has
exact      contents share all of them
end to end contents overlap, and the speaker (or, where none is resolved, the source) is right
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from quotes.evaluation.counts import Counts, ratio
from quotes.evaluation.judging import Verdict


@frozen
class StrictScores:
    """How many quotes of a kind there are, and of how many which part is right; accuracies are of those found."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    exactly: int = 0
    sources: int = 0
    speakers: int = 0
    kinds: int = 0

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> StrictScores:
        """The counts of some verdicts."""
        rows = list(verdicts)
        return cls(
            gold=sum(verdict.gold is not None for verdict in rows),
            predicted=sum(verdict.prediction is not None for verdict in rows),
            found=sum(verdict.found for verdict in rows),
            exactly=sum(verdict.exact for verdict in rows),
            sources=sum(verdict.source for verdict in rows),
            speakers=sum(verdict.speaker for verdict in rows),
            kinds=sum(verdict.same_kind for verdict in rows),
        )

    @property
    def overlap(self) -> Counts:
        return Counts(self.found, self.predicted, self.gold)

    @property
    def exact(self) -> Counts:
        return Counts(self.exactly, self.predicted, self.gold)

    @property
    def with_source(self) -> Counts:
        """Quotes whose content overlaps and whose source, the mention beside the cue, is right."""
        return Counts(self.sources, self.predicted, self.gold)

    @property
    def end_to_end(self) -> Counts:
        return Counts(self.speakers, self.predicted, self.gold)

    @property
    def source_accuracy(self) -> float:
        return ratio(self.sources, self.found)

    @property
    def speaker_accuracy(self) -> float:
        return ratio(self.speakers, self.found)

    @property
    def kind_accuracy(self) -> float:
        return ratio(self.kinds, self.found)

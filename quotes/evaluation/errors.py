"""What is wrong?  The quotes that were missed, made up, or given to somebody else, as lines that a human can check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from quotes.evaluation.gold import slices
from quotes.evaluation.judging import Outcome, Verdict
from quotes.model import Kind

SHOWN = 100
"""How many characters of a content are shown."""


@frozen
class Fault:
    """One wrong answer; ``expected`` and ``given`` are speakers, or sources where the corpus resolves none."""

    document: str
    outcome: Outcome
    kind: Kind
    content: str
    expected: str | None = None
    given: str | None = None
    rule: str | None = None


def faults(verdicts: Iterable[Verdict]) -> list[Fault]:
    """Every verdict that is not right, in order."""
    return [_fault(verdict) for verdict in verdicts if not verdict.right]


def fault_counts(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """How many verdicts of each outcome, worst first."""
    counts = Counter(verdict.outcome for verdict in verdicts)
    return {str(outcome): counts[outcome] for outcome in Outcome}


def _fault(verdict: Verdict) -> Fault:
    quote = verdict.gold or verdict.prediction
    rules = verdict.prediction.rules if verdict.prediction else ()
    return Fault(
        verdict.document.name,
        verdict.outcome,
        verdict.kind,
        slices(verdict.document.text, quote.content)[:SHOWN] if quote else "",
        expected=_expected(verdict),
        given=_given(verdict),
        rule=rules[0] if rules else None,
    )


def _expected(verdict: Verdict) -> str | None:
    gold = verdict.gold
    if gold is None:
        return None
    if gold.speaker is not None:
        return gold.speaker.name
    return slices(verdict.document.text, (gold.source,)) if gold.source else None


def _given(verdict: Verdict) -> str | None:
    ours = verdict.prediction
    if ours is None:
        return None
    resolved = verdict.gold is None or verdict.gold.speaker is not None
    if resolved and ours.speaker is not None:
        return ours.speaker
    return slices(verdict.document.text, (ours.source,)) if ours.source else None

"""Which rule is to be trusted?  Precision of every rule that a system names as evidence."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from quotes.evaluation.counts import ratio
from quotes.evaluation.judging import Verdict


@frozen
class RuleScore:
    """A rule: how many predictions name it, of how many content (``found``) and speaker too (``right``) hold.

    The ``decided`` predictions are those whose speaker it decided, the first evidence of a quote.
    """

    rule: str
    named: int
    found: int
    right: int
    decided: int
    decided_right: int

    @property
    def precision(self) -> float:
        """Right among all that name the rule."""
        return ratio(self.right, self.named)

    @property
    def content_precision(self) -> float:
        return ratio(self.found, self.named)

    @property
    def deciding_precision(self) -> float:
        """Right among those that the rule decided."""
        return ratio(self.decided_right, self.decided)


def rule_scores(verdicts: Iterable[Verdict]) -> list[RuleScore]:
    """Scores of every rule that is named, those that decide most first."""
    naming: dict[str, list[Verdict]] = {}
    deciding: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        rules = verdict.prediction.rules if verdict.prediction else ()
        for rule in dict.fromkeys(rules):
            naming.setdefault(rule, []).append(verdict)
        if rules:
            deciding.setdefault(rules[0], []).append(verdict)
    scores = [_score(rule, rows, deciding.get(rule, [])) for rule, rows in naming.items()]
    return sorted(scores, key=lambda score: (-score.decided, -score.named, score.rule))


def _score(rule: str, named: list[Verdict], decided: list[Verdict]) -> RuleScore:
    return RuleScore(
        rule,
        named=len(named),
        found=sum(row.found for row in named),
        right=sum(row.right for row in named),
        decided=len(decided),
        decided_right=sum(row.right for row in decided),
    )

"""How are scores shown?  As plain JSON for machines and as tables for the terminal.  Ratios are shown in percent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import asdict
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from quotes.evaluation.counts import Counts, ratio
from quotes.evaluation.errors import Fault, fault_counts, faults
from quotes.evaluation.evaluation import Evaluation
from quotes.evaluation.gendergap import GapScores
from quotes.evaluation.rules import RuleScore
from quotes.evaluation.strict import StrictScores
from quotes.evaluation.trust import Bin, Trust

MEASURES = ("overlap", "exact", "with_source", "end_to_end")

Rows = Callable[[Evaluation], Iterable[tuple[str, str]]]
"""The rows of a table for one system: what is measured, and how much it is."""


def percent(fraction: float) -> float:
    """A fraction in percent, to one decimal."""
    return round(100 * fraction, 1)


def percent_f1(counts: Counts) -> float:
    """F1 in percent, to one decimal; multiplied before it is divided, so that ties round as in the reference scorer."""
    return round(ratio(200 * counts.precision * counts.recall, counts.precision + counts.recall), 1)


def evaluation_to_json(evaluation: Evaluation, *, errors: int = 0) -> dict[str, Any]:
    """Every measure of a system; up to ``errors`` wrong answers."""
    affiliations = evaluation.affiliations
    return {
        "strict": {kind: _strict_to_json(scores) for kind, scores in evaluation.strict.items()},
        "affiliations": counts_to_json(affiliations) if affiliations is not None else None,
        "trust": {kind: _trust_to_json(trust) for kind, trust in evaluation.trust.items()},
        "rules": [_rule_to_json(score) for score in evaluation.rules],
        "citron": {
            "exact": {part: counts_to_json(counts) for part, counts in evaluation.citron.exact.items()},
            "overlap": {part: counts_to_json(counts) for part, counts in evaluation.citron.overlap.items()},
        },
        "gender_gap": {str(least): _gap_to_json(scores) for least, scores in evaluation.gender_gap.items()},
        "outcomes": fault_counts(evaluation.verdicts),
        "errors": [asdict(fault) for fault in faults(evaluation.verdicts)[:errors]],
    }


def counts_to_json(counts: Counts) -> dict[str, Any]:
    """Counts with the ratios that follow from them."""
    ratios = {"precision": percent(counts.precision), "recall": percent(counts.recall), "f1": percent_f1(counts)}
    return {**ratios, **asdict(counts)}


def _strict_to_json(scores: StrictScores) -> dict[str, Any]:
    return {
        **{measure: counts_to_json(getattr(scores, measure)) for measure in MEASURES},
        "source": percent(scores.source_accuracy),
        "speaker": percent(scores.speaker_accuracy),
        "kind": percent(scores.kind_accuracy),
    }


def _trust_to_json(trust: Trust) -> dict[str, Any]:
    return {
        "precision_at_90": percent(trust.precision_when_sure),
        "share_at_90": percent(trust.sure_share),
        "ece": round(trust.calibration_error, 3),
        "bins": [_bin_to_json(part) for part in trust.bins],
    }


def _bin_to_json(part: Bin) -> dict[str, Any]:
    ratios = {"confidence": percent(part.confidence), "precision": percent(part.precision)}
    return {"low": part.low, "predicted": part.predicted, **ratios}


def _rule_to_json(score: RuleScore) -> dict[str, Any]:
    ratios = {name: percent(getattr(score, name)) for name in ("precision", "content_precision", "deciding_precision")}
    return {**asdict(score), **ratios}


def _gap_to_json(scores: GapScores) -> dict[str, Any]:
    ratios = {"speaker": percent(scores.speaker_accuracy), "verb": percent(scores.verb_accuracy)}
    return {**counts_to_json(scores.quotes), **ratios}


def evaluation_tables(systems: Mapping[str, Evaluation], *, errors: int = 0) -> Iterator[RenderableType]:
    """Tables for the terminal: several systems side by side, then more about the first and what is wrong with it."""
    yield _side_by_side("One to one: precision / recall / F1", systems, _strict_rows)
    yield _side_by_side("Others' measures: precision / recall / F1", systems, _other_rows)
    first = next(iter(systems.values()))
    if first.trust["all"].predicted:
        yield _grid("Confidence and what came of it", _trust_rows(first.trust["all"]))
    if first.rules:
        yield _grid("Rules: how often what they name is right", _rule_rows(first.rules))
    if errors:
        yield from _fault_lines(faults(first.verdicts)[:errors])


def _trust_rows(trust: Trust) -> Iterator[Sequence[str]]:
    yield "confidence", "predictions", "mean", "right"
    for part in trust.bins:
        yield f"{part.low:.1f}", str(part.predicted), _shown(part.confidence), _shown(part.precision)


def _rule_rows(scores: Iterable[RuleScore]) -> Iterator[Sequence[str]]:
    yield "rule", "decides", "right", "named", "content right", "right"
    for score in scores:
        yield (
            score.rule,
            str(score.decided),
            _shown(score.deciding_precision) if score.decided else "",
            str(score.named),
            _shown(score.content_precision),
            _shown(score.precision),
        )


def _side_by_side(title: str, systems: Mapping[str, Evaluation], rows: Rows) -> Table:
    """One column for each system; the rows are those of whichever system has them."""
    table = Table("measure", title=title, title_justify="left")
    for name in systems:
        table.add_column(Text(name), justify="right")
    columns = [dict(rows(evaluation)) for evaluation in systems.values()]
    for measure in dict.fromkeys(measure for column in columns for measure in column):
        table.add_row(measure, *(column.get(measure, "") for column in columns))
    return table


def _strict_rows(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    for kind, scores in evaluation.strict.items():
        name = f"{kind} ({scores.gold})"
        yield f"{name}: overlap", _triple(scores.overlap)
        yield f"{name}: exact", _triple(scores.exact)
        yield f"{name}: with its source", _triple(scores.with_source)
        yield f"{name}: end to end", _triple(scores.end_to_end)
        accuracies = (scores.source_accuracy, scores.speaker_accuracy, scores.kind_accuracy)
        yield f"{name}: right source, speaker, kind", _shares(*accuracies)
    if evaluation.affiliations is not None:
        yield f"affiliations ({evaluation.affiliations.gold})", _triple(evaluation.affiliations)
    for kind, trust in evaluation.trust.items():
        if trust.predicted:
            yield f"{kind}, sure (>= 0.9): right / share", _shares(trust.precision_when_sure, trust.sure_share)
            yield f"{kind}, calibration error", f"{trust.calibration_error:.3f}"


def _other_rows(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    for part, counts in evaluation.citron.exact.items():
        yield f"Citron, {part} exact", _triple(counts)
    for part, counts in evaluation.citron.overlap.items():
        yield f"Citron, {part} overlap", _triple(counts)
    for threshold, scores in evaluation.gender_gap.items():
        yield f"Gender Gap Tracker, score > {threshold}", _triple(scores.quotes)
        yield f"Gender Gap Tracker, speaker at {threshold}", _shown(scores.speaker_accuracy)


def _fault_lines(wrong: Iterable[Fault]) -> Iterator[Text]:
    for fault in wrong:
        who = f" {fault.given!r} for {fault.expected!r}" if fault.given or fault.expected else ""
        rule = f" [{fault.rule}]" if fault.rule else ""
        yield Text(f"- {fault.document}: {fault.outcome} {fault.kind}{who}{rule} :: {fault.content!r}")


def _grid(title: str, rows: Iterable[Sequence[str]]) -> Table:
    """A table of rows of which the first is the heading, numbers to the right."""
    heading, *body = rows
    table = Table(title=title, title_justify="left")
    for number, cell in enumerate(heading):
        table.add_column(cell, justify="right" if number else "left")
    for row in body:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _shares(*fractions: float) -> str:
    return " / ".join(map(_shown, fractions))


def _triple(counts: Counts) -> str:
    return f"{_shown(counts.precision)} / {_shown(counts.recall)} / {percent_f1(counts):.1f}"


def _shown(fraction: float) -> str:
    return f"{percent(fraction):.1f}"

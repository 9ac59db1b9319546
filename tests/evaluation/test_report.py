import io
import json
from pathlib import Path

from attrs import evolve
from rich.console import Console

from quotes.evaluation.counts import Counts
from quotes.evaluation.evaluation import evaluate
from quotes.evaluation.report import counts_to_json, evaluation_tables, evaluation_to_json
from tests.evaluation.fixtures import PERFECT, harbour


def test_ties_round_as_in_the_reference_scorer() -> None:
    precision, recall = 98 / 231, 98 / 217
    shown = counts_to_json(Counts(98, 231, 217))["f1"]
    assert shown == round(200 * precision * recall / (precision + recall), 1)


def test_json_holds_every_measure_and_as_many_errors_as_asked_for(tmp_path: Path) -> None:
    plain = evaluation_to_json(evaluate(harbour(tmp_path), {}), errors=2)
    assert json.loads(json.dumps(plain)) == plain
    assert plain["strict"]["all"]["end_to_end"] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "hits": 0,
        "predicted": 0,
        "gold": 3,
    }
    assert plain["outcomes"] == {"missed": 3, "spurious": 0, "wrong speaker": 0, "right": 0}
    assert len(plain["errors"]) == 2


def test_systems_stand_side_by_side(tmp_path: Path) -> None:
    corpus = harbour(tmp_path)
    wrong = evolve(PERFECT[0], speaker="[red]Nobody[/red]")
    systems = {"quotes": evaluate(corpus, {"harbour": (wrong,)}), "peer": evaluate(corpus, {"harbour": PERFECT})}
    console = Console(width=100, record=True, file=io.StringIO())
    for table in evaluation_tables(systems, errors=5):
        console.print(table)
    shown = console.export_text()
    assert "direct (1): end to end" in shown
    assert "0.0 / 0.0 / 0.0" in shown
    assert "100.0 / 100.0 / 100.0" in shown
    assert "nsubj" in shown
    assert "wrong speaker indirect '[red]Nobody[/red]' for 'Ada Brandt'" in shown

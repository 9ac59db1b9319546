import json
from pathlib import Path

from click.testing import CliRunner

from quotes.cli.evaluate import evaluate
from tests.evaluation.fixtures import at, write_worldnews


def predictions(folder: Path) -> Path:
    start, end = at("The harbour will stay open")
    content = [{"start": start, "end": end, "text": "The harbour will stay open"}]
    quote = {"kind": "indirect", "content": content, "speaker": {"name": "Ada Brandt"}, "confidence": 1.0}
    path = folder / "predictions.json"
    path.write_text(json.dumps({"documents": [{"source": "harbour.txt", "quotes": [quote]}]}), encoding="utf-8")
    return path


def test_a_file_of_predictions_is_scored_without_a_parser(tmp_path: Path) -> None:
    gold = write_worldnews(tmp_path / "gold")
    arguments = [str(gold), "--predictions", str(predictions(tmp_path)), "--format", "json", "--errors", "1"]
    result = CliRunner().invoke(evaluate, arguments)
    assert result.exit_code == 0, result.output
    scores = json.loads(result.output)["systems"]["quotes"]
    assert scores["strict"]["all"]["end_to_end"]["precision"] == 100.0
    assert len(scores["errors"]) == 1


def test_tables_are_shown(tmp_path: Path) -> None:
    gold = write_worldnews(tmp_path / "gold")
    result = CliRunner().invoke(evaluate, [str(gold), "--predictions", str(predictions(tmp_path))])
    assert result.exit_code == 0, result.output
    assert "end to end" in result.output


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(evaluate, [str(tmp_path / "empty"), "--predictions", str(predictions(tmp_path))])
    assert result.exit_code == 1
    assert "holds no gold" in result.output


def test_attitudes_cannot_be_added_to_a_file(tmp_path: Path) -> None:
    gold = write_worldnews(tmp_path / "gold")
    arguments = [str(gold), "--predictions", str(predictions(tmp_path)), "--include", "attitudes"]
    assert CliRunner().invoke(evaluate, arguments).exit_code == 2

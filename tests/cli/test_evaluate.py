import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.cli.evaluate import evaluate
from quotes.parsing.errors import DamagedModel
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


def test_scoring_a_file_loads_no_parser(tmp_path: Path) -> None:
    gold = write_worldnews(tmp_path / "gold")
    code = (
        "import sys\nfrom quotes.cli.evaluate import evaluate\n"
        "evaluate(sys.argv[1:], standalone_mode=False)\n"
        "assert not {'torch', 'stanza', 'spacy', 'textacy'} & set(sys.modules)"
    )
    arguments = [str(gold), "--predictions", str(predictions(tmp_path))]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_damaged_model_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise DamagedModel("the bundled model lacks pieces.txt")

    monkeypatch.setattr("quotes.cli.evaluate.compare", damaged)
    result = CliRunner().invoke(evaluate, [str(write_worldnews(tmp_path / "gold"))])
    assert result.exit_code == 1
    assert result.output == "Error: the bundled model lacks pieces.txt\n"

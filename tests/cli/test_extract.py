"""The command from outside: formats, exit codes, bad input, output files."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from quotes.cli.main import main
from quotes.serialize import document_from_json, schema

ARTICLE = "“We will not open it,” said Ines Calder on Tuesday. “Never.” The mayor hoped for rain.\r\n"
SECOND = "“The ferry runs,” said Tom Reed.\n"

pytestmark = pytest.mark.usefixtures("fake_extractor")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode())
    (tmp_path / "b.txt").write_bytes(SECOND.encode())
    return tmp_path


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, arguments)], input=stdin)


def test_the_report(folder: Path) -> None:
    result = run(folder)
    assert result.exit_code == 0
    assert "— Ines Calder" in result.stdout
    assert "2 articles · 3 quotes · 1 to check (! or ?)" in result.stdout
    assert result.stderr == ""
    assert "\x1b" not in result.stdout


def test_json_follows_the_published_schema(folder: Path) -> None:
    result = run(folder, "--format", "json")
    contract = json.loads(result.stdout)
    Draft202012Validator(json.loads(schema())).validate(contract)
    first, second = contract["documents"]
    assert document_from_json(first, ARTICLE).source == str(folder / "a.txt")
    assert document_from_json(second, SECOND).quotes[0].text == "“The ferry runs,”"


def test_json_lines(folder: Path) -> None:
    lines = run(folder, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["quotes/1"] * 2
    assert [json.loads(line)["characters"] for line in lines] == [len(ARTICLE), len(SECOND)]
    document = {"$ref": "#/$defs/document", "$defs": json.loads(schema())["$defs"]}
    for line in lines:
        Draft202012Validator(document).validate(json.loads(line))


def test_csv(folder: Path) -> None:
    rows = list(csv.DictReader(StringIO(run(folder, "--format", "csv").stdout)))
    assert [row["speaker"] for row in rows] == ["Ines Calder", "", "Tom Reed"]


def test_standard_input() -> None:
    result = run("-", "--format", "json", stdin=SECOND)
    assert json.loads(result.stdout)["documents"][0]["source"] == "-"


def test_least_confidence_and_attitudes(folder: Path) -> None:
    def found(*options: str) -> int:
        return len(json.loads(run(folder / "a.txt", "--format", "json", *options).stdout)["documents"][0]["quotes"])

    assert (found(), found("--min-confidence", "0.5"), found("--include", "attitudes")) == (2, 1, 3)


def test_one_bad_input_of_each_kind_and_the_others_are_still_done(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "page.html").write_text("<html><body>Log in</body></html>")
    (folder / "binary").write_bytes(b"\x00\x01")
    (folder / "raises.txt").write_text("RAISE")
    (folder / "nothing").mkdir()
    with (folder / "large.txt").open("wb") as large:
        large.truncate(50_000_000)
    (folder / "latin.txt").write_bytes("“Olé,” said Ines Calder – twice.".encode("cp1252"))
    result = run(folder, folder / "binary", folder / "nothing", folder / "gone.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert [Path(json.loads(line)["source"]).name for line in result.stdout.splitlines()] == [
        *("a.txt", "b.txt", "latin.txt")
    ]
    lines = result.stderr.splitlines()
    assert [Path(line.split(": ")[1]).name for line in lines if line.startswith("Error: ")] == [
        *("empty.txt", "large.txt", "page.html", "raises.txt", "binary", "nothing", "gone.txt")
    ]
    assert [line.split(": ")[1] for line in lines if line.startswith("Warning: ")] == [str(folder / "latin.txt")]
    assert len(lines) == 8
    assert "Traceback" not in result.output


def test_output_to_a_file(folder: Path) -> None:
    target = folder / "out.json"
    result = run(folder, "--format", "json", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(json.loads(target.read_text())["documents"]) == 2


def test_ctrl_c_leaves_what_stood_there(folder: Path) -> None:
    (folder / "c.txt").write_text("INTERRUPT")
    target = folder / "out.jsonl"
    target.write_text("old")
    result = run(folder, "--format", "jsonl", "-o", target)
    assert (result.exit_code, result.stderr) == (130, "stopped\n")
    assert target.read_text() == "old"
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "PATH"),
        (["a.txt", "--format", "xml"], "xml"),
        (["a.txt", "--jobs", "0"], "jobs"),
        (["a.txt", "--min-confidence", "7"], "min-confidence"),
        (["a.txt", "-o", "no/such/folder/out.txt"], "cannot be written"),
        (["a.txt", "--models", "missing"], "is not to be had here"),
    ],
)
def test_wrong_usage(folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str) -> None:
    monkeypatch.chdir(folder)
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output


WITH_A_FAKE = """
import sys, types
from tests.fakes import FakeExtractor
module = types.ModuleType("quotes.extractor")
module.Extractor = FakeExtractor
sys.modules["quotes.extractor"] = module
from quotes.cli.main import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("names", "bar"), [(["a.txt"], False), (["a.txt", "b.txt"], True)])
def test_a_bar_only_on_a_terminal_and_for_several_articles(folder: Path, names: list[str], bar: bool) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", WITH_A_FAKE, "extract", *(str(folder / name) for name in names)]
    environment = {**os.environ, "TERM": "xterm"}
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=theirs, env=environment)
    os.set_blocking(ours, False)
    with open(ours, "rb", buffering=0) as terminal:
        seen = terminal.read(65536) or b""
    os.close(theirs)
    assert (b"Reading" in seen) is bar
    assert b"Ines Calder" in result.stdout
    assert b"\x1b" not in result.stdout


def test_the_picture_of_a_report(folder: Path) -> None:
    from quotes.reports.__main__ import picture

    result = CliRunner().invoke(picture, [str(folder / "b.txt")])
    assert result.stdout.startswith("<svg")
    assert "Tom&#160;Reed" in result.stdout


def test_help_shows_examples() -> None:
    assert "quotes extract corpus/ --format csv -o quotes.csv" in run("--help").stdout


def test_schema_is_what_is_published() -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert (result.exit_code, result.stdout) == (0, schema())


@pytest.mark.parametrize("arguments", [["--help"], ["schema"], ["extract", "--help"], ["doctor", "--help"]])
def test_what_needs_no_parser_starts_without_one(arguments: list[str]) -> None:
    code = (
        "import sys, click; from quotes.cli.main import main; main(sys.argv[1:], standalone_mode=False); "
        "heavy = {'torch', 'stanza', 'trafilatura'} & set(sys.modules); sys.exit(repr(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL)

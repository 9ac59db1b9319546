"""The commands of a fact-checker's day, from outside."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.cli.main import main
from tests.index.articles import filled, harbour

FIRST = harbour().quotes[0].id

pytestmark = pytest.mark.usefixtures("fake_extractor")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = filled(tmp_path)
    monkeypatch.setenv("QUOTES_INDEX", str(path))
    return path


def run(*arguments: object, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def told(result: Result, words: str, code: int = 1) -> None:
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_adding_from_nothing_and_again(tmp_path: Path) -> None:
    article = "“We will not open it,” said Ines Calder on Tuesday. The mayor was at the harbour for an hour.\n"
    (tmp_path / "a.txt").write_text(article, encoding="utf-8")
    path = tmp_path / "q.db"
    assert run("add", "--index", path, tmp_path / "a.txt").stdout == "1 added (1 new quotes)\n"
    assert run("add", "--index", path, tmp_path / "a.txt").stdout == "1 unchanged (0 new quotes)\n"
    told(run("add", "--index", path, tmp_path / "none.txt"), "none.txt: there is no such file")
    (tmp_path / "a.txt").write_text(article + "More.", encoding="utf-8")
    assert run("add", "--index", path, tmp_path / "a.txt").stdout == "1 new version (1 new quotes)\n"
    told(run("add", "--index", path, tmp_path / "a.txt", "--models", "missing"), "", 0)
    (tmp_path / "b.txt").write_text(article + "Else.", encoding="utf-8")
    told(run("add", "--index", path, tmp_path / "b.txt", "--models", "missing"), "not to be had here")


def test_a_stop_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "This is a text of an article that has INTERRUPT in it, and more.", encoding="utf-8"
    )
    told(run("add", "--index", tmp_path / "q.db", tmp_path / "a.txt"), "run the same command again", 130)


def test_searching(index: Path) -> None:
    shown = run("search", "harbour", "fees")
    assert FIRST in shown.stdout
    assert "Marta Olsen" in shown.stdout
    plain = json.loads(run("search", "harbour", "--format", "json").stdout)
    assert plain["schema"] == "quotes-search/1"
    assert plain["results"][0]["quote"]["id"] == FIRST
    assert "**harbour**" in plain["results"][0]["snippet"]
    assert len(run("search", "--format", "jsonl", "--limit", "3").stdout.splitlines()) == 3
    table = list(csv.DictReader(StringIO(run("search", "--speaker", "Olsen", "--format", "csv").stdout)))
    assert {row["speaker"] for row in table} == {"Marta Olsen"}
    assert run("search", "zebra").stdout.strip() == "nothing found"
    assert len(json.loads(run("search", "--since", "4 May 2026", "--format", "json").stdout)["results"]) == 5
    told(run("search", "--since", "blurb"), "is no day", 2)


def test_showing_and_citing(index: Path) -> None:
    shown = run("show", FIRST[:6])
    assert "said Marta Olsen, chair of the Port Board" in " ".join(shown.stdout.split())
    assert "made: for a test" in shown.stdout
    assert json.loads(run("show", FIRST, "--format", "json").stdout)["quote"]["id"] == FIRST
    assert "The Gull, 4 May 2026" in run("cite", FIRST).stdout
    assert run("cite", FIRST, "--style", "mla").stdout == "“Fees stay.” The Gull, 4 May 2026.\n"
    assert json.loads(run("cite", FIRST, "--style", "web-annotation").stdout)["type"] == "Annotation"
    told(run("cite", FIRST, "--style", "turabian"), "no such style")
    told(run("cite", FIRST, "--style", "link"), "has no URL")
    told(run("show", "zzzz"), "there is no quote 'zzzz'")


def test_speakers(index: Path) -> None:
    assert "Marta Olsen" in run("speakers").stdout
    assert "chair, Port Board" in run("speakers", "marta", "olsen").stdout
    assert "nobody found" in run("speakers", "zebra").stdout
    assert json.loads(run("speakers", "--format", "json").stdout)["speakers"][0]["name"] == "Ivo Brandt"
    assert run("speakers", "merge", "Ivo Brandt", "--into", "Marta Olsen").exit_code == 0
    assert "Ivo Brandt" in run("speakers", "olsen").stdout
    assert "merge" in run("show", FIRST).stdout
    assert "undone: merge" in run("speakers", "undo").stdout
    assert run("speakers", "rename", "Marta Olsen", "M. Olsen").exit_code == 0
    assert "(undone)" in run("speakers", "decisions").stdout
    told(run("speakers", "merge", "Zebra", "--into", "Ivo Brandt"), "there is no speaker 'Zebra'")
    told(run("speakers", "split", "Ivo Brandt", "--as", "X"), "no document")


def test_verifying(index: Path) -> None:
    shown = run("verify", "We will raise the harbour fees before 2027", "--speaker", "Olsen")
    assert shown.stdout.startswith("ALTERED")
    assert "[-not-]" in shown.stdout
    assert shown.exit_code == 0
    plain = json.loads(run("verify", "-", "--format", "json", stdin="waited long enough").stdout)
    assert (plain["verdict"], plain["matches"][0]["quote_id"]) == ("verbatim", FIRST)
    assert "nearest" in run("verify", "a harbour of green cathedrals and painted zebras").stdout


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        ("The fees stay. “We will not raise the harbour fees before 2027,” said Marta Olsen, in English.", 0),
        ("The fees go up. “We will raise the harbour fees before 2027,” said Marta Olsen, in English.", 3),
        ("The fees stay. “We will not raise the harbour fees before 2027,” said Ivo Brandt, in English.", 3),
        ("There is nothing that anybody has said in this draft, and so it can go out as it is.", 0),
    ],
)
def test_checking(index: Path, tmp_path: Path, draft: str, code: int) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(draft, encoding="utf-8")
    assert run("check", path).exit_code == code
    plain = json.loads(run("check", path, "--format", "json").stdout)
    assert plain["sound"] is (code == 0)
    target = tmp_path / "page.html"
    assert run("check", path, "--format", "html", "-o", target).exit_code == code
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run("check", path, "--no-speakers").exit_code in (0, code)
    told(run("check", tmp_path / "none.docx"), "none.docx: there is no such file")
    told(run("check", path, "--format", "html", "-o", tmp_path / "no" / "page.html"), "page.html")


def test_no_index_and_no_index_file(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("These are notes and not a database of any kind." * 30)
    for command in (["search", "x"], ["speakers"], ["show", "x"], ["cite", "x"], ["verify", "x"]):
        told(run(*command, "--index", tmp_path / "none.db"), "there is no index here yet")
        told(run(*command, "--index", tmp_path / "notes.txt"), "is not an index")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.text(max_size=30).filter(lambda text: not text.startswith("-")), st.sampled_from(["search", "verify", "show"])
)
def test_any_argument_is_answered(index: Path, text: str, command: str) -> None:
    before = index.read_bytes()
    result = run(command, text)
    assert result.exit_code in (0, 1)
    result.stdout.encode()
    assert index.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [["search", "harbour"], ["show", FIRST], ["cite", FIRST], ["verify", "waited long"], ["speakers"]]
)
def test_commands_start_fast_and_without_a_parser(index: Path, arguments: list[str]) -> None:
    code = "import sys; from quotes.cli.main import main; main(sys.argv[1:], standalone_mode=False)\n"
    code += "assert not {'torch', 'stanza'} & set(sys.modules)"
    started = time.process_time(), time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert time.perf_counter() - started[1] < 5


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    article = {"text": "“We will \x1b[31mnot\x1b[0m open it,” said Ines Calder.", "title": "A \x1b]0;x\x07 title"}
    path.write_text(json.dumps(article))
    index = tmp_path / "q.db"
    assert run("add", "--index", index, path).exit_code == 0
    found = json.loads(run("search", "--index", index, "--format", "json").stdout)["results"][0]["quote"]["id"]
    for command in (["search", "open"], ["show", found], ["cite", found], ["verify", "We will open it"]):
        assert "\x1b" not in run(*command, "--index", index).stdout

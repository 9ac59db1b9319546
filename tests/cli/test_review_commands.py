"""review, report, export and import, from outside: by script, and with keys in a terminal."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotes.cli.main import main
from tests.index.articles import filled, harbour

FEES, BOARD, GIFT, NUMBER, DISGRACE = (quote.id for quote in harbour().quotes)
COMMAND = [sys.executable, "-c", "from quotes.cli.main import main; main(prog_name='quotes')"]


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = filled(tmp_path)
    monkeypatch.setenv("QUOTES_INDEX", str(path))
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_decision_by_script_is_shown_saved_and_undone(index: Path) -> None:
    assert run("review", FEES, "--accept", "--by", "Ann").output == f"{FEES}  accepted  accept (decision 1)\n"
    shown = json.loads(run("show", FEES, "--format", "json").output)
    assert shown["status"] == "accepted"
    assert shown["history"][-1].endswith("accept by Ann")
    assert "proposed  undo: accept" in run("review", FEES, "--undo").output
    assert run("review", FEES, "--undo").exit_code == 1


def test_corrections_by_script(index: Path) -> None:
    said = run("review", DISGRACE, "--speaker", "Ivo Brandt", "--role", "mayor", "--move-end", -1, "--note", "asked")
    assert "words: “It's a / speaker: Ivo Brandt / affiliation: mayor" in said.output
    assert "note: asked" in said.output
    assert "(Ivo Brandt, mayor, in Fees stay" in run("show", DISGRACE).output
    assert "speaker: unknown" in run("review", GIFT, "--no-speaker", "--no-affiliation").output


def test_several_are_decided_together_or_not_at_all(index: Path) -> None:
    failed = run("review", FEES, DISGRACE, "--role", "chair", "--organization", "Ministry")
    assert failed.exit_code == 1
    assert "'Ministry' does not stand in the article" in failed.output
    assert run("speakers", "decisions").output == ""
    assert run("review", FEES, BOARD, "--reject").output.count("rejected") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--accept"], "say which quote"),
        ([FEES, "--accept", "--reject"], "not both"),
        ([FEES], "needs a terminal"),
        (["nosuch", "--accept"], "there is no quote"),
        (["--list", "--only-article", "nosuch"], "there is no article"),
        ([FEES, "--note", " "], "at least one word"),
        ([FEES, "--move-start", "99"], "no word would be left"),
    ],
)
def test_mistakes_are_told_in_one_line(index: Path, arguments: list[str], said: str) -> None:
    result = run("review", *arguments)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert "Traceback" not in result.output


def test_the_queue_is_listed(index: Path) -> None:
    run("review", GIFT, "--accept")
    listed = run("review", "--list", "--only-speaker", "Brandt").output
    assert NUMBER in listed
    assert GIFT not in listed


class Terminal:
    """A command that runs in a terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.environ.update({"TERM": "xterm", "COLUMNS": "100", "LINES": "40"})
            os.execv(COMMAND[0], [*COMMAND, *arguments])
        self.seen = ""

    def until(self, words: str) -> str:
        """What is shown, as soon as it holds these words."""
        stop = time.monotonic() + 60
        while words not in self.seen and time.monotonic() < stop:
            if select.select([self.screen], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.screen, 65536).decode(errors="replace")
                except OSError:
                    break
        assert words in self.seen
        shown, _, self.seen = self.seen.partition(words)
        return shown

    def press(self, key: str) -> None:
        """Press a key as soon as single keys are read; what is typed before that is lost."""
        stop = time.monotonic() + 60
        while termios.tcgetattr(self.screen)[3] & termios.ICANON and time.monotonic() < stop:
            time.sleep(0.02)
        os.write(self.screen, key.encode())

    def close(self, kill: bool = False) -> None:
        if kill:
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.screen)


def test_keys_in_a_terminal(index: Path) -> None:
    terminal = Terminal("review", "--only-article", "harbour", "--by", "Ann")
    assert "⟦“We will not raise" in terminal.until("quit")
    terminal.press("a")
    terminal.until(f"saved: {FEES} accepted")
    terminal.press("r")
    terminal.until(f"saved: {BOARD} rejected")
    terminal.press("u")
    terminal.until("undone: reject")
    terminal.press("q")
    terminal.until("1 decisions saved; 4 quotes left")
    terminal.close()
    assert "accepted" in run("show", FEES).output


def test_a_decision_that_was_shown_as_saved_survives_a_kill(index: Path) -> None:
    terminal = Terminal("review", "--only-article", "harbour")
    terminal.until("quit")
    terminal.press("a")
    terminal.until(f"saved: {FEES} accepted")
    terminal.close(kill=True)
    with sqlite3.connect(index) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("SELECT status FROM quotes WHERE id = ?", (FEES,)).fetchone()[0] == "accepted"


def test_an_index_goes_out_and_comes_back(index: Path, tmp_path: Path) -> None:
    run("review", FEES, "--accept", "--by", "Ann")
    assert run("export", "-o", tmp_path / "all.jsonl").exit_code == 0
    taken = run("import", tmp_path / "all.jsonl", "--index", tmp_path / "new.db")
    assert taken.output == "2 documents with 7 quotes taken in\n"
    assert run("show", FEES).output == run("show", FEES, "--index", tmp_path / "new.db").output
    assert "2 documents known already" in run("import", tmp_path / "all.jsonl").output
    (tmp_path / "bad.jsonl").write_text('{"text": 1}\nno\n')
    bad = run("import", tmp_path / "bad.jsonl", "--index", tmp_path / "new.db")
    assert bad.exit_code == 1
    assert "line 1: " in bad.output
    assert "line 2: this is not JSON" in bad.output


@pytest.mark.parametrize("command", [["export"], ["report"], ["export", "--format", "parquet"]])
def test_a_place_that_cannot_be_written_is_told(index: Path, tmp_path: Path, command: list[str]) -> None:
    result = run(*command, "-o", tmp_path / "none" / "out")
    assert result.exit_code == 1
    assert "cannot be written" in result.output


def test_the_report_is_one_page(index: Path, tmp_path: Path) -> None:
    assert run("report", "harbour", "-o", tmp_path / "page.html").exit_code == 0
    page = (tmp_path / "page.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "1 article," in page
    assert run("report", "nosuch").exit_code == 1


@pytest.mark.parametrize("arguments", [["review", "--list"], ["export"], ["report"]])
def test_no_parser_is_loaded(index: Path, arguments: list[str]) -> None:
    code = (
        "import sys\nfrom quotes.cli.main import main\nmain(standalone_mode=False)\nassert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr

"""The README's walk-through says what a new user sees: every command there that shows its output is run, in order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.cli.main import main

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def shown() -> list[tuple[list[str], str]]:
    """Commands of the README with the output that it shows for them."""
    found: list[tuple[list[str], str]] = []
    for block in BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, output = part.partition("\n")
            words = shlex.split(line, comments=True)
            if output.strip() and ">" not in words:
                found.append((words, output))
    return found


def plain(text: str) -> list[str]:
    """The words of an output, whatever the width of the terminal and however many quotes a processor's arithmetic finds."""
    return re.sub(r"─+|#\d+|\(\d+ new quotes\)|\d{4}-\d\d-\d\d|\d+ %", "…", text).split()


@pytest.mark.model
def test_the_walk_through_shows_what_a_user_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUOTES_INDEX", "quotes.db")
    monkeypatch.setenv("COLUMNS", "100")
    commands = shown()
    assert len(commands) >= 8
    for words, output in commands:
        if words[0] == "cat":
            Path(words[1]).write_text(output, encoding="utf-8")
        else:
            result = CliRunner().invoke(main, words[1:])
            assert plain(result.stdout) == plain(output), " ".join(words)

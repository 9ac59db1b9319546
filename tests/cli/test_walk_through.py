"""A fact-checker's day from a clean start: sources, a draft, a doubt that a person settles, and a page for the editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotes.cli.main import main

SOURCE = (
    "Fees stay\n\n“We will not raise the harbour fees before 2027,” said Marta Olsen on Monday.\n\n"
    "“The fishermen have waited long enough for a fair deal,” the mayor added. Ivo Brandt took office in May."
)
DRAFT = (
    "The board was clear: “We will not raise the harbour fees before 2027,” said Marta Olsen.\n\n"
    "“The fishermen have waited long enough for a fair deal,” said Ivo Brandt.\n"
)


@pytest.fixture(autouse=True)
def _clean_start(fake_extractor: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUOTES_INDEX", raising=False)
    Path("harbour.txt").write_text(SOURCE, encoding="utf-8")
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")


def quotes(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_from_sources_to_a_reviewed_and_cited_draft() -> None:
    assert "quotes add" in quotes("check", "draft.txt").output
    assert quotes("add", "harbour.txt").output == "1 added (2 new quotes)\n"
    assert quotes("check", "draft.txt").exit_code == 3
    found = json.loads(quotes("search", "fishermen", "--format", "json").output)["results"][0]
    assert found["speaker"] is None
    name = found["quote"]["id"]
    assert name in quotes("review", "--list").output.splitlines()[0]
    settled = quotes("review", name, "--speaker", "Ivo Brandt", "--by", "Ann", "--note", "he confirmed it")
    assert "speaker: Ivo Brandt" in settled.output
    checked = quotes("check", "draft.txt")
    assert (checked.exit_code, "2 quotations, all sound" in checked.output) == (0, True)
    assert "(Ivo Brandt, in harbour.txt; quote" in quotes("cite", name).output
    assert "he confirmed it" in quotes("show", name).output
    assert "extracted again" in quotes("add", "--again", "harbour.txt").output
    assert quotes("check", "draft.txt").exit_code == 0
    assert quotes("report", "-o", "page.html").exit_code == 0
    assert "Ivo Brandt" in Path("page.html").read_text(encoding="utf-8")
    assert quotes("export", "-o", "all.jsonl").exit_code == 0
    assert quotes("import", "all.jsonl", "--index", "copy.db").exit_code == 0
    assert quotes("check", "draft.txt", "--index", "copy.db").exit_code == 0

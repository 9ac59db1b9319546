"""``quotes doctor`` ends well or ill, and never with a traceback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from click.testing import CliRunner

import quotes.doctor
from quotes.cli.main import main
from quotes.doctor import Finding


@pytest.mark.parametrize(("sound", "status"), [(True, 0), (False, 1)])
def test_the_exit_status_tells(monkeypatch: pytest.MonkeyPatch, sound: bool, status: int) -> None:
    def examine(_: object) -> Iterator[Finding]:
        yield Finding("python", "3.11")
        yield Finding("self-test", "done", sound)

    monkeypatch.setattr(quotes.doctor, "examine", examine)
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == status
    assert result.stdout == f"ok   python: 3.11\n{'ok ' if sound else 'BAD'}  self-test: done\n"

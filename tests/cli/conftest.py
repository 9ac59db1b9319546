"""What the command tests share: an extractor without a model."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from tests.fakes import FakeExtractor


@pytest.fixture
def fake_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    """``quotes.extractor`` is the fake for the length of a test."""
    module = ModuleType("quotes.extractor")
    module.Extractor = FakeExtractor  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quotes.extractor", module)

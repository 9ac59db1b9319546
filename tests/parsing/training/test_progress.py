from __future__ import annotations

import io
import logging

import pytest
from rich.console import Console

from quotes.parsing.training.progress import LiveProgress


@pytest.mark.parametrize("terminal", [True, False])
def test_stages_and_what_stanza_says_are_shown(terminal: bool) -> None:
    shown = io.StringIO()
    progress = LiveProgress(Console(file=shown, force_terminal=terminal, width=120))
    log = logging.getLogger("stanza")
    before = log.handlers[:], log.level
    with progress.stage("tokenizer"):
        log.info("Step   20/ 4000 Loss: 0.5")
    with progress.stage("network"):
        progress.at(0.5, "step 6 [50%]")
    assert (log.handlers[:], log.level) == before
    for said in ("tokenizer", "Step 20/ 4000 Loss: 0.5", "network", "step 6 [50%]"):
        assert said in shown.getvalue()


def test_a_stage_that_fails_leaves_the_log_as_it_was() -> None:
    log = logging.getLogger("stanza")
    before = log.handlers[:]
    with pytest.raises(ValueError, match="no"), LiveProgress(Console(file=io.StringIO())).stage("network"):
        raise ValueError("no")
    assert log.handlers == before

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from attrs import evolve

from quotes.parsing.network import Network, Shape
from quotes.parsing.training.batches import Task
from quotes.parsing.training.examples import Example
from quotes.parsing.training.fit import Average, Plan, Run, rate_at
from quotes.parsing.wordpieces import SHAPES, WordPieces
from tests.parsing.training.small import VOCABULARY

SHAPE = Shape(len(VOCABULARY), SHAPES, 2, 2, 3, 3, hidden=16, layers=1, heads=2, feed=32, positions=64)
TABLE = WordPieces(VOCABULARY)
WORDS = ["boats", "said", ".", "brandt", "said", "."]
TREES = {"upos": [0, 1, 0] * 2, "xpos": [0, 1, 0] * 2, "heads": [1, -1, 1, 4, -1, 4], "relations": [1, 0, 2] * 2}
ROLES = {f"role_{role}": [1, 0, 0, 2, 0, 0] for role in ("source", "cue", "content")}
LINKS = {f"link_{role}": [1, -100, -100, 1, -100, -100] for role in ("source", "content")}


def task(name: str, targets: dict[str, list[int]]) -> Task:
    return Task(name, [Example(WORDS, [0, 3, 6], {k: np.array(v) for k, v in targets.items()})] * 8, 3, 6)


TASKS = [task("trees", TREES), task("entities", {"entities": [0, 1, 2] * 2}), task("attribution", ROLES | LINKS)]
PLAN = Plan(steps=8, budget=64, schedule=("trees", "entities", "attribution"), check_every=3, report_every=1)


def run_in(folder: Path, plan: Plan = PLAN) -> Run:
    torch.manual_seed(5)
    return Run(Network(SHAPE), plan, folder, torch.device("cpu"))


def test_a_run_that_was_stopped_ends_as_if_it_were_not(tmp_path: Path) -> None:
    whole = run_in(tmp_path)
    whole.train(TASKS, TABLE, lambda _: None)
    (tmp_path / "other").mkdir()
    stopped = run_in(tmp_path / "other")

    def stop(said: str) -> None:
        if said.startswith("step 5 "):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped.train(TASKS, TABLE, stop)
    again = run_in(tmp_path / "other")
    torch.manual_seed(99)
    again.resume()
    assert again.step == 3, "the last checkpoint"
    again.train(TASKS, TABLE, lambda _: None)
    assert again.step == whole.step == PLAN.steps
    for name, value in whole.average.weights.items():
        assert torch.equal(value, again.average.weights[name]), name


def test_the_loss_goes_down(tmp_path: Path) -> None:
    said: list[str] = []
    run = run_in(tmp_path, evolve(PLAN, steps=300, check_every=1000))
    run.train(TASKS, TABLE, said.append)
    first, last = (float(line.split("entities ")[1].split()[0]) for line in (said[1], said[-1]))
    assert last < 0.8 * first
    assert run.progress() == 1.0


def test_a_run_by_the_clock_ends_when_the_time_is_up(tmp_path: Path) -> None:
    run = run_in(tmp_path, evolve(PLAN, steps=0, seconds=0.2))
    run.train(TASKS, TABLE, lambda _: None)
    assert run.step > 0
    assert 0.2 <= run.spent < 30


def test_the_rate_rises_and_falls() -> None:
    assert [rate_at(progress, 0.1) for progress in (0.0, 0.05, 0.1, 1.0, 1.5)] == [0.0, 0.5, 1.0, 0.0, 0.0]


def test_the_average_follows_the_weights_slowly() -> None:
    network = Network(SHAPE)
    average = Average(network, decay=0.9)
    before = average.weights["upos.bias"].clone()
    with torch.no_grad():
        network.upos.bias += 1.0
    average.update(network, step=1000)
    assert torch.allclose(average.weights["upos.bias"] - before, torch.tensor(0.1))

"""How are examples kept between runs, where they take minutes to make?  As JSON Lines, one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from quotes.parsing.training.examples import Example


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """Write examples beside the file, then put them in its place, so that the file is whole or not there."""
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        for example in examples:
            targets = {name: values.tolist() for name, values in example.targets.items()}
            file.write(json.dumps({"words": example.words, "starts": example.starts, "targets": targets}) + "\n")
    beside.replace(path)


def read_examples(path: Path) -> list[Example]:
    """The examples that :func:`write_examples` wrote."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Example(row["words"], row["starts"], {name: np.array(values) for name, values in row["targets"].items()})
        for row in rows
    ]

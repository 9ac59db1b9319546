"""In which order, and in which windows, are the examples seen?  The same for the same seed, from any step on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from attrs import frozen
from torch import Tensor

from quotes.parsing.network import Batch
from quotes.parsing.training.examples import IGNORE, NOWHERE, Example, restyle
from quotes.parsing.windows import collate, piece_window, round_up
from quotes.parsing.wordpieces import WordPieces

LONGEST = 240
POINTERS = ("heads", "link_source", "link_content")


@frozen
class Cut:
    """Words ``[start, end)`` of an example."""

    example: Example
    start: int
    end: int


@frozen
class Task:
    """A corpus with the lengths (in words, shortest and longest aim) of the windows that it is cut into."""

    name: str
    examples: Sequence[Example]
    shortest: int
    longest: int


def cut(example: Example, aim: int) -> Iterator[Cut]:
    """Runs of whole sentences of about ``aim`` words; a sentence longer than ``LONGEST`` loses its tail."""
    start = 0
    for first, end in zip(example.starts, example.starts[1:], strict=False):
        if end - start > LONGEST and first > start:
            yield Cut(example, start, min(first, start + LONGEST))
            start = first
        if end - start >= aim or end == example.starts[-1]:
            yield Cut(example, start, min(end, start + LONGEST))
            start = end


def batches(task: Task, budget: int, seed: int) -> Iterator[list[Cut]]:
    """Batches of about ``budget`` words, padding counted, forever; each pass cuts and shuffles anew."""
    epoch = 0
    while True:
        rng = random.Random(f"{seed}-{task.name}-{epoch}")
        cuts = [c for e in task.examples for c in cut(e, int(rng.triangular(task.shortest, task.longest)))]
        cuts = sorted(cuts, key=lambda c: (round_up(c.end - c.start), rng.random()))
        groups: list[list[Cut]] = [[]]
        for item in cuts:
            if groups[-1] and (len(groups[-1]) + 1) * round_up(item.end - item.start) > budget:
                groups.append([])
            groups[-1].append(item)
        rng.shuffle(groups)
        yield from groups
        epoch += 1


def tensors(
    cuts: Sequence[Cut], table: WordPieces, device: torch.device, rng: random.Random | None
) -> tuple[Batch, dict[str, Tensor]]:
    """A batch and its targets [B, W]; with ``rng``, quotation marks are restyled."""
    pieced, sentences = [], []
    for item in cuts:
        words = item.example.words[item.start : item.end]
        pieced.append(piece_window(restyle(words, rng) if rng else words, table))
        edges = np.searchsorted(item.example.starts, np.arange(item.start, item.end), side="right")
        sentences.append((edges - edges[0]).tolist())
    batch = collate(pieced, sentences, device)
    shape = batch.first.shape
    targets: dict[str, Tensor] = {}
    for name in cuts[0].example.targets:
        array = np.full(tuple(shape), IGNORE, np.int64)
        for row, item in enumerate(cuts):
            values = item.example.targets[name][item.start : item.end]
            array[row, : len(values)] = localised(values, item) if name in POINTERS else values
        targets[name] = torch.from_numpy(array).to(device)
    return batch, targets


def localised(values: np.ndarray, item: Cut) -> np.ndarray:
    """Places in the document -> 1 + places in the window, 0 for nowhere, ``IGNORE`` for outside the window."""
    inside = (values >= item.start) & (values < item.end)
    return np.where(values == NOWHERE, 0, np.where(inside, values - item.start + 1, IGNORE))

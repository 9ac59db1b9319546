"""How do sentences reach the encoder?  In windows of consecutive sentences, batched by length.

Context helps, and attribution needs the paragraph; but attention grows with the square of a window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from attrs import frozen

from quotes.parsing.network import Batch
from quotes.parsing.wordpieces import WordPieces, shape

MULTIPLE = 16


@frozen
class Window:
    """Consecutive words: ``sentences`` numbers the sentence of each, ``place`` is the first's in its document."""

    words: Sequence[str]
    sentences: Sequence[int]
    place: int = 0


@frozen
class Pieced:
    """A window's pieces and shapes, from [CLS] to [SEP], and where each word's first piece stands."""

    pieces: np.ndarray
    shapes: np.ndarray
    first: np.ndarray


def piece_window(words: Sequence[str], table: WordPieces) -> Pieced:
    """Look the words up: arrays of P, P and W numbers."""
    pieces, shapes, first = [table.start], [0], []
    for word in words:
        found = table.of(word)
        first.append(len(pieces))
        pieces.extend(found)
        shapes.extend([shape(word)] * len(found))
    pieces.append(table.end)
    shapes.append(0)
    return Pieced(np.array(pieces), np.array(shapes), np.array(first))


def round_up(number: int) -> int:
    """The next multiple of ``MULTIPLE``: few different shapes keep the kernels' caches small."""
    return -(-number // MULTIPLE) * MULTIPLE


def collate(pieced: Sequence[Pieced], sentences: Sequence[Sequence[int]], device: torch.device) -> Batch:
    """Pad windows into one batch."""
    rows = len(pieced)
    length = round_up(max(len(p.pieces) for p in pieced))
    width = round_up(max(len(p.first) for p in pieced))
    pieces, shapes = np.zeros((rows, length), np.int64), np.zeros((rows, length), np.int64)
    first, sentence = np.zeros((rows, width), np.int64), np.full((rows, width), -1, np.int64)
    for row, (item, numbers) in enumerate(zip(pieced, sentences, strict=True)):
        pieces[row, : len(item.pieces)] = item.pieces
        shapes[row, : len(item.shapes)] = item.shapes
        first[row, : len(item.first)] = item.first
        sentence[row, : len(numbers)] = numbers
    lengths = np.array([len(p.pieces) for p in pieced])
    return Batch(*(torch.from_numpy(array).to(device) for array in (pieces, shapes, first, sentence, lengths)))


def by_length(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Numbers of windows in batches of at most ``budget`` pieces, padding counted, longest windows first."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    batch: list[int] = []
    for number in order:
        if batch and (len(batch) + 1) * round_up(lengths[batch[0]]) > budget:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch

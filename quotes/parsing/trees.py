"""Which heads make a tree?  The best-scoring ones where they do, else the best tree (Chu, Liu 1965; Edmonds 1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root


def is_tree(heads: Sequence[int]) -> bool:
    """Whether 1-based heads (0 the root) have one root and no cycle."""
    if sum(head == 0 for head in heads) != 1:
        return False
    safe = [False] * (len(heads) + 1)
    safe[0] = True
    for start in range(1, len(heads) + 1):
        path = []
        place = start
        while not safe[place]:
            path.append(place)
            safe[place] = True
            place = heads[place - 1]
            if place in path:
                return False
    return True


def best_tree(scores: np.ndarray) -> list[int]:
    """The heads (1-based, 0 the root) of the best tree with one root, for scores [n, 1 + n]; column 0 is the root."""
    heads = _best_of_bound(scores)
    return heads if is_tree(heads) else _chu_liu_edmonds(scores)


def _best_of_bound(scores: np.ndarray) -> list[int]:
    """Each word's best head, with the root that leaves the highest sum.

    No tree with one root can score higher, so that these heads are the best tree wherever they are a tree at all.
    """
    inner = scores[:, 1:].copy()
    np.fill_diagonal(inner, -1e9)
    most = inner.max(axis=1)
    root = int((scores[:, 0] - most).argmax())
    heads = (inner.argmax(axis=1) + 1).tolist()
    heads[root] = 0
    return [int(head) for head in heads]


def _chu_liu_edmonds(scores: np.ndarray) -> list[int]:
    size = len(scores)
    square = np.full((size + 1, size + 1), -1e9)
    square[1:, :] = scores
    np.fill_diagonal(square, -1e9)
    return [int(head) for head in chuliu_edmonds_one_root(square)[1:]]


def tree(best: Sequence[int], scores: np.ndarray) -> list[int]:
    """The heads of a sentence: ``best`` (the arg-max of ``scores``) where they are a tree."""
    return list(best) if is_tree(best) else best_tree(scores)

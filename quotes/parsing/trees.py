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
    size = len(scores)
    square = np.full((size + 1, size + 1), -1e9)
    square[1:, :] = scores
    np.fill_diagonal(square, -1e9)
    return [int(head) for head in chuliu_edmonds_one_root(square)[1:]]


def tree(best: Sequence[int], scores: np.ndarray) -> list[int]:
    """The heads of a sentence: ``best`` (the arg-max of ``scores``) where they are a tree."""
    return list(best) if is_tree(best) else best_tree(scores)

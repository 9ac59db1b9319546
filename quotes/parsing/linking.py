"""Which earlier mention does a mention take up?  Scores on the states of the encoder, and the links that they make.

Word-level coreference (Dobrovolskii 2021) with the distribution of Lee et al. (2017): for each mention one score for every
mention before it and one for none of them, as a biaffine product of states and a table of what is seen of the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from attrs import frozen
from torch import Tensor, nn

from quotes.parsing.mentions import TRAITS, Mentions

SENTENCES = (1, 2, 3, 4, 6, 9, 14, 20, 30)
MENTIONS = (2, 3, 5, 8, 13, 21, 34, 55, 100)
REACH = 400
"""So many mentions back a link may reach."""
BLOCK = 128
LEAST = 0.03
"""A link less likely is not written down."""
SURELY_NEW = 0.95
"""From this probability on that a mention takes up none, it has no links."""
MOST = 5
SIZE = 128
TRAIT_SIZE = 16
OF_BOTH = frozenset({"number", "quoted", "source"})
"""Traits that count in pairs; of the others that of the earlier mention does."""
PAIRED = {name: values ** (1 + (name in OF_BOTH)) for name, values in TRAITS.items()}
PAIRED |= {"lemma": 2, "sentences": len(SENTENCES) + 1, "mentions": len(MENTIONS) + 1}
"""What counts of two mentions, for each kind of the later one, and how many values it may have."""


@frozen
class Seen:
    """Mentions as tensors: states [N, H], traits [N, T], lemmas [N], sentences [N]."""

    states: Tensor
    traits: Tensor
    lemmas: Tensor
    sentences: Tensor

    @classmethod
    def of(cls, mentions: Mentions, states: Tensor) -> Seen:
        traits, lemmas, sentences = (
            torch.from_numpy(array).to(states.device)
            for array in (mentions.traits, mentions.lemmas, mentions.sentences)
        )
        return cls(states, traits, lemmas, sentences)


@frozen
class Link:
    """Mention ``mention`` takes up mention ``earlier`` with this probability (numbers of a document's mentions)."""

    mention: int
    earlier: int
    probability: float


class Linker(nn.Module):
    """States and traits of mentions -> scores of links."""

    def __init__(self, hidden: int, *, dropout: float = 0.5) -> None:
        super().__init__()
        width = hidden + TRAIT_SIZE * len(TRAITS)
        self.traits = nn.ModuleList(nn.Embedding(values, TRAIT_SIZE) for values in TRAITS.values())
        self.tail = nn.Linear(width, SIZE)
        self.head = nn.Linear(width, SIZE)
        self.weight = nn.Linear(SIZE, SIZE)
        self.prior = nn.Linear(SIZE, 1)
        self.none = nn.Linear(SIZE, 1)
        self.pairs = nn.Embedding(TRAITS["kind"] * sum(PAIRED.values()), 1)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.pairs.weight)

    def encoded(self, seen: Seen) -> tuple[Tensor, Tensor]:
        """Each mention as one that takes up, and as one that is taken up: [N, SIZE] each."""
        traits = [table(seen.traits[:, column]) for column, table in enumerate(self.traits)]
        whole = self.dropout(torch.cat([seen.states, *traits], dim=1))
        return self.dropout(F.gelu(self.tail(whole))), self.dropout(F.gelu(self.head(whole)))

    def forward(self, seen: Seen, encoded: tuple[Tensor, Tensor], rows: Tensor, start: int, end: int) -> Tensor:
        """Scores [R, 1 + end - start] of some mentions (``rows``) for none and for the mentions ``[start, end)``.

        Minus infinity stands for those that are later, or too far back.
        """
        tails, heads = encoded[0][rows], encoded[1][start:end]
        scores = self.weight(tails) @ heads.T / math.sqrt(SIZE) + self.prior(heads).T
        columns = torch.arange(start, end, device=rows.device)
        away = rows[:, None] - columns
        scores = scores + self._of_pairs(seen, rows, columns, away.clamp(min=0))
        scores = scores.masked_fill((away <= 0) | (away > REACH), -1e4)
        return torch.cat([self.none(tails), scores], dim=1)

    def _of_pairs(self, seen: Seen, rows: Tensor, columns: Tensor, away: Tensor) -> Tensor:
        """What the traits of two mentions and the way between them add, for each kind of the later one: [R, C]."""
        late, early = seen.traits[rows][:, None], seen.traits[columns][None]
        values = {}
        for column, (name, count) in enumerate(TRAITS.items()):
            one, other = late[:, :, column], early[:, :, column]
            values[name] = one * count + other if name in OF_BOTH else other
        between = (seen.sentences[rows][:, None] - seen.sentences[columns][None]).clamp(min=0)
        values["lemma"] = (seen.lemmas[rows][:, None] == seen.lemmas[columns][None]).long()
        values["sentences"] = torch.bucketize(between, torch.tensor(SENTENCES, device=rows.device))
        values["mentions"] = torch.bucketize(away, torch.tensor(MENTIONS, device=rows.device))
        total = torch.zeros(away.shape, device=rows.device)
        offset = 0
        for name, count in PAIRED.items():
            total = total + self.pairs(offset + late[:, :, 0] * count + values[name])[:, :, 0]
            offset += TRAITS["kind"] * count
        return total


@torch.inference_mode()
def links(linker: Linker, mentions: Mentions, states: Tensor) -> Iterator[tuple[int, list[Link]]]:
    """The links of each mention of a document that has any, likeliest first; ``states`` [N, H] are those of the mentions."""
    asked = mentions.asked
    if not len(asked):
        return
    seen = Seen.of(mentions, states)
    encoded = linker.encoded(seen)
    for at in range(0, len(asked), BLOCK):
        rows = asked[at : at + BLOCK]
        start, end = max(0, int(rows[0]) - REACH), max(1, int(rows[-1]))
        scores = linker(seen, encoded, torch.from_numpy(rows).to(states.device), start, end)
        chances = scores.softmax(1).cpu().numpy()
        for row, chance in zip(rows.tolist(), chances, strict=True):
            found = list(_likely(row, chance, start))
            if found and chance[0] < SURELY_NEW:
                yield row, found


def _likely(mention: int, chances: np.ndarray, start: int) -> Iterator[Link]:
    for column in np.argsort(-chances[1:])[:MOST].tolist():
        if chances[1 + column] >= LEAST:
            yield Link(mention, start + column, float(chances[1 + column]))

"""The network of the bundled model: one encoder pass, and small heads on the states of the words.

The encoder is a BERT of six layers (MiniLM, Wang et al. 2020).  Dependencies are scored by biaffine attention (Dozat
and Manning 2017) within each sentence; part of speech, entities and attribution are one linear layer each.  Two further
biaffine scorers point from each word of a source or a content to the first word of its cue, across sentences.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from attrs import frozen
from torch import Tensor, nn

ROLES = ("source", "cue", "content")
BIO = ("O", "B", "I")


@frozen
class Shape:
    """Sizes of the network; ``pieces`` counts the vocabulary, the tag counts come from the training data."""

    pieces: int
    shapes: int
    upos: int
    xpos: int
    relations: int
    entities: int
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    feed: int = 1536
    positions: int = 512
    arc: int = 256
    relation: int = 64
    link: int = 96


@frozen
class Batch:
    """Windows of words, padded: B windows of P pieces and W words.

    ``pieces`` and ``shapes`` are [B, P]; ``first`` [B, W] says where the first piece of each word stands (0 where there
    is no word); ``sentence`` [B, W] numbers the sentences of a window (-1 where there is no word); ``lengths`` [B]
    counts pieces.
    """

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    sentence: Tensor
    lengths: Tensor


class Layer(nn.Module):
    """One post-norm transformer layer, with the names that BERT's weights have in ``from_bert``."""

    def __init__(self, hidden: int, heads: int, feed: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.inward = nn.Linear(hidden, 3 * hidden)
        self.outward = nn.Linear(hidden, hidden)
        self.widen = nn.Linear(hidden, feed)
        self.narrow = nn.Linear(feed, hidden)
        self.norm_attention = nn.LayerNorm(hidden, eps=1e-12)
        self.norm_feed = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        rows, length, hidden = states.shape
        parts = self.inward(states).view(rows, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        scores = parts[0] @ parts[1].transpose(2, 3) * (hidden // self.heads) ** -0.5
        if mask is not None:
            scores = scores + mask
        mixed = (scores.softmax(3, dtype=scores.dtype) @ parts[2]).transpose(1, 2).reshape(rows, length, hidden)
        states = self.norm_attention(states + self.outward(mixed))
        after: Tensor = self.norm_feed(states + self.dropout(self.narrow(F.gelu(self.widen(states)))))
        return after


class Encoder(nn.Module):
    """Pieces -> states: the softmax-weighted mean of the last four layers."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(shape.pieces, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.shapes = nn.Embedding(shape.shapes, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape.hidden, shape.heads, shape.feed, dropout) for _ in range(shape.layers))
        self.mix = nn.Parameter(torch.zeros(min(4, shape.layers)))

    def forward(self, batch: Batch) -> Tensor:
        length = batch.pieces.shape[1]
        where = torch.arange(length, device=batch.pieces.device)
        states = self.pieces(batch.pieces) + self.positions(where) + self.shapes(batch.shapes)
        states = self.dropout(self.norm(states))
        here = where < batch.lengths[:, None]
        mask = None if bool(here.all()) else torch.where(here, 0.0, -1e4)[:, None, None, :].to(torch.bfloat16)
        kept = []
        for layer in self.layers:
            states = layer(states, mask)
            kept.append(states)
        weights = self.mix.softmax(0)
        return sum((w * s for w, s in zip(weights, kept[-len(weights) :], strict=True)), torch.zeros_like(states))


class Pointer(nn.Module):
    """Biaffine scores [B, W, 1 + W] of each word for each word that it may point at; column 0 is nowhere."""

    def __init__(self, hidden: int, size: int, dropout: float) -> None:
        super().__init__()
        self.tail = nn.Linear(hidden, size)
        self.head = nn.Linear(hidden, size)
        self.nowhere = nn.Parameter(torch.zeros(size))
        self.weight = nn.Parameter(torch.zeros(size, size))
        self.bias = nn.Parameter(torch.zeros(size))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.nowhere, std=0.1)
        nn.init.xavier_uniform_(self.weight)

    def forward(self, states: Tensor) -> Tensor:
        tails = self.dropout(F.gelu(self.tail(states)))
        heads = self.dropout(F.gelu(self.head(states)))
        nowhere = self.nowhere.to(heads.dtype).expand(heads.shape[0], 1, -1)
        heads = torch.cat([nowhere, heads], dim=1)
        mixed = tails @ self.weight.to(tails.dtype) + self.bias.to(tails.dtype)
        scores: Tensor = mixed @ heads.transpose(1, 2) / math.sqrt(self.weight.shape[0])
        return scores


class Relations(nn.Module):
    """Biaffine scores [N, relations] of N pairs of a word and its head, for each relation."""

    def __init__(self, hidden: int, size: int, relations: int, dropout: float) -> None:
        super().__init__()
        self.tail = nn.Linear(hidden, size)
        self.head = nn.Linear(hidden, size)
        self.root = nn.Parameter(torch.zeros(hidden))
        self.weight = nn.Parameter(torch.zeros(size + 1, relations, size + 1))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.root, std=0.1)
        nn.init.normal_(self.weight, std=0.05)

    def forward(self, tails: Tensor, heads: Tensor) -> Tensor:
        one = torch.ones(len(tails), 1, dtype=tails.dtype, device=tails.device)
        left = torch.cat([self.dropout(F.gelu(self.tail(tails))), one], dim=1)
        right = torch.cat([self.dropout(F.gelu(self.head(heads))), one], dim=1)
        size, relations, _ = self.weight.shape
        mixed = (left @ self.weight.to(left.dtype).reshape(size, relations * size)).view(-1, relations, size)
        return torch.bmm(mixed, right.to(mixed.dtype)[:, :, None])[:, :, 0]


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, shape: Shape, *, dropout: float = 0.1, word_dropout: float = 0.25) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape, dropout)
        self.dropout = nn.Dropout(word_dropout)
        self.upos = nn.Linear(shape.hidden, shape.upos)
        self.xpos = nn.Linear(shape.hidden, shape.xpos)
        self.entities = nn.Linear(shape.hidden, shape.entities)
        self.roles = nn.Linear(shape.hidden, len(ROLES) * len(BIO))
        self.arcs = Pointer(shape.hidden, shape.arc, word_dropout)
        self.relations = Relations(shape.hidden, shape.relation, shape.relations, word_dropout)
        self.source_link = Pointer(shape.hidden, shape.link, word_dropout)
        self.content_link = Pointer(shape.hidden, shape.link, word_dropout)

    def words(self, batch: Batch) -> Tensor:
        """States [B, W, hidden] of the words: those of their first pieces."""
        pieces = self.encoder(batch)
        where = batch.first[:, :, None].expand(-1, -1, pieces.shape[2])
        words: Tensor = self.dropout(pieces.gather(1, where))
        return words

    def arc_scores(self, states: Tensor, sentence: Tensor) -> Tensor:
        """Scores [B, W, 1 + W] of heads, minus infinity outside the word's own sentence."""
        scores: Tensor = self.arcs(states).float()
        same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, None, :]
        allowed = F.pad(same, (1, 0), value=True)
        return scores.masked_fill(~allowed, -1e4)

    def relation_scores(self, states: Tensor, heads: Tensor) -> Tensor:
        """Scores [B, W, relations] given the head [B, W] of each word (0 the root, else 1 + its place)."""
        rows, width, hidden = states.shape
        root = self.relations.root.to(states.dtype).expand(rows, 1, hidden)
        chosen = torch.cat([root, states], dim=1).gather(1, heads[:, :, None].expand(-1, -1, hidden))
        flat: Tensor = self.relations(states.reshape(-1, hidden), chosen.reshape(-1, hidden))
        return flat.view(rows, width, -1)

    @torch.no_grad()
    def from_bert(self, weights: dict[str, Tensor]) -> None:
        """Start the encoder from the weights of a BERT under their published names."""
        encoder = self.encoder
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
        encoder.shapes.weight.zero_()
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            assert isinstance(layer, Layer)
            prefix = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                names = [f"{prefix}attention.self.{which}.{part}" for which in ("query", "key", "value")]
                getattr(layer.inward, part).copy_(torch.cat([weights[name] for name in names]))
            _copy(layer.outward, weights, prefix + "attention.output.dense")
            _copy(layer.norm_attention, weights, prefix + "attention.output.LayerNorm")
            _copy(layer.widen, weights, prefix + "intermediate.dense")
            _copy(layer.narrow, weights, prefix + "output.dense")
            _copy(layer.norm_feed, weights, prefix + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).copy_(weights[f"{name}.{part}"])

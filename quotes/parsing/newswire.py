"""The Stanza processor of the bundled model: words -> parts of speech, lemmas, trees, entities, attribution tags, links.

One encoder pass over windows of consecutive sentences, batched by length across documents, and results written into the
Document in bulk; then the mentions of each document are linked to those before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from attrs import frozen
from stanza.models.common.doc import Document, Sentence
from stanza.pipeline.processor import UDProcessor, register_processor

from quotes.parsing import newswire_tags
from quotes.parsing.bundle import Bundle, load
from quotes.parsing.coreference import States, link
from quotes.parsing.mentions import may_mean
from quotes.parsing.network import BIO, ROLES, Batch
from quotes.parsing.persons import tidied
from quotes.parsing.trees import tree
from quotes.parsing.windows import Pieced, by_length, collate, piece_window

NAME = "newswire"
WINDOW_WORDS = 160
WINDOW_PIECES = 500
BUDGET = 2048
"""Pieces in a batch, padding counted."""
MENTIONED = 0.1
"""From this probability on, a role is written down."""


@frozen
class Piece:
    """Words ``[start, end)`` of one sentence (all of them, but for a sentence too long for a window)."""

    sentence: Sentence
    start: int
    end: int
    place: int


@frozen
class Window:
    """Consecutive pieces of one document, looked up."""

    pieces: list[Piece]
    pieced: Pieced

    @property
    def numbers(self) -> list[int]:
        return [number for number, piece in enumerate(self.pieces) for _ in range(piece.end - piece.start)]


@frozen
class Answer:
    """What the network says of one window: arrays over its words, and their states."""

    upos: np.ndarray
    xpos: np.ndarray
    heads: np.ndarray
    arcs: np.ndarray
    relations: np.ndarray
    entities: np.ndarray
    roles: np.ndarray
    links: dict[str, np.ndarray]
    states: np.ndarray


def cut(sentences: Sequence[Sentence], size: int) -> Iterator[Piece]:
    """The sentences of a document, those of more than ``size`` words in pieces."""
    place = 0
    for sentence in sentences:
        count = len(sentence.words)
        for start in range(0, count, size):
            yield Piece(sentence, start, min(start + size, count), place + start)
        place += count


def windows(document: Document, bundle: Bundle) -> Iterator[Window]:
    """Whole sentences up to ``WINDOW_WORDS`` together."""
    held: list[Piece] = []
    size = 0
    for piece in cut(document.sentences, WINDOW_WORDS):
        if held and size + piece.end - piece.start > WINDOW_WORDS:
            yield from _looked_up(held, bundle)
            held, size = [], 0
        held.append(piece)
        size += piece.end - piece.start
    if held:
        yield from _looked_up(held, bundle)


def _looked_up(pieces: list[Piece], bundle: Bundle) -> Iterator[Window]:
    """One window, or two halves where its words have too many pieces for the encoder."""
    words = [w.text for p in pieces for w in p.sentence.words[p.start : p.end]]
    pieced = piece_window(words, bundle.pieces)
    if len(pieced.pieces) <= WINDOW_PIECES:
        yield Window(pieces, pieced)
    elif len(pieces) > 1:
        middle = len(pieces) // 2
        yield from _looked_up(pieces[:middle], bundle)
        yield from _looked_up(pieces[middle:], bundle)
    else:
        only = pieces[0]
        middle = (only.start + only.end) // 2
        yield from _looked_up([Piece(only.sentence, only.start, middle, only.place)], bundle)
        rest = Piece(only.sentence, middle, only.end, only.place + middle - only.start)
        yield from _looked_up([rest], bundle)


def halves(device: torch.device) -> bool:
    """Whether bfloat16 products are native here, and so two to three times as fast as float32 ones."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    has = torch.cpu.get_capabilities()
    return bool(has.get("avx512_bf16") or has.get("amx_bf16"))


@torch.inference_mode()
def ask(bundle: Bundle, batch: Batch) -> list[Answer]:
    """Run the network on a batch: one answer a window."""
    network = bundle.network
    states = network.words(batch)
    arcs = network.arc_scores(states, batch.sentence)
    heads = arcs.argmax(2)
    relations = network.relation_scores(states, heads).argmax(2)
    roles = network.roles(states).float().unflatten(2, (len(ROLES), len(BIO))).softmax(3)
    links = {"source": network.source_link(states), "content": network.content_link(states)}
    here = torch.nn.functional.pad((batch.sentence >= 0)[:, None, :], (1, 0), value=True)
    found = {
        "upos": network.upos(states).argmax(2),
        "xpos": network.xpos(states).argmax(2),
        "heads": heads,
        "arcs": arcs,
        "relations": relations,
        "entities": network.entities(states).argmax(2),
        "roles": roles,
        "states": states.float(),
    }
    columns = {name: tensor.cpu().numpy() for name, tensor in found.items()}
    pointed = {role: scores.float().masked_fill(~here, -1e4).argmax(2).cpu().numpy() for role, scores in links.items()}
    counts = (batch.sentence >= 0).sum(1).tolist()
    return [
        Answer(
            **{name: column[row, :count] for name, column in columns.items()},
            links={role: array[row, :count] for role, array in pointed.items()},
        )
        for row, count in enumerate(counts)
    ]


def annotate(documents: Sequence[Document], bundle: Bundle, device: torch.device) -> None:
    """Write parts of speech, lemmas, features, trees, entities, attribution tags and links into documents."""
    for document, states in zip(documents, tagged(documents, bundle, device), strict=True):
        if bundle.linker is not None:
            link(document, states, bundle, bundle.linker)


def tagged(documents: Sequence[Document], bundle: Bundle, device: torch.device) -> list[States]:
    """Write all but links into documents; the states of the words of each that may be mentions."""
    half = halves(device)
    asked = [(number, window) for number, document in enumerate(documents) for window in windows(document, bundle)]
    kept: list[States] = [{} for _ in documents]
    for numbers in by_length([len(w.pieced.pieces) for _, w in asked], BUDGET):
        chosen = [asked[number] for number in numbers]
        batch = collate([w.pieced for _, w in chosen], [w.numbers for _, w in chosen], device)
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=half):
            answers = ask(bundle, batch)
        for (number, window), answer in zip(chosen, answers, strict=True):
            write(window, answer, bundle)
            kept[number].update(states_of(window, answer))
    for document in documents:
        for sentence in document.sentences:
            join_pieces(sentence)
        document.build_ents()
    return kept


def states_of(window: Window, answer: Answer) -> Iterator[tuple[int, np.ndarray]]:
    """The states of the words of a window that may be mentions, by their places in the document, in half precision."""
    at = 0
    for piece in window.pieces:
        for offset, word in enumerate(piece.sentence.words[piece.start : piece.end]):
            if may_mean(word):
                yield piece.place + offset, answer.states[at + offset].astype(np.float16)
        at += piece.end - piece.start


def write(window: Window, answer: Answer, bundle: Bundle) -> None:
    """Write the answer for a window into its sentences."""
    at = 0
    for piece in window.pieces:
        end = at + piece.end - piece.start
        best = np.where(answer.heads[at:end] == 0, 0, answer.heads[at:end] - at).tolist()
        columns = [0, *range(at + 1, end + 1)]
        heads = tree(best, answer.arcs[at:end, columns])
        _write_words(piece, answer, at, heads, bundle)
        _write_roles(piece, answer, at)
        at = end


def _write_words(piece: Piece, answer: Answer, at: int, heads: list[int], bundle: Bundle) -> None:
    tags, lexicon = bundle.tags, bundle.lexicon
    rows = zip(
        piece.sentence.words[piece.start : piece.end],
        heads,
        answer.upos[at:].tolist(),
        answer.xpos[at:].tolist(),
        answer.relations[at:].tolist(),
        strict=False,
    )
    for word, head, upos, xpos, relation in rows:
        word._upos, word._xpos = tags.upos[upos], tags.xpos[xpos]
        word._lemma = lexicon.lemma(word._text, word._upos, word._xpos)
        word._feats = lexicon.features(word._text, word._upos, word._xpos)
        word._head = head + piece.start if head else 0
        name = tags.relations[relation]
        word._deprel = "root" if head == 0 else "dep" if name == "root" else name
    size = piece.end - piece.start
    said = [tags.entities[label] for label in answer.entities[at : at + size].tolist()]
    words = piece.sentence.words[piece.start : piece.end]
    labels = bio(tidied([w._text for w in words], continued(said), heads, [w._deprel for w in words]))
    offset = piece.start
    for token in piece.sentence.tokens:
        place = token.words[0].id - 1 - offset
        if 0 <= place < len(labels):
            token._ner = labels[place]


def continued(labels: Sequence[str]) -> list[str]:
    """BIO labels in which an I that continues nothing begins."""
    clean: list[str] = []
    for label in labels:
        if label[0] == "I" and (not clean or clean[-1][2:] != label[2:]):
            label = "B" + label[1:]
        clean.append(label)
    return clean


def bio(labels: Sequence[str]) -> list[str]:
    """BIO labels -> BIOES, as Stanza has them; an I that continues nothing begins."""
    clean = continued(labels)
    ended: list[str] = []
    for label, after in zip(clean, [*clean[1:], "O"], strict=True):
        last = after[0] != "I"
        ended.append({"B": "S", "I": "E"}.get(label[0], "O") + label[1:] if last else label)
    return ended


def _write_roles(piece: Piece, answer: Answer, at: int) -> None:
    """Tags, probabilities and links of the words that have any, into ``misc``."""
    size = piece.end - piece.start
    chances = 1.0 - answer.roles[at : at + size, :, 0]
    inner = 1 + answer.roles[at : at + size, :, 1:].argmax(2)
    marks = np.where(chances > 0.5, inner, 0)
    words = piece.sentence.words
    for offset in np.flatnonzero((chances >= MENTIONED).any(1)).tolist():
        tags: dict[str, newswire_tags.Tag] = {}
        for column, role in enumerate(ROLES):
            if chances[offset, column] < MENTIONED:
                continue
            link = int(answer.links[role][at + offset]) if role in answer.links else 0
            away = link - 1 - (at + offset) if link else None
            tags[role] = newswire_tags.Tag(BIO[marks[offset, column]], float(chances[offset, column]), away)
        words[piece.start + offset]._misc = newswire_tags.write(tags)


def join_pieces(sentence: Sentence) -> None:
    """Hang the roots of a long sentence's later pieces on that of its first, and link the words to their heads."""
    root = next((word._id for word in sentence.words if word._head == 0), None)
    for word in sentence.words:
        if word._head == 0 and word._id != root:
            word._head, word._deprel = root, "parataxis"
    sentence.build_dependencies()


@register_processor(name=NAME)
class NewswireProcessor(UDProcessor):  # type: ignore[misc]  # stanza has no types
    """The bundled model as a Stanza processor: give its folder as ``newswire_model_path``."""

    PROVIDES_DEFAULT = frozenset({"pos", "lemma", "depparse", "ner"})
    REQUIRES_DEFAULT = frozenset({"tokenize"})

    def _set_up_model(self, config: dict[str, Any], pipeline: Any, device: Any) -> None:
        self._device = torch.device(device or "cpu")
        self._bundle = load(Path(config["model_path"]), self._device)

    def process(self, document: Document) -> Document:
        """Annotate one document in place, and give it back."""
        annotate([document], self._bundle, self._device)
        return document

    def bulk_process(self, docs: list[Document]) -> list[Document]:
        """Annotate documents in place, batched together, and give them back."""
        annotate(docs, self._bundle, self._device)
        return docs

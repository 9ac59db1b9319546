"""Which words may mean somebody or something, and what is seen of them that says whom?

A mention stands for its head (word-level coreference, Dobrovolskii 2021): nouns and pronouns, but for the parts of a name
or a compound.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from attrs import frozen

from quotes.parsing import newswire_tags

PARTS = frozenset({"compound", "flat", "fixed", "goeswith"})
PRONOUNS = (
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves",
    "we us our",
    "i me my",
    "you your",
    "who which that",
)
OPENINGS = ("the", "this that these those", "a an another", "his her its their", "some")
PRONOUN = {word: number for number, words in enumerate(PRONOUNS, start=1) for word in words.split()}
OTHER_PRONOUN = len(PRONOUNS) + 1
OPENING = {word: number for number, words in enumerate(OPENINGS, start=OTHER_PRONOUN + 1) for word in words.split()}
BARE_NOUN = OTHER_PRONOUN + len(OPENINGS) + 1
NAME_WITH_THE, NAME = BARE_NOUN + 1, BARE_NOUN + 2
ASKED = frozenset({1, 2, 3, 4, OPENING["the"], OPENING["this"], OPENING["his"], NAME_WITH_THE, NAME})
"""Kinds of mentions that mean somebody mentioned before as a rule: third persons, and nouns known to the reader."""
RELATIONS = "nsubj obj obl nmod nmod:poss appos conj root nsubj:pass iobj ccomp obl:agent parataxis".split()
RELATION = {name: number for number, name in enumerate(RELATIONS, start=1)}
ENTITIES = ("person", "organization", "location", "norp", "date")
ENTITY = {name: number for number, name in enumerate(ENTITIES, start=1)}
NAMED = frozenset({ENTITY["person"], ENTITY["organization"], ENTITY["location"]})
NUMBER = {"NNS": 1, "NNPS": 1, "NN": 2, "NNP": 2}
SOURCE = (0.1, 0.3, 0.6, 0.9)
OFTEN = 7
TRAITS = {
    "kind": NAME + 1,
    "entity": len(ENTITIES) + 2,
    "relation": len(RELATIONS) + 1,
    "number": 3,
    "quoted": 2,
    "source": len(SOURCE) + 1,
    "count": OFTEN + 1,
}
"""What is seen of a mention, and how many values each may have."""
OPENS, CLOSES, EITHER = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"}), '"'


@frozen
class Mentions:
    """The mentions of a document in text order.

    ``places`` [N] counts words of the document; ``traits`` [N, len(TRAITS)] holds numbers; ``lemmas`` [N] numbers the lemmas of
    the heads, ``sentences`` [N] the sentences; ``texts`` are the heads' own.
    """

    places: np.ndarray
    traits: np.ndarray
    lemmas: np.ndarray
    sentences: np.ndarray
    texts: tuple[str, ...]

    @property
    def asked(self) -> np.ndarray:
        """The numbers of the mentions that are no names and may mean somebody mentioned before."""
        kinds, entities = self.traits[:, 0], self.traits[:, 1]
        known = np.isin(kinds, list(ASKED)) & ~((kinds >= NAME_WITH_THE) & np.isin(entities, list(NAMED)))
        return np.flatnonzero(known)


def may_mean(word: Any) -> bool:
    """Whether a Stanza word, tagged and parsed, may be the head of a mention."""
    if word.upos == "PRON":
        return True
    return word.upos in ("NOUN", "PROPN") and (word.deprel or "").partition(":")[0] not in PARTS


def mentions_of(document: Any) -> Mentions:
    """The mentions of a Stanza ``Document`` that has trees, entities and attribution tags."""
    words = [word for sentence in document.sentences for word in sentence.words]
    numbers = [n for n, sentence in enumerate(document.sentences) for _ in sentence.words]
    entities = [kind for sentence in document.sentences for kind in _entities(sentence)]
    openings = dict(_openings(document))
    quoted = list(_quoted(words))
    often = Counter((word.lemma or word.text).lower() for word in words)
    places = [place for place, word in enumerate(words) if may_mean(word)]
    known: dict[str, int] = {}
    lemmas, traits = [], []
    for place in places:
        word = words[place]
        lemma = (word.lemma or word.text).lower()
        lemmas.append(known.setdefault(lemma, len(known)))
        source = newswire_tags.read(word).get("source", newswire_tags.OUTSIDE).probability
        traits.append(
            (
                _kind(word, openings.get(place)),
                entities[place],
                RELATION.get(word.deprel, RELATION.get((word.deprel or "").partition(":")[0], 0)),
                NUMBER.get(word.xpos, 0),
                int(quoted[place]),
                bisect(SOURCE, source),
                min(OFTEN, often[lemma]),
            )
        )
    return Mentions(
        np.array(places, np.int64),
        np.array(traits, np.int64).reshape(-1, len(TRAITS)),
        np.array(lemmas, np.int64),
        np.array([numbers[place] for place in places], np.int64),
        tuple(words[place].text for place in places),
    )


def _kind(word: Any, opening: str | None) -> int:
    if word.upos == "PRON":
        return PRONOUN.get(word.text.lower(), OTHER_PRONOUN)
    if word.upos == "PROPN":
        return NAME_WITH_THE if opening == "the" else NAME
    return OPENING.get(opening or "", BARE_NOUN)


def _openings(document: Any) -> Iterator[tuple[int, str]]:
    """The first article or possessive before each noun that has one."""
    base = 0
    for sentence in document.sentences:
        seen: set[int] = set()
        for word in sentence.words:
            opens = word.upos in ("DET", "PRON") and (word.deprel or "").partition(":")[0] in ("det", "nmod")
            if opens and word.head > word.id and word.head not in seen:
                seen.add(word.head)
                yield base + word.head - 1, word.text.lower()
        base += len(sentence.words)


def _entities(sentence: Any) -> Iterator[int]:
    """The kind of entity that each word of a sentence is in: 0 for none."""
    for token in sentence.tokens:
        kind = (token.ner or "O").partition("-")[2].lower()
        for _ in token.words:
            yield ENTITY.get(kind, len(ENTITIES) + 1) if kind else 0


def _quoted(words: Iterable[Any]) -> Iterator[bool]:
    """Whether each word stands within marks, read from left to right."""
    inside = False
    for word in words:
        if word.text in OPENS or word.text in CLOSES or word.text == EITHER:
            inside = not inside if word.text == EITHER else word.text in OPENS
        yield inside


def heads_of(document: Any) -> list[int]:
    """The place of the head of each word of a Stanza ``Document``, -1 for a root."""
    heads: list[int] = []
    for sentence in document.sentences:
        base = len(heads)
        heads += [base + word.head - 1 if word.head else -1 for word in sentence.words]
    return heads


def head_of(heads: Sequence[int], start: int, end: int) -> int:
    """The first word of ``[start, end)`` whose head (a place, or -1) stands outside."""
    return next((place for place in range(start, end) if not start <= heads[place] < end), start)

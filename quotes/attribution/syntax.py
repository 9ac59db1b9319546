"""What attribution sees of a parse: words in document order with heads, relations, characters and tags.

Built from a Stanza ``Document`` and nothing else of Stanza; offsets count characters of the document's text, half-open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from attrs import define, evolve, field, frozen

from quotes.parsing.offsets import spread

ROOT = -1


@frozen(eq=False)
class Word:
    """One syntactic word: ``index`` and ``head`` are places in the document (``head`` is -1 at a root)."""

    index: int
    text: str
    lemma: str
    upos: str
    xpos: str
    deprel: str
    head: int
    sentence: int
    start: int
    end: int
    feats: str = ""
    misc: str = ""

    @property
    def relation(self) -> str:
        """The universal relation, without its subtype."""
        return self.deprel.partition(":")[0]

    def has(self, feature: str) -> bool:
        """Whether a feature ("Gender=Fem") is among the word's."""
        return feature in self.feats.split("|")


@frozen
class Entity:
    """A named entity: words ``[first, last)`` and one of person, organization, location, group, other."""

    first: int
    last: int
    kind: str


KINDS = {
    "person": "person",
    "per": "person",
    "organization": "organization",
    "org": "organization",
    "location": "location",
    "loc": "location",
    "gpe": "location",
    "norp": "group",
    "facility": "location",
    "fac": "location",
    "date": "date",
    "time": "date",
}


@define(eq=False)
class Syntax:
    """The words of a document, their sentences as ranges of places, and the entities; read only."""

    text: str
    words: list[Word]
    sentences: list[range]
    entities: list[Entity] = field(factory=list)

    @cached_property
    def children(self) -> list[list[int]]:
        """For each word the places of its dependents, in order."""
        found: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head >= 0:
                found[word.head].append(word.index)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def entity_at(self) -> dict[int, Entity]:
        """Place of a word -> the entity that holds it."""
        return {place: entity for entity in self.entities for place in range(entity.first, entity.last)}

    def dependents(self, place: int, *relations: str) -> list[Word]:
        """Dependents of a word with one of the relations (with subtype where one is named)."""
        found = (self.words[child] for child in self.children[place])
        return [w for w in found if w.deprel in relations or w.relation in relations]

    def head(self, word: Word) -> Word | None:
        """The governor, or ``None`` for a root."""
        return self.words[word.head] if word.head >= 0 else None

    def subtree(self, place: int, without: Iterable[int] = ()) -> list[int]:
        """Places of a word and all below it, in order, leaving out the subtrees of some words."""
        barred = set(without)
        found: list[int] = []
        waiting = [place]
        while waiting:
            at = waiting.pop()
            if at not in barred:
                found.append(at)
                waiting.extend(self.children[at])
        return sorted(found)

    def top(self, places: Sequence[int]) -> Word:
        """The first word of a phrase that hangs outside it (the first word of all where the tree has none)."""
        return self.words[next((p for p in places if self.words[p].head not in places), places[0])]

    def inside(self, start: int, end: int) -> range:
        """Places of the words that lie within the characters ``[start, end)``."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        while last > first and self.words[last - 1].end > end:
            last -= 1
        return range(first, last)

    def at(self, offset: int) -> int:
        """Place of the last word that starts at or before a character (0 where none does)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def characters(self, places: Iterable[int]) -> tuple[int, int]:
        """The characters from the first to the last of some places."""
        held = list(places)
        return self.words[min(held)].start, self.words[max(held)].end


def is_bracketed(words: Sequence[Word], place: int) -> bool:
    """Whether one word in brackets begins at a place: "(NPA)"."""
    return place + 2 < len(words) and words[place].text == "(" and words[place + 2].text == ")"


def syntax_of(document: Any) -> Syntax:
    """The view of a Stanza ``Document`` (its ``text``, ``sentences``, ``words`` and ``ents`` are read)."""
    words: list[Word] = []
    sentences: list[range] = []
    places: dict[tuple[int, int], int] = {}
    for number, sentence in enumerate(document.sentences):
        base = len(words)
        for token in sentence.tokens:
            for word, start, end in spread(token):
                places[number, int(word.id)] = len(words)
                words.append(_word(word, len(words), base, number, start, end))
        sentences.append(range(base, len(words)))
    text = document.text or ""
    for word in tuple(words):
        words[word.index] = _repaired(word, words)
    entities = [entity for number, s in enumerate(document.sentences) for entity in _entities(s, number, places)]
    return Syntax(text, words, sentences, entities)


def _word(word: Any, index: int, base: int, sentence: int, start: int, end: int) -> Word:
    head = base + int(word.head) - 1 if word.head else ROOT
    lemma, upos, xpos = word.lemma or word.text, word.upos or "X", word.xpos or ""
    return Word(
        index,
        word.text,
        lemma,
        upos,
        xpos,
        word.deprel or "dep",
        head,
        sentence,
        start,
        end,
        word.feats or "",
        word.misc or "",
    )


def _repaired(word: Word, words: list[Word]) -> Word:
    """An article is no noun, and a noun no article; "-chung" is part of a name; "general" after a hyphen is half of a noun.

    A noun called a part of a name that hangs on a verb is the verb's subject, or its object after it.  Every tree stays one.
    """
    if word.relation == "det" and word.text.casefold() in ("a", "an", "the"):
        return evolve(word, upos="DET")
    if word.upos == "PUNCT" and word.text[0] == "-" and word.text[1:2].isalpha() and word.head >= 0:
        return evolve(word, upos=words[word.head].upos, xpos=words[word.head].xpos, deprel="flat")
    if word.upos == "DET" and word.xpos in ("NN", "NNP"):
        return evolve(word, upos="NOUN" if word.xpos == "NN" else "PROPN")
    if _is_half(words, word.index) and word.index not in _above(words, words[word.index - 2]):
        return evolve(word, deprel="flat", head=word.index - 2)
    if word.head == word.index + 2 and _is_half(words, word.head):
        return evolve(word, deprel=words[word.head].deprel, head=words[word.head].head)
    if word.relation not in ("flat", "compound") or word.head < 0 or word.upos not in ("NOUN", "PROPN"):
        return word
    if words[word.head].upos not in ("VERB", "AUX"):
        return word
    return evolve(word, deprel="nsubj" if word.index < word.head else "obj")


def _is_half(words: list[Word], place: int) -> bool:
    """Whether a word is the "general" of "secretary-general", told of as if it were a noun of its own."""
    word = words[place]
    joined = place > 1 and words[place - 1].text == "-" and words[place - 2].sentence == word.sentence
    return joined and word.lemma == "general" and word.relation in ("appos", "nsubj")


def _above(words: list[Word], word: Word) -> Iterator[int]:
    """The places of all words above one, up to the root."""
    while word.head >= 0:
        yield word.head
        word = words[word.head]


def _entities(sentence: Any, number: int, places: dict[tuple[int, int], int]) -> Iterator[Entity]:
    for entity in getattr(sentence, "ents", None) or []:
        held = [places[number, int(word.id)] for word in entity.words]
        if held:
            yield Entity(held[0], held[-1] + 1, KINDS.get(entity.type.lower(), "other"))

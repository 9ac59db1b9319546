"""Which words name somebody?  Names in text of all kinds, from the entity annotation of GUM.

GUM marks every mention of an entity (``Entity=`` in the last column), named or not.  The spans whose words are proper
nouns become names as the worldwide newswire corpus marks them, without titles.  Where the two schemes might disagree,
a word says nothing (``IGNORE``), so that nothing false is taught.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from attrs import evolve, frozen

from quotes.parsing.bundle import Tags
from quotes.parsing.training.examples import IGNORE, Example
from quotes.parsing.training.treebanks import TreeWord, read_conllu

CLASSES = {"person": "Person", "organization": "Organization", "place": "Location"}
TITLES = frozenset(
    "mr mrs ms miss mister madam madame dr doctor prof professor president vice minister prime king queen prince "
    "princess pope sir lord lady dame saint st emperor empress duke duchess earl count countess baron baroness captain "
    "capt colonel col general gen lieutenant lt sergeant sgt major admiral commander officer detective inspector judge "
    "justice chief senator sen representative rep congressman congresswoman governor gov mayor chancellor secretary "
    "ambassador deputy attorney bishop archbishop cardinal father fr sister brother rev reverend rabbi imam sheikh "
    "uncle aunt auntie grandma grandpa coach director chairman speaker delegate host mom mum dad mother mommy daddy "
    "mama papa god jesus christ santa tsar czar sheriff chair devil shah catholic caliph sultan maestro".split()
)
BUILDINGS = frozenset(
    "street st road avenue park castle museum building bridge house hall school university hospital airport church "
    "hotel".split()
)
"""A place so called may be a facility, or an organization, in the worldwide newswire corpus."""

MARK = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
DOCUMENT = 200
"""Words, at least, that make an example."""


@frozen
class Mention:
    """Words ``[start, end)`` of a sentence, their type, the places of those that carry the mention, and which entity it means."""

    start: int
    end: int
    kind: str
    core: tuple[int, ...]
    entity: str = ""

    @classmethod
    def read(cls, start: int, end: int, fields: Sequence[str]) -> Mention:
        """From the dash-separated fields of an ``Entity=`` mark: the first numbers the entity, the sixth counts words from 1."""
        core = (start + int(part) - 1 for part in fields[5].split(",") if part.isdigit())
        held = tuple(place for place in core if start <= place < end)
        return cls(start, end, fields[1], held, fields[0].partition("[")[0])


def mentions(words: Sequence[TreeWord]) -> Iterator[Mention]:
    """The mentions of a sentence, the inner ones first."""
    opened: list[tuple[int, list[str]]] = []
    for place, word in enumerate(words):
        marks = next((part[7:] for part in word.misc.split("|") if part.startswith("Entity=")), "")
        for mark in MARK.finditer(marks):
            key = mark[3] or mark[1].partition("-")[0]
            if mark[1] and len(fields := mark[1].split("-")) > 5:
                opened.append((place, fields))
            if mark[2] or mark[3]:
                number = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][1][0] == key), None)
                if number is not None:
                    start, fields = opened.pop(number)
                    yield Mention.read(start, place + 1, fields)


def is_proper(word: TreeWord) -> bool:
    """Whether a word is a proper noun, alone or within a name."""
    return word.upos == "PROPN" or word.xpos in ("NNP", "NNPS")


def is_title(word: TreeWord) -> bool:
    """Whether a word stands before names without belonging to them."""
    return word.form.casefold().rstrip(".") in TITLES


def is_plain(word: TreeWord, *, first: bool) -> bool:
    """Whether a word is clearly no part of a name, date or amount, be it the first of its sentence or not."""
    if is_proper(word) or word.upos in ("NUM", "SYM", "X") or word.xpos == "ADD":
        return False
    return not word.form[:1].isupper() or word.upos == "PRON" or (first and word.upos not in ("ADJ", "NOUN"))


def name_labels(words: Sequence[TreeWord], number: dict[str, int]) -> np.ndarray:
    """One number of an entity tag a word, or ``IGNORE``."""
    labels = np.array([number["O"] if is_plain(w, first=place == 0) else IGNORE for place, w in enumerate(words)])
    found = list(mentions(words))
    for mention in found:
        named = mention.kind != "person" and any(is_proper(words[place]) for place in mention.core)
        if named or mention.kind == "time":
            labels[mention.start : mention.end] = IGNORE
    for mention in sorted(found, key=lambda m: m.start - m.end):
        if mention.kind in CLASSES and mention.core and all(is_proper(words[place]) for place in mention.core):
            _mark(labels, words, mention, number)
    return labels


def _mark(labels: np.ndarray, words: Sequence[TreeWord], mention: Mention, number: dict[str, int]) -> None:
    start, end = min(mention.core), max(mention.core) + 1
    if mention.kind == "person":
        if any(words[place].xpos == "NNPS" for place in mention.core):
            return
        while start < end and (is_title(words[start]) or words[start].form == "."):
            labels[start] = number["O"]
            start += 1
    elif (start, end) != _bare(words, mention) or (mention.kind == "place" and _is_building(words[start:end])):
        return
    if start == end or not all(is_proper(word) or word.form == "-" for word in words[start:end]):
        return
    beside = [words[place] for place in (start - 1, end) if 0 <= place < len(words)]
    if any(is_proper(word) and not (mention.kind == "person" and is_title(word)) for word in beside):
        labels[start:end] = IGNORE
        return
    labels[start:end] = number[f"I-{CLASSES[mention.kind]}"]
    labels[start] = number[f"B-{CLASSES[mention.kind]}"]


def _bare(words: Sequence[TreeWord], mention: Mention) -> tuple[int, int]:
    """Where a mention starts and ends without its article and its possessive ending."""
    start = mention.start + (words[mention.start].upos == "DET")
    return start, mention.end - (words[mention.end - 1].xpos == "POS")


def _is_building(words: Sequence[TreeWord]) -> bool:
    return any(word.form.casefold() in BUILDINGS for word in words)


def name_examples(path: Path, tags: Tags) -> Iterator[Example]:
    """Documents of a treebank with GUM's entity annotation (plain or ``.xz``), with entity targets."""
    number = {tag: i for i, tag in enumerate(tags.entities)}
    words: list[str] = []
    labels: list[np.ndarray] = []
    starts = [0]
    for sentence in read_conllu(path):
        if sentence.opens_paragraph and len(words) > DOCUMENT:
            yield Example(words, starts, {"entities": np.concatenate(labels)})
            words, labels, starts = [], [], [0]
        labels.append(name_labels(sentence.words, number))
        words += [word.form for word in sentence.words]
        starts.append(len(words))
    if words:
        yield Example(words, starts, {"entities": np.concatenate(labels)})


def recased(examples: Iterable[Example], share: float, rng: random.Random) -> Iterator[Example]:
    """Copies of a share of the examples without capitals, or (one in four) in capitals only."""
    for example in examples:
        draw = rng.random()
        if draw < share:
            case: Callable[[str], str] = str.upper if draw >= 0.75 * share else str.lower
            yield evolve(example, words=[case(word) for word in example.words])

"""What is said, and who is named, in newspapers of all regions?  Speech and names in articles of worldnews, marked for this model.

PolNeAR is US politics of one year, and the newswire corpus of entities has few of the bodies that news quotes.
``newsroom.tsv`` says by characters where articles report speech: source, cue and content of each quote, annotated by
reading, after the guidelines of worldnews.  Those mark no thoughts, as PolNeAR does: where a sentence may tell one, what
is not marked says nothing ("?").  ``newsroom_names.tsv`` says where the same articles name people, bodies and places,
with the place that opens a body's name and what its "of" adds; what else a tagger took for an entity says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from attrs import define, evolve, field

from quotes.parsing.bundle import Tags
from quotes.parsing.network import ROLES
from quotes.parsing.training.corpora import named_articles
from quotes.parsing.training.examples import IGNORE, Example, Relation, Split, attribution_example, middles
from quotes.parsing.training.treebanks import open_text

MARKED = Path(__file__).parent / "newsroom.tsv"
NAMED = Path(__file__).parent / "newsroom_names.tsv"
DOUBTFUL = "?"
NAMES = ("Person", "Organization", "Location")
"""The classes of names that are marked."""

Range = tuple[int, int]


@define
class Marks:
    """The quotes of an article, and the characters ``[start, end)`` where words without a mark say nothing.

    ``names`` holds the characters of names by class, ``DOUBTFUL`` among them; it is empty where nobody has marked names.
    """

    quotes: list[Relation] = field(factory=list)
    doubtful: list[Range] = field(factory=list)
    names: dict[str, list[Range]] = field(factory=dict)


def read_marks(path: Path, named: Path) -> dict[str, Marks]:
    """Marks by the name of the article, from the files of quotes and of names.

    A line of the first has the name and the ranges (``start-end``, parted by spaces) of source, cue and content; "?" instead
    of a source, and ranges that are doubtful; or nothing but the name, where no speech is reported.  A line of the second
    has the name, a class or "?", and ranges.
    """
    found: dict[str, Marks] = defaultdict(Marks)
    _, *lines = open_text(path)
    for line in lines:
        name, source, cue, content = line.split("\t")
        if source == DOUBTFUL:
            found[name].doubtful += _ranges(content)
        elif content:
            found[name].quotes.append({"source": _ranges(source), "cue": _ranges(cue), "content": _ranges(content)})
        else:
            found[name] = Marks()
    _, *lines = open_text(named)
    for line in lines:
        name, kind, ranges = line.split("\t")
        if name in found:
            found[name].names[kind] = _ranges(ranges)
    return dict(found)


def _ranges(column: str) -> list[Range]:
    pairs = (part.split("-") for part in column.split())
    return [(int(start), int(end)) for start, end in pairs]


def newsroom_examples(
    archive: Path, split: Split, marked: Path | None = None, named: Path | None = None
) -> Iterator[Example]:
    """The marked articles of a tar archive (``NAME.txt``, in any folder), with words as ``split`` finds them.

    ``marked`` and ``named`` hold the marks; the files beside this module where ``None``.  The target ``names`` counts 0 for
    no name, then B and I of each of ``NAMES``; where nobody has marked an article's names, it says nothing.

    Raises ``ParsingError`` where the archive lacks a marked article.
    """
    marks = read_marks(marked or MARKED, named or NAMED)
    for name, text in named_articles(archive, marks):
        yield _example(split(text), marks[name])


def _example(sentences: list[list[tuple[str, int, int]]], mark: Marks) -> Example:
    """One article: what is not marked in a doubtful place says nothing."""
    example = attribution_example(sentences, mark.quotes)
    where = middles(sentences)
    doubtful = _held(where, mark.doubtful)
    for role in ROLES:
        target = example.targets[f"role_{role}"]
        target[doubtful & (target == 0)] = IGNORE
    example.targets["names"] = _name_labels(where, mark.names)
    return example


def _held(where: np.ndarray, ranges: Iterable[Range]) -> np.ndarray:
    """Which words stand in one of some ranges."""
    held = np.zeros(len(where), bool)
    for start, end in ranges:
        held |= (where >= start) & (where < end)
    return held


def _name_labels(where: np.ndarray, names: dict[str, list[Range]]) -> np.ndarray:
    if not names:
        return np.full(len(where), IGNORE)
    labels = np.where(_held(where, names.get(DOUBTFUL, ())), IGNORE, 0)
    for number, kind in enumerate(NAMES):
        for one in names.get(kind, ()):
            places = np.flatnonzero(_held(where, [one]))
            labels[places] = 2 * number + 2
            labels[places[:1]] = 2 * number + 1
    return labels


def named_examples(examples: Iterable[Example], tags: Tags) -> Iterator[Example]:
    """The articles whose names are marked, with them as entity targets; a class that the tags lack says nothing."""
    entities = ["O", *(f"{mark}-{kind}" for kind in NAMES for mark in "BI")]
    number = np.array([tags.entities.index(name) if name in tags.entities else IGNORE for name in entities])
    for example in examples:
        labels = example.targets["names"]
        if bool((labels != IGNORE).any()):
            yield evolve(
                example, targets={"entities": np.where(labels == IGNORE, IGNORE, number[np.maximum(labels, 0)])}
            )

"""What is said in newspapers of all regions?  Speech in the articles of worldnews, marked for this model.

PolNeAR is US politics of one year.  ``newsroom.tsv`` says by characters where 333 articles of 70 newspapers report
speech: source, cue and content of each quote, annotated by reading, after the guidelines of worldnews.  Those mark no
thoughts, as PolNeAR does: where a sentence may tell one, what is not marked says nothing ("?").
"""

from __future__ import annotations

import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from attrs import define, field

from quotes.parsing.errors import ParsingError
from quotes.parsing.network import ROLES
from quotes.parsing.training.examples import IGNORE, Example, Relation, Split, attribution_example, middles
from quotes.parsing.training.treebanks import open_text

MARKED = Path(__file__).parent / "newsroom.tsv"
DOUBTFUL = "?"


@define
class Marks:
    """The quotes of an article, and the characters ``[start, end)`` where words without a mark say nothing."""

    quotes: list[Relation] = field(factory=list)
    doubtful: list[tuple[int, int]] = field(factory=list)


def read_marks(path: Path) -> dict[str, Marks]:
    """Marks by the name of the article.

    A line has the name and the ranges (``start-end``, parted by spaces) of source, cue and content; "?" instead of a
    source, and ranges that are doubtful; or nothing but the name, where no speech is reported.
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
    return dict(found)


def _ranges(column: str) -> list[tuple[int, int]]:
    pairs = (part.split("-") for part in column.split())
    return [(int(start), int(end)) for start, end in pairs]


def newsroom_examples(archive: Path, split: Split, marked: Path | None = None) -> Iterator[Example]:
    """The marked articles of a tar archive (``NAME.txt``, in any folder), with words as ``split`` finds them.

    ``marked`` holds the marks; the file beside this module where ``None``.

    Raises ``ParsingError`` where the archive lacks a marked article.
    """
    marks = read_marks(marked or MARKED)
    with tarfile.open(archive) as packed:
        members = {Path(member.name).stem: member for member in packed if member.name.endswith(".txt")}
        for name, mark in marks.items():
            file = packed.extractfile(members[name]) if name in members else None
            if file is None:
                raise ParsingError(f"{archive} lacks the marked article {name}.txt")
            yield _example(split(file.read().decode("utf-8")), mark)


def _example(sentences: list[list[tuple[str, int, int]]], mark: Marks) -> Example:
    """One article: what is not marked in a doubtful place says nothing."""
    example = attribution_example(sentences, mark.quotes)
    where = middles(sentences)
    doubtful = np.zeros(len(where), bool)
    for start, end in mark.doubtful:
        doubtful |= (where >= start) & (where < end)
    for role in ROLES:
        target = example.targets[f"role_{role}"]
        target[doubtful & (target == 0)] = IGNORE
    return example

"""Who is named in EWT?  Persons in web text and mail of the western world, which the newswire corpus has few of.

EWT carries no entities.  ``ewt_persons.tsv`` says where its training part names persons: what two taggers took for
persons was corrected by reading every sentence with a proper noun, after the rules of Universal NER (Mayhew et al.
2024): names without titles, with initials and particles; no organizations, places or animals called after somebody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from quotes.parsing.bundle import Tags
from quotes.parsing.errors import ParsingError
from quotes.parsing.training.examples import Example
from quotes.parsing.training.treebanks import open_text, read_conllu

MARKED = Path(__file__).parent / "ewt_persons.tsv"
PERSON = "Person"
DOCUMENT = 200
"""Words, at least, that make an example."""

Spans = dict[int, list[tuple[int, int]]]
"""Number of a sentence, from 0 -> words ``[start, end)`` of the persons named there."""


def read_persons(path: Path) -> tuple[int, Spans]:
    """How many sentences the marked treebank has, and the persons named in them."""
    head, *lines = open_text(path)
    spans: Spans = defaultdict(list)
    for line in lines:
        sentence, start, end = (int(field) for field in line.split("\t"))
        spans[sentence].append((start, end))
    return int(head.rpartition(" ")[2]), spans


def columns_of(tags: Tags) -> tuple[int, int]:
    """The places of B and I of persons among the entity tags."""
    return tags.entities.index(f"B-{PERSON}"), tags.entities.index(f"I-{PERSON}")


def person_examples(treebank: Path, marked: Path | None = None) -> Iterator[Example]:
    """Documents of the treebank with the target ``persons``: 0 for no person, 1 where a name begins, 2 where it goes on.

    ``marked`` names the persons in it; the file beside this module where ``None``.

    Raises ``ParsingError`` where the treebank is not the one whose sentences are numbered.
    """
    marked = marked or MARKED
    count, spans = read_persons(marked)
    sentences = read_conllu(treebank)
    if len(sentences) != count:
        raise ParsingError(f"{treebank} has {len(sentences)} sentences, and {marked.name} marks one of {count}")
    words: list[str] = []
    labels: list[int] = []
    starts = [0]
    for number, sentence in enumerate(sentences):
        if sentence.opens_paragraph and len(words) > DOCUMENT:
            yield Example(words, starts, {"persons": np.array(labels)})
            words, labels, starts = [], [], [0]
        marks = [0] * len(sentence.words)
        for start, end in spans.get(number, ()):
            marks[start:end] = [1, *[2] * (end - start - 1)]
        words += [word.form for word in sentence.words]
        labels += marks
        starts.append(len(words))
    if words:
        yield Example(words, starts, {"persons": np.array(labels)})

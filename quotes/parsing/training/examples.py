"""What does the network learn from?  Corpora -> documents of words with target numbers.

Three tasks: dependency trees (UD), entities (worldwide newswire) and attribution (PolNeAR).  ``IGNORE`` marks a word
that says nothing on a target.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from attrs import frozen

from quotes.parsing.bundle import Tags
from quotes.parsing.network import BIO, ROLES
from quotes.parsing.training.treebanks import TreeSentence, TreeWord, open_text, read_conllu

IGNORE = -100
NOWHERE = -1
COMMON = 40

Split = Callable[[str], list[list[tuple[str, int, int]]]]
"""Text -> sentences of words with their character offsets."""


@frozen
class Example:
    """One document: its words, where its sentences start (ending with the number of words), and targets by name.

    Each target holds one number a word; heads and links are places in the document, or ``NOWHERE``.
    """

    words: list[str]
    starts: list[int]
    targets: dict[str, np.ndarray]


def tags_of(sentences: Sequence[TreeSentence], entities: Sequence[str]) -> Tags:
    """The tag sets of a treebank; rare subtypes of relations are cut to the universal relation."""
    relations = Counter(word.deprel for s in sentences for word in s.words)
    kept = {name for name, count in relations.items() if count >= COMMON or ":" not in name}
    kept |= {name.partition(":")[0] for name in relations}
    return Tags(
        sorted({word.upos for s in sentences for word in s.words}),
        sorted({word.xpos for s in sentences for word in s.words}),
        sorted(kept),
        ["O", *(f"{mark}-{name}" for name in sorted(entities) for mark in "BI")],
    )


def tree_examples(path: Path, tags: Tags) -> list[Example]:
    """Treebank documents; trees become heads (places in the document) and relations."""
    examples: list[Example] = []
    run: list[TreeSentence] = []
    for sentence in read_conllu(path):
        if run and sentence.opens_paragraph and sum(len(s.words) for s in run) > 200:
            examples.append(_tree_example(run, tags))
            run = []
        run.append(sentence)
    return [*examples, _tree_example(run, tags)]


def _tree_example(run: list[TreeSentence], tags: Tags) -> Example:
    number = {name: {tag: i for i, tag in enumerate(getattr(tags, name))} for name in ("upos", "xpos", "relations")}
    words: list[TreeWord] = []
    starts = [0]
    heads: list[int] = []
    for sentence in run:
        heads += [NOWHERE if w.head == 0 else len(words) + w.head - 1 for w in sentence.words]
        words += sentence.words
        starts.append(len(words))
    relations = [number["relations"].get(w.deprel, number["relations"].get(w.deprel.partition(":")[0])) for w in words]
    targets = {
        "upos": np.array([number["upos"].get(w.upos, IGNORE) for w in words]),
        "xpos": np.array([number["xpos"].get(w.xpos, IGNORE) for w in words]),
        "heads": np.array(heads),
        "relations": np.array([IGNORE if r is None else r for r in relations]),
    }
    return Example([w.form for w in words], starts, targets)


def entity_examples(path: Path, tags: Tags) -> list[Example]:
    """Documents of a two-column BIO file with ``# doc`` lines and blank lines between sentences."""
    number = {tag: i for i, tag in enumerate(tags.entities)}
    examples: list[Example] = []
    words: list[str] = []
    labels: list[int] = []
    starts = [0]

    def close() -> None:
        if words:
            ends = starts if starts[-1] == len(words) else [*starts, len(words)]
            examples.append(Example(words[:], ends[:], {"entities": np.array(labels)}))
        words.clear()
        labels.clear()
        starts[:] = [0]

    for line in [*open_text(path), "# doc"]:
        if line.startswith("# doc") and "\t" not in line:
            close()
        elif line:
            word, _, label = line.partition("\t")
            words.append(word)
            labels.append(number[label])
        elif words and starts[-1] != len(words):
            starts.append(len(words))
    return examples


def entity_names(path: Path) -> list[str]:
    """The classes of a two-column BIO file."""
    labels = {line.rpartition("\t")[2] for line in open_text(path) if "\t" in line}
    return sorted({label[2:] for label in labels if label != "O"})


Relation = dict[str, list[tuple[int, int]]]


def read_brat(path: Path) -> list[Relation]:
    """Attributions of a brat stand-off file: for each the character ranges of its source, cue and content."""
    marks: dict[str, list[tuple[int, int]]] = {}
    events: list[Relation] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for line in lines:
        if found := re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line + "\t"):
            ranges = (part.split() for part in found[2].split(";"))
            marks[found[1]] = [(int(start), int(end)) for start, end in ranges]
    for line in lines:
        if re.match(r"E\d+\t", line):
            relation: Relation = defaultdict(list)
            for part in line.split("\t", 1)[1].split():
                role, _, key = part.partition(":")
                relation[role.rstrip("0123456789").lower()] += marks.get(key, [])
            events.append(relation)
    return events


def attribution_examples(folder: Path, split: Split) -> Iterator[Example]:
    """PolNeAR articles (``text/NAME.txt``, ``attributions/NAME*.ann``), with words as ``split`` finds them."""
    for path in sorted((folder / "text").glob("*.txt")):
        found = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))
        with path.open(encoding="utf-8", newline="") as file:
            sentences = split(file.read())
        if found and sentences:
            yield attribution_example(sentences, read_brat(found[0]))


def middles(sentences: list[list[tuple[str, int, int]]]) -> np.ndarray:
    """The character in the middle of each word."""
    return np.array([(start + end - 1) // 2 for sentence in sentences for _, start, end in sentence])


def attribution_example(sentences: list[list[tuple[str, int, int]]], events: list[Relation]) -> Example:
    """One document of sentences (words with their characters) and attributions: tags of the roles, and links to the cues."""
    words = [word for sentence in sentences for word in sentence]
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence))
    size = len(words)
    roles = np.zeros((size, len(ROLES)), np.int64)
    links = {role: np.full(size, IGNORE, np.int64) for role in ("source", "content")}
    where = middles(sentences)

    def inside(ranges: list[tuple[int, int]]) -> np.ndarray:
        hit = np.zeros(size, bool)
        for start, end in ranges:
            hit |= (where >= start) & (where < end)
        return np.flatnonzero(hit)

    places = [{role: inside(event.get(role, [])) for role in ROLES} for event in events]
    for place in sorted(places, key=lambda p: -len(p["content"])):
        for column, role in enumerate(ROLES):
            _tag(roles[:, column], place[role])
        anchor = place["cue"][0] if len(place["cue"]) else NOWHERE
        for role, link in links.items():
            link[place[role]] = anchor
    targets = {f"role_{role}": roles[:, column] for column, role in enumerate(ROLES)}
    targets |= {f"link_{role}": link for role, link in links.items()}
    return Example([text for text, _, _ in words], starts, targets)


def _tag(column: np.ndarray, places: np.ndarray) -> None:
    """Mark BIO runs; a span within an older, longer one leaves it whole."""
    for place in places:
        if column[place] == 0:
            fresh = place == 0 or column[place - 1] == 0 or place - 1 not in places
            column[place] = BIO.index("B") if fresh else BIO.index("I")


def restyle(words: Sequence[str], rng: random.Random) -> list[str]:
    """The words of a window with other quotation marks and apostrophes now and then, since newsrooms differ."""
    text = list(words)
    draw = rng.random()
    if draw < 0.35:
        opening = True
        for place, word in enumerate(text):
            if word == '"':
                text[place] = "“" if opening else "”"
                opening = not opening
    elif draw < 0.6:
        text = ['"' if word in ("“", "”", "``", "''") else word for word in text]
    draw = rng.random()
    if draw < 0.3:
        text = [word.replace("'", "’") for word in text]
    elif draw < 0.5:
        text = [word.replace("’", "'") for word in text]
    return text

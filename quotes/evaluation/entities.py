"""Are names found, and as what?  Span F1 of named entities: first word, last word and class must be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from quotes.evaluation.counts import Counts
from quotes.evaluation.parses import Parses
from quotes.parsing.training.treebanks import open_text

Entity = tuple[int, int, int, str]
"""Number of the sentence, first word, end, and class (case folded)."""

UNIVERSAL_NER = {"per": "person", "org": "organization", "loc": "location"}


@frozen
class TaggedSentence:
    """Words and their BIO tags."""

    words: list[str]
    tags: list[str]


def read_worldwide(path: Path) -> list[TaggedSentence]:
    """``word<tab>tag`` lines (plain or ``.xz``), with ``# doc`` lines, as in en-worldwide-newswire."""
    return _read(path, lambda fields: (fields[0], fields[1]))


def read_universal_ner(path: Path) -> list[TaggedSentence]:
    """``number<tab>word<tab>tag<tab>...`` lines (plain or ``.xz``), as in UniversalNER."""
    return _read(path, lambda fields: (fields[1], fields[2]))


def _read(path: Path, columns: Callable[[list[str]], tuple[str, str]]) -> list[TaggedSentence]:
    sentences: list[TaggedSentence] = []
    rows: list[tuple[str, str]] = []
    for line in [*open_text(path), ""]:
        if "\t" in line:
            rows.append(columns(line.split("\t")))
        elif rows and not line:
            sentences.append(TaggedSentence([word for word, _ in rows], [tag for _, tag in rows]))
            rows = []
    return sentences


def entity_scores(parser: Parses, sentences: Sequence[TaggedSentence]) -> dict[str, Counts]:
    """Counts of each class, case folded, and of ``all`` of them."""
    document = parser.parse_pretokenized([sentence.words for sentence in sentences])
    gold = set(entities(sentence.tags for sentence in sentences))
    found = set(entities([token.ner or "O" for token in sentence.tokens] for sentence in document.sentences))
    classes = sorted({name for *_, name in gold})
    by_class = {name: Counts.between(of_class(found, name), of_class(gold, name)) for name in classes}
    return {"all": Counts.between(found, gold), **by_class}


def of_class(found: Iterable[Entity], name: str) -> set[Entity]:
    """The entities of a class."""
    return {entity for entity in found if entity[3] == name}


def entities(tagged: Iterable[Sequence[str]]) -> Iterator[Entity]:
    """The entities that the tags of some sentences mark, in the scheme BIO or BIOES."""
    for number, tags in enumerate(tagged):
        marks = [tag.partition("-")[::2] for tag in tags]
        starts = [place for place in range(len(marks)) if _opens(marks, place)]
        for start in starts:
            end = next((place for place in range(start + 1, len(marks)) if not _goes_on(marks, place)), len(marks))
            name = marks[start][1].casefold()
            yield number, start, end, UNIVERSAL_NER.get(name, name)


def _opens(marks: Sequence[tuple[str, str]], place: int) -> bool:
    return marks[place][0] != "O" and not _goes_on(marks, place)


def _goes_on(marks: Sequence[tuple[str, str]], place: int) -> bool:
    """Whether a word belongs to the entity of the word before it."""
    mark, name = marks[place]
    before, name_before = marks[place - 1] if place else ("O", "")
    return mark in ("I", "E") and before in ("B", "I") and name == name_before

"""Whose names are found better, and whose worse?  Recall of persons by the region of the newspaper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quotes.evaluation.counts import Counts
from quotes.evaluation.entities import Entity, entities, read_worldwide
from quotes.evaluation.parses import Parses
from quotes.parsing.training.treebanks import open_text

REGIONS = {
    "Africa": ("af", "afs", "alg", "eg", "et", "ghana", "kenya", "mauritius", "nm", "panaf", "sa"),
    "East Asia": ("cn", "jp", "kr", "mong", "tw"),
    "South and South-east Asia": ("asia", "bangladesh", "in", "my", "pk", "th"),
    "Middle East": ("iran", "israel", "jr", "kw", "oman", "qt", "saud", "uae"),
    "Latin America": (
        *("arg", "bol", "chile", "col", "cosric", "cosrica", "cuba", "ecuador", "elsalv", "guyana", "hond", "mex"),
        *("nic", "pan", "paraguay", "peru", "uruguay", "ven"),
    ),
    "Indigenous Canada, Australia, New Zealand": ("aus", "canada", "nz"),
}
"""Region -> the first parts of the documents' names in en-worldwide-newswire."""

OTHER = "other"
_REGION_OF = {prefix: region for region, prefixes in REGIONS.items() for prefix in prefixes}


def region_of(document: str) -> str:
    """The region of a document's name ("kenya_nation_2")."""
    return _REGION_OF.get(document.partition("_")[0], OTHER)


def sentence_regions(path: Path) -> list[str]:
    """The region of each sentence that :func:`read_worldwide` reads from the same file."""
    return list(_regions([*open_text(path), ""]))


def _regions(lines: Sequence[str]) -> Iterator[str]:
    region, inside = OTHER, False
    for line in lines:
        if "\t" in line:
            inside = True
        elif line.startswith("# doc"):
            region = region_of(line.split()[-1])
        elif inside and not line:
            yield region
            inside = False


def person_recall(parser: Parses, path: Path) -> dict[str, Counts]:
    """Counts of persons by region, the region with the best recall first."""
    sentences, regions = read_worldwide(path), sentence_regions(path)
    document = parser.parse_pretokenized([sentence.words for sentence in sentences])
    gold = list(entities(sentence.tags for sentence in sentences))
    found = list(entities([token.ner or "O" for token in sentence.tokens] for sentence in document.sentences))
    counts = {
        region: Counts.between(_persons(found, regions, region), _persons(gold, regions, region))
        for region in sorted(set(regions))
    }
    return dict(sorted(counts.items(), key=lambda item: -item[1].recall))


def _persons(found: Sequence[Entity], regions: Sequence[str], region: str) -> set[Entity]:
    return {entity for entity in found if entity[3] == "person" and regions[entity[0]] == region}

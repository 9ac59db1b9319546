"""How is PolNeAR stored?  ``text/NAME.txt`` and brat stand-off ``attributions/NAME_*.ann``.

Newell, Margolin and Ruths (LREC 2018): every attribution links one cue with contents and sources, each in one or more
ranges.  Some articles were annotated several times; one annotation is read of each.
"""

from __future__ import annotations

import glob
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quotes.evaluation.gold import GoldCorpus, GoldDocument, GoldQuote, Range, kind_by_marks

_MARK = re.compile(r"T\d+\t\w+ \d")
_ATTRIBUTION = re.compile(r"E\d+\t")


def read_polnear(folder: Path) -> GoldCorpus:
    """All annotated articles of a compartment, by name."""
    return GoldCorpus(tuple(_documents(folder)), resolves_speakers=False)


def _documents(folder: Path) -> Iterator[GoldDocument]:
    for path in sorted((folder / "text").glob("*.txt")):
        found = glob.glob(os.path.join(folder, "attributions", glob.escape(path.stem) + "*.ann"))
        if found:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            lines = Path(found[0]).read_text(encoding="utf-8").split("\n")
            yield GoldDocument(path.stem, text, tuple(sorted(_quotes(text, lines), key=lambda quote: quote.content)))


def _quotes(text: str, lines: Iterable[str]) -> Iterator[GoldQuote]:
    lines = list(lines)
    marks = dict(_mark(line) for line in lines if _MARK.match(line))
    for line in filter(_ATTRIBUTION.match, lines):
        roles = _roles(line, marks)
        if roles["Content"]:
            content = tuple(sorted(roles["Content"]))
            cue, sources = tuple(roles["Cue"]), tuple(roles["Source"])
            yield GoldQuote(content, kind_by_marks(text, content), cue, sources)


def _mark(line: str) -> tuple[str, list[Range]]:
    """``T3<tab>Content 120 211;214 230<tab>...`` -> its key and its ranges."""
    key, label = line.split("\t")[:2]
    ranges = (part.split() for part in label.split(" ", 1)[1].split(";"))
    return key, [(int(start), int(end)) for start, end in ranges]


def _roles(line: str, marks: Mapping[str, list[Range]]) -> Mapping[str, list[Range]]:
    """``E1<tab>Attribution:T4 Content:T3 Content2:T9 ...`` -> the ranges of each role, its number cut off."""
    roles: dict[str, list[Range]] = defaultdict(list)
    for part in line.split("\t", 1)[1].split():
        role, _, key = part.partition(":")
        roles[role.rstrip("0123456789")] += marks.get(key, [])
    return roles

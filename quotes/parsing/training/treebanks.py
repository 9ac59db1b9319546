"""What do the Universal Dependencies treebanks say?  CoNLL-U files -> sentences."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen


@frozen
class TreeWord:
    """One syntactic word of a treebank; ``head`` is 1-based, 0 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str


@frozen
class SurfaceToken:
    """One written token: words ``[first, last)`` of its sentence, and whether a space follows."""

    text: str
    first: int
    last: int
    space_after: bool

    @property
    def is_multiword(self) -> bool:
        return self.last - self.first > 1


@frozen
class TreeSentence:
    """One sentence; ``opens_paragraph`` is true where the treebank marks a paragraph or document, ``opens_document`` for the latter."""

    words: tuple[TreeWord, ...]
    tokens: tuple[SurfaceToken, ...]
    opens_paragraph: bool = field(default=False)
    opens_document: bool = field(default=False)


def open_text(path: Path) -> Iterator[str]:
    """Lines of a text file, plain or ``.xz``, without line ends."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n")


def read_conllu(path: Path) -> list[TreeSentence]:
    """Sentences of a CoNLL-U file (plain or ``.xz``); empty nodes are left out."""
    sentences: list[TreeSentence] = []
    rows: list[list[str]] = []
    opens = begins = False
    for line in open_text(path):
        if line.startswith("#"):
            begins = begins or line.startswith("# newdoc")
            opens = opens or (line.startswith(("# newdoc", "# newpar id", "# newpar")) and "block" not in line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            sentences.append(_sentence(rows, opens, begins))
            rows, opens, begins = [], False, False
    if rows:
        sentences.append(_sentence(rows, opens, begins))
    return sentences


def _sentence(rows: list[list[str]], opens_paragraph: bool, opens_document: bool) -> TreeSentence:
    words: list[TreeWord] = []
    tokens: list[SurfaceToken] = []
    covered = 0
    for row in rows:
        if "." in row[0]:
            continue
        spaced = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            tokens.append(SurfaceToken(row[1], first - 1, last, spaced))
            covered = last
            continue
        number = int(row[0])
        words.append(TreeWord(row[1], row[2], row[3], row[4], row[5], int(row[6]), row[7], row[9]))
        if number > covered:
            tokens.append(SurfaceToken(row[1], number - 1, number, spaced))
    return TreeSentence(tuple(words), tuple(tokens), opens_paragraph, opens_document)

"""Where in the folder of data does each corpus lie?"""

from __future__ import annotations

import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from quotes.parsing.errors import ParsingError


@frozen
class Corpora:
    """Treebanks to learn from, one to choose the tokenizer by, entities, an archive of attributions, and one of articles."""

    treebanks: tuple[Path, ...]
    held_out: Path
    entities: Path
    attributions: Path
    articles: Path

    @classmethod
    def within(cls, data: Path) -> Corpora:
        """The corpora of a folder with ``ud``, ``ner``, ``polnear`` and ``worldnews``; raises ``ParsingError`` that names what it lacks."""
        found = cls(
            (data / "ud" / "en_ewt-ud-train.conllu.xz", data / "ud" / "en_gum-ud-train.conllu.xz"),
            data / "ud" / "en_ewt-ud-dev.conllu.xz",
            data / "ner" / "en_worldwide-train.tsv.xz",
            data / "polnear" / "train.tar.xz",
            data / "worldnews" / "articles.tar.xz",
        )
        for path in (*found.treebanks, found.held_out, found.entities, found.attributions, found.articles):
            if not path.is_file():
                raise ParsingError(f"the training data lack {path}")
        return found


def unpack(archive: Path, folder: Path) -> Path:
    """The folder ``train`` of an archive, unpacked into a folder of ours unless it is there already."""
    inside = folder / "train"
    if not inside.is_dir():
        beside = folder / "unpacking"
        with tarfile.open(archive) as packed:
            packed.extractall(beside, filter="data")
        (beside / "train").rename(inside)
        beside.rmdir()
    return inside


def named_articles(archive: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names and texts of articles of a tar archive (``NAME.txt``, in any folder), in the order of the names.

    Raises ``ParsingError`` where the archive lacks one.
    """
    with tarfile.open(archive) as packed:
        members = {Path(member.name).stem: member for member in packed if member.name.endswith(".txt")}
        for name in names:
            file = packed.extractfile(members[name]) if name in members else None
            if file is None:
                raise ParsingError(f"{archive} lacks the marked article {name}.txt")
            yield name, file.read().decode("utf-8")

"""Which raw articles are read for measuring?  The same ones every time, spread evenly over an archive."""

from __future__ import annotations

import itertools
import re
import tarfile
from collections.abc import Sequence
from pathlib import Path


def read_articles(archive: Path, number: int) -> list[str]:
    """So many articles of a tar archive (``.txt``, any compression), evenly spread over their names in order."""
    with tarfile.open(archive) as tar:
        members = sorted((member for member in tar if member.name.endswith(".txt")), key=lambda member: member.name)
        number = min(number, len(members))
        chosen = [members[place * len(members) // number] for place in range(number)]
        files = [tar.extractfile(member) for member in chosen]
        return [file.read().decode("utf-8") for file in files if file is not None]


def article_of(articles: Sequence[str], words: int) -> str:
    """One text of so many words, laid end to end from articles as they come, as often as it takes."""
    joined = "\n\n".join(articles)
    copies = "\n\n".join([joined] * -(-words // len(joined.split())))
    ends = (match.end() for match in re.finditer(r"\S+", copies))
    return copies[: next(itertools.islice(ends, words - 1, None))]

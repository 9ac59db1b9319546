"""Who is mentioned again, and where?  Chains of mentions, from GUM and from newspapers of all regions.

GUM marks all mentions of all entities (``Entity=`` in the last column).  ``newsroom_chains.tsv`` says by characters where
articles of worldnews name, or speak of, those whom they quote: the sources by reading, the names by their words; only of
the sources is it known that no other mention means the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import define, field, frozen

from quotes.parsing.training.corpora import named_articles
from quotes.parsing.training.examples import Split
from quotes.parsing.training.names import mentions
from quotes.parsing.training.treebanks import TreeSentence, open_text, read_conllu

CHAINS = Path(__file__).parent / "newsroom_chains.tsv"
SOURCE = "*"


@frozen
class Mentioned:
    """Words ``[start, end)`` of a document that mean somebody; ``asked`` where it is to be learned whom."""

    start: int
    end: int
    asked: bool = True


@define
class Chained:
    """A document: the words of its sentences, and its chains, each with the mentions of one entity in text order."""

    sentences: list[list[str]] = field(factory=list)
    chains: list[list[Mentioned]] = field(factory=list)


def gum_chains(path: Path) -> Iterator[Chained]:
    """The documents of a treebank with GUM's entity annotation (plain or ``.xz``)."""
    for document in _documents(read_conllu(path)):
        chains: dict[str, list[Mentioned]] = defaultdict(list)
        base = 0
        for sentence in document:
            for mention in mentions(sentence.words):
                chains[mention.entity].append(Mentioned(base + mention.start, base + mention.end))
            base += len(sentence.words)
        ordered = [sorted(chain, key=lambda m: (m.start, m.end)) for chain in chains.values()]
        yield Chained([[word.form for word in s.words] for s in document], ordered)


def _documents(sentences: Sequence[TreeSentence]) -> Iterator[list[TreeSentence]]:
    held: list[TreeSentence] = []
    for sentence in sentences:
        if sentence.opens_document and held:
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held


def newsroom_chains(archive: Path, split: Split, chains: Path | None = None) -> Iterator[Chained]:
    """The articles of a tar archive (``NAME.txt``, in any folder) of which chains are known, with words as ``split`` finds them.

    ``chains`` holds a line for each chain, with the name of the article and ranges of characters (``start-end``, parted by
    spaces), starred where it is the source of a quote; the file beside this module where ``None``.  Raises ``ParsingError``
    where the archive lacks an article.
    """
    known: dict[str, list[str]] = defaultdict(list)
    _, *lines = open_text(chains or CHAINS)
    for line in lines:
        name, _, ranges = line.partition("\t")
        known[name].append(ranges)
    for name, text in named_articles(archive, known):
        yield _chained(split(text), known[name])


def _chained(sentences: list[list[tuple[str, int, int]]], chains: list[str]) -> Chained:
    words = [word for sentence in sentences for word in sentence]
    document = Chained([[text for text, _, _ in sentence] for sentence in sentences])
    for chain in chains:
        held = (_mentioned(words, part) for part in chain.split())
        document.chains.append([mentioned for mentioned in held if mentioned is not None])
    return document


def _mentioned(words: list[tuple[str, int, int]], part: str) -> Mentioned | None:
    """The words whose middles a range of characters holds."""
    start, end = (int(number) for number in part.rstrip(SOURCE).split("-"))
    held = [place for place, (_, first, last) in enumerate(words) if start <= (first + last) / 2 < end]
    return Mentioned(held[0], held[-1] + 1, part.endswith(SOURCE)) if held else None

"""Are the dependency trees right?  On gold words, and from raw text as in the CoNLL 2018 shared task (Zeman et al.).

Relations count as universal ones: subtypes (``nsubj:pass``) are cut off.  Punctuation counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from quotes.evaluation.counts import Counts, ratio
from quotes.evaluation.parses import Parses
from quotes.parsing.training.segmentation import paragraphs, raw_and_labels
from quotes.parsing.training.treebanks import TreeSentence, TreeWord, open_text, read_conllu


@frozen
class TreeScores:
    """Of so many words: how many have the right part of speech, head, and head with relation."""

    words: int = 0
    tagged: int = 0
    attached: int = 0
    labelled: int = 0

    def __add__(self, other: TreeScores) -> TreeScores:
        return TreeScores(
            self.words + other.words,
            self.tagged + other.tagged,
            self.attached + other.attached,
            self.labelled + other.labelled,
        )

    @property
    def upos(self) -> float:
        return ratio(self.tagged, self.words)

    @property
    def uas(self) -> float:
        return ratio(self.attached, self.words)

    @property
    def las(self) -> float:
        return ratio(self.labelled, self.words)


def tree_scores(parser: Parses, treebank: Path) -> TreeScores:
    """Scores on a treebank's own words (CoNLL-U, plain or ``.xz``)."""
    sentences = read_conllu(treebank)
    document = parser.parse_pretokenized([[word.form for word in sentence.words] for sentence in sentences])
    pairs = zip(sentences, document.sentences, strict=True)
    return sum((_sentence_scores(gold.words, parsed.words) for gold, parsed in pairs), start=TreeScores())


def _sentence_scores(gold: Sequence[TreeWord], parsed: Sequence[Any]) -> TreeScores:
    rows = list(zip(gold, parsed, strict=True))
    attached = [(theirs, ours) for theirs, ours in rows if theirs.head == ours.head]
    return TreeScores(
        words=len(rows),
        tagged=sum(theirs.upos == ours.upos for theirs, ours in rows),
        attached=len(attached),
        labelled=sum(universal(theirs.deprel) == universal(ours.deprel) for theirs, ours in attached),
    )


def universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.partition(":")[0]


def raw_text_scores(parser: Parses, treebank: Path) -> dict[str, Counts]:
    """``Tokens``, ``Sentences``, ``Words``, ``UPOS``, ``UAS``, ``LAS`` ... as the shared task counts them."""
    from quotes.parsing.conll import conll_scores, plain_conllu

    documents = parser.parse([raw_text(read_conllu(treebank))])
    scores = conll_scores(plain_conllu(open_text(treebank)), documents)
    return {name: Counts(score.correct, score.system_total, score.gold_total) for name, score in scores.items()}


def raw_text(sentences: Sequence[TreeSentence]) -> str:
    """The text that a treebank was made from, a blank line between paragraphs."""
    return "\n\n".join(raw_and_labels(paragraph)[0] for paragraph in paragraphs(sentences))

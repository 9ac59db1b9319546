"""Are mentions linked to whom they mean?  Of those that mean somebody mentioned before, the share whose likeliest link is right.

Only pronouns of the third person and common nouns are counted: what a name means is seen by its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from quotes.evaluation.parses import Parses
from quotes.parsing import newswire_links
from quotes.parsing.mentions import ASKED, PRONOUN, head_of, heads_of
from quotes.parsing.training.chains import Chained


@frozen
class Share:
    """How many of ``gold`` mentions are linked right."""

    right: int
    gold: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 where there is nothing to be found."""
        return self.right / self.gold if self.gold else 0.0


def link_scores(parser: Parses, documents: Iterable[Chained]) -> dict[str, Share]:
    """The shares of ``pronouns`` and of ``nouns``, over documents whose chains are known."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for document in documents:
        for kind, linked in _judged(parser, document):
            right[kind] += linked
            gold[kind] += 1
    return {kind: Share(right[kind], gold[kind]) for kind in ("pronouns", "nouns")}


def _judged(parser: Parses, chained: Chained) -> Iterator[tuple[str, bool]]:
    """The kind of each mention that counts, and whether it is linked right."""
    document = parser.parse_pretokenized(chained.sentences)
    words = [word for sentence in document.sentences for word in sentence.words]
    heads = heads_of(document)
    entity: dict[int, int] = {}
    for number, chain in enumerate(chained.chains):
        for mentioned in chain:
            entity.setdefault(head_of(heads, mentioned.start, mentioned.end), number)
    seen: set[int] = set()
    for place, number in sorted(entity.items()):
        kind = _kind(words[place].text, words[place].upos)
        if kind is not None and number in seen:
            links = newswire_links.read(words[place])
            best = max(links, key=lambda link: link[1], default=None)
            yield kind, best is not None and entity.get(place - best[0]) == number
        seen.add(number)


def _kind(text: str, upos: str | None) -> str | None:
    if upos == "PRON":
        return "pronouns" if PRONOUN.get(text.lower()) in ASKED else None
    return "nouns" if upos == "NOUN" else None

"""Whom may a word mean, by the model?  Its links to words before it, followed up to names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import define

from quotes.attribution.naming import Named, Names
from quotes.attribution.syntax import Syntax
from quotes.parsing import newswire_links

LINKED = "linked"
"""The rule that says that a link decided."""
LIKELY = 0.5
"""Above this probability nothing else is likelier."""
Meant = Named | int
"""Somebody with a name, or the place of the first word that means somebody without."""


@define(slots=False)
class Coreference:
    """What the words of a document may mean, as far as the parse says."""

    syntax: Syntax
    names: Names

    @cached_property
    def _linked(self) -> dict[int, dict[Meant, float]]:
        """What each linked word may mean, followed up in text order: a link to another linked word counts for what that one means."""
        found: dict[int, dict[Meant, float]] = {}
        for word in self.syntax.words:
            links = newswire_links.read(word)
            if not links or self.names.naming_at(word.index) is not None:
                continue
            chances: dict[Meant, float] = defaultdict(float)
            for away, chance in links:
                for meant, share in (found.get(word.index - away) or self._itself(word.index - away)).items():
                    chances[meant] += chance * share
            chances[word.index] += max(0.0, 1.0 - sum(chance for _, chance in links))
            found[word.index] = dict(chances)
        return found

    def _itself(self, place: int) -> dict[Meant, float]:
        """A word that is linked to none means whom it names, or somebody without a name."""
        return {self.names.naming_at(place) or place: 1.0}

    def meanings(self, place: int) -> Mapping[Meant, float]:
        """How likely a word means each of those mentioned before it (0 to 1); empty where the parse does not say."""
        return self._linked.get(place, {})

    def chance(self, place: int, named: Named) -> float:
        """How likely a word means somebody with a name."""
        return self.meanings(place).get(named, 0.0)

    def chance_within(self, place: int, places: Iterable[int]) -> float:
        """How likely a word means what one of the words at some places means, as the first that does."""
        meanings = self.meanings(place)
        return sum(meanings.get(p, 0.0) for p in places)

    def likeliest(self, place: int) -> tuple[Named, float] | None:
        """The likeliest of those with names, and how likely."""
        named = [(chance, meant) for meant, chance in self.meanings(place).items() if isinstance(meant, Named)]
        if not named:
            return None
        chance, best = max(named, key=lambda item: item[0])
        return best, chance

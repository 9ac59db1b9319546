"""What does the bundled model say of a word?  Attribution tags by place, where the parse has them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import define, evolve, frozen

from quotes.attribution.syntax import Syntax
from quotes.parsing import newswire_tags
from quotes.parsing.newswire_tags import ROLES


@frozen
class Tag:
    """A word's part in a role: B, I or O; the probability that it has one; and the place of its cue's first word."""

    mark: str
    probability: float
    cue: int | None


@define
class Tagging:
    """Tags by role and place; ``present`` is false where the parse came without any."""

    by_role: dict[str, dict[int, Tag]]
    present: bool

    def cue(self, place: int) -> float | None:
        """The probability that a word is (in) a cue; ``None`` where the parser does not say."""
        if not self.present:
            return None
        tag = self.by_role["cue"].get(place)
        return tag.probability if tag else 0.0

    def tagged(self, role: str, place: int) -> bool:
        """Whether a word is likelier than not to play a role."""
        tag = self.by_role[role].get(place)
        return tag is not None and tag.mark != "O"

    def probability(self, role: str, place: int) -> float:
        tag = self.by_role[role].get(place)
        return tag.probability if tag else 0.0

    def mean(self, role: str, places: Sequence[int]) -> float:
        """The mean probability that some words play a role; 0 for none."""
        return sum(self.probability(role, place) for place in places) / len(places) if places else 0.0

    def linked(self, role: str, cue: int) -> list[int]:
        """Places of the words tagged with a role of the cue whose head is at a place (see ``bound``)."""
        return sorted(p for p, tag in self.by_role[role].items() if tag.mark != "O" and tag.cue == cue)

    def votes(self, places: Iterable[int]) -> Counter[int]:
        """To which cues the content tags of some words point, by the cues' heads, and how many do."""
        found = self.by_role["content"]
        tags = (found.get(place) for place in places)
        return Counter(tag.cue for tag in tags if tag is not None and tag.cue is not None and tag.mark != "O")

    def bound(self, heads: Sequence[int]) -> Tagging:
        """The same tags with each link on the head of a cue instead of its first word.

        The first word of a cue may be an auxiliary ("has said"): a link goes to the first head at or up to three words after it, else to
        the one right before it.
        """
        ordered = sorted(heads)

        def head_of(place: int) -> int | None:
            at = bisect_left(ordered, place)
            if at < len(ordered) and ordered[at] - place <= 3:
                return ordered[at]
            return ordered[at - 1] if at and place - ordered[at - 1] <= 1 else None

        moved = {
            role: {p: evolve(tag, cue=None if tag.cue is None else head_of(tag.cue)) for p, tag in tags.items()}
            for role, tags in self.by_role.items()
        }
        return Tagging(moved, self.present)


def tagging_of(syntax: Syntax) -> Tagging:
    """Read the tags out of the words' ``misc``."""
    by_role: dict[str, dict[int, Tag]] = {role: {} for role in ROLES}
    for word in syntax.words:
        for role, tag in newswire_tags.read(word).items():
            cue = None if tag.cue is None else word.index + tag.cue
            by_role[role][word.index] = Tag(tag.mark, tag.probability, cue)
    return Tagging(by_role, any(by_role.values()))

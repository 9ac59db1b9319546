"""What is content read from, and as what is it read?"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from quotes.attribution.cues import SAYING, Cue
from quotes.attribution.marks import Quotation
from quotes.attribution.syntax import Syntax
from quotes.attribution.tagging import Tagging
from quotes.attribution.turns import Turn, turns


@frozen
class Reading:
    """One cue with what it reports: character ranges in text order, and the rule that found them; in a transcript the label instead."""

    cue: Cue | None
    pieces: tuple[tuple[int, int], ...]
    rule: str
    quotations: tuple[Quotation, ...] = ()
    label: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        return self.pieces[0][0]


@define
class Scene:
    """All that content is read from."""

    syntax: Syntax
    tagging: Tagging
    paragraphs: Sequence[tuple[int, int]]
    quotations: list[Quotation]
    cues: list[Cue]
    outer: list[Quotation] = field(init=False)
    turns: list[Turn] = field(init=False)
    _claims: dict[int, Quotation] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.outer = [q for q in self.quotations if q.depth == 0]
        self.turns = list(turns(self.syntax.text, self.paragraphs))
        for q in self.outer:
            for place in self.syntax.inside(q.start, q.end):
                self._claims[place] = q

    def quoting(self, place: int) -> Quotation | None:
        """The outermost quotation around a word."""
        return self._claims.get(place)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds a character."""
        return next((n for n, (_, end) in enumerate(self.paragraphs) if offset < end), len(self.paragraphs))

    def turn_at(self, offset: int) -> Turn | None:
        """The turn of a transcript that holds a character."""
        return next((t for t in self.turns if any(start <= offset < end for start, end in t.pieces)), None)

    def place_of(self, cue: Cue) -> tuple[int, int]:
        """The characters of a cue."""
        return self.syntax.characters(cue.places)

    def words_of(self, reading: Reading) -> list[int]:
        """The words of what is reported."""
        return [place for start, end in reading.pieces for place in self.syntax.inside(start, end)]


def says_between(scene: Scene, cue: Cue, gap: tuple[int, int]) -> bool:
    """Whether a likely verb of saying stands in a gap: "..., he said, adding that"."""
    start, end = scene.place_of(cue)
    return gap[0] <= start and end <= gap[1] and cue.lemma in SAYING and (cue.probability or 0.0) > 0.5

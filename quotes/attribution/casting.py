"""What are speakers resolved from?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define, field, frozen

from quotes.attribution.coreference import Coreference
from quotes.attribution.naming import Named, Names, parts
from quotes.attribution.roles import Role
from quotes.attribution.scene import Reading, Scene
from quotes.attribution.sources import Source
from quotes.attribution.syntax import Syntax
from quotes.model import SpeakerKind


@frozen
class Answer:
    """A speaker as found: the named one, or the words of an unnamed one; the rule; rivals, best first; a mention near the marks.

    ``told`` holds what the mention itself says of a named speaker ("the outspoken youth leader"); ``joint`` those who speak together.
    """

    kind: SpeakerKind
    name: tuple[int, int]
    rule: str
    named: Named | None = None
    rivals: tuple[Named, ...] = ()
    beside: tuple[int, int] | None = None
    told: tuple[Role, ...] = ()
    joint: tuple[Named, ...] = ()


@define
class Casting:
    """All that speakers are resolved from; ``said`` holds what was resolved so far, in text order.

    ``within`` holds the heads of cues that stand in what other cues report; ``reading`` is the one that is resolved now.
    """

    scene: Scene
    names: Names
    roles: dict[Named, list[Role]]
    said: list[tuple[int, Answer]] = field(factory=list)
    within: frozenset[int] = frozenset()
    reading: Reading | None = None
    coreference: Coreference = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.coreference = Coreference(self.scene.syntax, self.names)

    @property
    def syntax(self) -> Syntax:
        return self.scene.syntax

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds a character."""
        return self.scene.paragraph(offset)


Resolve = Callable[[Casting, Source], Answer | None]
"""How a source is resolved, for what is itself said of another source: the issuer of a statement, say."""


def kind_of_named(named: Named) -> SpeakerKind:
    return SpeakerKind.PERSON if named.kind == "person" else SpeakerKind.ORGANIZATION


def of_named(named: Named, rule: str, rivals: Sequence[Named] = ()) -> Answer:
    full = named.fullest
    return Answer(kind_of_named(named), (full.start, full.end), rule, named, tuple(rivals))


def of_several(joint: Sequence[Named], rule: str) -> Answer:
    """Several who speak together, under the fullest name of each."""
    first, last = joint[0].fullest, joint[-1].fullest
    kind = SpeakerKind.PERSON if any(n.kind == "person" for n in joint) else SpeakerKind.ORGANIZATION
    return Answer(kind, (first.start, last.end), rule, joint=tuple(joint))


def bearer_of(names: Names, text: str) -> Named | None:
    """Who bears a name that was not seen as one where it stands."""
    wanted = parts(text)
    if not wanted:
        return None
    for named in [*names.people, *names.bodies]:
        if any(parts(n.text) == wanted for n in named.namings):
            return named
    for named in names.people:
        name = parts(named.name)
        if wanted[-1] in (name[-1], name[0]) and len(wanted) == 1:
            return named
    return None


def recency(casting: Casting, named: Named, offset: int) -> tuple[int, int]:
    last = named.before(offset)
    return (1, last.start) if last is not None else (0, -named.namings[0].start)

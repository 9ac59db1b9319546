"""What is a name: one place where it stands, whom it names, and all that an article names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen


@frozen
class Naming:
    """One place where a name stands: words ``[first, last)`` without titles, characters ``[start, end)``."""

    first: int
    last: int
    start: int
    end: int
    text: str
    title: str = ""
    kind: str = "person"

    @property
    def places(self) -> range:
        """Its words."""
        return range(self.first, self.last)


@define(eq=False)
class Named:
    """Somebody or something with a name: every place where it stands, in text order.

    ``gender`` is what a title says ("Mrs"), then ``titled`` is true; else it is guessed from pronouns, and may be wrong.
    ``called`` is what the given name tells of it, as newspapers use that name.
    """

    kind: str
    namings: list[Naming] = field(factory=list)
    gender: str | None = None
    titled: bool = False
    called: str | None = None

    @property
    def fullest(self) -> Naming:
        """The fullest form: most words, then longest, then first."""
        return max(self.namings, key=lambda n: (len(parts(n.text)), len(n.text), -n.start))

    @property
    def name(self) -> str:
        return self.fullest.text

    def naming_at(self, place: int) -> Naming | None:
        """The naming that the word at a place is part of."""
        return next((n for n in self.namings if n.first <= place < n.last), None)

    def before(self, offset: int) -> Naming | None:
        """The last naming that ends at or before a character."""
        return next((n for n in reversed(self.namings) if n.end <= offset), None)


@define
class Names:
    """All that an article names: people and organizations (places that speak are organizations too)."""

    people: list[Named]
    bodies: list[Named]
    at: dict[int, Named]

    def naming_at(self, place: int) -> Named | None:
        """Whom the word at a place is part of the name of."""
        return self.at.get(place)

    def mention_at(self, place: int) -> Naming | None:
        """The name that stands at a place, of whomever it names."""
        named = self.naming_at(place)
        return named.naming_at(place) if named is not None else None


def parts(name: str) -> list[str]:
    """The words of a name, folded, without possessive endings."""
    return re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", re.sub(r"'s?$", "", name.replace("’", "'").casefold()))


def initials(name: str) -> Iterator[str]:
    """The abbreviations that a name may have: the initials of its capitalised words, and of all its words."""
    words = re.findall(r"[^\W_]+", name)
    yield "".join(w[0] for w in words if w[0].isupper()).casefold()
    yield "".join(w[0] for w in words).casefold()
    yield "".join(w[0] for w in words if w.casefold() not in ("of", "the", "and", "for", "in", "on")).casefold()

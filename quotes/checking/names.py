"""Is the claimed speaker the one whom the source names?"""

from __future__ import annotations

from collections.abc import Iterable

from quotes.index.folding import words

_TITLES = (
    "mr mrs ms miss mx dr prof professor sir dame lord lady president minister prime senator sen rep representative "
    "gov governor mayor judge justice general gen captain capt colonel col sergeant sgt chancellor king queen prince "
    "princess the former chief secretary ambassador bishop father pope rev reverend coach"
)
TITLES = frozenset(_TITLES.split())


def parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles before it and a possessive after it."""
    found = [word for word, _, _ in words(name.replace("’s", "").replace("'s", ""))]
    while len(found) > 1 and found[0] in TITLES:
        found = found[1:]
    return tuple(found)


def same_person(claimed: str, known: Iterable[str]) -> bool:
    """Whether a claimed name fits one of the names of a speaker: all words of one stand in the other, in order.

    A first name may be an initial; "Wu" fits "Wu Weiren", "J. Bolsonaro" fits "Jair Bolsonaro".
    """
    wanted = parts(claimed)
    return any(_fits(wanted, parts(name)) or _fits(parts(name), wanted) for name in known)


def _fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return bool(short) and all(any(_alike(word, other) for other in rest) for word in short) and _has_name(short, long)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _has_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """At least one whole word is shared: initials alone name nobody."""
    return bool(set(short) & set(long))

"""How do the coreference links of the bundled model travel?  In the words' ``misc``, read and written here only.

``Links=4:71,19:12`` says that a word means what the word four places before it in the document means with a chance of 71 in a
hundred, and what the one nineteen before means with one of 12; what is missing to a hundred is that it means none before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotes.parsing.newswire_tags import HasMisc

NAME = "Links"


def write(links: Iterable[tuple[int, float]]) -> str:
    """The ``misc`` field for links: how many words back, and the probability."""
    return f"{NAME}=" + ",".join(f"{away}:{round(100 * chance)}" for away, chance in links)


def read(word: HasMisc) -> list[tuple[int, float]]:
    """The links of a word: how many words back, and the probability; none where nothing is said."""
    misc = word.misc
    if not misc or NAME + "=" not in misc:
        return []
    said = next(part.partition("=")[2] for part in misc.split("|") if part.startswith(NAME + "="))
    return [(int(away), int(chance) / 100) for away, _, chance in (link.partition(":") for link in said.split(","))]

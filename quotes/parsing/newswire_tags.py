"""How do the attribution tags of the bundled model travel?  In the words' ``misc``, read and written here only.

A word that belongs to a source, a cue or a content carries ``Source=B`` or ``Source=I`` and so on, with the model's
probability in hundredths (``SourceP=97``); a word of a source or content also says how many words further on (or back,
where negative) in the document the first word of its cue stands (``SourceCue=-3``).
"""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

ROLES = ("source", "cue", "content")


class HasMisc(Protocol):
    """What is read here of a Stanza ``Word``."""

    @property
    def misc(self) -> str | None: ...


@frozen
class Tag:
    """What the model says of a word in a role: B, I or O; the probability that it is not O; words to its cue."""

    mark: str = "O"
    probability: float = 0.0
    cue: int | None = None


OUTSIDE = Tag()
NAMES = {role: role.capitalize() for role in ROLES}


def write(tags: dict[str, Tag]) -> str | None:
    """The ``misc`` field for the tags of a word, or ``None`` where there is nothing to say."""
    fields = []
    for role, tag in tags.items():
        name = NAMES[role]
        if tag.mark != "O":
            fields.append(f"{name}={tag.mark}")
        fields.append(f"{name}P={round(100 * tag.probability)}")
        if tag.cue is not None:
            fields.append(f"{name}Cue={tag.cue}")
    return "|".join(fields) or None


def read(word: HasMisc) -> dict[str, Tag]:
    """The tags of a word by role; roles of which nothing is said are left out."""
    misc = word.misc
    if not misc or "P=" not in misc:
        return {}
    fields = dict(part.partition("=")[::2] for part in misc.split("|"))
    found: dict[str, Tag] = {}
    for role, name in NAMES.items():
        if name + "P" in fields:
            cue = fields.get(name + "Cue")
            probability = int(fields[name + "P"]) / 100
            found[role] = Tag(fields.get(name, "O"), probability, None if cue is None else int(cue))
    return found


def attribution_tags(word: HasMisc) -> dict[str, str]:
    """Role -> B, I or O."""
    tags = read(word)
    return {role: tags.get(role, OUTSIDE).mark for role in ROLES}

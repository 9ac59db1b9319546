"""Whom does the label of a turn, or the name after a dash, mean?"""

from __future__ import annotations

from quotes.attribution.casting import Answer, Casting, of_named
from quotes.attribution.naming import parts
from quotes.model import SpeakerKind


def labelled(casting: Casting, label: tuple[int, int], found_by: str) -> Answer:
    """Whom a label names, before a turn or after a dash: the person whose surname it ends with; else the label as it stands."""
    rule = "label" if found_by == "turn" else "name-after-dash"
    start, end = label
    words = parts(casting.syntax.text[start:end])
    for place in casting.syntax.inside(start, end):
        named = casting.names.naming_at(place)
        if named is not None and named.kind == "person":
            return of_named(named, rule)
    for person in casting.names.people:
        if words and words[-1] in (parts(person.name)[-1], parts(person.name)[0]) and len(parts(person.name)) > 1:
            return of_named(person, rule)
    if found_by != "turn":
        return Answer(SpeakerKind.PERSON, label, rule)
    kind = SpeakerKind.ORGANIZATION if len(words) > 1 else SpeakerKind.UNNAMED
    return Answer(kind, label, rule)

"""Whom does the label of a turn, or the name after a dash, mean?"""

from __future__ import annotations

from collections import Counter

from quotes.attribution.casting import Answer, Casting, of_named
from quotes.attribution.naming import parts
from quotes.attribution.turns import ANSWER, unnumbered
from quotes.model import SpeakerKind


def labelled(casting: Casting, label: tuple[int, int], found_by: str) -> Answer:
    """Whom a label names, before a turn or after a dash: the person whose surname it ends with; else the label as it stands."""
    rule = "label" if found_by == "turn" else "name-after-dash"
    start, end = label
    words = parts(casting.syntax.text[start:end])
    if found_by == "turn" and unnumbered(casting.syntax.text[start:end]) in ANSWER:
        return _interviewed(casting) or Answer(SpeakerKind.UNNAMED, label, rule)
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


def _interviewed(casting: Casting) -> Answer | None:
    """Who answers where a label only says that somebody does: whom the article quotes most before the first turn, or names last."""
    first = casting.scene.turns[0].label[0]
    people = [answer.named for at, answer in casting.said if answer.kind is SpeakerKind.PERSON and at < first]
    spoke = Counter(person for person in people if person is not None).most_common(1)
    if spoke:
        return of_named(spoke[0][0], "label")
    named = [(n.start, p) for p in casting.names.people for n in p.namings if n.start < first]
    return of_named(max(named, key=lambda item: item[0])[1], "label") if named else None

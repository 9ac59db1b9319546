"""Which entities that the recogniser broke in two are one name?"""

from __future__ import annotations

from attrs import evolve

from quotes.attribution.nouns import is_role_noun
from quotes.attribution.syntax import Entity, Syntax


def with_whole_names(syntax: Syntax) -> Syntax:
    """The view with each body or place that ends in "of" made one with the entity right after it: "City of | Norfell"."""
    joined: list[Entity] = []
    for entity in syntax.entities:
        if joined and joined[-1].last == entity.first and _goes_on(syntax, joined[-1], entity):
            joined[-1] = evolve(joined[-1], last=entity.last)
        else:
            joined.append(entity)
    return evolve(syntax, entities=joined)


def _goes_on(syntax: Syntax, entity: Entity, following: Entity) -> bool:
    """Whether an entity begins a name that the next one ends: no office ("Prince of | Norfell"), no person after "of"."""
    opened = entity.last > 1 and syntax.words[entity.last - 1].text == "of"
    kinds = entity.kind in ("organization", "location") and following.kind not in ("person", "date")
    return opened and kinds and not is_role_noun(syntax.words[entity.last - 2])

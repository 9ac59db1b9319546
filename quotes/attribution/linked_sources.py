"""Whom does the model take a mention for, where no rule knows?"""

from __future__ import annotations

from attrs import evolve

from quotes.attribution.actors import is_told_beside
from quotes.attribution.affiliations import role_of_phrase
from quotes.attribution.bodies import STATE
from quotes.attribution.casting import Answer, Casting, of_named
from quotes.attribution.coreference import LINKED
from quotes.attribution.naming import Named
from quotes.attribution.nouns import BODIES, FIRMS, PRESS, SEVERAL, WRITINGS, is_role_noun
from quotes.attribution.sources import Source, is_definite
from quotes.attribution.writings import PERSONAL

SURE = 0.7
"""From this probability on, a link decides before the words of those who spoke without a name do."""
LEAST = 0.35
"""From this probability on, a link is better than no name."""
OTHERS = frozenset({"other", "another", "second", "next", "different"})
"""Words of a mention that means nobody mentioned before."""


def surely_linked(casting: Casting, source: Source) -> Answer | None:
    """Whoever has a name and is what the model surely takes a definite mention for."""
    return _linked(casting, source, SURE)


def linked(casting: Casting, source: Source) -> Answer | None:
    """The same where nothing else is known: likelier than not to be right."""
    return _linked(casting, source, LEAST)


def _linked(casting: Casting, source: Source, least: float) -> Answer | None:
    likeliest = casting.coreference.likeliest(source.head)
    if likeliest is None or likeliest[1] < least or not _may_be_linked(casting, source):
        return None
    if not _is_alike(casting, source, likeliest[0]) or is_told_beside(casting, source, likeliest[0]):
        return None
    syntax = casting.syntax
    told = (
        role_of_phrase(syntax, casting.names, source.places, source.head)
        if is_role_noun(syntax.words[source.head])
        else ()
    )
    return evolve(of_named(likeliest[0], LINKED), told=tuple(told))


def _may_be_linked(casting: Casting, source: Source) -> bool:
    """Whether a mention is definite, of one, and says neither whose it is nor that it is another."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    owned = any(w.upos != "PRON" for w in syntax.dependents(source.head, "nmod:poss"))
    other = any(syntax.words[p].lemma.casefold() in OTHERS for p in source.places)
    named = any(casting.names.naming_at(p) is not None for p in source.places)
    entitled = any(syntax.words[p].upos == "PROPN" for p in source.places if p < source.head)
    news = any(syntax.words[p].lemma == "news" for p in source.places)
    titled = news or (entitled and head.lemma.casefold() in WRITINGS)
    barred = owned or other or named or titled or head.xpos in SEVERAL or head.lemma.casefold() in STATE
    return is_definite(syntax, source) and not barred


def _is_alike(casting: Casting, source: Source, named: Named) -> bool:
    """Whether a noun for a person is linked to a person, one for a body, or for what bodies issue, to a body."""
    head = casting.syntax.words[source.head]
    if head.lemma.casefold() in FIRMS:
        return named.kind == "organization"
    if is_role_noun(head):
        return named.kind == "person"
    return named.kind == "organization" or head.lemma.casefold() not in BODIES | PRESS | (WRITINGS - PERSONAL)

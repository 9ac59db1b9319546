"""Which nouns name roles, bodies, writings and titles?  Closed lists of English, small enough to read."""

from __future__ import annotations

from quotes.attribution.syntax import Word

HONORIFICS = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady madam madame mme shri smt sri me rev reverend fr hon capt col gen lt
    sgt maj cpl adm mx sheikh shaikh datuk dato tan encik haji hajj engr barr""".split()
)
"""Titles that stand before a name and are no role."""

WRITINGS = frozenset(
    """report study survey poll statement letter article document data paper analysis index release declaration figure circular memo
    research review bulletin note post tweet message filing complaint website page account""".split()
)
"""What reports in a body's name."""

BODIES = frozenset(
    """association bureau company university department ministry agency institute institution organization organisation
    firm group party office team council commission committee center centre union foundation bank court school college hospital club
    police force army board society federation network service authority government parliament laboratory academy""".split()
)
"""Common nouns for an organization."""

NOT_ROLES = frozenset(
    """year month day week one some many most other time way part thing father mother son daughter wife husband brother sister
    parent child friend victim native resident move example number lot kind case case who which that while man woman people boy girl
    statement interview report day relation nephew niece cousin uncle aunt grandson granddaughter centre center season""".split()
)
"""Nouns that say nothing of what somebody is in public life."""

ENDINGS = tuple(
    """er or ist ian ant ent man woman men women person chief head official secretary boss captain representative coach
    attorney deputy judge fellow mp mep member leader ambassador envoy advocate expert nurse guard pilot clerk dean aide
    host chef king queen diplomat friend pastor imam vicar prince princess pope bishop priest chair czar executive analyst
    spokesperson adviser mayor magistrate commissioner ceo cfo coo cto""".split()
)
"""How nouns for roles end, or what they are."""


def is_role_noun(word: Word) -> bool:
    """Whether a noun says, by its form, what a person is or does: "minister", "chief", "spokeswoman"."""
    return word.upos in ("NOUN", "PROPN") and word.text[:1].isalpha() and is_role(word.lemma)


def is_role(lemma: str) -> bool:
    """The same of a base form alone."""
    return lemma.casefold() not in NOT_ROLES and lemma.casefold().endswith(ENDINGS)

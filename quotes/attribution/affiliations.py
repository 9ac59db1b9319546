"""For whom does a speaker speak, and as what?

Roles stand beside a name as apposition ("Quan Gang, president of Roborock"), before it ("Finance Minister Y"), after "is" or "as", in
a relative clause ("who heads the agency") or as an organization alone ("Shi Weichun with the bureau"); anywhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from quotes.attribution.beside import roles_at
from quotes.attribution.naming import Named, Names, initials, parts
from quotes.attribution.nouns import BODIES, FIRMS, KIND_OF_BODY, OFFICES, POSSESSIVES, SEATS, is_role_noun
from quotes.attribution.organizations import PUBLIC, in_full, party_of, short_form
from quotes.attribution.predicates import roles_predicated
from quotes.attribution.roles import FORMER, Role, core_of, parted_roles
from quotes.attribution.syntax import Syntax, Word

LONGEST_ROLE = 8
"""A role of more words that holds somebody's name runs on into what they are."""
WITHIN = frozenset({"of", "the", "for", "at", "with", "in"})
"""What ties a role to its body."""
SERVING = frozenset({"provider", "user", "customer"})
"""Who has to do with a service, a network or a bank without being of it."""


def affiliations_of(syntax: Syntax, names: Names, person: Named, pronouns: Iterable[Word] = ()) -> list[Role]:
    """All that the article says of a person's role and body, in text order, each once; also by pronouns that mean them."""
    told = [list(roles_at(syntax, names, naming)) for naming in person.namings]
    told += [list(roles_predicated(syntax, names, word)) for word in pronouns]
    found = [role for roles in told for role in _merged(syntax.text, roles)]
    found = [_with_body_after(syntax, names, role) for role in found if not _is_of_another(syntax, names, person, role)]
    found = _of_the_named(syntax.text, _in_full(syntax.text, names, found))
    return distinct(syntax.text, sorted(found, key=lambda r: r.statement))


def _of_the_named(text: str, roles: list[Role]) -> list[Role]:
    """Roles in a body of which only the kind is told made of the one that the same person is said to belong to.

    "The Consumer Council's Strand said ... Strand, the watchdog's chief executive, said".
    """
    bodies = {text[slice(*r.organization)]: r.organization for r in roles if r.organization is not None}
    named = [span for name, span in bodies.items() if not name.islower()]
    kinds = {KIND_OF_BODY[word] for span in named for word in parts(text[slice(*span)]) if word in KIND_OF_BODY}
    common = {name for name in bodies if name in BODIES | FIRMS - PUBLIC}
    if kinds:
        common = {name for name in common if name not in KIND_OF_BODY or KIND_OF_BODY[name] in kinds}
    if len(named) != 1 or not common:
        return roles
    return [
        evolve(r, organization=named[0]) if r.organization and text[slice(*r.organization)] in common else r
        for r in roles
    ]


def affiliations_of_unnamed(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> list[Role]:
    """What the phrase of an unnamed source says: "education department officials", "a police spokesman", "Liberal sources"."""
    words = syntax.words
    bare = words[head].lemma.casefold() in ("source", "insider", "authority")
    if not bare and not is_role_noun(words[head]):
        return []
    found = [r for r in parted_roles(syntax, names, list(places), head) if r.organization is not None]
    if not found:
        found = list(_of_named_body(syntax, names, places, head))
    if not found:
        found = list(_of_untold_body(syntax, places, head))
    if not found:
        compound = [p for p in places if words[p].relation == "compound" and p < head and words[p].head == head]
        bodies = [
            p for p in compound if words[p].lemma.casefold() in BODIES and words[head].lemma.casefold() not in SERVING
        ]
        if bodies:
            short = short_form(syntax, names, words[bodies[-1]]) if len(syntax.subtree(bodies[-1])) == 1 else None
            body = short or syntax.characters(syntax.subtree(bodies[-1]))
            rest = core_of(syntax, [p for p in places if p > bodies[-1]], head)
            found = [Role(syntax.characters(rest) if rest else None, body, syntax.characters(places))]
    return _in_full(syntax.text, names, [evolve(r, role=None) for r in found] if bare else found)


SPEAKING = frozenset("spokesman spokeswoman spokesperson spokespeople".split())
"""Roles that are held for somebody, as a rule for a body."""


def _of_untold_body(syntax: Syntax, places: tuple[int, ...], head: int) -> Iterator[Role]:
    """Whom a spokesperson speaks for, whatever one capitalised word was taken for: "a Ryanfly spokesman", "a spokesman for Ryanfly"."""
    word = syntax.words[head]
    near = [w for w in syntax.dependents(head, "compound", "nmod") if w.upos == "PROPN" and w.index in places]
    if word.lemma.casefold() not in SPEAKING or len(near) != 1 or syntax.dependents(near[0].index, "flat", "compound"):
        return
    case = [w.text for w in syntax.dependents(near[0].index, "case")]
    if near[0].index == head - 1 or (case == ["for"] and near[0].index == head + 2):
        yield Role((word.start, word.end), (near[0].start, near[0].end), syntax.characters(places))


def _in_full(text: str, names: Names, roles: list[Role]) -> list[Role]:
    """Roles with the fullest names of their bodies; none that is left with neither role nor body."""
    full = [evolve(role, organization=in_full(text, names, role.organization)) for role in roles]
    return [role for role in full if role.role is not None or role.organization is not None]


def _of_named_body(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> Iterator[Role]:
    """The body whose name, or a party's first word, stands before the noun: "a senior Bank of Halden official", "a Liberal MP"."""
    words = syntax.words
    for place in (p for p in places if p < head):
        naming = names.mention_at(place)
        party = party_of(names, words[place].text)
        rest = range(place + 1, head + 1)
        if naming is not None and naming.kind == "organization":
            body, rest = (naming.start, naming.end), range(naming.last, head + 1)
        elif party is not None and words[place].text[:1].isupper():
            body = (party.fullest.start, party.fullest.end)
        else:
            continue
        if rest and all(words[p].upos in ("NOUN", "ADJ", "PROPN") for p in rest):
            yield Role(syntax.characters(rest), body, syntax.characters(places))
        return


def role_of_phrase(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> list[Role]:
    """What a phrase that stands for a named person says of them, where it says more than a bare noun: "the US top diplomat"."""
    roles = parted_roles(syntax, names, list(places), head)
    return [r for r in roles if r.organization is not None or (r.role and " " in syntax.text[r.role[0] : r.role[1]])]


def _with_body_after(syntax: Syntax, names: Names, role: Role) -> Role:
    """A role with the body that is named right after it: "director, Halden Hospital, said", "Executive Director Halden Trust".

    "... works as a nurse at Halden Hospital": whatever the tree hangs the hospital on.
    """
    words = syntax.words
    place = syntax.at(role.statement[1] - 1) + 1
    if role.organization is not None or role.role is None or place + 1 >= len(words):
        return role
    if words[place].text in ("at", "with") and words[place].sentence == words[place - 1].sentence:
        body = _body_from(syntax, names, place + 1 + (words[place + 1].text == "the"))
        return evolve(role, organization=body, statement=(role.statement[0], body[1])) if body is not None else role
    parted = words[place].text == ","
    naming = names.mention_at(place + parted)
    if naming is None or naming.first != place + parted or naming.kind != "organization" or naming.last >= len(words):
        return role
    ends = words[naming.last].text in (",", "(", ";", ".", ":") or (words[naming.last].upos == "VERB" and parted)
    body = naming.start, naming.end
    return evolve(role, organization=body, statement=(role.statement[0], naming.end)) if ends else role


def _body_from(syntax: Syntax, names: Names, place: int) -> tuple[int, int] | None:
    """The body whose name begins at a place; by its capitals, where they end in a noun for one: "St Anne's Hospital"."""
    words = syntax.words
    naming = names.mention_at(place)
    if naming is not None and naming.kind == "organization" and naming.first == place:
        return naming.start, naming.end
    last = place
    while last < len(words) and (words[last].text[:1].isupper() or words[last].text in POSSESSIVES):
        last += 1
    named = last > place + 1 and words[last - 1].text.casefold() in BODIES | SEATS
    return (words[place].start, words[last - 1].end) if named else None


def _is_of_another(syntax: Syntax, names: Names, person: Named, role: Role) -> bool:
    """Whether a role ends with somebody else's name and is theirs: "Vice-President Ruto", but not "spokesman for President Ruto"."""
    if role.role is None:
        return False
    others = [n for p in names.people if p is not person for n in p.namings]
    long = len(syntax.text[slice(*role.role)].split()) > LONGEST_ROLE
    if long and any(role.role[0] <= n.start and n.end < role.role[1] and n.last - n.first > 1 for n in others):
        return True
    ends = any(role.role[0] < n.end == role.role[1] for n in others)
    first, last = syntax.at(role.role[0]), syntax.at(role.role[1] - 1)
    return ends and all(w.upos != "ADP" for w in syntax.words[first : last + 1])


def _merged(text: str, roles: list[Role]) -> list[Role]:
    """Roles that only a comma or "and" parts are one: "co-founder, chairman and chief executive" of one body."""
    kept: list[Role] = []
    for role in sorted(roles, key=lambda r: r.statement):
        last = kept[-1] if kept else None
        if last is not None and last.role is not None and role.role is not None and last.role[1] <= role.role[0]:
            between = text[last.role[1] : role.role[0]]
            listed = between == ", " and text[role.role[1] :].lstrip(",").startswith(" and ")
            joined = listed or between in (" and ", ", and ")
            joined = joined and not re.search(r"\b(of|for)\b", text[slice(*last.role)])
            joined = joined and parts(text[slice(*role.role)])[0] not in FORMER
            if joined and (last.organization is None or role.organization is None):
                span = (last.role[0], role.role[1])
                statement = (last.statement[0], max(last.statement[1], role.statement[1]))
                kept[-1] = Role(span, last.organization or role.organization, statement)
                continue
        kept.append(role)
    return kept


def _is_short(text: str, role: Role, others: Iterable[Role]) -> bool:
    """Whether a role is the abbreviation of another: "PM" of "Prime Minister"."""
    said = text[slice(*role.role)] if role.role is not None else ""
    full = (text[slice(*other.statement)] for other in others if other is not role)
    return said in OFFICES and any(said.casefold() in initials(other.title()) for other in full)


def distinct(text: str, roles: Iterable[Role]) -> list[Role]:
    """Each affiliation once: one that says less than another is left out."""
    kept: list[Role] = []

    def said(role: Role) -> tuple[set[str], set[str]]:
        return tuple(set(parts(text[s[0] : s[1]])) if s else set() for s in (role.role, role.organization))  # type: ignore[return-value]

    def is_less(one: Role, other: Role) -> bool:
        """Whether a role says no more than another, or the same without telling the body apart: "director of Halden Rail"."""
        (role, body), (held, of) = said(one), said(other)
        unparted = not body and bool(of) and held | of <= role <= held | of | WITHIN
        return (role <= held and body <= of) or unparted

    for role in roles:
        if any(is_less(role, old) for old in kept) or _is_short(text, role, kept):
            continue
        kept = [old for old in kept if not _is_short(text, old, [role])]
        kept = [old for old in kept if not is_less(old, role)]
        kept.append(role)
    return kept

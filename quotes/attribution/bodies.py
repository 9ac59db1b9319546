"""Which organization does "the company" or "the association" mean?"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribution.actors import acting_before, is_subject
from quotes.attribution.casting import Answer, Casting, of_named, recency
from quotes.attribution.naming import Named, parts
from quotes.attribution.nouns import BODIES, FIRMS, KIND_OF_BODY, PERSONS, PRESS, UNNAMED_BODIES, is_role_noun
from quotes.attribution.organizations import may_be
from quotes.attribution.roles import is_general
from quotes.attribution.sources import Source, is_definite, mention
from quotes.attribution.syntax import Syntax, Word
from quotes.model import SpeakerKind

GROUPS = frozenset(
    "group organization organisation agency company firm body association institution party ministry department".split()
)
OTHERS = frozenset({"another", "other", "his", "her", "their", "its", "our", "my"})
"""What opens a mention of a body that "the" does not mean afterwards."""
STATE = frozenset({"government", "police", "army"})
"""Bodies that no other body with a name is."""
OFFICES_OF = frozenset("office department bureau ministry embassy court council".split())
"""What is no body of whichever name stands before it."""
TOWNS = frozenset({"municipality", "city", "town"})
"""Bodies that are named like the places that they are."""
MOST = 2
"""So many words may say which body is meant that has no name beside them."""
UNNAMED_KINDS = frozenset({"party", "company", "firm", "club", "team"})
"""Kinds of body whose names seldom say what they are."""


def short_form_of_body(casting: Casting, source: Source) -> Answer | None:
    """ "the association", "the agency": the last named body before it that is one."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.lemma.casefold() == "police" and len(source.places) == 1:
        return _only_police(casting)
    if not _may_be_short(syntax, source):
        return None
    several = head.has("Number=Plur")
    wanted = head.text.casefold() if several else head.lemma.casefold()
    acting = acting_before(casting, head.sentence, near=False) if wanted in UNNAMED_KINDS else None
    if acting is not None and _is_organization(acting) and may_be(acting, wanted):
        return of_named(acting, "short-form")
    own = {
        syntax.words[p].text.casefold() for p in source.places if p < source.head and syntax.words[p].upos == "PROPN"
    }
    ranked = [b for b in called(casting, wanted, head.start) if any(own <= set(parts(n.text)) for n in b.namings)]
    if ranked:
        return of_named(ranked[0], "short-form", ranked[1:])
    held = {casting.names.naming_at(p) for p in source.places} - {casting.names.naming_at(source.head)}
    others = (b for b in casting.names.bodies if _is_organization(b) and b not in held)
    barred = head.lemma.casefold() in STATE | PERSONS | {"citizen"}
    described = [b for b in others if not barred and wanted in _descriptions(syntax, b)]
    ranked = sorted(described, key=lambda b: recency(casting, b, head.start), reverse=True)
    if ranked:
        return of_named(ranked[0], "described-organization", ranked[1:])
    return None


def called(casting: Casting, noun: str, offset: int) -> list[Named]:
    """The bodies whose names hold a noun, likeliest first: those just heard, then by where they were last named."""
    fits = [b for b in casting.names.bodies if any(_is_called(parts(n.text), noun) for n in b.namings)]
    heard = [answer.named for _, answer in casting.said[-3:]]
    return sorted(fits, key=lambda b: (b in heard, recency(casting, b, offset)), reverse=True)


def _is_called(name: list[str], noun: str) -> bool:
    """Whether a longer name holds a noun: "River Bureau", "Bureau of Rivers"."""
    return noun in name[1:] or name[:2] == [noun, "of"]


def _may_be_short(syntax: Syntax, source: Source) -> bool:
    """Whether a mention may stand for a body that the article names: "the association", of which nothing more is said."""
    head = syntax.words[source.head]
    if head.upos not in ("NOUN", "PROPN") or not is_definite(syntax, source) or is_general(syntax.words, source.head):
        return False
    owners = [w for w in syntax.dependents(source.head, "nmod:poss") if w.upos != "PRON"]
    clauses = (syntax.subtree(w.index)[0] for w in syntax.dependents(source.head, "acl"))
    restricted = any("," not in (syntax.words[first - 1].text, syntax.words[first].text) for first in clauses)
    return not (owners or restricted or _is_described(syntax, source))


def _is_described(syntax: Syntax, source: Source) -> bool:
    """Whether a phrase with a preposition says which one is meant: "the party of the president"."""
    return any(w.relation == "nmod" and w.deprel != "nmod:poss" for w in syntax.dependents(source.head, "nmod"))


def _only_police(casting: Casting) -> Answer | None:
    """ "police" for the one police force that the article names."""
    forces = [b for b in casting.names.bodies if parts(b.name)[-1:] == ["police"] and len(parts(b.name)) > 1]
    return of_named(forces[0], "short-form") if len(forces) == 1 else None


def _descriptions(syntax: Syntax, body: Named) -> Iterator[str]:
    """The nouns that say what a named body is: "civil society group Article 13", "Grain & Table, a trade body"."""
    for naming in body.namings:
        places = naming.places
        head = syntax.top(places)
        for word in syntax.dependents(head.index, "appos", "compound", "nmod"):
            described = word.upos == "NOUN" and not syntax.dependents(word.index, "case") and _is_no_person(word)
            if word.index not in places and described:
                yield word.lemma.casefold()
        governor = syntax.head(head)
        tied = governor is not None and governor.upos == "NOUN" and head.relation in ("appos", "flat", "compound")
        if governor is not None and tied and _is_no_person(governor):
            yield governor.lemma.casefold()


def _is_no_person(word: Word) -> bool:
    """Whether a noun may say what a body is."""
    return word.lemma.casefold() in FIRMS or not is_role_noun(word)


def described_body(casting: Casting, source: Source) -> Answer | None:
    """ "the association" for "the prefectural medical association": where the noun stands first with words before it that say which."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    held = [syntax.words[p].upos for p in source.places if p != source.head]
    known = head.lemma.casefold() in BODIES | UNNAMED_BODIES and (is_definite(syntax, source) or head.lemma == "police")
    if head.upos != "NOUN" or not known or any(upos != "DET" for upos in held) or _is_described(syntax, source):
        return None
    for word in syntax.words[: source.places[0]]:
        alike = word.xpos == head.xpos or head.lemma == "police"
        if word.lemma != head.lemma or not alike or word.relation == "compound":
            continue
        places = mention(syntax, word)
        first = syntax.words[places[0]]
        says_which = [p for p in places if p < word.index and syntax.words[p].upos not in ("DET", "PUNCT", "NUM")]
        if says_which and first.text.casefold() not in OTHERS and casting.scene.quoting(word.index) is None:
            return Answer(SpeakerKind.UNNAMED, syntax.characters(places), "unnamed-before")
    return None


def last_body(casting: Casting, source: Source) -> Answer | None:
    """The organization that "the company" may mean: spoke last, is near, acts, is named often; of no other kind by its name."""
    head = casting.syntax.words[source.head]
    noun = head.lemma.casefold()
    single = noun in GROUPS | BODIES | PRESS | TOWNS | FIRMS and noun not in STATE and not head.has("Number=Plur")
    if not single or not _may_be_short(casting.syntax, source):
        return None
    before = [p for p in source.places if p < source.head and casting.syntax.words[p].upos in ("NOUN", "ADJ", "PROPN")]
    held = [casting.names.naming_at(p) for p in before]
    own = next((n for n in held if n is not None and _is_organization(n)), None)
    if own is not None or len(before) > MOST or any(casting.syntax.words[p].lemma == "news" for p in before):
        return of_named(own, "last-organization") if own is not None and noun not in OFFICES_OF else None
    here = casting.paragraph(head.start)
    spoke = next((a.named for at, a in reversed(casting.said) if a.kind is SpeakerKind.ORGANIZATION and a.named), None)
    best: tuple[float, Named] | None = None
    for body in casting.names.bodies:
        naming = body.before(head.start)
        acts = naming is not None and (naming.kind == "organization" or noun in TOWNS)
        if naming is None or not acts or not may_be(body, noun):
            continue
        away = here - casting.paragraph(naming.start)
        score = 3.0 * (body is spoke) + 1.0 * is_subject(casting.syntax, naming) - 0.2 * away
        score += 0.3 * min(len(body.namings), 5) + 1.5 * _is_described_as(casting.syntax, body, noun)
        if best is None or score >= best[0]:
            best = (score, body)
    return of_named(best[1], "last-organization") if best is not None and best[0] >= 1.0 else None


def _is_described_as(syntax: Syntax, body: Named, noun: str) -> bool:
    """Whether the article calls a body what a noun says, or something of that kind: the company is a "studio"."""
    return any(KIND_OF_BODY.get(told, told) == KIND_OF_BODY.get(noun, noun) for told in _descriptions(syntax, body))


def _is_organization(body: Named) -> bool:
    """Whether a body is no mere place."""
    return body.kind == "organization" and any(n.kind == "organization" for n in body.namings)

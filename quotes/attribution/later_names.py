"""Whom does a mention mean that the article names only later?"""

from __future__ import annotations

from attrs import evolve

from quotes.attribution.actors import is_subject
from quotes.attribution.affiliations import role_of_phrase
from quotes.attribution.casting import Answer, Casting, of_named
from quotes.attribution.described_sources import HEADS, fits, is_post, noun_of_role
from quotes.attribution.naming import Named, Naming, parts
from quotes.attribution.nouns import PERSONS, SEVERAL, is_role_noun
from quotes.attribution.roles import FORMER, Role
from quotes.attribution.sources import Source, is_definite
from quotes.attribution.syntax import Syntax

OPENING = 2
"""So many paragraphs, after the first, open an article: its headline and what leads into it."""
ADDRESSES = frozenset({"conference", "briefing", "speech", "address", "interview", "statement", "remark", "comment"})
"""What somebody gives who speaks: "held a press conference"."""
REMARKS = frozenset({"comment", "remark", "statement", "announcement", "claim", "allegation", "call", "disclosure"})
"""What somebody is said to have made who spoke before without a name."""


def named_next(casting: Casting, source: Source) -> Answer | None:
    """Whom the opening of an article leaves without a name that one of the next sentences gives.

    "The yard is full, its director said. “It was a long year,” Lena Strand told ...": the first whom it names afterwards, where
    their stated role is what the mention says, or none is stated and they act or speak there.
    """
    syntax = casting.syntax
    head = syntax.words[source.head]
    here = casting.paragraph(head.start)
    somebody = is_role_noun(head) or head.lemma.casefold() in PERSONS
    singular = somebody and head.xpos in ("NN", "NNP") and casting.names.naming_at(source.head) is None
    if not singular or casting.scene.quoting(source.head) is not None:
        return None
    wanted = noun_of_role(syntax, head)
    owners = [casting.names.mention_at(w.index) for w in syntax.dependents(source.head, "nmod:poss")]
    owned = any(n is not None and not (n.kind == "person" and is_role_noun(head)) for n in owners)
    within = 2 if here <= OPENING else int(is_definite(syntax, source))
    for nth, person in enumerate(_named_after(casting, syntax.words[source.places[-1]].start)):
        first = person.namings[0]
        if casting.paragraph(first.start) - here > within or casting.scene.quoting(first.first) is not None:
            return None
        roles = [role for role in casting.roles[person] if role.role is not None and not _is_past(syntax, role)]
        if here <= OPENING and any(fits(casting, role, source, wanted) for role in roles):
            return _told(casting, source, person)
        post = wanted in HEADS | {"official", "executive"} and any(is_post(syntax, role) for role in roles)
        if nth == 0 and (post or not roles) and not owned and is_subject(syntax, first) and _speaks(casting, first):
            return _told(casting, source, person)
    return None


def _told(casting: Casting, source: Source, person: Named) -> Answer:
    """Who is named next, with what the mention says that they are, unless it is told again with the name."""
    text = casting.syntax.text
    known = {word for role in casting.roles[person] if role.role is not None for word in parts(text[slice(*role.role)])}
    roles = role_of_phrase(casting.syntax, casting.names, source.places, source.head)
    told = [r for r in roles if r.role is None or parts(text[slice(*r.role)])[-1] not in known]
    return evolve(of_named(person, "named-next"), told=tuple(told))


def _named_after(casting: Casting, offset: int) -> list[Named]:
    """The people first named after some place, in order, without those of whom only what is reported there speaks."""
    pieces = casting.reading.pieces if casting.reading is not None else ()
    fresh = [p for p in casting.names.people if p.namings[0].start > offset]
    told = [p for p in fresh if not any(start <= p.namings[0].start < end for start, end in pieces)]
    return sorted(told, key=lambda p: p.namings[0].start)


def _is_past(syntax: Syntax, role: Role) -> bool:
    """Whether a role is one that somebody held before: "former academic"."""
    return role.role is not None and parts(syntax.text[slice(*role.role)])[0] in FORMER


def _speaks(casting: Casting, naming: Naming) -> bool:
    """Whether a name is the subject of what may well be a cue."""
    syntax = casting.syntax
    verb = syntax.head(syntax.top(naming.places))
    if verb is not None and any(w.lemma in ADDRESSES for w in syntax.dependents(verb.index, "obj")):
        return True
    return verb is not None and any(
        c.head == verb.index and (c.probability is None or c.probability >= 0.5) for c in casting.scene.cues
    )


def named_after(casting: Casting, source: Source) -> Answer | None:
    """ "a scientist said ..." for whoever "made the comments", as one of the next sentences says."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    opens = syntax.words[source.places[0]].text.casefold()
    if opens not in ("a", "an", "one") or not is_role_noun(head) or head.xpos in SEVERAL:
        return None
    for number in range(head.sentence + 1, min(head.sentence + 4, len(syntax.sentences))):
        for place in syntax.sentences[number]:
            verb = syntax.head(syntax.words[place])
            if verb is None or verb.lemma != "make" or syntax.words[place].relation != "nsubj":
                continue
            made = [w for w in syntax.dependents(verb.index, "obj") if w.lemma in REMARKS]
            named = casting.names.naming_at(place)
            known = any(
                syntax.words[c].text.casefold() in ("the", "these", "those")
                for w in made
                for c in syntax.children[w.index]
            )
            if known and named is not None and named.kind == "person":
                return of_named(named, "named-after")
    return None

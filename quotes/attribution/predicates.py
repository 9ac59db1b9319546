"""Which roles do verbs state?  "X is chief designer of ...", "X was elected as ...", "X, who heads the agency"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quotes.attribution.naming import Names
from quotes.attribution.nouns import SEVERAL, is_role_noun
from quotes.attribution.organizations import is_body
from quotes.attribution.roles import (
    Role,
    may_be_role,
    role_of_body,
    roles_of_noun,
)
from quotes.attribution.syntax import Syntax, Word

HEADING = frozenset(
    "head lead chair run direct own manage found represent teach lecture work serve oversee command edit coach play study write".split()
)

ACTING_FOR = frozenset("lead chair head teach lecture found run own manage direct coach captain edit work".split())
"""What says of whoever is named as the subject of a sentence that a body is theirs."""

BECOMING = frozenset(
    """elect appoint name serve work act become elevate promote retire begin start nominate choose install announce
    unveil confirm join take resign step continue double return stay remain""".split()
)
WITHIN = frozenset({"at", "for", "in", "with", "of", "on", "as"})
"""What stands before the body that somebody works in."""
CHOOSING = frozenset("elect appoint name elevate promote nominate choose install announce unveil confirm".split())
"""What others do to whoever gets a role."""
LED = frozenset("head lead chair run direct own manage found oversee command edit coach captain".split())
"""What whoever stands after "by" does for a body."""


def roles_predicated(syntax: Syntax, names: Names, head: Word) -> Iterator[Role]:
    """ "Wu is chief designer of ...", "was elected as the association's first chairman", "who heads the agency"."""
    verb = syntax.head(head)
    if verb is None:
        return
    if head.relation == "obj" and verb.lemma.casefold() in CHOOSING:
        yield from _become(syntax, names, verb)
    if head.relation == "obl":
        yield from _led(syntax, names, head, verb)
    if head.relation == "nsubj":
        yield from _as_holder(syntax, names, head, verb)
        yield from _of_subject(syntax, names, head, verb)


def _of_subject(syntax: Syntax, names: Names, head: Word, verb: Word) -> Iterator[Role]:
    """What a verb says of its subject."""
    if _is_noun_for_role(syntax, names, verb):
        joint = head.upos != "PRON" and syntax.dependents(head.index, "conj")
        several = verb.xpos in SEVERAL and not joint
        if not several and not any(w.lemma.lower() in ("not", "n't") for w in syntax.dependents(verb.index, "advmod")):
            yield from roles_of_noun(syntax, names, verb, clause=True)
        return
    chooses = verb.lemma.casefold() in CHOOSING and syntax.dependents(verb.index, "obj")
    if not chooses or syntax.dependents(verb.index, "aux:pass"):
        yield from _become(syntax, names, verb)
    for word in syntax.dependents(verb.index, "advcl"):
        if word.lemma.casefold() == "speak" and word.index < head.index:
            yield from roles_of_clause(syntax, names, word)
    body = _body_after(syntax, names, verb) if _base(verb) in ACTING_FOR else None
    if body is not None and (names.naming_at(body.index) is not None or head.upos != "PRON"):
        yield from (r for r in role_of_body(syntax, names, body) if not syntax.text[slice(*r.statement)].islower())
    for word in syntax.dependents(verb.index, "conj"):
        if _is_noun_for_role(syntax, names, word) and not syntax.dependents(word.index, "nsubj"):
            yield from roles_of_noun(syntax, names, word, clause=True)


def _is_noun_for_role(syntax: Syntax, names: Names, word: Word) -> bool:
    """Whether a word is the noun that "is" makes somebody's role: "designer" of "is the chief designer"."""
    noun = word.upos in ("NOUN", "PROPN") and is_role_noun(word) and may_be_role(syntax, word, names)
    return noun and bool(syntax.dependents(word.index, "cop"))


def _led(syntax: Syntax, names: Names, head: Word, verb: Word) -> Iterator[Role]:
    """The body that somebody after "by" leads: "the committee, chaired by Strand", "the committee is headed by Strand"."""
    if _base(verb) not in LED or [w.text for w in syntax.dependents(head.index, "case")] != ["by"]:
        return
    above = syntax.head(verb)
    body = above if verb.relation == "acl" else next(iter(syntax.dependents(verb.index, "nsubj:pass")), None)
    if verb.relation == "advcl" and above is not None:
        body = next(iter(syntax.dependents(above.index, "nsubj")), None)
    if body is not None and is_body(names, body):
        yield from role_of_body(syntax, names, body)


def _as_holder(syntax: Syntax, names: Names, head: Word, verb: Word) -> Iterator[Role]:
    """As what the subject of a sentence acts, told before it: "As head of the port, Strand said", "In her capacity as chair"."""
    for word in syntax.dependents(verb.index, "obl"):
        held = syntax.dependents(word.index, "nmod") if word.lemma in ("capacity", "role") else [word]
        for noun in held:
            case = [c.text.casefold() for c in syntax.dependents(noun.index, "case")]
            if case == ["as"] and noun.index < head.index and is_role_noun(noun):
                yield from roles_of_noun(syntax, names, noun)


def _become(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """ "was elected as the association's first chairman", "works as a nurse", "became president"."""
    if verb.lemma.lower() not in BECOMING:
        return
    for word in syntax.dependents(verb.index, "obl", "xcomp", "obj", "advcl"):
        case = [c.text.lower() for c in syntax.dependents(word.index, "case", "mark")]
        named = "as" in case or (verb.lemma.lower() in ("elect", "appoint", "name", "become") and not case)
        entity = syntax.entity_at.get(word.index)
        if named and is_role_noun(word) and (entity is None or entity.kind != "group"):
            yield from _joined(syntax, names, verb, list(roles_of_noun(syntax, names, word, clause=True)))


def _joined(syntax: Syntax, names: Names, verb: Word, roles: list[Role]) -> Iterator[Role]:
    """Roles with the body that somebody joined in them: "joined the institute in 2012 as director"."""
    joined = syntax.dependents(verb.index, "obj") if verb.lemma.casefold() == "join" else []
    body = next((r.organization for w in joined if is_body(names, w) for r in role_of_body(syntax, names, w)), None)
    for role in roles:
        yield evolve(role, organization=body) if role.organization is None and body is not None else role


def _base(verb: Word) -> str:
    """The base form without "co-"; where the parser keeps the ending, without that: "co-chairs", "teaches"."""
    lemma = verb.lemma.casefold().removeprefix("co-")
    return next((form for form in (lemma, lemma.removesuffix("s"), lemma.removesuffix("es")) if form in HEADING), lemma)


def roles_of_clause(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """A relative clause: "who heads the agency", "who is president of ..."."""
    became = list(_become(syntax, names, verb))
    if became:
        yield from became
    elif syntax.dependents(verb.index, "cop") and may_be_role(syntax, verb, names):
        yield from roles_of_noun(syntax, names, verb, clause=True)
    elif _base(verb) in HEADING:
        if (body := _body_after(syntax, names, verb)) is not None:
            yield from role_of_body(syntax, names, body)
            return
        yield from _headed(syntax, names, verb)
    elif verb.lemma.casefold() == "speak" and (body := _spoken_for(syntax, names, verb)) is not None:
        yield from role_of_body(syntax, names, body)
    for other in syntax.dependents(verb.index, "conj"):
        if _base(other) in HEADING:
            yield from roles_of_clause(syntax, names, other)


def _spoken_for(syntax: Syntax, names: Names, verb: Word) -> Word | None:
    """The body for which somebody speaks: "speaking for the League", "speaking on behalf of the League"."""
    for word in syntax.dependents(verb.index, "obl", "nmod"):
        case = [c.text for c in syntax.dependents(word.index, "case")]
        if case == ["for"] and is_body(names, word):
            return word
        if word.text == "behalf":
            return next((w for w in syntax.dependents(word.index, "nmod") if is_body(names, w)), None)
    return None


def _body_after(syntax: Syntax, names: Names, verb: Word) -> Word | None:
    """The first body after a verb that the tree hangs on it: "agency" of "heads the agency"."""
    tied = (w for w in syntax.dependents(verb.index, "obj", "obl") if w.index > verb.index)
    near = (w for w in tied if all(c.text in WITHIN for c in syntax.dependents(w.index, "case")))
    return next((w for w in near if is_body(names, w)), None)


def _headed(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """The first body that is named after a verb, before any comma or other verb: "who lectures in economics at Halden College"."""
    for word in syntax.words[verb.index + 1 : verb.index + 14]:
        if word.upos in ("VERB", "AUX", "PUNCT") or word.sentence != verb.sentence:
            return
        naming = names.mention_at(word.index)
        if naming is not None and naming.kind == "organization":
            yield Role(None, (naming.start, naming.end), (naming.start, naming.end))
            return

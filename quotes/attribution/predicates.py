"""Which roles do verbs state?  "X is chief designer of ...", "X was elected as ...", "X, who heads the agency"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribution.naming import Names
from quotes.attribution.nouns import is_role_noun
from quotes.attribution.organizations import is_body
from quotes.attribution.roles import (
    Role,
    may_be_role,
    role_of_body,
    roles_of_noun,
)
from quotes.attribution.syntax import Syntax, Word

HEADING = frozenset(
    "head lead chair run direct own manage found represent teach lecture work serve oversee command edit coach".split()
)

ACTING_FOR = frozenset({"lead", "chair", "head", "teach", "lecture"})
"""What says of whoever is named as the subject of a sentence that a body is theirs."""

BECOMING = frozenset(
    """elect appoint name serve work act become elevate promote retire begin start nominate choose install announce
    unveil confirm""".split()
)


def roles_predicated(syntax: Syntax, names: Names, head: Word) -> Iterator[Role]:
    """ "Wu is chief designer of ...", "was elected as the association's first chairman", "who heads the agency"."""
    if head.relation != "nsubj":
        return
    verb = syntax.head(head)
    if verb is None:
        return
    if (
        syntax.dependents(verb.index, "cop")
        and verb.upos in ("NOUN", "PROPN")
        and may_be_role(syntax, verb, names)
        and is_role_noun(verb)
    ):
        if not any(w.lemma.lower() in ("not", "n't") for w in syntax.dependents(verb.index, "advmod")):
            yield from roles_of_noun(syntax, names, verb, clause=True)
        return
    yield from _become(syntax, names, verb)
    if _base(verb) in ACTING_FOR and (body := _body_after(syntax, names, verb)) is not None:
        yield from role_of_body(syntax, names, body)
    for word in syntax.dependents(verb.index, "conj"):
        shared = syntax.dependents(word.index, "cop") and not syntax.dependents(word.index, "nsubj")
        if shared and word.upos in ("NOUN", "PROPN") and may_be_role(syntax, word, names) and is_role_noun(word):
            yield from roles_of_noun(syntax, names, word, clause=True)


def _become(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """ "was elected as the association's first chairman", "works as a nurse", "became president"."""
    if verb.lemma.lower() not in BECOMING:
        return
    for word in syntax.dependents(verb.index, "obl", "xcomp", "obj", "advcl"):
        case = [c.text.lower() for c in syntax.dependents(word.index, "case", "mark")]
        named = "as" in case or (verb.lemma.lower() in ("elect", "appoint", "name", "become") and not case)
        entity = syntax.entity_at.get(word.index)
        if named and is_role_noun(word) and (entity is None or entity.kind != "group"):
            yield from roles_of_noun(syntax, names, word, clause=True)


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
    for other in syntax.dependents(verb.index, "conj"):
        if _base(other) in HEADING:
            yield from roles_of_clause(syntax, names, other)


def _body_after(syntax: Syntax, names: Names, verb: Word) -> Word | None:
    """The first body after a verb that the tree hangs on it: "agency" of "heads the agency"."""
    tied = (w for w in syntax.dependents(verb.index, "obj", "obl") if w.index > verb.index)
    return next((w for w in tied if is_body(names, w)), None)


def _headed(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """The first body that is named after a verb, before any comma or other verb: "who lectures in economics at Halden College"."""
    for word in syntax.words[verb.index + 1 : verb.index + 14]:
        if word.upos in ("VERB", "AUX", "PUNCT") or word.sentence != verb.sentence:
            return
        naming = names.mention_at(word.index)
        if naming is not None and naming.kind == "organization":
            yield Role(None, (naming.start, naming.end), (naming.start, naming.end))
            return

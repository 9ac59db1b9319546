"""Who issued "its statement" or "the report"?"""

from __future__ import annotations

from attrs import evolve

from quotes.attribution.bodies import last_body, short_form_of_body
from quotes.attribution.casting import Answer, Casting, Resolve, bearer_of, of_named
from quotes.attribution.cues import ISSUING
from quotes.attribution.naming import Named
from quotes.attribution.nouns import BODIES, WRITINGS
from quotes.attribution.pronouns import meant_by_it
from quotes.attribution.sources import Source, is_definite, mention
from quotes.model import SpeakerKind


def writing_of_body(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "data from GfK", "the APRM report", "a statement by the ministry": the body that issued it."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.lemma.lower() not in WRITINGS:
        return None
    issuer = _abbreviated_before(casting, source)
    if issuer is not None:
        return of_named(issuer, "issuing-body")
    for word in syntax.dependents(source.head, "nmod", "compound", "nmod:poss", "obl", "amod"):
        if word.relation == "compound" and word.lemma.casefold() in BODIES:
            body = short_form_of_body(casting, Source(word.index, (source.places[0], word.index), "issuing-body"))
            if body is not None:
                return evolve(body, rule="issuing-body")
        places = [word.index, *(w.index for w in syntax.dependents(word.index, "appos", "flat", "compound"))]
        for place in places:
            named = casting.names.naming_at(place)
            case = [c.text.lower() for c in syntax.dependents(word.index, "case")]
            if (
                named is not None
                and named.kind == "organization"
                and (not case or case[0] in ("by", "from", "of", "'s", "’s"))
            ):
                return of_named(named, "issuing-body")
            if case and case[0] in ("by", "from", "of", "'s", "’s") and syntax.dependents(word.index, "det"):
                meant = Source(word.index, tuple(mention(syntax, word)), "issuing-body")
                body = short_form_of_body(casting, meant) or last_body(casting, meant)
                if body is not None:
                    return evolve(body, rule="issuing-body")
    return (
        _agent_of_writing(casting, source, resolve)
        or _issuer_of_writing(casting, source, resolve)
        or _owner_of_writing(casting, source)
    )


def _abbreviated_before(casting: Casting, source: Source) -> Named | None:
    """The body whose abbreviation stands before the head of a mention: "the EU declaration"."""
    texts = (casting.syntax.words[place].text for place in source.places if place < source.head)
    return next(
        (n for t in texts if t.isupper() and len(t) > 1 and (n := bearer_of(casting.names, t)) is not None), None
    )


def _issuer_of_writing(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "the ministry issued a statement saying": whoever issued it."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    verb = syntax.head(head)
    if head.relation != "obj" or verb is None or verb.lemma.lower() not in ISSUING:
        return None
    for subject in syntax.dependents(verb.index, "nsubj"):
        answer = resolve(casting, Source(subject.index, tuple(mention(syntax, subject)), "issuing-body"))
        return evolve(answer, rule="issuing-body") if answer is not None else None
    return None


def _agent_of_writing(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "a statement released by X", "a survey conducted by X": whoever did that."""
    syntax = casting.syntax
    for clause in syntax.dependents(source.head, "acl"):
        for word in syntax.dependents(clause.index, "obl", "obl:agent"):
            if any(c.text.lower() == "by" for c in syntax.dependents(word.index, "case")):
                answer = resolve(casting, Source(word.index, tuple(mention(syntax, word)), "issuing-body"))
                return evolve(answer, rule="issuing-body") if answer is not None else None
    return None


def _owner_of_writing(casting: Casting, source: Source) -> Answer | None:
    """ "its statement", "the statement": the body that the pronoun means, or that last spoke."""
    syntax = casting.syntax
    first = next(iter(syntax.dependents(source.head, "nmod:poss")), syntax.words[source.places[0]])
    if first.text.casefold() in ("its", "it", "their"):
        answer = meant_by_it(casting, first)
        return evolve(answer, rule="issuing-body") if answer is not None else None
    if not is_definite(syntax, source) or len(source.places) > 2:
        return None
    here = casting.paragraph(first.start)
    for at, answer in reversed(casting.said[-4:]):
        spoke = answer.rule == "issuing-body" or answer.kind is SpeakerKind.ORGANIZATION
        if spoke and here - casting.paragraph(at) <= 3:
            return evolve(answer, rule="issuing-body")
    return None

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
from quotes.attribution.syntax import Word
from quotes.model import SpeakerKind

DRAFTING = ISSUING | frozenset("draft prepare produce compile conduct commission author carry".split())
"""Verbs whose agent is behind a writing."""


def writing_of_body(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "the ministry's statement", "the report": the body that issued it."""
    if casting.syntax.words[source.head].lemma.lower() not in WRITINGS:
        return None
    return (
        _said_to_issue(casting, source, resolve)
        or _owner_of_writing(casting, source)
        or _issuer_elsewhere(casting, source, resolve)
    )


def _said_to_issue(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """Whom the words around a mention name as its issuer."""
    issuer = _abbreviated_before(casting, source)
    if issuer is not None:
        return of_named(issuer, "issuing-body")
    return (
        _body_of_writing(casting, source)
        or _agent_of_writing(casting, source, resolve)
        or _issuer_of_writing(casting, source, resolve)
    )


def _body_of_writing(casting: Casting, source: Source) -> Answer | None:
    """The body that stands with a writing: "data from GfK", "the APRM report", "a statement by the ministry"."""
    syntax = casting.syntax
    for word in syntax.dependents(source.head, "nmod", "compound", "nmod:poss", "obl", "amod"):
        if word.index < source.head and word.lemma.casefold() in BODIES and not syntax.dependents(word.index, "case"):
            body = short_form_of_body(casting, Source(word.index, (source.places[0], word.index), "issuing-body"))
            if body is not None:
                return evolve(body, rule="issuing-body")
        case = [c.text.lower() for c in syntax.dependents(word.index, "case")]
        issued = not case or case[0] in ("by", "from", "of", "'s", "’s")
        for place in (word.index, *(w.index for w in syntax.dependents(word.index, "appos", "flat", "compound"))):
            named = casting.names.naming_at(place)
            if named is not None and named.kind == "organization" and issued:
                return of_named(named, "issuing-body")
        if case and issued and syntax.dependents(word.index, "det"):
            meant = Source(word.index, tuple(mention(syntax, word)), "issuing-body")
            body = short_form_of_body(casting, meant) or last_body(casting, meant)
            if body is not None:
                return evolve(body, rule="issuing-body")
    return None


def _issuer_elsewhere(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "the report" that is told of elsewhere with its issuer: the nearest such mention before, else in the two sentences after."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    same = [w for w in syntax.words if w.lemma == head.lemma and w.upos == "NOUN" and w.index != head.index]
    before = [w for w in reversed(same) if w.index < head.index and is_definite(syntax, source)]
    after = [w for w in same if 0 < w.sentence - head.sentence <= 2]
    for word in (*before, *after):
        if casting.scene.quoting(word.index) is None:
            answer = _said_to_issue(casting, Source(word.index, tuple(mention(syntax, word)), "issuing-body"), resolve)
            if answer is not None and answer.kind is SpeakerKind.ORGANIZATION:
                return answer
    return None


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
    if verb is not None and head.deprel == "nsubj:pass" and verb.lemma.lower() in DRAFTING:
        return _agent(casting, verb, resolve)
    if head.relation != "obj" or verb is None or verb.lemma.lower() not in ISSUING:
        return None
    for subject in syntax.dependents(verb.index, "nsubj"):
        answer = resolve(casting, Source(subject.index, tuple(mention(syntax, subject)), "issuing-body"))
        return evolve(answer, rule="issuing-body") if answer is not None else None
    return None


def _agent_of_writing(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "a statement released by X", "a survey conducted by X": whoever did that."""
    clauses = casting.syntax.dependents(source.head, "acl")
    return next((answer for clause in clauses if (answer := _agent(casting, clause, resolve)) is not None), None)


def _agent(casting: Casting, verb: Word, resolve: Resolve) -> Answer | None:
    """Whoever stands after a verb with "by"."""
    syntax = casting.syntax
    for word in syntax.dependents(verb.index, "obl", "obl:agent"):
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

"""Who issued "its statement", "the report" or "the letter"?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from attrs import evolve

from quotes.attribution.bodies import called, last_body, short_form_of_body
from quotes.attribution.casting import Answer, Casting, Resolve, bearer_of, of_named, of_several
from quotes.attribution.cues import FINDING, ISSUING, SAYING
from quotes.attribution.named_sources import joined
from quotes.attribution.naming import Named
from quotes.attribution.nouns import BODIES, POSSESSIVES, SEVERAL, WRITINGS, is_role_noun
from quotes.attribution.pronouns import meant_by_it
from quotes.attribution.sources import Source, is_definite, mention
from quotes.attribution.syntax import Word
from quotes.model import SpeakerKind

DRAFTING = ISSUING | frozenset(
    "draft prepare produce compile conduct commission author carry mail pen deliver file lodge launch submit".split()
)
"""Verbs whose agent is behind a writing."""
READING = frozenset(
    "see view obtain review receive read examine hear acquire get access leak verify cite quote".split()
)
"""Verbs whose agent only has a writing before them: "a letter seen by Reuters"."""
PERSONAL = frozenset(
    """statement letter post tweet message note memoir email essay column speech book filing complaint circular claim announcement
    response reply allegation calculation testimony account version theory telling reckoning""".split()
)
"""What is written or given by one person as a rule; other writings are a body's."""
PARTS = frozenset(
    "part summary section chapter appendix version copy text finding result conclusion excerpt paragraph page".split()
)
"""What speaks for the writing that it is part of."""
LINES = frozenset("phrase line verse passage sentence stanza lyric".split())
"""What is quoted of somebody's work."""
NOMINAL = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PRON", "PUNCT"})
"""What stands between a writing and the name of whoever wrote it."""
BY = ("by", "from", "of", "'s", "’s", "'", "’")


def writing_of_body(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "the ministry's statement", "the report": the body that issued it, or whoever wrote the letter."""
    author = _author(casting, source)
    if author is not None:
        return of_named(author, "issuing-body")
    part, source = source, _whole(casting, source)
    if casting.syntax.words[source.head].lemma.lower() not in WRITINGS | PERSONAL:
        return None
    return (
        _said_to_issue(casting, source, resolve)
        or (_agent_of_writing(casting, part, resolve) if part is not source else None)
        or _meant_by_its(casting, source)
        or (_issuer_elsewhere(casting, source, resolve) if source.rule != "issuing-body" else None)
        or _last_to_speak(casting, source)
    )


def _author(casting: Casting, source: Source) -> Named | None:
    """Whose work a line is from: "a line in Karl Osei's River Songs", "one of the phrases of Osei's book"."""
    words = casting.syntax.words
    if not any(words[p].lemma.lower() in LINES for p in source.places):
        return None
    owners = (
        casting.names.naming_at(p) for p in source.places if p + 1 < len(words) and words[p + 1].text in POSSESSIVES
    )
    people = [named for named in owners if named is not None and named.kind == "person"]
    return people[0] if len(people) == 1 else None


def _whole(casting: Casting, source: Source) -> Source:
    """The writing of which a part speaks: "the letter" for "the first part of the letter", "the report's summary"."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.lemma.lower() not in PARTS:
        return source
    wholes = (w for w in syntax.dependents(source.head, "nmod", "compound") if w.lemma.lower() in WRITINGS | PERSONAL)
    whole = next(wholes, None)
    return Source(whole.index, tuple(mention(syntax, whole)), source.rule) if whole is not None else source


def _said_to_issue(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """Whom the words around a mention name as its issuer."""
    issuer = _abbreviated_before(casting, source)
    if issuer is not None:
        return of_named(issuer, "issuing-body")
    return (
        _body_of_writing(casting, source)
        or _agent_of_writing(casting, source, resolve)
        or _issuer_of_writing(casting, source, resolve)
        or _named_after_by(casting, source)
    )


def _named_after_by(casting: Casting, source: Source) -> Answer | None:
    """Whoever is named soon after "by" or "from": "a poll by the consultancy Nortek", "a letter from its head, Osei"."""
    words, head = casting.syntax.words, casting.syntax.words[source.head]
    after = list(takewhile(lambda w: w.sentence == head.sentence and w.upos in NOMINAL, words[head.index + 1 :]))[:10]
    by = max((n for n, w in enumerate(after[:6]) if w.text in ("by", "from")), default=len(after))
    for word in takewhile(lambda w: w.upos != "ADP", after[by + 1 :]):
        mention, named = casting.names.mention_at(word.index), casting.names.naming_at(word.index)
        if word.text == "," and not is_role_noun(words[word.index - 1]):
            return None
        if named is not None and mention is not None:
            alone = mention.kind != "location" and words[mention.last].text not in POSSESSIVES
            return of_named(named, "issuing-body") if alone else None
    return None


def _abbreviated_before(casting: Casting, source: Source) -> Named | None:
    """The body whose abbreviation stands before the head of a mention: "the EU declaration"."""
    words = casting.syntax.words
    before = (p for p in source.places if p < source.head and words[p + 1].xpos not in SEVERAL)
    texts = (words[place].text for place in before)
    return next(
        (n for t in texts if t.isupper() and len(t) > 1 and (n := bearer_of(casting.names, t)) is not None), None
    )


def _body_of_writing(casting: Casting, source: Source) -> Answer | None:
    """Who stands with a writing: "data from GfK", "the APRM report", "a statement by the ministry", "Reed's letter"."""
    syntax = casting.syntax
    beside = syntax.dependents(source.head, "nmod", "compound", "nmod:poss", "obl", "amod")
    for word in sorted(beside, key=lambda w: _is_place(casting, w)):
        if word.index < source.head and word.lemma.casefold() in BODIES and not syntax.dependents(word.index, "case"):
            bodies = called(casting, word.lemma.casefold(), word.start)
            if bodies:
                return of_named(bodies[0], "issuing-body")
        after = syntax.words[word.index + 1 : word.index + 2]
        if after and after[0].xpos in SEVERAL and is_role_noun(after[0]):
            continue
        case = [c.text.lower() for c in syntax.dependents(word.index, "case")]
        issued = not case or case[0] in BY
        people = word.xpos in SEVERAL and is_role_noun(word)
        parts_of = syntax.dependents(word.index, "appos", "flat", "compound") if not people else []
        for place in (word.index, *(w.index for w in parts_of)):
            named = casting.names.naming_at(place)
            if named is not None and issued and (named.kind == "organization" or case):
                joint = joined(casting, word.index) if place == word.index else []
                return of_several(joint, "issuing-body") if len(joint) > 1 else of_named(named, "issuing-body")
        if case and issued and syntax.dependents(word.index, "det"):
            meant = Source(word.index, tuple(mention(syntax, word)), "issuing-body")
            body = short_form_of_body(casting, meant) or last_body(casting, meant)
            if body is not None:
                return evolve(body, rule="issuing-body")
    apposed = _body_among(casting, (w.index for w in syntax.dependents(source.head, "appos")))
    return of_named(apposed, "issuing-body") if apposed is not None else None


def _is_place(casting: Casting, word: Word) -> bool:
    """Whether a word names a mere place: whoever else stands with a writing there has issued it."""
    naming = casting.names.mention_at(word.index)
    return naming is not None and naming.kind == "location"


def _agent_of_writing(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "a survey conducted by X", "a survey that X released": whoever did that."""
    for clause in casting.syntax.dependents(source.head, "acl"):
        relative = clause.deprel == "acl:relcl" and clause.lemma.lower() in DRAFTING
        subjects = casting.syntax.dependents(clause.index, "nsubj") if relative else []
        doers = [w for w in subjects if w.upos in ("NOUN", "PROPN")]
        answer = _issuer(casting, doers[0], resolve) if doers else _agent(casting, clause, resolve)
        if answer is not None:
            return answer
    strayed = _issued_by(casting, source)
    return _agent(casting, strayed, resolve) if strayed is not None else None


def _issued_by(casting: Casting, source: Source) -> Word | None:
    """The participle before "by" soon after a writing, wherever the tree hangs it: "a circular passing this order issued by Reed"."""
    words, head = casting.syntax.words, casting.syntax.words[source.head]
    for word in words[source.head + 1 : source.head + 9]:
        if word.sentence != head.sentence or word.text in (",", ";", ":"):
            return None
        after = words[word.index + 1 : word.index + 2]
        if word.xpos == "VBN" and word.lemma.lower() in DRAFTING and after and after[0].text.lower() == "by":
            return word
    return None


def _agent(casting: Casting, verb: Word, resolve: Resolve) -> Answer | None:
    """Whoever stands after a verb with "by"; where the tree does not say so, the body that is named right after "by"."""
    if verb.lemma.lower() in READING:
        return None
    syntax = casting.syntax
    for word in syntax.dependents(verb.index, "obl", "obl:agent"):
        if any(c.text.lower() == "by" for c in syntax.dependents(word.index, "case")):
            return _issuer(casting, word, resolve)
    after = syntax.words[verb.index + 1 : verb.index + 5]
    if any(w.text.lower() == "by" for w in after[:1]):
        named = next((n for w in after[1:] if (n := casting.names.naming_at(w.index)) is not None), None)
        return of_named(named, "issuing-body") if named is not None and named.kind == "organization" else None
    return None


def _issuer(casting: Casting, word: Word, resolve: Resolve) -> Answer | None:
    """Whoever brings a writing out; the body of its people where they have no name: "leaders of the Halden Council"."""
    syntax = casting.syntax
    answer = resolve(casting, Source(word.index, tuple(mention(syntax, word)), "issuing-body"))
    if answer is None:
        return None
    if answer.named is None and is_role_noun(word):
        body = _body_of_people(casting, word)
        if body is not None:
            return of_named(body, "issuing-body")
    return evolve(answer, rule="issuing-body", told=())


def _body_of_people(casting: Casting, word: Word) -> Named | None:
    """The body that a noun for people says they belong to: "leaders of the Halden Council", "the council's leaders"."""
    return _body_among(casting, casting.syntax.subtree(word.index))


def _body_among(casting: Casting, places: Iterable[int]) -> Named | None:
    """The first organization that a word at one of some places is part of the name of."""
    held = [p for p in places if (m := casting.names.mention_at(p)) is not None and m.kind == "organization"]
    return casting.names.naming_at(held[0]) if held else None


def _issuer_of_writing(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "the ministry issued a statement saying", "the bank said in a report": the subject of what is done with a writing."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    verb = syntax.head(head)
    if verb is not None and head.deprel == "nsubj:pass" and verb.lemma.lower() in DRAFTING:
        return _agent(casting, verb, resolve)
    if verb is None or not (_is_brought_out(head, verb) or _is_said_in(casting, head, verb)):
        return None
    for subject in syntax.dependents(verb.index, "nsubj"):
        if subject.upos != "PRON" and subject.index != source.head:
            return _issuer(casting, subject, resolve)
    return None


def _is_brought_out(head: Word, verb: Word) -> bool:
    return head.relation == "obj" and verb.lemma.lower() in DRAFTING


def _is_said_in(casting: Casting, head: Word, verb: Word) -> bool:
    """Whether something is said in a writing that is not known yet: "said in a report", "in its report, the bank found"."""
    syntax = casting.syntax
    case = [c.text.lower() for c in syntax.dependents(head.index, "case")]
    opens = [w.text.lower() for w in syntax.dependents(head.index, "det", "nmod:poss")]
    own = any(text in ("a", "an", "its", "their", "his", "her") for text in opens)
    return case == ["in"] and own and head.relation == "obl" and verb.lemma.lower() in SAYING | FINDING


def _meant_by_its(casting: Casting, source: Source) -> Answer | None:
    """ "its statement": the body that the pronoun means."""
    syntax = casting.syntax
    first = next(iter(syntax.dependents(source.head, "nmod:poss")), syntax.words[source.places[0]])
    if first.text.casefold() == "its" and (owner := _named_beside(casting, first)) is not None:
        return of_named(owner, "issuing-body")
    answer = meant_by_it(casting, first) if first.text.casefold() in ("its", "it", "their") else None
    return evolve(answer, rule="issuing-body") if answer is not None else None


def _named_beside(casting: Casting, word: Word) -> Named | None:
    """The last organization that is named before a word in its sentence: "the Osei Group employs many, according to its website"."""
    places = range(casting.syntax.sentences[word.sentence].start, word.index)
    found = (casting.names.mention_at(p) for p in reversed(places) if casting.scene.quoting(p) is None)
    last = next((n for n in found if n is not None and n.kind == "organization"), None)
    return casting.names.naming_at(last.first) if last is not None else None


def _last_to_speak(casting: Casting, source: Source) -> Answer | None:
    """ "the statement": the body that last spoke, in one of the three paragraphs before."""
    if not is_definite(casting.syntax, source) or len(source.places) > 2:
        return None
    here = casting.paragraph(casting.syntax.words[source.places[0]].start)
    for at, answer in reversed(casting.said[-4:]):
        if answer.kind is SpeakerKind.UNNAMED and _is_of(casting, answer, source):
            return None
        spoke = answer.rule == "issuing-body" or answer.kind is SpeakerKind.ORGANIZATION
        if spoke and here - casting.paragraph(at) <= 3:
            return evolve(answer, rule="issuing-body")
    return None


def _is_of(casting: Casting, answer: Answer, source: Source) -> bool:
    """Whether what spoke is a writing of the same kind that nobody is known to have issued: "a statement" before "the statement"."""
    lemmas = {casting.syntax.words[p].lemma for p in casting.syntax.inside(*answer.name)}
    return casting.syntax.words[source.head].lemma in lemmas


def _issuer_elsewhere(casting: Casting, source: Source, resolve: Resolve) -> Answer | None:
    """ "the report" that is told of elsewhere with its issuer: the nearest such mention before, else in the two sentences after."""
    personal = casting.syntax.words[source.head].lemma.lower() in PERSONAL
    for word in _other_mentions(casting, source):
        other = Source(word.index, tuple(mention(casting.syntax, word)), "issuing-body")
        answer = _said_to_issue(casting, other, resolve)
        if answer is None or (answer.named is None and not answer.joint):
            continue
        if answer.named is None or answer.kind is SpeakerKind.ORGANIZATION or personal:
            return answer
        body = _body_of_person(casting, answer.named)
        if body is not None:
            return of_named(body, "issuing-body")
    return None


def _body_of_person(casting: Casting, person: Named) -> Named | None:
    """The body that a person is said to belong to: what an officer files, the bureau files."""
    bodies = (role.organization for role in casting.roles.get(person, []) if role.organization is not None)
    return _body_among(casting, (casting.syntax.at(end - 1) for _, end in bodies))


def _other_mentions(casting: Casting, source: Source) -> Iterator[Word]:
    """Where the noun of a writing stands outside marks: nearest first before a definite mention, then in two sentences after."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    same = [w for w in syntax.words if w.lemma == head.lemma and w.upos == "NOUN" and w.index != head.index]
    same = [w for w in same if casting.scene.quoting(w.index) is None]
    if is_definite(syntax, source):
        yield from (w for w in reversed(same) if w.index < head.index)
    yield from (w for w in same if 0 < w.sentence - head.sentence <= 2)

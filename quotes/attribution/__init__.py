"""Syntax -> quotes.  One module for each question that a human annotator asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from quotes.attribution.affiliations import affiliations_of, affiliations_of_unnamed
from quotes.attribution.casting import Answer, Casting, kind_of_named
from quotes.attribution.confidence import (
    CONTENT_PROBABILITY,
    CUE_PROBABILITY,
    LINK_PROBABILITY,
    SOURCE_PROBABILITY,
    confidence,
    content_chance,
)
from quotes.attribution.content import readings
from quotes.attribution.coreference import LINKED
from quotes.attribution.cues import ISSUING, Cue, cues
from quotes.attribution.entities import with_whole_names
from quotes.attribution.marks import quotations
from quotes.attribution.names import names_of
from quotes.attribution.naming import Named
from quotes.attribution.pronoun_subjects import told_by_pronoun
from quotes.attribution.relations import relation_of
from quotes.attribution.roles import Role
from quotes.attribution.scene import Reading, Scene
from quotes.attribution.sources import Source, described_places, source_after, source_of
from quotes.attribution.speakers import speaker_of
from quotes.attribution.syntax import Syntax, syntax_of
from quotes.attribution.tagging import tagging_of
from quotes.attribution.unsourced import is_heading
from quotes.model import Affiliation, Evidence, Kind, Quote, Relation, Span, Speaker, SpeakerKind, document_id, quote_id
from quotes.model import Cue as CueSpan

__all__ = ["attribute"]

LIKELIER_WRONG = 0.35
"""A content that is likelier wrong than right, clearly, is not reported as speech: wrong is worse than silent."""


GOING_ON = frozenset({"same-paragraph", "same-speaker", "subject-before"})
"""Rules for the speaker of a quotation that has no cue of its own."""


@frozen
class Draft:
    """A reading, its source, and the quote that it makes, which still lacks its speaker."""

    reading: Reading
    source: Source | None
    quote: Quote

    @property
    def is_attitude(self) -> bool:
        return self.quote.relation is Relation.ATTITUDE


def attribute(
    text: str, document: Any, paragraphs: Sequence[tuple[int, int]], *, attitudes: bool = False
) -> tuple[Quote, ...]:
    """The quotes of a text, in text order, from its parse (a Stanza ``Document`` whose offsets count characters of the text).

    With ``attitudes``, thoughts, beliefs and intentions are given too, marked as such; then each source is the mention with
    what describes it ("Smith, head of the yard"), and stands for the quotations that go on after it, as PARC and PolNeAR mark
    attribution relations; else it is the mention alone.
    """
    return attribute_syntax(text, syntax_of(document), paragraphs, attitudes=attitudes)


def attribute_syntax(
    text: str, syntax: Syntax, paragraphs: Sequence[tuple[int, int]], *, attitudes: bool = False
) -> tuple[Quote, ...]:
    """The same from the view of a parse."""
    syntax = with_whole_names(syntax)
    tagging = tagging_of(syntax)
    found_cues = cues(syntax, tagging)
    tagging = tagging.bound([cue.head for cue in found_cues])
    scene = Scene(syntax, tagging, paragraphs, quotations(text, paragraphs), found_cues)
    names = names_of(syntax)
    told = told_by_pronoun(scene, names)
    roles = {person: affiliations_of(syntax, names, person, told.get(person, ())) for person in names.people}
    name = document_id(text)
    drafts = [d for reading in _in_order(scene) if (d := _draft(text, name, scene, reading)) is not None]
    reported = [draft.reading for draft in drafts]
    inner = (r.cue.head for r in reported if r.cue is not None and _is_within(scene, r, reported))
    casting = Casting(scene, names, roles, within=frozenset(inner))
    wanted = [draft for draft in drafts if attitudes or not draft.is_attitude]
    found = [(draft, _quote(text, casting, draft, described=attitudes)) for draft in wanted]
    quotes = _with_headings(casting, [(draft, quote) for draft, quote in found if quote is not None])
    return tuple(_with_carried_sources(quotes) if attitudes else quotes)


def _with_headings(casting: Casting, found: Sequence[tuple[Draft, Quote]]) -> list[Quote]:
    """The quotes, each line in marks that stands above others without a speaker with that of the quote below it."""
    quotes = [quote for _, quote in found]
    for at, (draft, quote) in enumerate(found[:-1]):
        below = quotes[at + 1]
        if quote.speaker is None and below.speaker is not None and is_heading(casting, draft.reading):
            evidence = (Evidence("named-soon"), *quote.evidence[1:])
            taken = evolve(quote, speaker=below.speaker, affiliations=below.affiliations, evidence=evidence)
            quotes[at] = evolve(taken, confidence=confidence(taken))
    return quotes


def _with_carried_sources(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes, each that goes on without a source of its own with the source of the quote before by the same speaker."""
    last: Quote | None = None
    for quote in quotes:
        same = last is not None and last.speaker == quote.speaker and quote.evidence[0].rule in GOING_ON
        if last is not None and same and quote.source is None:
            quote = evolve(quote, source=last.source)
        last = quote
        yield quote


def _in_order(scene: Scene) -> list[Reading]:
    """The readings by where they start, without a reading whose content another one has."""
    kept: list[Reading] = []
    for reading in sorted(readings(scene), key=lambda r: (_is_weak(r), r.start, -r.pieces[-1][1])):
        if not any(_same(reading, other) and not _is_inner(scene, reading, other) for other in kept):
            kept.append(reading)
    return sorted(kept, key=lambda r: (r.start, -r.pieces[-1][1]))


def _is_weak(reading: Reading) -> bool:
    """Whether only the model sees a content, of a verb that takes a writing: "issued" in "issued a statement saying that"."""
    return reading.rule == "tagged-content" and reading.cue is not None and reading.cue.lemma in ISSUING


def _is_within(scene: Scene, reading: Reading, reported: Sequence[Reading]) -> bool:
    """Whether a reading is said within what another one reports."""
    return any(_is_inner(scene, reading, other) for other in reported if other is not reading)


def _is_inner(scene: Scene, reading: Reading, outer: Reading) -> bool:
    """Whether a reading is said within another one: its cue is part of what the other reports."""
    if reading.cue is None:
        return False
    start, _ = scene.place_of(reading.cue)
    return any(first <= start < last for first, last in outer.pieces)


def _same(one: Reading, other: Reading) -> bool:
    """Whether two readings share most of their characters."""
    a = {c for start, end in one.pieces for c in range(start, end)}
    b = {c for start, end in other.pieces for c in range(start, end)}
    return len(a & b) > 0.8 * max(len(a), len(b))


def _draft(text: str, name: str, scene: Scene, reading: Reading) -> Draft | None:
    """A reading as a quote without a speaker; none where nothing is reported, or the content is likelier wrong."""
    source = _source_outside(scene, reading)
    relation = relation_of(scene, reading, source)
    if relation is None:
        return None
    content = tuple(Span.of(text, start, end) for start, end in reading.pieces)
    quote = Quote(
        id=quote_id(name, content),
        kind=kind_of(text, reading),
        content=content,
        cue=_cue(text, scene.syntax, reading.cue),
        source=_source(text, scene, reading, source, described=False),
        evidence=(Evidence("no-speaker"), *_evidence(scene, reading, source)),
        relation=relation,
    )
    known = quote.source is not None
    return None if known and _is_likelier_wrong(quote) else Draft(reading, source, quote)


def _source_outside(scene: Scene, reading: Reading) -> Source | None:
    """The source of a reading's cue; the noun phrase after the cue where that one is part of what is said."""
    if reading.cue is None:
        return None
    source = source_of(scene.syntax, scene.tagging, reading.cue)
    if source is None or not _is_held(scene, reading, source):
        return source
    after = source_after(scene.syntax, reading.cue)
    return None if after is not None and _is_held(scene, reading, after) else after


def _is_held(scene: Scene, reading: Reading, source: Source) -> bool:
    """Whether a source stands within the content that it is to be the source of."""
    place = scene.syntax.words[source.head].start
    return any(start <= place < end for start, end in reading.pieces)


def _is_likelier_wrong(quote: Quote) -> bool:
    return quote.relation is Relation.SPEECH and content_chance(quote) < LIKELIER_WRONG


def _quote(text: str, casting: Casting, draft: Draft, *, described: bool) -> Quote | None:
    """A draft with its speaker; none where nobody is found for a content that is likelier wrong without."""
    reading, source = draft.reading, draft.source
    before = len(casting.said)
    answer = speaker_of(casting, reading, source)
    if draft.is_attitude:
        del casting.said[before:]
    beside = Span.of(text, *answer.beside) if answer is not None and answer.beside is not None else None
    rule = Evidence(answer.rule if answer else "no-speaker", _detail(casting.syntax, reading, source))
    own = _source(text, casting.scene, reading, source, described=True) if described else draft.quote.source
    quote = evolve(
        draft.quote,
        source=own or beside,
        speaker=_speaker(text, answer),
        affiliations=_affiliations(text, casting, answer),
        evidence=(rule, *draft.quote.evidence[1:], *_link(casting, source, answer)),
        candidates=tuple(_candidates(text, answer)),
    )
    return None if _is_likelier_wrong(quote) else evolve(quote, confidence=confidence(quote))


def _evidence(scene: Scene, reading: Reading, source: Source | None) -> Iterator[Evidence]:
    """The rule that decided the content, and how likely the model finds the cue, the content and the source."""
    tagging = scene.tagging
    yield Evidence(reading.rule)
    if reading.cue is None or reading.cue.probability is None:
        return
    yield Evidence(CUE_PROBABILITY, f"{reading.cue.probability:.2f}")
    words = scene.words_of(reading)
    yield Evidence(CONTENT_PROBABILITY, f"{tagging.mean('content', words):.2f}")
    if source is not None:
        yield Evidence(SOURCE_PROBABILITY, f"{tagging.mean('source', source.places):.2f}")


def _link(casting: Casting, source: Source | None, answer: Answer | None) -> Iterator[Evidence]:
    """How likely the model takes a source for the one that is named, where that decided."""
    if source is not None and answer is not None and answer.named is not None and answer.rule == LINKED:
        yield Evidence(LINK_PROBABILITY, f"{casting.coreference.chance(source.head, answer.named):.2f}")


def kind_of(text: str, reading: Reading) -> Kind:
    """Direct where all letters and digits stand in marks, indirect where none does."""
    inside = outside = 0
    for start, end in reading.pieces:
        for place in range(start, end):
            if text[place].isalnum():
                held = any(q.start <= place < q.end for q in reading.quotations)
                inside, outside = inside + held, outside + (not held)
    if not inside:
        return Kind.INDIRECT
    return Kind.MIXED if outside else Kind.DIRECT


def _detail(syntax: Syntax, reading: Reading, source: Source | None) -> str:
    """The words and the relation that decided."""
    if reading.cue is None:
        return ""
    words = syntax.words
    cue = " ".join(words[p].text for p in reading.cue.places)
    if source is None:
        return f"cue {cue!r}"
    head = words[source.head]
    return f"{source.rule}: {head.text!r} <-{head.deprel}- {cue!r}"


def _cue(text: str, syntax: Syntax, cue: Cue | None) -> CueSpan | None:
    if cue is None:
        return None
    start, end = syntax.characters(cue.places)
    return CueSpan(start, end, text[start:end], cue.lemma)


def _source(text: str, scene: Scene, reading: Reading, source: Source | None, *, described: bool) -> Span | None:
    if reading.label is not None:
        return Span.of(text, *reading.label)
    if source is None:
        return None
    places = described_places(scene.syntax, scene.tagging, source) if described else source.places
    return Span.of(text, *scene.syntax.characters(places))


def _speaker(text: str, answer: Answer | None) -> Speaker | None:
    if answer is None:
        return None
    if answer.named is not None:
        return _of_named(answer.named)
    if answer.joint:
        return _of_several(answer)
    span = Span.of(text, *answer.name)
    return Speaker(span.text, answer.kind, (span,))


def _of_named(named: Named) -> Speaker:
    return Speaker(named.name, kind_of_named(named), tuple(Span(n.start, n.end, n.text) for n in named.namings))


def _of_several(answer: Answer) -> Speaker:
    """Those who speak together as one speaker, by their full names: "Karl Osei and Lena Strand"."""
    *first, last = (named.name for named in answer.joint)
    spans = sorted(Span(n.start, n.end, n.text) for named in answer.joint for n in named.namings)
    return Speaker(f"{', '.join(first)} and {last}", answer.kind, tuple(spans))


def _candidates(text: str, answer: Answer | None) -> Iterator[Speaker]:
    """The speaker and its rivals, where there are any."""
    if answer is not None and answer.rivals and answer.named is not None:
        for named in (answer.named, *answer.rivals):
            yield _of_named(named)


def _affiliations(text: str, casting: Casting, answer: Answer | None) -> tuple[Affiliation, ...]:
    if answer is not None and answer.kind is SpeakerKind.UNNAMED:
        places = tuple(casting.syntax.inside(*answer.name))
        roles = affiliations_of_unnamed(casting.syntax, casting.names, places, casting.syntax.top(places).index)
        return tuple(_affiliation(text, role) for role in roles)
    if answer is None:
        return ()
    speakers = answer.joint or ((answer.named,) if answer.named is not None else ())
    return tuple(_affiliation(text, role) for named in speakers for role in casting.roles.get(named, []))


def _affiliation(text: str, role: Role) -> Affiliation:
    def span(place: tuple[int, int] | None) -> Span | None:
        return Span.of(text, *place) if place is not None else None

    return Affiliation(Span.of(text, *role.statement), span(role.role), span(role.organization))

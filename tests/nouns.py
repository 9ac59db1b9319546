"""Generated documents whose every span is a slice of their text: what must hold is tested on these."""

from __future__ import annotations

from hypothesis import strategies as st

from quotes.model import (
    Affiliation,
    Cue,
    Document,
    Evidence,
    Kind,
    Quote,
    Relation,
    Span,
    Speaker,
    SpeakerKind,
    document_id,
    quote_id,
)

TEXTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("ab “”\"'\r\n")), min_size=1, max_size=200)
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def cues(draw: st.DrawFn, text: str) -> Cue:
    span = draw(spans(text))
    return Cue(span.start, span.end, span.text, draw(st.sampled_from(["say", "accord", ""])))


def speakers(text: str) -> st.SearchStrategy[Speaker]:
    return st.builds(Speaker, NAMES, st.sampled_from(SpeakerKind), st.lists(spans(text), max_size=3).map(tuple))


def affiliations(text: str) -> st.SearchStrategy[Affiliation]:
    return st.builds(Affiliation, spans(text), st.none() | spans(text), st.none() | spans(text))


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    content = tuple(draw(st.lists(spans(text), min_size=1, max_size=3)))
    return Quote(
        id=quote_id(document_id(text), content),
        kind=draw(st.sampled_from(Kind)),
        content=content,
        cue=draw(st.none() | cues(text)),
        source=draw(st.none() | spans(text)),
        speaker=draw(st.none() | speakers(text)),
        affiliations=tuple(draw(st.lists(affiliations(text), max_size=2))),
        confidence=draw(st.floats(0, 1)),
        evidence=tuple(draw(st.lists(st.builds(Evidence, NAMES, NAMES), max_size=2))),
        candidates=tuple(draw(st.lists(speakers(text), max_size=2))),
        relation=draw(st.sampled_from(Relation)),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(TEXTS)
    about = draw(st.fixed_dictionaries({name: st.none() | NAMES for name in ("title", "author", "publisher", "url")}))
    return Document(text, quotes=tuple(draw(st.lists(quotes(text), max_size=3))), **about)

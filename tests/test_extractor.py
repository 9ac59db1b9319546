"""End to end with the bundled model: text in, quotes out, every span an exact slice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.extractor import Extractor
from quotes.model import Document, Kind, Quote, Relation, Span, SpeakerKind, document_id, quote_id
from quotes.parsing.errors import MissingModel

pytestmark = pytest.mark.model

TEXT = (
    "Bridge to stay shut\n\n"
    "“The bridge stays shut,” said Ines Calder, mayor of Harrow. “We will not open it a day too soon.”\n\n"
    "The ferry runs all night, according to Tom Reed.\n\n"
    "Calder hopes that the repair will end in May. She said it had cost £2 million.\n"
)


def spans(quote: Quote) -> Iterator[Span]:
    """All that a quote says stands in the text."""
    yield from quote.content
    yield from (span for span in (quote.cue, quote.source) if span is not None)
    for speaker in (quote.speaker, *quote.candidates):
        yield from speaker.mentions if speaker else ()
    for affiliation in quote.affiliations:
        yield affiliation.span
        yield from (span for span in (affiliation.role, affiliation.organization) if span is not None)


def test_a_short_article(extractor: Extractor) -> None:
    document = extractor.extract(Document(TEXT, source="harrow.txt", title="Bridge to stay shut"))
    found = [(q.kind, q.text, q.speaker.name if q.speaker else None) for q in document.quotes]
    assert found == [
        (Kind.DIRECT, "“The bridge stays shut,” … “We will not open it a day too soon.”", "Ines Calder"),
        (Kind.INDIRECT, "The ferry runs all night", "Tom Reed"),
        (Kind.INDIRECT, "it had cost £2 million", "Ines Calder"),
    ]
    assert (document.text, document.source, document.title) == (TEXT, "harrow.txt", "Bridge to stay shut")


def test_speakers_are_affiliated(extractor: Extractor) -> None:
    first, second, third = extractor.extract(TEXT).quotes
    (affiliation,) = first.affiliations
    assert affiliation.role is not None
    assert affiliation.organization is not None
    assert (affiliation.role.text, affiliation.organization.text) == ("mayor", "Harrow")
    assert (second.affiliations, third.affiliations) == ((), first.affiliations)
    assert first.speaker is not None
    assert first.speaker.kind is SpeakerKind.PERSON


def test_attitudes_come_only_where_they_are_asked_for(extractor: Extractor) -> None:
    plain, all_of_it = extractor.extract(TEXT), extractor.extract(TEXT, attitudes=True)
    hoped = [q.text for q in all_of_it.quotes if q.relation is Relation.ATTITUDE]
    assert hoped == ["the repair will end in May"]
    said = [evolve(q, source=None) for q in all_of_it.quotes if q.relation is Relation.SPEECH]
    assert [evolve(q, source=None) for q in plain.quotes] == said
    assert plain.quotes[0].source is not None
    assert all_of_it.quotes[0].source is not None
    assert plain.quotes[0].source.text == "Ines Calder"
    assert all_of_it.quotes[0].source.text == "Ines Calder, mayor of Harrow"


def test_quotes_are_named_by_where_they_stand(extractor: Extractor) -> None:
    document = extractor.extract(TEXT)
    assert [q.id for q in document.quotes] == [quote_id(document_id(TEXT), q.content) for q in document.quotes]


def test_documents_come_back_in_order_and_as_they_come_alone(extractor: Extractor) -> None:
    texts = ["Tom Reed said it rained.", "", "Nobody spoke.", TEXT]
    together = list(extractor.extract_many(map(Document, texts)))
    assert together == [extractor.extract(text) for text in texts]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "“", '"""', "…", "\ufeff", "😀", "12:30"])
def test_texts_with_next_to_nothing_in_them(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text) == Document(text)


def test_a_package_that_is_not_here_is_missing() -> None:
    with pytest.raises(MissingModel):
        Extractor("no-such-package")


SENTENCES = [
    "“The bridge stays shut,” said Ines Calder, mayor of Harrow.",
    '"We looked at every bolt," Tom Reed said. "Half were loose.',
    "“Half of them were loose",
    "«Nobody asked us», said Dev Anand of the River Bureau (RB).",
    "The RB’s chief, Dr. Anne-Marie Kessler-Holt, told reporters that she can't wait.",
    "According to the RB, the dykes — all 12'2\" of them — would hold.",
    "Selwyn “Crabby” Harewood didn't say so; he tweeted: 'No way!' 😀",
    "She said it was “a gift to smugglers” and had to be stopped.",
    "It is quoted as saying that the drivers’ union met in Zürich…",
    "„Niemals,“ Lena Strand añadió 🙂 said the minister.",
    "MR. REED: I did.",
    "MS. CALDER: Who, you?",
]
SPACES = [" ", "  ", "\n", "\n\n", "\r\n\r\n", "\t", "\u00a0", "\u2009", "\u200b", "\u2028", " \ufeff"]
ODDITIES = ["", "", "”", '"', "’", "😀", "👩‍🚒 ", "e\u0301", "—", "(", "\u202e"]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences in any order, parted by any white space, with stray marks and signs."""
    count = draw(st.integers(1, 8))
    return "".join(draw(st.sampled_from(part)) for _ in range(count) for part in (SENTENCES, ODDITIES, SPACES))


@settings(max_examples=25)
@given(text=texts())
def test_every_span_is_a_slice(extractor: Extractor, text: str) -> None:
    for quote in extractor.extract(text, attitudes=True).quotes:
        assert all(text[span.start : span.end] == span.text for span in spans(quote))
        assert list(quote.content) == sorted(quote.content)
        assert 0.0 <= quote.confidence <= 1.0


@settings(max_examples=10)
@given(text=texts())
def test_no_two_quotes_are_the_same(extractor: Extractor, text: str) -> None:
    names = [quote.id for quote in extractor.extract(text).quotes]
    assert len(names) == len(set(names))

"""A small article with a quote of every sort that reports must show, and a way to mark words in a text."""

from __future__ import annotations

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

TEXT = (
    "Bridge stays closed\r\n\r\n"
    "“We will not open it a day too soon,” said Ines Calder, mayor of Harrow. “Not before the inspectors have signed.”"
    "\r\n\r\nThe ferry runs all night, said Tom Reed or Dev Anand.\r\n\r\n"
    "“Nobody asked us.”\r\n\r\n"
    "The Harrow Council said the repair cost £2 million. One driver hoped it would last.\r\n"
)


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand first in a text."""
    return Span.of(text, text.index(words), text.index(words) + len(words))


def quote(
    *content: Span, text: str = TEXT, kind: Kind = Kind.DIRECT, confidence: float = 0.97, **about: object
) -> Quote:
    """A quote of some words, with what else is known of it."""
    return Quote(quote_id(document_id(text), content), kind, content, confidence=confidence, **about)  # type: ignore[arg-type]


CALDER = Speaker("Ines Calder", SpeakerKind.PERSON, (span("Ines Calder"),))
REED = Speaker("Tom Reed", SpeakerKind.PERSON, (span("Tom Reed"),))
ANAND = Speaker("Dev Anand", SpeakerKind.PERSON, (span("Dev Anand"),))
COUNCIL = Speaker("The Harrow Council", SpeakerKind.ORGANIZATION)
DRIVER = Speaker("One driver", SpeakerKind.UNNAMED)
MAYOR = Affiliation(span("mayor of Harrow"), span("mayor"), span("Harrow"))

SURE = quote(
    span("“We will not open it a day too soon,”"),
    span("“Not before the inspectors have signed.”"),
    speaker=CALDER,
    affiliations=(MAYOR,),
    cue=Cue(*(lambda said: (said.start, said.end, said.text))(span("said")), "say"),
    source=span("Ines Calder"),
    evidence=(Evidence("nsubj-of-cue", "said <- Calder"),),
)
RIVALS = quote(
    span("The ferry runs all night"), kind=Kind.INDIRECT, confidence=0.41, speaker=REED, candidates=(REED, ANAND)
)
UNKNOWN = quote(span("“Nobody asked us.”"), confidence=0.3)
OFFICIAL = quote(span("the repair cost £2 million"), kind=Kind.INDIRECT, confidence=0.55, speaker=COUNCIL)
HOPED = quote(span("it would last"), kind=Kind.INDIRECT, speaker=DRIVER, relation=Relation.ATTITUDE)

DOCUMENT = Document(
    TEXT,
    source="harrow.html",
    title="Bridge stays closed",
    author="Ann Example",
    publisher="The Harrow Post",
    published="2025-03-04",
    url="https://harrow.example/bridge",
    quotes=(SURE, RIVALS, UNKNOWN, OFFICIAL, HOPED),
)
EMPTY = Document("Nobody spoke.", source="quiet.txt")

"""What do humans say was reported?  The nouns of a gold corpus, however it was stored."""

from __future__ import annotations

from attrs import frozen

from quotes.model import Kind, SpeakerKind

Range = tuple[int, int]
"""Character offsets, half-open."""

QUOTATION_MARKS = frozenset('"“”„«»')


@frozen
class GoldAffiliation:
    """A role, an organization, or both, as text."""

    role: str | None
    organization: str | None


@frozen
class GoldSpeaker:
    """Whom the source names in the whole article, and everything that the article says of their affiliations."""

    name: str
    kind: SpeakerKind
    affiliations: tuple[GoldAffiliation, ...] = ()


@frozen
class GoldQuote:
    """One annotated quote; pieces, cue and sources are ranges of characters, in the annotation's order.

    ``speaker`` is None where the corpus does not resolve speakers.
    """

    content: tuple[Range, ...]
    kind: Kind
    cue: tuple[Range, ...] = ()
    sources: tuple[Range, ...] = ()
    speaker: GoldSpeaker | None = None

    @property
    def source(self) -> Range | None:
        """The first mention of the source beside the cue."""
        return self.sources[0] if self.sources else None


@frozen
class GoldDocument:
    """An annotated article; ``name`` is its file name without the extension."""

    name: str
    text: str
    quotes: tuple[GoldQuote, ...]


@frozen
class GoldCorpus:
    """Annotated articles; ``resolves_speakers`` where the annotation names the speaker, not only the source."""

    documents: tuple[GoldDocument, ...]
    resolves_speakers: bool


def slices(text: str, ranges: tuple[Range, ...]) -> str:
    """The characters of all ranges, joined without anything between them."""
    return "".join(text[start:end] for start, end in ranges)


def kind_by_marks(text: str, content: tuple[Range, ...]) -> Kind:
    """Direct where the content holds a pair of quotation marks, else indirect (corpora without a kind)."""
    marks = sum(character in QUOTATION_MARKS for character in slices(text, content))
    return Kind.DIRECT if marks >= 2 else Kind.INDIRECT

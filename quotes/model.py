"""The nouns: what the whole project talks about.  Imports nothing of the project.

Words follow the literature on attribution relations (Pareti 2012; Newell, Margolin and Ruths 2018): a *cue* links a
*source* (the mention beside it) to a *content* (the reported words); the *speaker* is whom the source names in the
whole article.  All offsets count characters (code points) of ``Document.text``, half-open, and every ``text`` beside
offsets is the exact slice.
"""

from __future__ import annotations

import base64
import hashlib
from enum import StrEnum

from attrs import Attribute, field, frozen, validators


class Kind(StrEnum):
    """How much of the content stands in quotation marks: all, none or some of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Relation(StrEnum):
    """What the source does with the content: says it, or only holds it (thinks, hopes, plans)."""

    SPEECH = "speech"
    ATTITUDE = "attitude"


class SpeakerKind(StrEnum):
    """What a speaker is; ``unnamed`` where the article gives no name ("one customer")."""

    PERSON = "person"
    ORGANIZATION = "organization"
    UNNAMED = "unnamed"


@frozen(order=True)
class Span:
    """The characters ``[start, end)`` of a document, and those characters themselves.

    Raises ``ValueError`` where the offsets are negative, out of order, or do not fit the text's length.
    """

    start: int = field(validator=validators.ge(0))
    end: int = field()
    text: str = field(eq=False, order=False)

    @end.validator
    def _fits(self, _: Attribute[int], end: int) -> None:
        if end <= self.start:
            raise ValueError(f"a span must hold at least one character, not [{self.start}, {end})")

    @text.validator
    def _slice(self, _: Attribute[str], text: str) -> None:
        if len(text) != self.end - self.start:
            raise ValueError(f"{len(text)} characters do not fill [{self.start}, {self.end})")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` at ``[start, end)``."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@frozen(order=True)
class Cue(Span):
    """The reporting words ("said", "according to"); ``lemma`` is the base form ("say")."""

    lemma: str = field(default="", eq=False, order=False)


@frozen
class Affiliation:
    """For whom somebody speaks, and as what: a role, an organization, or both, as they stand in the text.

    ``span`` is the stretch of the article that states it.
    """

    span: Span
    role: Span | None = None
    organization: Span | None = None


@frozen
class Speaker:
    """Whom a source names: the fullest form of the name in the article, and where the article names them."""

    name: str
    kind: SpeakerKind
    mentions: tuple[Span, ...] = ()


@frozen
class Evidence:
    """Why: the named rule that decided something, and the words and relations that it used."""

    rule: str
    detail: str = ""


@frozen
class Quote:
    """Reported words with their source; ``content`` holds one span for each contiguous piece, in text order.

    ``candidates`` are the speakers that could also be meant, best first, where ``speaker`` is in doubt.
    """

    id: str
    kind: Kind
    content: tuple[Span, ...] = field(validator=validators.min_len(1))
    cue: Cue | None = None
    source: Span | None = None
    speaker: Speaker | None = None
    affiliations: tuple[Affiliation, ...] = ()
    confidence: float = field(default=0.0, validator=[validators.ge(0.0), validators.le(1.0)])
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Speaker, ...] = ()
    relation: Relation = Relation.SPEECH

    @property
    def text(self) -> str:
        """The content pieces, joined with an ellipsis."""
        return " … ".join(piece.text for piece in self.content)


@frozen
class Document:
    """An article: its text as it was read, never rewritten, what is known of it, and the quotes found in it."""

    text: str
    source: str = "<text>"
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    quotes: tuple[Quote, ...] = ()

    @property
    def id(self) -> str:
        """SHA-256 of the text (UTF-8), hexadecimal."""
        return document_id(self.text)


def document_id(text: str) -> str:
    """SHA-256 of a text (UTF-8, lone surrogates kept), hexadecimal: the same text has the same name anywhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def quote_id(document: str, content: tuple[Span, ...]) -> str:
    """A short stable name (12 characters, 60 bits) from a document's id and the offsets of a content."""
    places = ",".join(f"{piece.start}-{piece.end}" for piece in content)
    digest = hashlib.sha256(f"{document}:{places}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:12]

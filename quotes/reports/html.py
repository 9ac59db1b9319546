"""Articles as one HTML page: each quote in the colour of its speaker, beside it who spoke, and for whom.

The page holds all that it needs, asks nothing of the network, and has no script: filters and links are HTML and CSS.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TextIO

from attrs import define, field, frozen
from jinja2 import Environment, PackageLoader, Template, select_autoescape

from quotes.citing.records import file_name
from quotes.index.fetch import Stored
from quotes.index.status import Status
from quotes.index.walking import Article
from quotes.reports.painting import Stretch, painted
from quotes.reports.visible import spelled, visible

UNSURE = 0.6
"""Quotes with less confidence than this are marked as in need of a second look."""
GOLDEN = 137.508
"""Degrees between the hues of one speaker and the next: neighbours never look alike."""
SHOWN_WORDS = 12
"""Words of a quote that the list shows."""


@frozen
class Entry:
    """A quote in the list beside the text; ``placed`` unless it lies wholly within other quotes."""

    id: str
    words: str
    kind: str
    confidence: int
    unsure: bool
    reviewed: bool
    placed: bool


@define
class Voice:
    """A speaker on the page; number 0 is for quotes whose speaker is not known."""

    number: int
    name: str
    posts: dict[str, None] = field(factory=dict)
    entries: list[Entry] = field(factory=list)

    @property
    def hue(self) -> int:
        """The colour, in degrees."""
        return round(self.number * GOLDEN) % 360


@frozen
class Part:
    """A stretch of text as the page shows it; ``voice`` and ``entry`` where it is quoted."""

    text: str
    voice: Voice | None = None
    entry: Entry | None = None
    first: bool = False
    last: bool = False


@frozen
class Piece:
    """An article as the page shows it."""

    title: str
    facts: tuple[str, ...]
    url: str | None
    language: str
    paragraphs: tuple[tuple[Part, ...], ...]


def write_html(found: Iterable[Article], stream: TextIO) -> None:
    """Write the page for these articles."""
    voices: dict[int | None, Voice] = {}
    pieces = [_piece(article, voices) for article in found]
    speakers = sorted(voices.values(), key=lambda voice: (voice.number == 0, voice.number))
    for part in _template().generate(articles=pieces, voices=speakers):
        stream.write(part)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("quotes.reports"), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = visible
    return environment.get_template("report.html")


def _piece(article: Article, voices: dict[int | None, Voice]) -> Piece:
    document = article.document
    quotes = sorted(article.quotes, key=lambda stored: stored.quote.content[0].start)
    paragraphs = painted(document.text, [stored.quote for stored in quotes])
    placed = {stretch.quote for paragraph in paragraphs for stretch in paragraph}
    owners = [(_voice(stored, voices), _entry(stored, i in placed)) for i, stored in enumerate(quotes)]
    for voice, entry in owners:
        voice.entries.append(entry)
    name = file_name(document.source)
    facts = (document.author, document.publisher, document.published, name if document.title else None)
    return Piece(
        title=document.title or name,
        facts=tuple(fact for fact in facts if fact),
        url=document.url if document.url and document.url.startswith(("http://", "https://")) else None,
        language=document.language,
        paragraphs=tuple(tuple(_part(stretch, owners) for stretch in paragraph) for paragraph in paragraphs),
    )


def _voice(stored: Stored, voices: dict[int | None, Voice]) -> Voice:
    """The speaker of a quote, numbered in the order in which they speak."""
    key = stored.speaker_number
    if key not in voices:
        number = 0 if key is None else sum(voice.number > 0 for voice in voices.values()) + 1
        voices[key] = Voice(number, stored.speaker or "Speaker unknown")
    for affiliation in stored.quote.affiliations:
        words = ", ".join(part.text for part in (affiliation.role, affiliation.organization) if part)
        voices[key].posts[visible(words)] = None
    return voices[key]


def _entry(stored: Stored, placed: bool) -> Entry:
    quote, words = stored.quote, stored.quote.text.split()
    return Entry(
        id=quote.id,
        words=" ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else ""),
        kind=quote.kind.value,
        confidence=round(100 * quote.confidence),
        unsure=quote.confidence < UNSURE,
        reviewed=stored.status in (Status.ACCEPTED, Status.CORRECTED),
        placed=placed,
    )


def _part(stretch: Stretch, owners: list[tuple[Voice, Entry]]) -> Part:
    if stretch.quote is None:
        return Part(spelled(stretch.text))
    voice, entry = owners[stretch.quote]
    return Part(spelled(stretch.text), voice, entry, stretch.first, stretch.last)

"""What does a person's correction mean in the words of the article?  Other ends, another speaker, another post."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise, product

from attrs import evolve, field, frozen, validators

from quotes.checking.marks import marked
from quotes.checking.names import parts
from quotes.index.database import Index
from quotes.index.errors import IndexProblem
from quotes.index.fetch import quotes_of
from quotes.index.folding import name_key
from quotes.index.rewriting import appearances_of
from quotes.model import Affiliation, Document, Kind, Quote, Span, Speaker, SpeakerKind, quote_id

_WORD = re.compile(r"\S+")
FAR = 300
"""Characters between a role and an organization that no longer state one affiliation."""


@frozen(kw_only=True)
class Correction:
    """What a person changes of a quote; what is not given stays.

    ``speaker`` is a name, or empty where nobody knows.  ``role`` and ``organization`` are words of the article; both
    empty means that the speaker speaks for nobody.  ``start`` and ``end`` are by how many words the ends move:
    to the right, or to the left where negative.
    """

    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    role: str | None = None
    organization: str | None = None
    start: int = field(default=0, validator=validators.instance_of(int))
    end: int = field(default=0, validator=validators.instance_of(int))

    @property
    def empty(self) -> bool:
        """Whether nothing is changed."""
        return self == Correction()


def corrected(index: Index, version: int, document: Document, quote: Quote, correction: Correction) -> Quote:
    """The quote as a person has it.

    Raises ``IndexProblem`` where words do not stand in the article, or no word would be left.
    """
    if correction.start or correction.end:
        quote = moved(document, quote, correction.start, correction.end)
    if correction.speaker is not None or correction.speaker_kind is not None:
        quote = _spoken(index, version, document, quote, correction)
    if correction.role is not None or correction.organization is not None:
        quote = evolve(quote, affiliations=_affiliations(document, quote, correction))
    return quote


def moved(document: Document, quote: Quote, start: int, end: int) -> Quote:
    """The quote with its ends moved by so many words; pieces that lose all their words are dropped.

    Raises ``IndexProblem`` where no word would be left.
    """
    words = [match.span() for match in _WORD.finditer(document.text)]
    pieces = sorted(quote.content)
    first = _moved([a for a, _ in words], pieces[0].start, start)
    last = _moved([b for _, b in words], pieces[-1].end, end)
    bounds = [[piece.start, piece.end] for piece in pieces if piece.end > first and piece.start < last]
    if bounds:
        bounds[0][0] = first if start else bounds[0][0]
        bounds[-1][1] = last if end else bounds[-1][1]
    if not bounds or bounds[0][0] >= bounds[0][1] or bounds[-1][0] >= bounds[-1][1]:
        raise IndexProblem(f"quote {quote.id}: no word would be left")
    content = tuple(Span.of(document.text, a, b) for a, b in bounds)
    return evolve(quote, id=quote_id(document.id, content), content=content, kind=kind_of(document.text, content))


def _moved(places: list[int], place: int, by: int) -> int:
    """The place that lies so many words further; where a word is cut, its end or beginning counts as one."""
    if by > 0:
        further = [one for one in places if one > place]
        return further[min(by, len(further)) - 1] if further else place
    if by < 0:
        before = [one for one in places if one < place]
        return before[max(by, -len(before))] if before else place
    return place


def kind_of(text: str, content: Iterable[Span]) -> Kind:
    """How much of a content stands in quotation marks, to judge by the paragraphs around it."""
    quoted = unquoted = False
    for piece in content:
        line = text.rfind("\n", 0, piece.start) + 1
        end = text.find("\n", piece.end)
        ranges = marked(text[line : end if end >= 0 else len(text)])
        for word in re.finditer(r"\w+", piece.text):
            at = piece.start + word.start() - line
            inside = any(a <= at < b for a, b in ranges)
            quoted, unquoted = quoted or inside, unquoted or not inside
    if quoted and unquoted:
        return Kind.MIXED
    return Kind.DIRECT if quoted else Kind.INDIRECT


def _spoken(index: Index, version: int, document: Document, quote: Quote, correction: Correction) -> Quote:
    """The quote by another speaker, with the affiliations that the article gives for them elsewhere."""
    before = quote.speaker.name if quote.speaker else ""
    name = before if correction.speaker is None else correction.speaker
    speaker = speaker_named(index, version, document, name, correction.speaker_kind)
    if speaker == quote.speaker:
        return quote
    if speaker and speaker.name == before:
        return evolve(quote, speaker=speaker)
    others = quotes_of(index, version)
    theirs = next((other.affiliations for other in others if speaker and other.speaker == speaker), ())
    return evolve(quote, speaker=speaker, affiliations=theirs)


def speaker_named(
    index: Index, version: int, document: Document, name: str, kind: SpeakerKind | None = None
) -> Speaker | None:
    """Whom a name means in an article; none for an empty one.

    That is somebody who speaks there under this name, or the only one whose name has all its words; else whoever has
    this name in the article or in the index; else somebody new.
    """
    name = " ".join(name.split())
    if not name:
        return None
    here = [one for one in appearances_of(index, version) if kind in (None, one.kind)]
    fits = [one for one in here if name_key(one.name) == name_key(name)]
    fits = fits or [one for one in here if set(parts(name)) < set(parts(one.name))]
    if len(fits) == 1:
        return fits[0]
    mentions = tuple(Span.of(document.text, *found.span()) for found in _places(document.text, name))
    row = index.row("SELECT kind FROM speaker_names WHERE folded = ?", (name_key(name),))
    known = SpeakerKind(row["kind"]) if row else SpeakerKind.PERSON
    return Speaker(name, kind or known, mentions)


def _places(text: str, words: str) -> Iterable[re.Match[str]]:
    """Where words stand in a text, whatever white space is between them."""
    spelled = r"\s+".join(re.escape(word) for word in words.split())
    return re.finditer(rf"(?<!\w){spelled}(?!\w)", text) if spelled else ()


def _affiliations(document: Document, quote: Quote, correction: Correction) -> tuple[Affiliation, ...]:
    """The affiliation that a person names, where the article states it nearest to the speaker."""
    wanted = [words.strip() for words in (correction.role, correction.organization) if words and words.strip()]
    if not wanted:
        return ()
    found = [[match.span() for match in _places(document.text, words)] for words in wanted]
    for words, places in zip(wanted, found, strict=True):
        if not places:
            raise IndexProblem(f"{words!r} does not stand in the article")
    near = [span.start for span in (quote.speaker.mentions if quote.speaker else ())] or [quote.content[0].start]
    best = min(product(*found), key=lambda places: _distance(places, near))
    spans = [Span.of(document.text, *place) for place in best]
    role = spans[0] if correction.role and correction.role.strip() else None
    organization = spans[-1] if correction.organization and correction.organization.strip() else None
    return _joined(document.text, role, organization)


def _distance(places: tuple[tuple[int, int], ...], near: list[int]) -> tuple[int, int]:
    """How far the words are from one another, and from where the speaker is named."""
    apart = sum(abs(a[0] - b[0]) for a, b in pairwise(places))
    return apart, min(abs(place[0] - mention) for place in places for mention in near)


def _joined(text: str, role: Span | None, organization: Span | None) -> tuple[Affiliation, ...]:
    """One affiliation, or two where role and organization stand far apart."""
    spans = [span for span in (role, organization) if span]
    whole = Span.of(text, min(span.start for span in spans), max(span.end for span in spans))
    if role and organization and (whole.end - whole.start > FAR or "\n" in whole.text):
        return (Affiliation(role, role), Affiliation(organization, organization=organization))
    return (Affiliation(whole, role, organization),)

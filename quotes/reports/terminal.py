"""The report that an editor reads: each article with its quotes, and who spoke in it for whom.

What needs a second look is marked with a sign and words, not by colour alone, so that it shows in black and white and
in a file.  The text of articles is untrusted: it is never read as mark-up, and cannot steer the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import pairwise
from typing import TextIO

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from quotes.model import Affiliation, Document, Quote, Relation, Span, Speaker, SpeakerKind
from quotes.reading.paragraphs import Paragraph, paragraph_at, paragraphs
from quotes.reports.visible import visible

UNSURE = 0.6
"""Quotes with less confidence than this need a second look."""

WIDEST = 100
"""Columns: longer lines are hard to read, however wide the terminal."""

HEADED = box.Box("    \n    \n ── \n    \n    \n    \n    \n    \n", ascii=False)
"""A table with a line below its head, and nothing else."""

FONTS = '"DejaVu Sans Mono", Menlo, Consolas, monospace'
"""What the picture of a report is set in."""

_FONT_ADDRESS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)

THEME = Theme(
    {
        "article": "bold",
        "about": "dim",
        "number": "cyan",
        "words": "none",
        "speaker": "bold green",
        "affiliation": "green",
        "facts": "dim",
        "doubt": "bold yellow",
        "unknown": "bold red",
    }
)


class ArticleReport:
    """One article: a heading with what is known of it, its quotes, and its speakers."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        quotes = self.document.quotes
        yield from _heading(self.document)
        ranges = paragraphs(self.document.text)
        digits = len(str(len(quotes)))
        for number, quote in enumerate(quotes, start=1):
            yield Text()
            yield QuoteReport(quote, ranges, f"{number:>{digits}}")
        yield Text()
        yield speakers_table(quotes) if quotes else Text("No quotes found.")


class QuoteReport:
    """One quote: the words, who said them and as what, and below that how sure this is and where it stands."""

    def __init__(self, quote: Quote, ranges: Sequence[Paragraph], number: str) -> None:
        self.quote = quote
        self.ranges = ranges
        self.number = number

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        sign, style = _sign(self.quote)
        width = max(20, options.max_width - len(self.number) - 4)
        number = Text(self.number, "number")
        for block in (*_words(self.quote, self.ranges), _attribution(self.quote), _facts(self.quote, self.ranges)):
            for line in block.wrap(console, width, overflow="fold"):
                yield Text.assemble(" ", number, " ", (sign, style), " ", line)
                number = Text(" " * len(self.number))


class Trimmed:
    """Any renderable, without blanks at the ends of its lines: the report may go into a file."""

    def __init__(self, renderable: RenderableType) -> None:
        self.renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segments in console.render_lines(self.renderable, options, pad=False):
            line = Text.assemble(*((segment.text, segment.style or "") for segment in segments))
            line.rstrip()
            yield line


def print_report(documents: Iterable[Document], stream: TextIO) -> None:
    """Write the report of each document as soon as it is there, and a closing line where there are several."""
    console = Console(file=stream, theme=THEME, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    totals: list[tuple[int, int]] = []
    for document in documents:
        console.print(Trimmed(ArticleReport(document)))
        console.print()
        totals.append((len(document.quotes), doubtful(document.quotes)))
    if len(totals) > 1:
        found, doubts = (sum(column) for column in zip(*totals, strict=True))
        console.print(Rule(style="about", characters="─"))
        console.print(Text(f"{len(totals)} articles · {_count(found, 'quote')}{_to_check(doubts)}"))


def to_svg(documents: Iterable[Document], *, title: str = "quotes extract", width: int = 80) -> str:
    """The report as a picture (SVG), ``width`` columns wide, that needs nothing from the network."""
    console = Console(
        file=StringIO(), record=True, theme=THEME, width=width, force_terminal=True, color_system="truecolor"
    )
    for document in documents:
        console.print(ArticleReport(document))
    picture = _FONT_ADDRESS.sub("", console.export_svg(title=title))
    return picture.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")


def doubtful(quotes: Iterable[Quote]) -> int:
    """How many quotes need a second look."""
    return sum(quote.speaker is None or quote.confidence < UNSURE for quote in quotes)


def speakers_table(quotes: Sequence[Quote]) -> Table:
    """Who speaks in an article, as what, and how often."""
    table = Table(box=HEADED, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Speaker", overflow="fold")
    table.add_column("Role, organization", overflow="fold")
    table.add_column("Quotes", justify="right", no_wrap=True)
    table.add_column("No.", overflow="fold", max_width=16)
    numbers = {id(quote): number for number, quote in enumerate(quotes, start=1)}
    for speaker, said in _by_speaker(quotes):
        name = Text("not known", "unknown") if speaker is None else _name(speaker)
        roles = list(dict.fromkeys(_role(affiliation) for quote in said for affiliation in quote.affiliations))
        where = _list(numbers[id(quote)] for quote in said)
        table.add_row(name, Text("\n".join(roles), "affiliation"), str(len(said)), Text(where, "number"))
    return table


def _heading(document: Document) -> Iterator[Rule | Text]:
    yield Rule(style="about", characters="━")
    yield Text(visible(document.title or _source(document)), "article")
    about = [document.author, document.publisher, document.published]
    if stated := " · ".join(visible(fact) for fact in about if fact):
        yield Text(stated)
    for place in (document.url, _source(document) if document.title else None):
        if place:
            yield Text(visible(place), "about", overflow="fold")
    speakers = {(quote.speaker.name, quote.speaker.kind) for quote in document.quotes if quote.speaker}
    counts = [_count(len(document.text), "character"), _count(len(document.quotes), "quote")]
    if speakers:
        counts.append(_count(len(speakers), "speaker"))
    yield Text.assemble((" · ".join(counts), "about"), (_to_check(doubtful(document.quotes)), "doubt"))


def _source(document: Document) -> str:
    return "standard input" if document.source == "-" else document.source


def _words(quote: Quote, ranges: Sequence[Paragraph]) -> Iterator[Text]:
    """The reported words, one text for each paragraph of them; an ellipsis only where the article has other words between."""
    lines: list[str] = []
    for before, piece in zip((None, *quote.content), quote.content, strict=False):
        first, *others = _by_paragraph(piece, ranges)
        if before is None or _next_paragraph(before, piece, ranges):
            lines.append(first)
        else:
            lines[-1] += f" … {first}"
        lines.extend(others)
    yield from (Text(line, "words") for line in lines)


def _next_paragraph(before: Span, piece: Span, ranges: Sequence[Paragraph]) -> bool:
    """Whether a piece of content opens the paragraph after the one that the piece before it ends."""
    last, first = paragraph_at(ranges, before.end - 1), paragraph_at(ranges, piece.start)
    return first == last + 1 and before.end >= ranges[last - 1].end and piece.start <= ranges[first - 1].start


def _by_paragraph(piece: Span, ranges: Sequence[Paragraph]) -> list[str]:
    """The words of a piece of content, parted where the article parts its paragraphs."""
    number = paragraph_at(ranges, piece.start)
    inner = [start - piece.start for start, _ in ranges[number:] if start < piece.end]
    return [visible(piece.text[start:end]) for start, end in pairwise([0, *inner, len(piece.text)])]


def _attribution(quote: Quote) -> Text:
    """Who said it, and as what; or between whom it is open."""
    if names := _rivals(quote):
        return Text.assemble("— ", ("unclear: " + " or ".join(names) + "?", "doubt"))
    if quote.speaker is None:
        return Text.assemble("— ", ("speaker not known", "unknown"))
    line = Text.assemble("— ", _name(quote.speaker))
    if quote.affiliations:
        line.append(" (" + "; ".join(map(_role, quote.affiliations)) + ")", "affiliation")
    return line


def _rivals(quote: Quote) -> list[str]:
    """The names between which it is open who spoke: two or more, or none at all."""
    if quote.confidence >= UNSURE or len(quote.candidates) < 2:
        return []
    return list(dict.fromkeys(visible(speaker.name) for speaker in quote.candidates))


def _name(speaker: Speaker) -> Text:
    name = (visible(speaker.name), "speaker")
    return Text.assemble(name, ("" if speaker.kind is SpeakerKind.PERSON else f" [{speaker.kind}]", "facts"))


def _role(affiliation: Affiliation) -> str:
    """Role and organization, or that of the two which is known."""
    return ", ".join(visible(part.text) for part in (affiliation.role, affiliation.organization) if part)


def _facts(quote: Quote, ranges: Sequence[Paragraph]) -> Text:
    """Kind, confidence and place of a quote."""
    kind = str(quote.kind) if quote.relation is Relation.SPEECH else f"{quote.kind}, thought rather than said"
    sure = f"{100 * quote.confidence:.0f} % sure"
    numbers = list(dict.fromkeys(paragraph_at(ranges, piece.start) for piece in quote.content))
    offsets = _list(f"{piece.start}–{piece.end}" for piece in quote.content)
    where = f" · paragraph {_list(numbers)}, characters {offsets}"
    if quote.confidence < UNSURE:
        return Text.assemble((f"{kind} · ", "facts"), (f"{sure} – please check", _sign(quote)[1]), (where, "facts"))
    return Text(f"{kind} · {sure}{where}", "facts")


def _sign(quote: Quote) -> tuple[str, str]:
    """The sign beside a quote, and the style of what is in doubt: unknown, unsure, or nothing to see."""
    if quote.speaker is None and not _rivals(quote):
        return "?", "unknown"
    return ("!", "doubt") if quote.confidence < UNSURE or quote.speaker is None else ("│", "")


def _by_speaker(quotes: Iterable[Quote]) -> list[tuple[Speaker | None, list[Quote]]]:
    """The quotes of each speaker: who speaks most comes first, who is not known last."""
    groups: dict[tuple[str, str] | None, list[Quote]] = {}
    for quote in quotes:
        speaker = quote.speaker
        groups.setdefault((speaker.name, speaker.kind) if speaker else None, []).append(quote)
    order = sorted(groups.items(), key=lambda group: (group[0] is None, -len(group[1])))
    return [(said[0].speaker, said) for _, said in order]


def _list(parts: Iterable[object]) -> str:
    return ", ".join(map(str, parts))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _to_check(doubts: int) -> str:
    return f" · {doubts} to check (! or ?)" if doubts else ""

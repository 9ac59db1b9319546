"""One quote under review, as a person sees it in a terminal: readable in black and white, with the keys below."""

from __future__ import annotations

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table

from quotes.checking.session import HELP, Session
from quotes.citing.records import file_name
from quotes.index.fetch import Stored
from quotes.model import Evidence, Quote
from quotes.reading.paragraphs import paragraph_at, paragraphs
from quotes.reports.found import speaker_line
from quotes.reports.still import Text


def review_page(session: Session) -> RenderableType:
    """The quote in hand in its paragraphs, what is known of it, who else could have said it, and the keys."""
    now, quote = session.current, session.preview
    if now is None or quote is None:
        return closing(session)
    parts: list[RenderableType] = [Rule(f"{session.place + 1} of {len(session.rows)}", style="dim")]
    parts += [_paragraphs(now, quote), Text(), _facts(session, now, quote), Text(), _keys()]
    if session.message:
        parts.append(Text(session.message, style="bold"))
    return Group(*parts)


def closing(session: Session) -> RenderableType:
    """What was done."""
    said = f"{session.message}\n" if session.message else ""
    left = len(session.rows) - session.place
    return Text(f"{said}{len(session.saved)} decisions saved; {left} quotes left in the queue")


def _paragraphs(now: Stored, quote: Quote) -> Text:
    """The paragraphs that hold the quote, its pieces marked with signs and in reverse."""
    text, ranges = now.document.text, paragraphs(now.document.text)
    first = ranges[paragraph_at(ranges, quote.content[0].start) - 1].start
    last = ranges[paragraph_at(ranges, quote.content[-1].end - 1) - 1].end
    shown, at = Text(), min(first, quote.content[0].start)
    for piece in quote.content:
        shown.append(text[at : piece.start])
        shown.append(f"⟦{piece.text}⟧", style="bold reverse")
        at = piece.end
    shown.append(text[at : max(last, at)])
    return shown


def _facts(session: Session, now: Stored, quote: Quote) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    document = now.document
    where = (document.title or file_name(document.source), document.published)
    table.add_row(Text("quote", style="dim"), Text(f"{now.quote.id}  {quote.kind.value}, {_sure(now)}"))
    table.add_row(Text("article", style="dim"), Text(", ".join(part for part in where if part)))
    changed = " (draft)" if quote.speaker != now.quote.speaker else ""
    name = quote.speaker.name if changed and quote.speaker else ("unknown" if changed else speaker_line(now))
    table.add_row(Text("speaker", style="dim"), Text(name + changed, style="bold"))
    drafted = " (draft)" if quote.affiliations != now.quote.affiliations else ""
    for affiliation in quote.affiliations:
        post = ", ".join(part.text for part in (affiliation.role, affiliation.organization) if part)
        table.add_row(Text("as", style="dim"), Text(" ".join(post.split()) + drafted))
    if drafted and not quote.affiliations:
        table.add_row(Text("as", style="dim"), Text("nobody (draft)"))
    for reason in quote.evidence:
        table.add_row(Text("why", style="dim"), Text(_why(reason), style="dim"))
    choices = "  ".join(f"[{i}] {' '.join(one.name.split())}" for i, one in enumerate(session.choices, 1))
    table.add_row(Text("could be", style="dim"), Text(choices or "nobody else speaks here"))
    return table


def _why(reason: Evidence) -> str:
    return f"{reason.rule}: {reason.detail}" if reason.detail else reason.rule


def _sure(now: Stored) -> str:
    return "reviewed" if now.status.reviewed else f"{100 * now.quote.confidence:.0f} % sure"


def _keys() -> Columns:
    return Columns([_key(key, meaning) for key, meaning in HELP.items()], padding=(0, 2))


def _key(key: str, meaning: str) -> Text:
    text = Text(f" {key} ", style="reverse")
    text.append(f" {meaning}", style="not reverse")
    return text


def queued(found: list[Stored]) -> RenderableType:
    """The quotes that wait for a review, one line each."""
    if not found:
        return Text("nothing to review")
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for stored in found:
        words = " ".join(stored.quote.text.split())
        short = words if len(words) <= 60 else f"{words[:59]}…"
        table.add_row(
            Text(stored.quote.id), Text(f"{stored.quote.confidence:.2f}"), Text(speaker_line(stored)), Text(short)
        )
    return table

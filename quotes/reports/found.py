"""What search, show and speakers found, for a terminal (80 columns, black and white) and for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from quotes.citing.plain import plain
from quotes.citing.records import file_name
from quotes.index.fetch import Stored
from quotes.index.search import Hit
from quotes.index.snippets import snippet
from quotes.index.speakers import Post, Profile
from quotes.index.status import Status
from quotes.reports.still import Text

COLUMNS = ("id", "kind", "text", "speaker", "affiliation", "confidence", "title", "publisher", "published", "url",
           "source")  # fmt: skip

STANDING = {
    Status.PROPOSED: "proposed: nobody has looked at it yet",
    Status.ACCEPTED: "accepted in review",
    Status.CORRECTED: "corrected in review",
    Status.REJECTED: "rejected in review: no quote to cite",
    Status.WITHDRAWN: "withdrawn: a later extraction did not find it",
}


def hits(found: list[tuple[Hit, Stored]]) -> RenderableType:
    """The quotes that were found, two lines each: who and where, then the words with the hits in bold."""
    if not found:
        return Text("nothing found")
    return Group(*(part for hit, stored in found for part in (_heading(stored), _marked(hit), Text())))


def _heading(stored: Stored) -> Text:
    document = stored.document
    line = Text(stored.quote.id, style="dim")
    line.append(f"  {speaker_line(stored)}", style="bold")
    where = ", ".join(part for part in (document.title or file_name(document.source), document.published) if part)
    line.append(f"  {stored.quote.kind.value}  {' '.join(where.split())}")
    return line


def _marked(hit: Hit) -> RenderableType:
    shown = snippet(hit.text, hit.marks, 240)
    text = Text(shown.text)
    for start, end in shown.marks:
        text.stylize("bold reverse", start, end)
    return Padding(text, (0, 0, 0, 2), expand=False)


def speaker_line(stored: Stored) -> str:
    """The speaker, or that they are not known."""
    return stored.speaker or "speaker unknown"


def hit_to_json(hit: Hit, stored: Stored) -> dict[str, Any]:
    """One result of ``quotes search --format json``: the quote as in the contract, and what the search adds."""
    shown = snippet(hit.text, hit.marks)
    return {**stored_to_json(stored), "score": round(hit.score, 4), "snippet": shown.marked(), "marks": hit.marks}


def stored_to_json(stored: Stored) -> dict[str, Any]:
    """A stored quote as ``quotes show --format json`` prints it."""
    from quotes.serialize import document_to_json, quote_to_json

    about = {name: value for name, value in document_to_json(stored.document).items() if name != "quotes"}
    return {
        "quote": quote_to_json(stored.quote),
        "speaker": stored.speaker,
        "document": about,
        "status": stored.status.value,
        "current": stored.current,
        "added": stored.added,
    }


def to_csv(found: Iterable[Stored]) -> str:
    """The quotes as a table with a heading line."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for stored in found:
        quote, document = stored.quote, stored.document
        posts = [", ".join(p.text for p in (a.role, a.organization) if p) for a in quote.affiliations]
        about = (document.title, document.publisher, document.published, document.url, document.source)
        facts = (quote.id, quote.kind.value, quote.text, stored.speaker, "; ".join(posts), quote.confidence)
        writer.writerow([*map(_harmless, facts), *map(_harmless, about)])
    return out.getvalue()


def _harmless(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def quote_page(stored: Stored, paragraph: tuple[str, list[tuple[int, int]]], history: list[str]) -> RenderableType:
    """One quote in its paragraph, with evidence, history and citation."""
    words, marks = paragraph
    text = Text(words)
    for start, end in marks:
        text.stylize("bold underline", start, end)
    facts = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in _facts(stored, history):
        facts.add_row(Text(name, style="dim"), Text(value))
    return Group(text, Text(), facts)


def _facts(stored: Stored, history: list[str]) -> list[tuple[str, str]]:
    quote, document = stored.quote, stored.document
    posts = [", ".join(" ".join(p.text.split()) for p in (a.role, a.organization) if p) for a in quote.affiliations]
    facts = [("quote", f"{quote.id}  ({quote.kind.value}, confidence {quote.confidence:.2f})")]
    facts += [("speaker", speaker_line(stored))] + [("as", post) for post in dict.fromkeys(posts)]
    facts += [("source", quote.source.text)] if quote.source else []
    facts += [("cue", quote.cue.text)] if quote.cue else []
    facts += [("why", f"{reason.rule}: {reason.detail}".rstrip(": ")) for reason in quote.evidence]
    facts += [("document", document.title or document.source)]
    facts += [(name, value) for name in ("publisher", "published", "url") if (value := getattr(document, name))]
    facts += [("at", ", ".join(f"{piece.start}-{piece.end}" for piece in quote.content) + " (characters)")]
    facts += [("status", STANDING[stored.status])] + [("history", line) for line in history]
    cited = citation(stored)
    return [*facts, ("cite", cited)] if cited else facts


def citation(stored: Stored) -> str | None:
    """The newsroom's line for a quote; none where a person has rejected it."""
    return None if stored.status is Status.REJECTED else plain(stored)


def profiles(found: list[Profile]) -> RenderableType:
    """The speakers, most quoted first; one alone with all that is known."""
    if not found:
        return Text("nobody found")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("no.", "speaker", "quotes", "documents", "role and organization", "also"):
        table.add_column(name, justify="right" if name in ("no.", "quotes", "documents") else "left")
    for profile in found:
        shown = profile.posts if len(found) == 1 else profile.posts[-1:]
        posts = "\n".join(post_line(post) for post in shown)
        also = ", ".join(profile.forms if len(found) == 1 else profile.forms[:2])
        facts = (f"#{profile.number}", profile.name, str(profile.quotes), str(profile.documents), posts, also)
        table.add_row(*(Text(fact) for fact in facts))
    return table


def post_line(post: Post) -> str:
    """A role and an organization, with the time for which articles give them."""
    what = " ".join(", ".join(part for part in (post.role, post.organization) if part).split())
    days = [day for day in dict.fromkeys((post.first, post.last)) if day]
    return f"{what} ({' to '.join(days)})" if days else what

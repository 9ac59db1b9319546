"""In which paragraph does a quote stand, and what became of it since it was added?"""

from __future__ import annotations

from quotes.index.database import Index
from quotes.index.decisions import Decision, on_quote, on_speakers
from quotes.index.fetch import Stored


def paragraph(stored: Stored) -> tuple[str, list[tuple[int, int]]]:
    """The lines of the article in which the quote stands, and the offsets of its pieces within them."""
    text, content = stored.document.text, stored.quote.content
    start = text.rfind("\n", 0, min(piece.start for piece in content)) + 1
    end = text.find("\n", max(piece.end for piece in content))
    marks = [(piece.start - start, piece.end - start) for piece in content]
    return text[start : len(text) if end < 0 else end], marks


def history(index: Index, stored: Stored) -> list[str]:
    """What happened, in order: when the document was added, its newer versions, and what humans decided."""
    lines = [f"{stored.added[:10]}  added from {stored.document.source}"]
    lines += [_version_line(index, stored, row) for row in _later(index, stored)]
    names = {stored.speaker, stored.quote.speaker.name if stored.quote.speaker else None}
    about = [one for one in on_speakers(index) if names & {str(name) for name in one.detail.get("said", [])}]
    lines += [_decision_line(one) for one in sorted([*about, *on_quote(index, stored.number)], key=_order)]
    return lines


def _order(one: Decision) -> int:
    return one.number


def _decision_line(one: Decision) -> str:
    said = f": {one.said}" if one.said else ""
    return f"{one.made[:10]}  {one.action} by {one.made_by}{said}{', undone later' * one.undone}"


def _later(index: Index, stored: Stored) -> list[tuple[int, str]]:
    rows = index.rows(
        "SELECT v.number, v.added FROM document_versions v JOIN document_versions mine ON mine.id = ? "
        "WHERE v.document = mine.document AND v.number > mine.number ORDER BY v.number",
        (stored.document.id,),
    )
    return [(row["number"], row["added"]) for row in rows]


def _version_line(index: Index, stored: Stored, version: tuple[int, str]) -> str:
    """A newer version, and whether the very words are still a quote there."""
    number, added = version
    sql = "SELECT id FROM quotes WHERE document_version = ? AND text = ? AND shown LIMIT 1"
    same = index.row(sql, (number, stored.quote.text))
    return f"{added[:10]}  newer version; " + (f"the quote is {same['id']} there" if same else "the quote is not in it")

"""How does a newsroom cite a quote in one line?"""

from __future__ import annotations

from quotes.citing.records import date_parts, file_name
from quotes.index.fetch import Stored

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def plain(stored: Stored) -> str:
    """The words, the speaker with role and organization, the article, and the identifier of the quote."""
    document = stored.document
    date = _date(document.published)
    where = [document.title or file_name(document.source), document.publisher, date, document.url]
    article = ", ".join(part for part in where if part)
    return f"{words(stored)} ({speaker(stored)}, in {article}; quote {stored.quote.id})"


def words(stored: Stored) -> str:
    """The words on one line; indirect speech is said to be such."""
    text = " ".join(stored.quote.text.split())
    return f"{text} [indirect speech]" if stored.quote.kind.value == "indirect" else text


def speaker(stored: Stored) -> str:
    """The speaker with the roles and organizations that the article states, as it states them."""
    if stored.speaker is None:
        return "speaker unknown"
    posts = []
    for affiliation in stored.quote.affiliations:
        parts = [part.text for part in (affiliation.role, affiliation.organization) if part]
        posts.append(" ".join(", ".join(parts).split()))
    return ", ".join([stored.speaker, *dict.fromkeys(posts)]) if posts else stored.speaker


def _date(published: str | None) -> str | None:
    parts = date_parts(published)
    if parts is None:
        return published
    year, month, day = (*parts, 0, 0)[:3]
    return " ".join(str(part) for part in (day or "", MONTHS[month - 1] if month else "", year) if part != "")

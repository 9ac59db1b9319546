"""What does a person say of a quote?  It is written down with who and when, wins over what was extracted, can be undone."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from quotes.checking.correcting import Correction, corrected
from quotes.index.database import Index
from quotes.index.decisions import Decision, on_quote, record, user
from quotes.index.errors import IndexProblem
from quotes.index.fetch import Stored, stored, version_of
from quotes.index.rewriting import State, rewrite, state_of
from quotes.index.status import Status
from quotes.model import Document, Evidence, Quote, quote_id
from quotes.serialize import ContractError, document_from_json, quote_to_json

REVIEWED = "reviewed"
"""The rule that stands as evidence of a reviewed quote."""
LONGEST_NOTE = 10_000
"""Characters."""


@frozen
class Saved:
    """A decision that is on record: its number, and the quote as it is now."""

    decision: int
    action: str
    said: tuple[str, ...]
    quote: Stored


def accept(index: Index, number: int, by: str | None = None) -> Saved:
    """The quote in a row is right as it is.  Raises ``IndexProblem``."""
    return _decide(index, number, "accept", Status.ACCEPTED, Correction(), by)


def correct(index: Index, number: int, correction: Correction, by: str | None = None) -> Saved:
    """The quote in a row is right when this is changed.  Raises ``IndexProblem`` where it cannot be."""
    if correction.empty:
        return accept(index, number, by)
    return _decide(index, number, "correct", Status.CORRECTED, correction, by)


def reject(index: Index, number: int, by: str | None = None) -> Saved:
    """The words in a row are no quote; they are not shown any more.  Raises ``IndexProblem``."""
    return _decide(index, number, "reject", Status.REJECTED, Correction(), by)


def note(index: Index, number: int, words: str, by: str | None = None) -> Saved:
    """Remember some words about the quote in a row.  Raises ``IndexProblem`` where there are none."""
    words = " ".join(words.split())
    if not words or len(words) > LONGEST_NOTE:
        raise IndexProblem("a note has at least one word" if not words else "a note that long is a file")
    with index.transaction():
        decision = record(index, "note", {"said": [words]}, quote=number, by=by)
    return Saved(decision, "note", (words,), stored(index, number))


def undo(index: Index, number: int, by: str | None = None) -> Saved:
    """Take back the last decision on the quote in a row that still holds; that is recorded, too.

    Raises ``IndexProblem`` where there is none.
    """
    with index.transaction():
        standing = [one for one in on_quote(index, number) if not one.undone and one.action != "undo"]
        if not standing:
            raise IndexProblem(f"there is no decision to undo on quote {stored(index, number).quote.id}")
        last = standing[-1]
        if "before" in last.detail:
            rewrite(index, number, _before(last, stored(index, number).document))
        said = (last.action, *last.detail.get("said", []))
        decision = record(index, "undo", {"said": list(said)}, undoes=last.number, quote=number, by=by)
    return Saved(decision, "undo", said, stored(index, number))


def _decide(index: Index, number: int, action: str, status: Status, correction: Correction, by: str | None) -> Saved:
    with index.transaction():
        found = stored(index, number)
        before = state_of(index, number)
        quote = corrected(index, version_of(index, number), found.document, before.quote, correction)
        said = _said(before.quote, quote)
        settled = _settled(quote, status, " / ".join((f"{action} by {by or user()}", *said)))
        rewrite(index, number, State(settled, status))
        detail = {"said": list(said), "before": _plain(before), "after": _plain(State(settled, status))}
        decision = record(index, action, detail, quote=number, by=by)
    return Saved(decision, action, said, stored(index, number))


def _settled(quote: Quote, status: Status, why: str) -> Quote:
    """A quote that a person has looked at: sure, without rivals for its speaker, and the review as evidence."""
    reasons = tuple(reason for reason in quote.evidence if reason.rule != REVIEWED)
    if status is Status.REJECTED:
        return evolve(quote, evidence=(*reasons, Evidence(REVIEWED, why)))
    return evolve(quote, evidence=(*reasons, Evidence(REVIEWED, why)), confidence=1.0, candidates=())


def _said(before: Quote, after: Quote) -> tuple[str, ...]:
    """What a decision changed, in words."""
    said = []
    if after.content != before.content:
        said.append(f"words: {' '.join(after.text.split())}")
    if after.speaker != before.speaker:
        said.append(f"speaker: {after.speaker.name if after.speaker else 'unknown'}")
    if after.affiliations != before.affiliations:
        posts = [", ".join(part.text for part in (a.role, a.organization) if part) for a in after.affiliations]
        said.append(f"affiliation: {'; '.join(' '.join(post.split()) for post in posts) or 'none'}")
    return tuple(said)


def _plain(state: State) -> dict[str, Any]:
    return {"status": state.status.value, "quote": quote_to_json(state.quote)}


def _before(decision: Decision, document: Document) -> State:
    """What a quote was before a decision.  Raises ``IndexProblem`` where the log does not say so."""
    try:
        plain = decision.detail["before"]
        status = Status(plain["status"])
        quote = document_from_json({"id": document.id, "quotes": [plain["quote"]]}, document.text).quotes[0]
    except (ContractError, KeyError, TypeError, ValueError) as problem:
        raise IndexProblem(f"decision {decision.number} does not say what was before; it stays") from problem
    if quote.id != quote_id(document.id, quote.content):
        raise IndexProblem(f"decision {decision.number} is not about this quote; it stays")
    return State(quote, status)

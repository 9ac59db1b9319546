"""Can a draft go out?  Every quotation in it, each with its verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from quotes.checking.marks import marked
from quotes.checking.quotations import Quotation, quotations
from quotes.checking.verdicts import Verification
from quotes.checking.verifying import verify
from quotes.index.adding import FindsQuotes
from quotes.index.database import Index
from quotes.model import Document

SCHEMA = "quotes-check/1"


@frozen
class Checked:
    """A quotation of a draft with its verdict."""

    quotation: Quotation
    verification: Verification


@frozen
class Report:
    """A draft with its quotations; ``terms`` are words in quotation marks that are too few to be checked."""

    draft: Document
    checked: tuple[Checked, ...]
    terms: tuple[Quotation, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every quotation is verbatim or elided, and no quotation is given to the wrong speaker."""
        return all(one.verification.sound for one in self.checked)

    def to_json(self) -> dict[str, Any]:
        """The draft's part of what ``quotes check --format json`` prints; fields may be added, never renamed."""
        found = [_placed(one.quotation) | one.verification.to_json() for one in self.checked]
        terms = [_placed(term) for term in self.terms]
        return {"source": self.draft.source, "sound": self.sound, "quotations": found, "terms": terms}


def _placed(quotation: Quotation) -> dict[str, Any]:
    return {"start": quotation.start, "end": quotation.end, "text": quotation.text}


def check(index: Index, draft: Document) -> Report:
    """Check a draft whose quotes, if any were found, tell who is quoted.  The draft is not added to the index.

    Raises ``IndexProblem``.
    """
    found = quotations(draft)
    checked = tuple(Checked(one, verify(index, one.text, one.speaker)) for one in found if not one.term)
    return Report(draft, checked, tuple(one for one in found if one.term))


def check_all(index: Index, drafts: list[Document], extractor: Callable[[], FindsQuotes] | None) -> list[Report]:
    """Check several drafts; the extractor finds who is quoted, and without one only the words are checked.

    Raises ``IndexProblem``.
    """
    if extractor is not None and any(marked(draft.text) for draft in drafts):
        drafts = list(extractor().extract_many(drafts))
    return [check(index, draft) for draft in drafts]


def to_json(reports: list[Report]) -> dict[str, Any]:
    """What ``quotes check --format json`` prints."""
    return {"schema": SCHEMA, "sound": all(r.sound for r in reports), "drafts": [r.to_json() for r in reports]}

"""Can a draft go out?  Every quotation in it, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from quotes.checking.marks import marked
from quotes.checking.quotations import Quotation, quotations
from quotes.checking.verdicts import Verification
from quotes.checking.verifying import verify
from quotes.index.database import Index
from quotes.jobs import Failure, Make, Settings, extract_all, load
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


def check_all(
    index: Index, drafts: list[Document], settings: Settings | None, make: Make = load
) -> tuple[list[Report], list[str]]:
    """Check several drafts, and say in one line each which could not be; without settings only the words are checked.

    The settings are those of the extractor, which finds who is quoted; it is made only if there are quotation marks.
    Raises ``IndexProblem``, and ``ParsingError`` where the models cannot be used.
    """
    found: Iterable[Document | Failure] = drafts
    if settings is not None and any(marked(draft.text) for draft in drafts):
        found = extract_all(drafts, settings, total=len(drafts), make=make)
    outcomes = list(found)
    reports = [check(index, draft) for draft in outcomes if isinstance(draft, Document)]
    return reports, [failure.problem for failure in outcomes if isinstance(failure, Failure)]


def to_json(reports: list[Report]) -> dict[str, Any]:
    """What ``quotes check --format json`` prints."""
    return {"schema": SCHEMA, "sound": all(r.sound for r in reports), "drafts": [r.to_json() for r in reports]}

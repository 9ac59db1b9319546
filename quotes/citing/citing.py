"""One quote, cited in the form that is asked for."""

from __future__ import annotations

from quotes.citing.annotation import annotation
from quotes.citing.bibtex import bibtex
from quotes.citing.fragments import link
from quotes.citing.plain import plain
from quotes.citing.records import record
from quotes.citing.styled import STYLES, StyleProblem, reference
from quotes.index.errors import IndexProblem
from quotes.index.fetch import Stored
from quotes.index.status import Status
from quotes.serialize import to_json

FORMS = ("plain", *STYLES, "bibtex", "csl-json", "web-annotation", "link")


def cite(stored: Stored, form: str = "plain") -> str:
    """The citation as text: one of ``FORMS``, or the path of a CSL style.

    Raises ``StyleProblem`` where a style cannot be used, or a link is asked of a document without a URL, and
    ``IndexProblem`` where a person has rejected the quote.
    """
    if stored.status is Status.REJECTED:
        raise IndexProblem(f"quote {stored.quote.id} was rejected in review; quotes show {stored.quote.id} tells more")
    if form == "plain":
        return plain(stored)
    if form == "bibtex":
        return bibtex(stored)
    if form == "csl-json":
        return to_json([record(stored)], indent=2)
    if form == "web-annotation":
        return to_json(annotation(stored), indent=2)
    if form == "link":
        found = [link(stored.document, piece) for piece in stored.quote.content]
        if None in found:
            raise StyleProblem(f"the document of quote {stored.quote.id} has no URL, so there is no link to it")
        return "\n".join(str(one) for one in found)
    return reference(record(stored), form)

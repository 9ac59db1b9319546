"""The same fixtures without the bundled model's tags, as Stanza's own packages would parse them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.attribution import test_clauses, test_forms, test_quoted, test_speakers
from tests.attribution.reported import Reported, fixture, quotes_in, reported, untagged
from tests.attribution.test_absent import SILENT

NEEDS_TAGS = frozenset(
    {
        "bare_according",
        "called_it",
        "finished_later",
        "called_for_doing",
        "criticised_in_marks",
        "slammed_as",
        "disowned_clause",
    }
    | {"linked_to_a_person", "linked_to_a_body", "linked_they", "sentence_between", "but_a_beginner"}
    | {
        "urged_to_stop",
        "the_portuguese",
        "ministry_of_none",
        "head_of_the_association",
        "aged_australian",
        "asked_by_whom",
        "denied_reports_that",
        "for_her_part_quote",
        "said_that_according",
        "the_insider",
        "with_some_better",
        "although_he_agreed",
        "weep_on_its_own",
        "reaffirmed_commitment",
    }
)
"""Cases that only the tags or the links decide."""


def tables() -> list[Any]:
    """Every case of the other tables."""
    cases = [*test_clauses.CLAUSES, *test_quoted.QUOTED, *test_forms.FORMS, *test_speakers.SPEAKERS]
    return [pytest.param(*c.values, id=c.id, marks=_needs_tags(c.id)) for c in cases]


def _needs_tags(name: str) -> list[Any]:
    return [pytest.mark.xfail(strict=True, reason="only the tags or links decide")] if name in NEEDS_TAGS else []


@pytest.mark.parametrize(("name", "wanted"), tables())
def test_syntax_alone_finds_the_same(name: str, wanted: list[Reported]) -> None:
    assert [reported(quote) for quote in quotes_in(untagged(fixture(name)))] == wanted


@pytest.mark.parametrize("name", [pytest.param(name, marks=_needs_tags(name)) for name in SILENT])
def test_syntax_alone_finds_nothing_where_nothing_is_said(name: str) -> None:
    assert quotes_in(untagged(fixture(name))) == ()

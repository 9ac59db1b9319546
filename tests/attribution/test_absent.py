"""What must not come out: speech that is denied, supposed or without content, thoughts, and marks that quote nobody."""

from __future__ import annotations

import pytest
from attrs import evolve

from quotes.model import Relation
from tests.attribution.reported import NAMES, fixture, quotes_in

SILENT = [
    "name_withheld",
    "yet_to_say",
    "negated",
    "asked_permission",
    "hypothetical",
    "would_not_say",
    "nobody_said",
    "first_person",
    "asked_by_nobody",
    "passive_without_source",
    "order_to_say",
    "thinks",
    "hopes",
    "wants",
    "speech_without_content",
    "announced_a_tour",
    "scare_quotes",
    "title_of_work",
    "nickname_alone",
    "feet_and_inches",
    "plural_possessives",
    "one_word_in_marks",
    "this_indicates",
    "so_called_of",
    "claim_without_owner",
    "filed_complaint",
    "is_concerned",
    "responded_to_reports",
]
ATTITUDES = {
    "thinks": "the harbour will reopen in May",
    "hopes": "the harbour will reopen in May",
    "wants": "the council to close the bridge",
}


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_reported(name: str) -> None:
    assert quotes_in(fixture(name)) == ()


@pytest.mark.parametrize(("name", "held"), ATTITUDES.items(), ids=ATTITUDES)
def test_attitudes_are_given_where_they_are_asked_for(name: str, held: str) -> None:
    (quote,) = quotes_in(fixture(name), attitudes=True)
    assert (quote.text, quote.relation) == (held, Relation.ATTITUDE)
    assert quote.speaker is not None
    assert quote.speaker.name == "Marta Velden"


@pytest.mark.parametrize("name", NAMES)
def test_asking_for_attitudes_leaves_speech_as_it_is(name: str) -> None:
    document = fixture(name)
    found = [evolve(quote, source=None) for quote in quotes_in(document, attitudes=True)]
    assert [quote for quote in quotes_in(document) if evolve(quote, source=None) not in found] == []


def test_with_attitudes_a_quotation_that_goes_on_has_the_source_before_it() -> None:
    first, second = quotes_in(fixture("paragraph_without_cue"), attitudes=True)
    assert first.source is not None
    assert (second.speaker, second.source) == (first.speaker, first.source)

"""Who is in the index; and humans who know better, and change their minds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.index import Index, IndexProblem
from quotes.index.corrections import merge, rename, split, undo
from quotes.index.decisions import decisions
from quotes.index.errors import Ambiguous, NotFound
from quotes.index.fetch import number_of, stored
from quotes.index.filters import Filters
from quotes.index.search import search
from quotes.index.speakers import speaker_number, speakers
from quotes.index.store import store
from tests.index.articles import HARBOUR, filled, harbour


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(filled(tmp_path)) as opened:
        yield opened


def state(index: Index) -> list[tuple[object, ...]]:
    tables = ("speakers", "appearances", "speaker_names")
    return [tuple(row) for table in tables for row in index.rows(f"SELECT number, * FROM {table} ORDER BY number")]


def spoken(index: Index, name: str) -> int:
    return len(search(index, "", Filters(speaker=name)))


def test_the_most_quoted_come_first_and_the_unnamed_are_left_out(index: Index) -> None:
    assert [profile.name for profile in speakers(index)] == ["Ivo Brandt", "Marta Olsen", "Ana Lindqvist"]
    assert "one customer" in [profile.name for profile in speakers(index, unnamed=True)]


def test_a_profile(index: Index) -> None:
    profile = speakers(index, "olsen")[0]
    assert (profile.quotes, profile.documents) == (2, 1)
    post = profile.posts[0]
    assert (post.role, post.organization, post.first) == ("chair", "Port Board", "2026-05-04")


def test_merging_joins_quotes_and_names_and_is_undone(index: Index) -> None:
    before = state(index)
    number = merge(index, ("Ana Lindqvist",), "Marta Olsen")
    assert spoken(index, "Lindqvist") == spoken(index, "Olsen") == 3
    assert "Ana Lindqvist" in speakers(index, "Olsen")[0].forms
    assert undo(index).number == number
    assert state(index) == before
    assert [(one.action, one.undone) for one in decisions(index)] == [("merge", True), ("undo", False)]


def test_a_merge_holds_for_documents_that_come_later(index: Index) -> None:
    merge(index, ("Ivo Brandt",), "Marta Olsen")
    later = harbour(HARBOUR + "\nLater.", source="/wire/later.txt")
    store(index, later)
    assert stored(index, number_of(index, later.quotes[3].id)).speaker == "Marta Olsen"


def test_splitting_moves_the_documents_of_quotes(index: Index) -> None:
    second = harbour(HARBOUR + "\nAgain.", source="/wire/again.txt")
    store(index, second)
    before = state(index)
    split(index, "Ivo Brandt", "Ivo Brandt (junior)", (second.quotes[3].id,))
    assert stored(index, number_of(index, second.quotes[3].id)).speaker == "Ivo Brandt (junior)"
    assert stored(index, number_of(index, harbour().quotes[3].id)).speaker == "Ivo Brandt"
    assert stored(index, number_of(index, second.quotes[3].id)).quote.speaker == second.quotes[3].speaker
    undo(index)
    assert [row for row in state(index) if row in before] == before


def test_splitting_all_or_nothing_is_refused(index: Index) -> None:
    with pytest.raises(IndexProblem, match="no document"):
        split(index, "Ivo Brandt", "X", ())
    with pytest.raises(IndexProblem, match="every document"):
        split(index, "Ivo Brandt", "X", (harbour().quotes[3].id,))
    with pytest.raises(IndexProblem, match="not by that speaker"):
        split(index, "Ivo Brandt", "X", (harbour().quotes[0].id,))
    assert not decisions(index)


def test_renaming_keeps_the_old_name_findable(index: Index) -> None:
    rename(index, "Marta Olsen", "Marta Olsen Vik")
    assert speakers(index, "Vik")[0].name == "Marta Olsen Vik"
    assert spoken(index, "Marta Olsen") == 2
    with pytest.raises(IndexProblem, match="another speaker"):
        rename(index, "Marta Olsen Vik", "Ivo Brandt")
    with pytest.raises(IndexProblem, match="empty"):
        rename(index, "Marta Olsen Vik", " ")
    undo(index)
    assert speakers(index, "Olsen")[0].name == "Marta Olsen"


def test_decisions_are_undone_from_the_last(index: Index) -> None:
    first = rename(index, "Marta Olsen", "M. Olsen")
    merge(index, ("Ivo Brandt",), "M. Olsen")
    with pytest.raises(IndexProblem, match="later ones"):
        undo(index, first)
    undo(index)
    undo(index, first)
    with pytest.raises(IndexProblem, match="no decision to undo"):
        undo(index)


def test_unclear_names_are_told(index: Index) -> None:
    with pytest.raises(NotFound):
        speaker_number(index, "Nobody")
    rename(index, "Ana Lindqvist", "Ana Olsen")
    with pytest.raises(Ambiguous, match="#"):
        speaker_number(index, "Olsen")
    assert speaker_number(index, "#1") == 1
    with pytest.raises(IndexProblem, match="one speaker already"):
        merge(index, ("Marta Olsen",), "Marta Olsen")

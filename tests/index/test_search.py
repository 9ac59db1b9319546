"""Words, phrases, beginnings and filters; and whatever else people type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.index import Index
from quotes.index.filters import Filters
from quotes.index.search import search
from quotes.index.snippets import snippet
from quotes.index.terms import matches, terms
from quotes.model import Kind
from tests.index.articles import filled


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(filled(tmp_path_factory.mktemp("search"))) as opened:
        yield opened


def found(index: Index, query: str = "", **filters: object) -> list[str]:
    return [hit.text for hit in search(index, query, Filters(**filters))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("harbour", 1),
        ("HARBOUR fees", 1),
        ("fees harbour", 1),
        ('"harbour fees"', 1),
        ('"fees harbour"', 0),
        ("harb*", 1),
        ("harb", 0),
        ("the", 3),
        ("teacher*", 2),
        ("harbour classroom", 0),
        ("it's", 1),
        ("", 7),
        ("   ", 7),
        ("AND", 1),
        ("harbour OR classroom", 0),
        ("'; DROP TABLE quotes; --", 0),
        ("“harbour fees”", 1),
        ('"', 0),
        ("***", 0),
        ("text:harbour", 0),
        ("NEAR(harbour fees)", 0),
    ],
)
def test_words(index: Index, query: str, count: int) -> None:
    assert len(found(index, query)) == count


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"speaker": "olsen"}, 2),
        ({"speaker": "Marta Olsen"}, 2),
        ({"speaker": "customer"}, 1),
        ({"speaker": "Ols"}, 0),
        ({"affiliation": "bogota"}, 1),
        ({"affiliation": "Port Board", "role": "chair"}, 1),
        ({"role": "mayor"}, 1),
        ({"kind": Kind.INDIRECT}, 2),
        ({"since": "2026-01-01"}, 5),
        ({"until": "2025-12-31"}, 2),
        ({"since": "2025-01-31", "until": "2025-01-31"}, 2),
        ({"source": "harbour"}, 5),
        ({"source": "gull.example"}, 2),
        ({"source": "%"}, 0),
        ({"confidence": 0.95}, 0),
        ({"speaker": '" OR 1'}, 0),
        ({"speaker": "brandt", "kind": Kind.MIXED, "role": "mayor", "since": "2026-05-04"}, 1),
    ],
)
def test_filters(index: Index, filters: dict[str, object], count: int) -> None:
    assert len(found(index, **filters)) == count


def test_words_and_filters_together(index: Index) -> None:
    assert found(index, "nobody", speaker="Brandt") != []
    assert found(index, "nobody", speaker="Olsen") == []
    assert found(index, "nob*", kind=Kind.MIXED) == ["the plan “a gift to nobody in this town”"]


def test_the_better_match_comes_first(index: Index) -> None:
    assert "single number" in found(index, "nobody")[0] or "gift" in found(index, "nobody")[0]
    scores = [hit.score for hit in search(index, "the")]
    assert scores == sorted(scores, reverse=True)


def test_the_hits_are_marked(index: Index) -> None:
    hit = search(index, "harb* fees")[0]
    assert [hit.text[start:end] for start, end in hit.marks] == ["harbour", "fees"]
    assert "**harbour** **fees**" in snippet(hit.text, hit.marks).marked()


@given(st.text(max_size=60))
def test_any_text_is_only_words(index: Index, query: str) -> None:
    for hit in search(index, query):
        assert all(hit.text[start:end] for start, end in hit.marks)
    assert len(search(index)) == 7


@given(st.text(alphabet='ab "*():^-+ANDORNOTé\x00\ud800', max_size=40), st.text(max_size=10))
def test_any_filter_is_only_words(index: Index, words: str, name: str) -> None:
    search(index, words, Filters(speaker=words, affiliation=name, role=words, source=name, since="2000-01-01"))


@given(st.text(max_size=200), st.text(max_size=20), st.integers(4, 80))
def test_snippets_show_what_was_found(text: str, query: str, width: int) -> None:
    marks = matches(terms(query), text)
    shown = snippet(text, marks, width)
    assert len(shown.text) <= width + 4
    for start, end in shown.marks:
        assert shown.text[start:end].strip()


def test_a_missing_speaker_is_nobody(index: Index, tmp_path: Path) -> None:
    assert found(index, speaker="Nobody Known") == []

"""The export of an index becomes an index with the same answers; nothing that comes in can harm it."""

from __future__ import annotations

import json
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.checking import review
from quotes.checking.correcting import Correction
from quotes.checking.verifying import verify
from quotes.index import Index
from quotes.index.corrections import merge, split, undo
from quotes.index.decisions import decisions
from quotes.index.errors import IndexProblem
from quotes.index.fetch import number_of, stored
from quotes.index.restoring import Restored, restore_all
from quotes.index.search import search
from quotes.index.speakers import speakers
from quotes.index.store import store
from quotes.reports.records import write_jsonl
from tests.index.articles import HARBOUR, filled, harbour

FEES, BOARD, GIFT, NUMBER, DISGRACE = (quote.id for quote in harbour().quotes)


def lived_in(folder: Path) -> Path:
    """An index with reviews, corrected speakers, a second place and a second version."""
    path = filled(folder)
    with Index.open(path) as index:
        store(index, harbour(source="/copy/harbour.txt"))
        store(index, harbour(HARBOUR + "\nMore to come."))
        store(index, harbour())
        review.correct(index, number_of(index, BOARD), Correction(speaker="Jo Nobody", end=-2), by="Ann")
        review.reject(index, number_of(index, DISGRACE), by="Ann")
        review.accept(index, number_of(index, GIFT), by="Ann")
        review.undo(index, number_of(index, GIFT), by="Ann")
        merge(index, ("Ana Lindqvist",), "Ivo Brandt")
        split(index, "Marta Olsen", "Another Olsen", (FEES,))
    return path


@cache
def lived_in_file() -> bytes:
    """The bytes of such an index."""
    with TemporaryDirectory() as folder:
        return lived_in(Path(folder)).read_bytes()


def lines(index: Index) -> list[bytes]:
    stream = StringIO()
    write_jsonl(index, stream)
    return stream.getvalue().encode().splitlines()


def answers(index: Index) -> list[Any]:
    """What searches, speakers and verdicts say."""
    rows = index.rows("SELECT quote, words, speaker, affiliation, status, current FROM who_said_what ORDER BY quote")
    return [
        [tuple(one) for one in rows],
        [(one.name, one.quotes, one.documents, one.posts) for one in speakers(index, unnamed=True)],
        [verify(index, words).to_json() for words in ("It's a disgrace", "a gift to nobody in this town")],
        [hit.text for hit in search(index, "the")],
        sorted(tuple(one) for one in index.rows("SELECT * FROM words")),
        [(one.made, one.made_by, one.action, one.said, one.undone) for one in decisions(index)],
    ]


def test_an_export_becomes_an_index_with_the_same_answers(tmp_path: Path) -> None:
    with Index.open(lived_in(tmp_path)) as index, Index.open(tmp_path / "new.db", create=True) as other:
        told = lines(index)
        done = list(restore_all(other, told))
        assert sum(one.documents for one in done) == 3
        assert not [one.problem for one in done if one.problem]
        expected, found = answers(index), answers(other)
        assert [sorted(part, key=str) for part in found] == [sorted(part, key=str) for part in expected]
        again = list(restore_all(other, told))
        assert sum(one.known for one in again) == 3
        assert answers(other) == found
        assert stored(other, number_of(other, BOARD)).speaker == "Jo Nobody"
        review.undo(other, number_of(other, DISGRACE))
        assert search(other, "disgrace")
        with pytest.raises(IndexProblem, match="cannot be undone"):
            undo(other)


def test_a_run_that_was_stopped_is_completed_by_another(tmp_path: Path) -> None:
    with Index.open(lived_in(tmp_path)) as index, Index.open(tmp_path / "new.db", create=True) as other:
        told = lines(index)
        list(restore_all(other, told[:-4]))
        list(restore_all(other, told))
        assert len(decisions(other)) == len(decisions(index))
        counted = "SELECT count(*) FROM quotes"
        assert other.rows(counted)[0][0] == index.rows(counted)[0][0]


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with Index.open(lived_in(tmp_path)) as index, Index.open(filled(tmp_path / "other")) as other:
        review.accept(other, number_of(other, DISGRACE), by="Bob")
        list(restore_all(other, lines(index)))
        assert stored(other, number_of(other, DISGRACE)).status.value == "accepted"
        assert {one.made_by for one in decisions(other) if one.quote} == {"Bob"}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"text": "other"}, "another"),
        ({"text": 3}, "str expected"),
        ({"record": "song"}, "no record"),
        ({"quotes": [{"id": "x"}]}, "required field"),
        ({"current": 1}, "true or false"),
        ({"decisions": [{"number": 1}]}, "required field"),
        ({"id": "0"}, "SHA-256"),
    ],
)
def test_a_line_that_does_not_fit_is_told_and_the_others_are_taken(
    tmp_path: Path, change: dict[str, Any], problem: str
) -> None:
    with Index.open(filled(tmp_path)) as index, Index.open(tmp_path / "new.db", create=True) as other:
        told = lines(index)
        place = next(i for i, line in enumerate(told) if b'"document"' in line)
        told[place] = json.dumps({**json.loads(told[place]), **change}).encode()
        done = list(restore_all(other, told))
        assert next(one.problem for one in done if one.problem).startswith(f"line {place + 1}: ")
        assert problem in str([one.problem for one in done])
        assert other.rows("SELECT count(*) FROM document_versions")[0][0] == 1


def test_a_quote_under_a_false_id_is_refused_wholly(tmp_path: Path) -> None:
    with Index.open(filled(tmp_path)) as index, Index.open(tmp_path / "new.db", create=True) as other:
        told = [line.replace(BOARD.encode(), b"aaaaaaaaaaaa") for line in lines(index)]
        assert "does not stand where its id says" in str(list(restore_all(other, told)))
        assert other.rows("SELECT count(*) FROM texts")[0][0] == 1


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KNOWN = st.sampled_from(["record", "text", "id", "quotes", "places", "decisions", "number", "name", "kind", "names",
                         "made", "made_by", "action", "detail", "quote", "undoes", "added", "current", "source"])  # fmt: skip


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 9), KNOWN, JUNK), max_size=8), st.lists(st.binary(max_size=20), max_size=3))
def test_whatever_comes_in_nothing_breaks(changes: list[tuple[int, str, Any]], noise: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        path.write_bytes(lived_in_file())
        with Index.open(path) as index, Index.open(f"{folder}/new.db", create=True) as other:
            other.rows("PRAGMA synchronous = OFF")
            told = [json.loads(line) for line in lines(index)]
            for which, name, value in changes:
                told[which % len(told)][name] = value
            made = [json.dumps(plain).encode() for plain in told]
            done = list(restore_all(other, [*noise, *made]))
            assert all(isinstance(one, Restored) for one in done)
            assert not other.rows("PRAGMA foreign_key_check")
            for one in other.rows("SELECT number FROM quotes"):
                found = stored(other, one["number"])
                assert all(found.document.text[p.start : p.end] == p.text for p in found.quote.content)
            before = answers(index)
            list(restore_all(index, made))
            assert answers(index)[0] == before[0]
            assert all(isinstance(one.said, str) for one in decisions(other))

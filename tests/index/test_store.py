"""What goes in comes out, once, and wholly or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from attrs import evolve

from quotes.index import Index, IndexProblem
from quotes.index import schema as layout
from quotes.index.context import history, paragraph
from quotes.index.errors import Ambiguous, NotFound
from quotes.index.fetch import number_of, quotes_of, stored
from quotes.index.store import Outcome, has_text, store
from quotes.model import Document
from tests.index.articles import HARBOUR, filled, harbour, school


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index.open(tmp_path / "quotes.db", create=True)


def counts(index: Index) -> list[int]:
    tables = ("documents", "document_versions", "quotes", "quote_pieces", "speakers", "words")
    return [index.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables]


def test_a_document_comes_back_as_it_was_added(index: Index) -> None:
    document = harbour()
    assert store(index, document) is Outcome.ADDED
    assert quotes_of(index, 1) == document.quotes
    for quote in document.quotes:
        found = stored(index, number_of(index, quote.id))
        assert found.quote == quote
        assert found.quote.speaker == quote.speaker
        assert found.document == evolve(document, quotes=())


def test_adding_again_changes_nothing(index: Index) -> None:
    store(index, harbour())
    before = counts(index)
    assert store(index, harbour()) is Outcome.UNCHANGED
    assert counts(index) == before


def test_the_same_text_at_another_place_is_noted(index: Index) -> None:
    store(index, harbour())
    assert store(index, harbour(source="/saved/copy.txt")) is Outcome.PLACE
    assert store(index, harbour(source="/saved/copy.txt")) is Outcome.UNCHANGED
    assert counts(index)[:2] == [1, 1]


def test_a_changed_document_is_a_new_version_and_old_citations_stay(index: Index) -> None:
    old = harbour()
    store(index, old)
    changed = HARBOUR.replace("“It's a disgrace,” one customer said.", "“It's a disgrace,” one customer said, twice.")
    new = harbour(changed)
    assert store(index, new) is Outcome.VERSION
    found = stored(index, number_of(index, old.quotes[0].id))
    assert not found.current
    assert found.quote == old.quotes[0]
    assert new.quotes[0].id in history(index, found)[-1]
    assert stored(index, number_of(index, new.quotes[0].id)).current


def test_a_document_that_goes_back_to_its_old_text_has_the_old_version_again(index: Index) -> None:
    store(index, harbour())
    store(index, harbour(HARBOUR + "\nMore."))
    assert store(index, harbour()) is Outcome.VERSION
    assert stored(index, number_of(index, harbour().quotes[0].id)).current
    assert counts(index)[1] == 2


@pytest.mark.parametrize(
    ("first", "second", "versions"),
    [
        ({"url": "https://a.example/x"}, {"url": "https://a.example/x", "source": "/else.txt"}, 1),
        ({"url": "https://a.example/"}, {"url": "https://a.example/", "source": "/else.txt"}, 2),
        ({"source": "-"}, {"source": "-"}, 2),
        ({}, {"source": "/else.txt"}, 2),
    ],
)
def test_what_makes_two_texts_one_document(
    index: Index, first: dict[str, str], second: dict[str, str], versions: int
) -> None:
    store(index, harbour(**first))
    store(index, harbour(HARBOUR + " ", **second))
    assert counts(index)[0] == versions


def test_a_text_without_quotes_is_remembered(index: Index) -> None:
    store(index, Document("Nothing was said.", source="/quiet.txt"))
    assert has_text(index, Document("Nothing was said."))


def test_half_a_character_is_refused_in_one_line(index: Index) -> None:
    with pytest.raises(IndexProblem, match=r"^/odd.txt: the text holds half a character"):
        store(index, Document("a\ud800b", source="/odd.txt"))
    assert counts(index)[0] == 0


def test_an_odd_file_name_is_spelled_out(index: Index) -> None:
    store(index, Document("Fine.", source="/odd-\udcff.txt"))
    assert index.rows("SELECT source FROM document_versions")[0][0] == "/odd-\\udcff.txt"


def test_a_failure_within_a_document_leaves_nothing(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = harbour()
    doubled = evolve(broken, quotes=(*broken.quotes, broken.quotes[0]))
    with pytest.raises(IndexProblem):
        store(index, doubled)
    assert counts(index) == [0] * 6
    assert store(index, broken) is Outcome.ADDED


def test_a_full_disk_is_told_and_loses_nothing(index: Index) -> None:
    store(index, harbour())
    pages = index.rows("PRAGMA page_count")[0][0]
    index.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(IndexProblem, match="disk is full"):
        store(index, Document("word " * 100_000, source="/long.txt"))
    assert counts(index)[1] == 1
    assert index.rows("PRAGMA integrity_check")[0][0] == "ok"


def test_a_read_only_index_is_read_and_refuses_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path)
    monkeypatch.setattr("quotes.index.database.os.access", lambda *_: False)
    with Index.open(path) as index:
        assert counts(index)[0] == 2
        with pytest.raises(IndexProblem, match="read-only"):
            store(index, harbour(HARBOUR + " "))


def test_no_index_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexProblem, match="quotes add"):
        Index.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look at" * 20])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(IndexProblem, match="not an index"):
        Index.open(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE things (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(IndexProblem, match="another program"):
        Index.open(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_index_asks_for_an_update(tmp_path: Path) -> None:
    path = filled(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(layout.MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(IndexProblem, match="newer release"):
        Index.open(path)


def test_an_index_of_the_first_layout_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as patched:
        patched.setattr(layout, "MIGRATIONS", layout.MIGRATIONS[:1])
        with Index.open(path, create=True) as index:
            store(index, harbour())
    with Index.open(path) as index:
        assert index.rows("SELECT count(*) FROM who_said_what")[0][0] == 5
        assert [row["number"] for row in index.rows("SELECT * FROM migrations")] == [1, 2, 3]


def test_ids_can_be_shortened_as_long_as_they_are_clear(index: Index) -> None:
    store(index, harbour())
    whole = harbour().quotes[0].id
    assert number_of(index, whole[:8].upper()) == number_of(index, whole)
    with pytest.raises(NotFound):
        number_of(index, "zzzzzz")
    with pytest.raises((Ambiguous, NotFound)):
        number_of(index, "")


def test_the_paragraph_of_a_quote(index: Index) -> None:
    store(index, harbour())
    words, marks = paragraph(stored(index, number_of(index, harbour().quotes[3].id)))
    assert words == "“Nobody has shown me a single number that adds up,” Brandt said."
    assert [words[start:end] for start, end in marks] == ["“Nobody has shown me a single number that adds up,”"]


def test_decisions_cannot_be_changed_or_deleted(index: Index) -> None:
    index.rows("INSERT INTO decisions (made, made_by, action, detail) VALUES ('now', 'me', 'merge', '{}')")
    for sql in ("DELETE FROM decisions", "UPDATE decisions SET made_by = 'you'"):
        with pytest.raises(IndexProblem):
            index.rows(sql)


def test_the_views_for_people(index: Index) -> None:
    store(index, harbour())
    row = index.rows("SELECT * FROM who_said_what")[0]
    assert (row["speaker"], row["affiliation"], row["title"]) == ("Marta Olsen", "chair, Port Board", "Fees stay")
    for view in ("speakers_and_roles", "where_names_stand", "why", "articles"):
        assert index.rows(f"SELECT * FROM {view}")
    assert index.rows("PRAGMA foreign_key_check") == []


def test_two_connections_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    with Index.open(path, create=True) as one, Index.open(path, create=True) as other:
        store(one, harbour())
        store(other, school())
        assert store(other, harbour()) is Outcome.UNCHANGED
        assert counts(one) == counts(other)


def test_other_programs_find_the_full_text_index(index: Index) -> None:
    """Datasette and sqlite-utils look for these very words in the schema."""
    for table in ("quotes", "affiliations", "speaker_names"):
        sql = "SELECT name FROM sqlite_schema WHERE sql LIKE '%VIRTUAL TABLE%USING FTS%content=' || ? || '%'"
        assert index.rows(sql, (f'"{table}"',))

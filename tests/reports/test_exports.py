"""An index in each form, as other programs read it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from citeproc.source.json import CiteProcJSON

from quotes.checking import review
from quotes.citing.records import record
from quotes.index import Index
from quotes.index.fetch import number_of, stored
from quotes.index.store import store
from quotes.reports.datasette import INNER, TABLES, metadata
from quotes.reports.exports import export
from quotes.reports.rows import COLUMNS, NoParquet
from quotes.serialize import document_from_json
from tests.index.articles import HARBOUR, filled, harbour

SHOWN = 6
"""Quotes of the index: one of seven is rejected, and those of an old version are not counted."""


@pytest.fixture
def index(tmp_path: Path) -> Index:
    index = Index.open(filled(tmp_path))
    store(index, harbour(HARBOUR + "\nMore."))
    new = harbour(HARBOUR + "\nMore.")
    review.reject(index, number_of(index, new.quotes[4].id))
    review.accept(index, number_of(index, new.quotes[0].id))
    return index


def exported(index: Index, form: str, folder: Path) -> Path:
    export(index, form, str(folder / f"out.{form}"))
    return folder / f"out.{form}"


def test_json_has_the_contract_and_more(index: Index, tmp_path: Path) -> None:
    plain = json.loads(exported(index, "json", tmp_path).read_text())
    for one in plain["documents"]:
        assert document_from_json({k: v for k, v in one.items() if k != "text"}, one["text"]).quotes
    assert sum(len(one["quotes"]) for one in plain["documents"]) == SHOWN
    assert {quote["status"] for one in plain["documents"] for quote in one["quotes"]} == {"proposed", "accepted"}


def test_csv_has_a_row_for_each_quote_that_is_shown(index: Index, tmp_path: Path) -> None:
    with exported(index, "csv", tmp_path).open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == SHOWN
    assert list(rows[0]) == list(COLUMNS)
    assert {row["speaker"] for row in rows} == {"Marta Olsen", "Ivo Brandt", "Ana Lindqvist", ""}


def test_parquet_has_the_same_rows(index: Index, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(exported(index, "parquet", tmp_path))
    assert table.num_rows == SHOWN
    assert table.column_names == list(COLUMNS)
    assert str(table.schema.field("confidence").type) == "double"


def test_parquet_goes_to_no_terminal(index: Index) -> None:
    with pytest.raises(NoParquet, match="-o FILE"):
        export(index, "parquet", None)


def test_annotations_follow_the_model(index: Index, tmp_path: Path) -> None:
    """https://www.w3.org/TR/annotation-model/: what a collection, its page and an annotation must have."""
    collection = json.loads(exported(index, "annotations", tmp_path).read_text())
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", collection["id"], 0)
    assert len(page["items"]) == collection["total"] == SHOWN
    assert len({item["id"] for item in page["items"]}) == SHOWN
    for item in page["items"]:
        _check(item)


def _check(item: dict[str, Any]) -> None:
    assert item["type"] == "Annotation"
    assert item["body"]["type"] == "TextualBody"
    assert item["created"].endswith("Z")
    for target in item["target"]:
        assert target["type"] == "SpecificResource"
        assert ":" in target["source"]
        words, place = target["selector"]
        assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert 0 <= place["start"] < place["end"]
        assert place["end"] - place["start"] == len(words["exact"])


def test_csl_json_is_accepted(index: Index) -> None:
    items = [record(stored(index, row[0])) for row in index.rows("SELECT number FROM quotes")]
    assert len(CiteProcJSON(items)) == len(items)


def test_datasette_is_told_of_tables_that_there_are(index: Index, tmp_path: Path) -> None:
    plain = json.loads(exported(index, "datasette", tmp_path).read_text())
    assert list(plain["databases"]) == ["quotes"]
    there = {row[0] for row in index.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    assert set(plain["databases"]["quotes"]["tables"]) <= there
    assert not set(INNER) & set(TABLES)
    for name, about in TABLES.items():
        columns = {row["name"] for row in index.rows(f"SELECT name FROM pragma_table_xinfo('{name}')")}
        assert set(about.get("facets", [])) <= columns
    assert metadata("/x/y/news.db")["databases"].keys() == {"news"}


def test_an_export_that_fails_leaves_what_was_there(index: Index, tmp_path: Path) -> None:
    place = tmp_path / "there.csv"
    place.write_text("as it was")
    index.connection.execute("DROP TABLE quote_pieces")
    with pytest.raises(Exception, match="quote_pieces"):
        export(index, "csv", str(place))
    assert place.read_text() == "as it was"
    assert not list(tmp_path.glob(".*part"))

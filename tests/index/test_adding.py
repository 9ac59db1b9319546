"""Many files, some of them bad; stopped, and started again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.index import Index
from quotes.index.adding import Added, add_all
from quotes.index.crashes import crash
from quotes.index.importing import Imported, lines
from quotes.index.inputs import count, documents
from quotes.index.store import Outcome
from quotes.jobs import Failure
from quotes.model import Document
from quotes.serialize import document_to_json
from tests.fakes import FakeExtractor, make_fake
from tests.index.articles import harbour

ARTICLE = "“We will not open it,” said Ines Calder on Tuesday. “Never.” The mayor was at the harbour for an hour.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE + name, encoding="utf-8")
    return tmp_path


def add(index: Index, *paths: object) -> list[Added]:
    return list(add_all(index, documents(map(str, paths)), make=make_fake))


def test_files_are_added_once(folder: Path) -> None:
    with Index.open(folder / "q.db", create=True) as index:
        assert [(one.outcome, one.quotes) for one in add(index, folder)] == [(Outcome.ADDED, 2)] * 3
        assert [one.outcome for one in add(index, folder)] == [Outcome.UNCHANGED] * 3


def test_bad_files_are_told_and_the_others_are_done(folder: Path) -> None:
    (folder / "b.txt").write_text(ARTICLE + "RAISE", encoding="utf-8")
    with Index.open(folder / "q.db", create=True) as index:
        done = add(index, folder / "none.txt", folder)
        assert [one.outcome for one in done] == [None, Outcome.ADDED, None, Outcome.ADDED]
        assert all("\n" not in one.problem for one in done if one.problem)


def test_a_stop_keeps_what_was_done(folder: Path) -> None:
    (folder / "c.txt").write_text(ARTICLE + "INTERRUPT", encoding="utf-8")
    with Index.open(folder / "q.db", create=True) as index:
        with pytest.raises(KeyboardInterrupt):
            add(index, folder)
        assert index.rows("SELECT count(*) FROM document_versions")[0][0] == 2


def test_the_extractor_is_not_made_for_known_texts(folder: Path) -> None:
    def refuse(*_: object) -> FakeExtractor:
        raise AssertionError

    with Index.open(folder / "q.db", create=True) as index:
        add(index, folder)
        assert len(list(add_all(index, documents([str(folder)]), make=refuse))) == 3


def test_how_many_to_expect(folder: Path) -> None:
    assert count([str(folder)]) == 3
    assert count([str(folder), "more.jsonl"]) is None


def test_json_lines_with_and_without_quotes(tmp_path: Path) -> None:
    ready = {**document_to_json(harbour()), "text": harbour().text}
    plain = {"text": ARTICLE, "title": "Plain", "published": "2026-01-02"}
    bad = ["{", "[]", '{"text": 3}', '{"text": " "}', '{"text": "a", "title": 5}', '{"text": "\\ud800"}', "\xff"]
    bad.append(json.dumps({**ready, "text": harbour().text + "!"}))
    content = [json.dumps(ready), "", json.dumps(plain), *bad]
    (tmp_path / "in.jsonl").write_text("\n".join(content), encoding="latin-1")
    with Index.open(tmp_path / "q.db", create=True) as index:
        done = add(index, tmp_path / "in.jsonl")
        assert [one.outcome for one in done if one.outcome] == [Outcome.ADDED] * 2
        assert len([one for one in done if one.problem]) == len(bad)
        assert all(f"in.jsonl:{number}" in one.problem for number, one in enumerate(done[2:], 4) if one.problem)
        assert index.rows("SELECT title FROM document_versions ORDER BY number")[1][0] == "Plain"


KEYS = ("text", "id", "quotes", "title", "url", "source", "published", "content", "start", "end", "kind", "speaker")
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=12,
)


@given(st.lists(JSON | st.binary(max_size=30), max_size=4))
def test_any_json_lines_are_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, what: list[object]
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "in.jsonl"
    path.write_bytes(b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in what))
    with Index.open(path.with_name("q.db"), create=True) as index:
        for one in add(index, path):
            assert one.problem is None or "\n" not in one.problem
        assert index.rows("PRAGMA integrity_check")[0][0] == "ok"
        for row in index.rows(
            "SELECT v.id, t.text FROM document_versions v JOIN texts t ON t.document_version = v.number"
        ):
            assert Document(row["text"]).id == row["id"]


def test_a_missing_file_of_lines_is_told(tmp_path: Path) -> None:
    found = list(lines(str(tmp_path / "none.jsonl")))
    assert [type(one) for one in found] == [Failure]


def test_killed_at_random_moments(tmp_path: Path) -> None:
    assert [found for _, _, found in crash(3, 7, str(tmp_path)) if found] == []


def test_failures_pass_through(tmp_path: Path) -> None:
    def inputs() -> Iterable[Imported | Failure]:
        yield Failure("x", "x: broken")

    with Index.open(tmp_path / "q.db", create=True) as index:
        done: Iterator[Added] = add_all(index, inputs(), make=make_fake)
        assert list(done) == [Added("x", problem="x: broken")]

"""Drafts of every format: which quotations stand in them, and what the check says."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotes.checking.checking import check, check_all, to_json
from quotes.checking.drafts import read_draft, read_drafts
from quotes.checking.quotations import quotations
from quotes.index import Index
from quotes.jobs import Settings
from quotes.model import Document, Kind, Span
from quotes.reading.errors import ReadingError
from quotes.reports.page import page
from tests.fakes import make_fake
from tests.index.articles import filled, said

DRAFT = (
    "The fees stay. “We will not raise the harbour fees before 2027,” said Marta Olsen. Her “Gull” agreed.\n\n"
    "“Nobody has shown me a number that adds up,” said Ivo Brandt.\n"
)


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    text = "# The fees stay\n\nShe said **“we will\nnot”** in [the hall](http://x.example).\n\n```\n“code”\n```\n\n"
    text += "- an item here\n"
    path.write_text(text, encoding="utf-8")
    assert read_draft(str(path)).text == "The fees stay\n\nShe said “we will\nnot” in the hall.\n\nan item here"


def test_word_documents_are_read_with_their_tables(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("The fees stay", 1)
    document.add_paragraph("“We will not,” she said.")
    document.add_table(1, 1).cell(0, 0).text = "In a cell"
    path = tmp_path / "draft.docx"
    document.save(str(path))
    assert read_draft(str(path)).text == "The fees stay\n\n“We will not,” she said.\n\nIn a cell"


@pytest.mark.parametrize(
    ("name", "content"), [("a.docx", b"PK\x03\x04 no"), ("b.docx", b""), ("c.md", b"\n\n"), ("d.md", b"")]
)
def test_bad_drafts_are_told_in_one_line(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ReadingError, match=name) as problem:
        read_draft(str(tmp_path / name))
    assert "\n" not in str(problem.value)


def test_a_missing_draft_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    drafts, problems = read_drafts([str(tmp_path / "none.docx"), str(tmp_path / "a.txt")])
    assert (len(drafts), len(problems)) == (1, 1)


def test_quotations_with_and_without_a_speaker() -> None:
    quote = said(DRAFT, "“We will not raise the harbour fees before 2027,”", name="Marta Olsen")
    found = quotations(Document(DRAFT, quotes=(quote,)))
    assert [(one.text, one.speaker, one.term) for one in found] == [
        ("We will not raise the harbour fees before 2027,", "Marta Olsen", False),
        ("Gull", None, True),
        ("Nobody has shown me a number that adds up,", None, False),
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("“We will,” she said, “not go.”", ["We will, not go."]),
        ("“We will,” she said. “Not go.”", ["We will,", "Not go."]),
    ],
)
def test_the_pieces_of_one_sentence_are_one_claim(text: str, claims: list[str]) -> None:
    first, second = (text[i : j + 1] for i, j in ((0, text.index("”")), (text.rindex("“"), len(text) - 1)))
    found = quotations(Document(text, quotes=(said(text, first, second),)))
    assert [one.text for one in found] == claims


def test_only_the_marked_part_of_mixed_speech_is_a_claim() -> None:
    text = "He said it was “a gift to nobody” and left."
    quote = said(text, "it was “a gift to nobody”", kind=Kind.MIXED)
    assert [one.text for one in quotations(Document(text, quotes=(quote,)))] == ["a gift to nobody"]


def test_a_draft_is_checked_and_not_added(tmp_path: Path) -> None:
    with Index.open(filled(tmp_path)) as index:
        reports, problems = check_all(index, [Document(DRAFT, source="draft.txt")], Settings(), make_fake)
        assert problems == []
        assert [one.verification.verdict for one in reports[0].checked] == ["verbatim", "altered"]
        assert [one.verification.attribution for one in reports[0].checked] == ["right", "right"]
        assert not reports[0].sound
        assert index.rows("SELECT count(*) FROM documents")[0][0] == 2
        assert to_json(reports)["drafts"][0]["quotations"][1]["start"] == DRAFT.index("“Nobody")
        shown = page(reports)
    assert "<del>a single number</del>" in shown or "<del>single</del>" in shown
    assert shown.count("<section") == 2


def test_a_draft_that_the_extractor_chokes_on_is_told(tmp_path: Path) -> None:
    with Index.open(filled(tmp_path)) as index:
        reports, problems = check_all(index, [Document("“RAISE it now, please,” he said.")], Settings(), make_fake)
        assert (reports, len(problems)) == ([], 1)


def test_without_an_extractor_the_words_are_checked(tmp_path: Path) -> None:
    with Index.open(filled(tmp_path)) as index:
        reports, _ = check_all(index, [Document("He said: “It's a disgrace, no?” That was all.")], None)
        assert len(reports[0].checked) == 1
        assert check(index, Document("No words in marks.")).sound


@given(st.text(alphabet="ab “”\"'‘’«».,\n<&", max_size=80))
def test_any_draft_can_be_checked_and_shown(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    for one in quotations(Document(text or " ")):
        assert one.text in text
    quote = said(text + "x", text + "x")
    assert all(
        Span.of(text + "x", one.start, one.end) for one in quotations(evolve(Document(text + "x"), quotes=(quote,)))
    )

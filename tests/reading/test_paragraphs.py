"""Where paragraphs start and end: cases of each style, and what must hold for any text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.reading.paragraphs import INVISIBLE, Paragraph, paragraph_at, paragraphs

SENTENCES = (
    "The mayor of Harrow said on Tuesday that the bridge would stay closed until the last of the inspectors had "
    "signed the report that the council ordered in March.",
    '"We will not open it a day too soon," Ines Calder told reporters, and added that the ferry would run all night.',
    "Nobody from the contractor was there to answer, although two of its engineers had been seen on the site in the "
    "morning.",
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("blank_lines", [1, 2, 3])
def test_blank_lines_and_single_line_ends_part_unwrapped_text(line_end: str, blank_lines: int) -> None:
    assert words((line_end * blank_lines).join(SENTENCES)) == list(SENTENCES)


def test_blank_lines_may_hold_white_space() -> None:
    assert words("  One. \n \t \n\u200b\n Two.\u00a0\n") == ["One.", "Two."]


def test_a_byte_order_mark_belongs_to_no_paragraph() -> None:
    assert paragraphs("\ufeffOne.") == [Paragraph(1, 5)]


@pytest.mark.parametrize("width", [55, 65, 72, 80, 90])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_one_paragraph(width: int, line_end: str) -> None:
    wrapped = [textwrap.fill(sentence, width).replace("\n", line_end) for sentence in SENTENCES]
    assert words((2 * line_end).join(wrapped)) == wrapped


def test_one_wrapped_paragraph_is_enough_to_tell() -> None:
    text = textwrap.fill(SENTENCES[0], 80)
    assert words(text) == [text]


@pytest.mark.parametrize("width", [51, 74, 78])
def test_a_short_line_ends_a_paragraph_of_wrapped_text_without_blank_lines(width: int) -> None:
    wrapped = [textwrap.fill(sentence, width) for sentence in SENTENCES]
    assert all(len(paragraph.splitlines()[-1]) < 0.7 * width for paragraph in wrapped)
    assert words("\n".join(wrapped)) == wrapped


def test_an_indented_line_opens_a_paragraph_of_wrapped_text() -> None:
    wrapped = [textwrap.fill(sentence, 58, initial_indent="    ") for sentence in SENTENCES]
    assert words("\n".join(wrapped)) == [paragraph.strip() for paragraph in wrapped]


def test_wrapped_and_unwrapped_paragraphs_in_one_text() -> None:
    wrapped = textwrap.fill(SENTENCES[0], 70)
    text = "\n\n".join([wrapped, SENTENCES[1] + "\n" + SENTENCES[2], textwrap.fill(SENTENCES[2], 70)])
    assert words(text) == [wrapped, SENTENCES[1], SENTENCES[2], textwrap.fill(SENTENCES[2], 70)]


@pytest.mark.parametrize(
    "text",
    [
        "Bridge stays closed\nBy Our Reporter\nHARROW\n" + SENTENCES[0],
        "\n".join(f"{name} of the Harrow and District Association of Allotments" for name in ("Ann", "Bo", "Cy")),
        "Agenda for the meeting of the council on the first of May:\n- the bridge, and who pays for it\n- the ferry",
        "SMITH: Nobody told me a thing about the bridge that day.\nJONES: They told everybody about the bridge.",
    ],
)
def test_headings_lists_and_transcripts_keep_their_lines(text: str) -> None:
    assert words(text) == text.split("\n")


def test_list_items_stay_apart_in_wrapped_text() -> None:
    text = textwrap.fill(SENTENCES[0], 60) + "\n\n1. the bridge and all the works that go with it, to the end\n2. ferry"
    assert words(text)[1:] == text.splitlines()[-2:]


def test_a_heading_above_wrapped_text_stands_alone() -> None:
    body = textwrap.fill(SENTENCES[0], 70)
    assert words("Bridge stays closed\n" + body) == ["Bridge stays closed", body]


def test_paragraph_at_counts_from_one() -> None:
    text = "One.\n\nTwo."
    assert [paragraph_at(paragraphs(text), offset) for offset in (0, 3, 4, 6, 9)] == [1, 1, 1, 2, 2]


texts = st.text(st.one_of(st.characters(), st.sampled_from(" \n\r\t\u2028\u2029\ufeff-abcA.”")))


@given(texts)
def test_every_visible_character_lies_in_exactly_one_paragraph(text: str) -> None:
    found = paragraphs(text)
    held = [0] * len(text)
    for start, end in found:
        assert start < end
        for at in range(start, end):
            held[at] += 1
    assert max(held, default=0) <= 1
    assert all(held[at] == 1 for at, mark in enumerate(text) if not mark.isspace() and mark not in INVISIBLE)
    assert found == sorted(found)


@given(texts)
def test_paragraphs_have_no_white_space_around_them_and_no_blank_line_within(text: str) -> None:
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        assert paragraph == paragraph.strip().strip(INVISIBLE)
        assert all(line.strip() for line in paragraph.splitlines())


@given(st.lists(st.sampled_from(SENTENCES), min_size=1), st.integers(50, 95))
def test_wrapping_a_text_does_not_change_its_paragraphs(sentences: list[str], width: int) -> None:
    wrapped = [textwrap.fill(sentence, width) for sentence in sentences]
    assert words("\n\n".join(wrapped)) == wrapped

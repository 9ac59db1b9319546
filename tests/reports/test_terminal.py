"""The report on a terminal, in a file, in black and white; and articles that try to steer it."""

from __future__ import annotations

import re
import xml.etree.ElementTree
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given
from rich.cells import cell_len

from quotes.model import Document, Span
from quotes.reports.terminal import print_report, to_svg
from tests.nouns import documents
from tests.samples import DOCUMENT, EMPTY, SURE, quote

REPORT = """\
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Bridge stays closed
Ann Example · The Harrow Post · 2025-03-04
https://harrow.example/bridge
harrow.html
304 characters · 5 quotes · 4 speakers · 3 to check (! or ?)

 1 │ “We will not open it a day too soon,” … “Not before the inspectors have
   │ signed.”
   │ — Ines Calder (mayor, Harrow)
   │ direct · 97 % sure · paragraph 2, characters 23–60, 96–136

 2 ! The ferry runs all night
   ! — unclear: Tom Reed or Dev Anand?
   ! indirect · 41 % sure – please check · paragraph 3, characters 140–164

 3 ? “Nobody asked us.”
   ? — speaker not known
   ? direct · 30 % sure – please check · paragraph 4, characters 197–215

 4 ! the repair cost £2 million
   ! — The Harrow Council [organization]
   ! indirect · 55 % sure – please check · paragraph 5, characters 243–269

 5 │ it would last
   │ — One driver [unnamed]
   │ indirect, thought rather than said · 97 % sure · paragraph 5, characters
   │ 288–301

Speaker                             Role, organization   Quotes   No.
─────────────────────────────────────────────────────────────────────
Ines Calder                         mayor, Harrow             1   1
Tom Reed                                                      1   2
The Harrow Council [organization]                             1   4
One driver [unnamed]                                          1   5
not known                                                     1   3

"""


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


def report(*documents: Document) -> str:
    stream = StringIO()
    print_report(documents, stream)
    return stream.getvalue()


def test_the_whole_report() -> None:
    assert report(DOCUMENT) == REPORT


def test_an_article_without_quotes_and_without_metadata() -> None:
    assert report(EMPTY) == ("━" * 80 + "\nquiet.txt\n13 characters · 0 quotes\n\nNo quotes found.\n\n")


def test_standard_input_is_named_in_words() -> None:
    assert "\nstandard input\n" in report(evolve(EMPTY, source="-"))


def test_several_articles_are_summed_up() -> None:
    assert report(DOCUMENT, EMPTY).endswith("\n2 articles · 5 quotes · 3 to check (! or ?)\n")


def test_no_colours_in_a_file() -> None:
    assert "\x1b" not in report(DOCUMENT, EMPTY)


def test_no_colours_where_the_user_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert re.search(r"\x1b\[[\d;]*3\dm", report(DOCUMENT))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[(?:[\d;]*;)?[349]\dm", report(DOCUMENT))


@pytest.mark.parametrize("columns", [20, 40, 80, 300])
def test_lines_fit_the_terminal_and_are_never_too_long_to_read(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = report(DOCUMENT).splitlines()
    assert max(map(cell_len, lines)) <= max(27, min(columns, 100))
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("attack", "shown"),
    [
        ("[bold red]loud[/bold red] [link=file:///etc]x[/link] :smile:", None),
        ("\x1b[2J\x1b]0;owned\x07gone", "<U+001B>[2J<U+001B>]0;owned<U+0007>gone"),
        ("pay \u202e000,1\u202c euro", "pay <U+202E>000,1<U+202C> euro"),
        ("\u2066hidden\u2069 \x9b31m", "<U+2066>hidden<U+2069> <U+009B>31m"),
        ("back\x08space\rline", "back<U+0008>space line"),
    ],
)
def test_an_article_cannot_steer_the_terminal(attack: str, shown: str | None) -> None:
    whole = Span(0, len(attack), attack)
    speaker = evolve(SURE.speaker, name=attack)
    affiliation = evolve(SURE.affiliations[0], role=whole, organization=whole)
    hostile = Document(
        attack,
        source=attack,
        title=attack,
        author=attack,
        url=attack,
        quotes=(quote(whole, text=attack, speaker=speaker, affiliations=(affiliation,)),),
    )
    text = report(hostile)
    assert (shown or attack) in text
    assert all(mark.isprintable() or mark == "\n" for mark in text)


def test_a_quote_over_several_paragraphs_keeps_them_but_not_its_hard_wraps() -> None:
    text = (
        "“It stays shut until the last of the inspectors have come from\nthe capital to see it.\n\n"
        "“For now,” she said to the people who had come to the hall, “and\nfor long.”"
    )
    first, second = Span.of(text, 0, text.index(" she")), Span.of(text, text.index("“and"), len(text))
    assert (
        " 1 ? “It stays shut until the last of the inspectors have come from the capital\n"
        "   ? to see it.\n"
        "   ? “For now,” … “and for long.”\n"
    ) in report(Document(text, quotes=(quote(first, second, text=text),)))


def test_pieces_with_only_a_paragraph_break_between_them_are_shown_without_an_ellipsis() -> None:
    text = "“It stays shut until they have come.\n\n“For now,” she said, “and for long.”"
    pieces = ("“It stays shut until they have come.", "“For now,”", "“and for long.”")
    spans = [Span.of(text, text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    assert (" 1 ? “It stays shut until they have come.\n   ? “For now,” … “and for long.”\n") in report(
        Document(text, quotes=(quote(*spans, text=text),))
    )


@given(documents())
def test_any_document_can_be_shown(document: Document) -> None:
    assert all(mark.isprintable() or mark in "\n\u00ad\u200b\u200c\u200d\u2060\ufeff" for mark in report(document))


def test_the_picture_is_whole_and_asks_nothing_of_the_network() -> None:
    picture = to_svg([DOCUMENT], title="quotes extract")
    root = xml.etree.ElementTree.fromstring(picture)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Ines&#160;Calder" in picture
    assert "url(http" not in picture
    assert "@import" not in picture
    assert "Fira" not in picture

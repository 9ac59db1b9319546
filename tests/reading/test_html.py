"""Saved web pages: the article, its paragraphs, and what the page says about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.reading import errors, read
from quotes.reading.paragraphs import paragraphs

PAGE = """<!DOCTYPE html>
<html lang="en"><head>{charset}<title>Bridge stays closed | The Harrow Post</title>
<meta property="og:site_name" content="The Harrow Post"><meta name="author" content="Ann Example">
<meta property="og:title" content="Bridge stays closed"><link rel="canonical" href="https://harrow.example/bridge">
<meta property="article:published_time" content="2025-03-04T08:00:00Z">
<meta property="article:modified_time" content="2025-03-06T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge stays closed</h1>
<p>The mayor of Harrow said on Tuesday that the bridge would stay closed until the last of the inspectors had
signed the report that the council ordered in March.</p>
<p>“We will not open it a day too soon,” <b>Inés Calder</b> told reporters,<br>and added that the ferry would run.</p>
<blockquote><p>“It &amp; its crew are ready,” said Tom Reed, captain of the ferry.</p></blockquote>
<p>Nobody from the contractor was there to answer, although two of its engineers had been seen on the site.</p>
</article><footer>Copyright 2025. Subscribe to our newsletter.</footer></body></html>"""

PARAGRAPHS = [
    "Bridge stays closed",
    "The mayor of Harrow said on Tuesday that the bridge would stay closed until the last of the inspectors had signed "
    "the report that the council ordered in March.",
    "“We will not open it a day too soon,” Inés Calder told reporters, and added that the ferry would run.",
    "“It & its crew are ready,” said Tom Reed, captain of the ferry.",
    "Nobody from the contractor was there to answer, although two of its engineers had been seen on the site.",
]


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_the_article_of_a_page(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE.format(charset=""), encoding="utf-8")
    document = read(tmp_path / name)
    assert document.text == "\n\n".join(PARAGRAPHS)
    assert [document.text[start:end] for start, end in paragraphs(document.text)] == PARAGRAPHS
    assert document.title == "Bridge stays closed"
    assert document.author == "Ann Example"
    assert document.publisher == "The Harrow Post"
    assert document.published == "2025-03-04"
    assert document.url == "https://harrow.example/bridge"
    assert document.source == str(tmp_path / name)


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "no-such-thing", "hex", "utf-16", "undefined"])
def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path, declared: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(charset=f'<meta charset="{declared}">'), encoding="cp1252")
    said: list[str] = []
    assert read(page, warn=said.append).text == "\n\n".join(PARAGRAPHS)
    assert bool(said) == (declared not in ("windows-1252", "iso-8859-1"))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<form><input name=user><button>Log in</button></form>",
        "<ul><li><a href=/1>Bridge stays closed</a><li><a href=/2>Ferry to run all night</a></ul>",
        "<div>" * 5000,
        "<script>document.write('The mayor of Harrow said that the bridge would stay closed.')</script>",
    ],
)
def test_a_page_without_an_article(tmp_path: Path, body: str, capfd: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><head><title>The Harrow Post</title></head><body>{body}</body></html>")
    with pytest.raises(errors.NoArticleError):
        read(page)
    assert capfd.readouterr() == ("", "")

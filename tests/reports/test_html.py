"""The page for the editor: whole in itself, and safe whatever an article holds."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from lxml import html

from quotes.index import Index
from quotes.index.errors import NotFound
from quotes.index.store import store
from quotes.index.synthetic import Writer
from quotes.index.walking import articles, chosen
from quotes.model import Affiliation, Document, Kind, Quote, Span, Speaker, SpeakerKind, document_id, quote_id
from quotes.reports.html import write_html
from quotes.reports.painting import painted
from tests.index.articles import HARBOUR, filled, harbour, said, school

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(2)> javascript:alert(3) \u202egnal </style> {{7*7}}'


def page(*documents: Document) -> str:
    with TemporaryDirectory() as folder, Index.open(Path(folder) / "quotes.db", create=True) as index:
        for document in documents:
            store(index, document)
        stream = StringIO()
        write_html(articles(index), stream)
        return stream.getvalue()


def test_every_link_within_the_page_leads_somewhere() -> None:
    tree = html.fromstring(page(harbour(), school()))
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    links = [link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")]
    assert set(links) <= set(names)
    for quote in (*harbour().quotes, *school().quotes):
        assert f"t-{quote.id}" in links
        assert f"l-{quote.id}" in links


def test_the_words_of_a_quote_are_in_its_highlight() -> None:
    tree = html.fromstring(page(harbour()))
    shown = " ".join(tree.xpath("//main//p//text()"))
    for quote in harbour().quotes:
        parts = tree.xpath(f"//a[@href='#l-{quote.id}']/text()")
        assert "".join(parts) == "".join(piece.text for piece in quote.content)
        assert quote.content[0].text in shown


def test_speakers_stand_with_their_posts_and_the_unknown_one_last() -> None:
    tree = html.fromstring(page(harbour(), school()))
    names = tree.xpath("//section//bdi/text()")
    assert names == ["Marta Olsen", "Ivo Brandt", "one customer", "Ana Lindqvist", "Speaker unknown"]
    assert tree.xpath("//section[1]/p[@class='posts']/text()") == ["chair, Port Board"]


def test_hostile_text_is_shown_as_text() -> None:
    text = f"“{HOSTILE}” said {HOSTILE}."
    content = (Span.of(text, 0, len(HOSTILE) + 2),)
    speaker = Speaker(HOSTILE, SpeakerKind.PERSON)
    posts = (Affiliation(Span.of(text, 1, 9), role=Span.of(text, 1, 9)),)
    quote = Quote(quote_id(document_id(text), content), Kind.DIRECT, content, speaker=speaker, affiliations=posts)
    facts = dict.fromkeys(("title", "author", "publisher", "published", "source", "language"), HOSTILE)
    made = page(Document(text, quotes=(quote,), url="javascript:alert(4)", **facts))
    tree = html.fromstring(made)
    assert not tree.xpath("//script | //img | //iframe | //form | //@onerror")
    assert all(link.startswith("#") for link in tree.xpath("//a/@href"))
    assert "<script>alert(1)</script>" in tree.text_content()
    assert "\u202e" not in made
    assert "<U+202E>" in tree.text_content()


def test_nothing_is_asked_of_the_network() -> None:
    made = page(harbour(url="https://gull.example/fees"))
    assert not re.search(r"src=|@import|url\(", made)
    assert re.findall(r'href="(http[^"]*)"', made) == ["https://gull.example/fees"]
    assert "default-src 'none'" in made


def test_an_article_of_five_thousand_words_stays_small() -> None:
    article = Writer(3).article(1, 200)
    assert len(article.text.split()) > 5000
    assert len(page(article).encode()) < 1_000_000


def test_a_nested_quote_parts_the_outer_one() -> None:
    text = "He said she said “no way” to him."
    outer, inner = said(text, "she said “no way” to him", kind=Kind.INDIRECT), said(text, "“no way”")
    stretches = painted(text, [outer, inner])[0]
    assert [(one.text, one.quote) for one in stretches] == [
        ("He said ", None), ("she said ", 0), ("“no way”", 1), (" to him", 0), (".", None),
    ]  # fmt: skip
    assert [one.first for one in stretches] == [False, True, True, False, False]
    assert [one.last for one in stretches] == [False, False, True, True, False]


def test_a_quote_covered_by_others_is_listed_without_a_link() -> None:
    text = "“one”“two”"
    outer = said(text, text)
    made = page(Document(text, quotes=(outer, said(text, "“one”"), said(text, "“two”"))))
    assert f"#t-{outer.id}" not in made
    assert f'id="l-{outer.id}"' in made


def test_articles_are_chosen_by_path_url_title_or_id(tmp_path: Path) -> None:
    with Index.open(filled(tmp_path)) as index:
        document = evolve(harbour(), quotes=())
        for name in ("harbour.txt", "fees stay", document.id):
            assert chosen(index, [name]) == [1]
        assert chosen(index, ["gull.example", "harbour"]) == [2, 1]
        with pytest.raises(NotFound):
            chosen(index, ["nowhere"])


def test_an_empty_index_makes_a_page() -> None:
    assert "Nobody is quoted" in page()
    assert HARBOUR[:20] in page(harbour(HARBOUR))

"""A citation in every form."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotes.citing.bibtex import escape
from quotes.citing.citing import FORMS, cite
from quotes.citing.records import authors, date_parts
from quotes.citing.styled import StyleProblem, reference
from quotes.index.fetch import Stored
from quotes.model import Document
from tests.index.articles import harbour


def stored(**facts: object) -> Stored:
    document = evolve(harbour(), **facts)  # type: ignore[arg-type]
    about = evolve(document, quotes=())
    return Stored(1, document.quotes[0], about, "Marta Olsen", 1, True, "2026-11-22T10:00:00+00:00")


FULL = {"author": "By Jane M. Kaur and Ludwig van der Rohe", "url": "https://gull.example/a-b?x=1&y=2"}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago",
            "Kaur, Jane M., and Ludwig van der Rohe. “Fees stay.” The Gull, May 4, 2026. https://gull.example/a-b?x=1&y=2.",
        ),
        (
            "apa",
            "Kaur, J. M., & van der Rohe, L. (2026, May 4). Fees stay. The Gull. https://gull.example/a-b?x=1&y=2",
        ),
        (
            "mla",
            "Kaur, Jane M., and Ludwig van der Rohe. “Fees stay.” The Gull, 4 May 2026, "
            "https://gull.example/a-b?x=1&y=2. Accessed 22 Nov. 2026.",
        ),
    ],
)
def test_styles(style: str, expected: str) -> None:
    assert cite(stored(**FULL), style) == expected


@pytest.mark.parametrize(
    ("style", "expected"), [("chicago", "“notes.txt.”"), ("apa", "notes.txt. (n.d.)."), ("mla", "“notes.txt.”")]
)
def test_styles_where_nothing_is_known(style: str, expected: str) -> None:
    bare = stored(title=None, publisher=None, published=None, source="/x/notes.txt")
    assert cite(bare, style) == expected


def test_the_newsroom_line() -> None:
    line = cite(stored())
    assert line.startswith("“We will not raise the harbour fees before 2027,” … “The fishermen")
    assert "(Marta Olsen, chair, Port Board, in Fees stay, The Gull, 4 May 2026; quote " in line
    assert "speaker unknown" in cite(evolve(stored(), speaker=None))


def test_a_style_of_ones_own_and_styles_that_are_none(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    bundled = Path(__file__).parents[2] / "quotes" / "citing" / "styles" / "apa.csl"
    own.write_bytes(bundled.read_bytes())
    assert cite(stored(), str(own)) == cite(stored(), "apa")
    (tmp_path / "bad.csl").write_text("<no/>")
    (tmp_path / "worse.csl").write_text("no")
    for style in ("turabian", str(tmp_path / "bad.csl"), str(tmp_path / "worse.csl"), str(tmp_path)):
        with pytest.raises(StyleProblem) as problem:
            cite(stored(), style)
        assert "\n" not in str(problem.value)


def test_bibtex() -> None:
    entry = cite(stored(**FULL, title="Fees & {so} 5% on_"), "bibtex")
    assert "title = {{Fees \\& \\{so\\} 5\\% on\\_}}," in entry
    assert "author = {Kaur, Jane M. and van der Rohe, Ludwig}," in entry
    assert entry.count("{") - entry.count("\\{") == entry.count("}") - entry.count("\\}")


def test_csl_json() -> None:
    item = json.loads(cite(stored(**FULL), "csl-json"))[0]
    assert item["issued"] == {"date-parts": [[2026, 5, 4]]}
    assert item["author"][1] == {"family": "van der Rohe", "given": "Ludwig"}


def test_web_annotation() -> None:
    found = json.loads(cite(stored(**FULL), "web-annotation"))
    text = harbour().text
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    for target in found["target"]:
        words, place = target["selector"]
        assert target["source"] == FULL["url"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in text
    assert "ni:///sha-256;" in cite(stored(), "web-annotation")


def test_links_to_the_words() -> None:
    first, second = cite(stored(**FULL), "link").split("\n")
    assert unquote(first) == "https://gull.example/a-b?x=1&y=2#:~:text=We will not raise the harbour fees before 2027,"
    assert unquote(second).endswith("#:~:text=The fishermen have waited long enough for a fair deal.")
    assert "2027%2C" in first
    with pytest.raises(StyleProblem, match="no URL"):
        cite(stored(), "link")


def test_a_long_piece_is_linked_by_its_ends() -> None:
    text = "Then: “" + " ".join(f"word{i}" for i in range(30)) + " co-op”"
    document = Document(text, url="https://x.example/#part")
    piece = evolve(stored().quote, content=(evolve(stored().quote.content[0], start=6, end=len(text), text=text[6:]),))
    link = cite(evolve(stored(), quote=piece, document=document), "link")
    assert link.startswith("https://x.example/#part:~:text=word0%20word1")
    assert link.endswith("word29%20co%2Dop")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Kaur", [{"family": "Kaur", "given": "Jane"}]),
        ("By Agence France-Presse", [{"family": "France-Presse", "given": "Agence"}]),
        ("Associated Press", [{"literal": "Associated Press"}]),
        ("Staff", [{"literal": "Staff"}]),
        ("A B; C D", [{"family": "B", "given": "A"}, {"family": "D", "given": "C"}]),
        (" , ", []),
    ],
)
def test_bylines(line: str, names: list[dict[str, str]]) -> None:
    assert authors(line) == names


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2026-05-04", [2026, 5, 4]),
        ("2026-05-04T10:00", [2026, 5, 4]),
        ("2026-13-01", [2026]),
        ("soon", None),
        (None, None),
    ],
)
def test_dates(date: str | None, parts: list[int] | None) -> None:
    assert date_parts(date) == parts


@given(st.text(max_size=60), st.text(max_size=30), st.none() | st.text(max_size=12))
def test_any_facts_can_be_cited(title: str, author: str, published: str | None) -> None:
    odd = stored(title=title or None, author=author, published=published, url="https://x.example/" + title)
    for form in FORMS:
        assert cite(odd, form).strip()
    escape(title)


def test_the_reference_of_an_empty_item() -> None:
    assert reference({"id": "x", "type": "article-newspaper", "title": "T"}, "apa") == "T. (n.d.)."

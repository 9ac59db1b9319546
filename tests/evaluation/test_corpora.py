"""Each form in which gold corpora come is recognised and read, with the offsets that it means."""

import json
from pathlib import Path

import pytest

from quotes.evaluation.corpora import GoldError, read_gold
from quotes.model import Kind, SpeakerKind
from tests.evaluation.fixtures import HARBOUR, at, write_worldnews

POLNEAR = """T1\tSource 28 44\tMayor Ada Brandt
T2\tCue 45 49\tsaid
T3\tContent 0 26\tThe harbour will stay open
T4\tAttribution 45 49\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tContent 61 81;92 107\t"We have the money," "And the will."
T6\tCue 86 90\tsaid
E2\tAttribution-no-source:T7 Content:T5 Cue:T6
E3\tAttribution:T8 Cue:T6
"""


def write_polnear(folder: Path) -> Path:
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "harbour.txt").write_text(HARBOUR, encoding="utf-8", newline="")
    (folder / "text" / "unannotated.txt").write_text("Nothing.", encoding="utf-8")
    (folder / "attributions" / "harbour_1a2b.ann").write_text(POLNEAR, encoding="utf-8")
    return folder


def span(piece: str) -> dict[str, object]:
    start, end = at(piece)
    return {"start": start, "end": end, "text": piece}


def write_citron(folder: Path) -> Path:
    quote = {
        "cue": span("said"),
        "sources": [span("Mayor Ada Brandt")],
        "contents": [span("The harbour will stay open")],
    }
    (folder / "part").mkdir()
    plain = {"text": HARBOUR, "quotes": [quote]}
    (folder / "part" / "harbour.json").write_text(json.dumps(plain), encoding="utf-8")
    return folder


def test_worldnews_strings_become_offsets(tmp_path: Path) -> None:
    corpus = read_gold(write_worldnews(tmp_path))
    first, second, third = corpus.documents[0].quotes
    assert corpus.resolves_speakers
    assert first.source == at("Mayor Ada Brandt")
    assert first.cue == (at("said"),)
    assert second.content == (at('"We have the money,"'), at('"And the will."'))
    assert third.speaker is not None
    assert third.speaker.kind is SpeakerKind.UNNAMED


def test_a_worldnews_cue_is_the_one_nearest_to_its_content(tmp_path: Path) -> None:
    second = read_gold(write_worldnews(tmp_path)).documents[0].quotes[1]
    assert second.cue == (at("said", after=80),)


def test_worldnews_content_that_is_not_in_the_article_is_an_error(tmp_path: Path) -> None:
    (write_worldnews(tmp_path) / "harbour.txt").write_text("Another article.", encoding="utf-8")
    with pytest.raises(GoldError, match="not in text"):
        read_gold(tmp_path)


def test_polnear_attributions_with_content_are_read(tmp_path: Path) -> None:
    corpus = read_gold(write_polnear(tmp_path))
    (document,) = corpus.documents
    first, second = document.quotes
    assert not corpus.resolves_speakers
    assert (first.kind, first.source) == (Kind.INDIRECT, at("Mayor Ada Brandt"))
    assert (second.kind, second.source) == (Kind.DIRECT, None)
    assert second.content == (at('"We have the money,"'), at('"And the will."'))


def test_citron_json_is_read_however_deep(tmp_path: Path) -> None:
    corpus = read_gold(write_citron(tmp_path))
    (document,) = corpus.documents
    assert document.name == "harbour"
    assert document.quotes[0].cue == (at("said"),)
    assert document.quotes[0].source == at("Mayor Ada Brandt")


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no gold"):
        read_gold(tmp_path)


def test_damaged_gold_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError):
        read_gold(tmp_path)

"""One case for each verdict and each trap; and claims of any kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.checking.benchmark import run, table
from quotes.checking.verdicts import Attribution, Verdict
from quotes.checking.verifying import verify
from quotes.checking.words import words
from quotes.index import Index
from quotes.index.store import store
from quotes.index.synthetic import Writer
from quotes.model import Document
from tests.index.articles import HARBOUR, filled, harbour


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(filled(tmp_path_factory.mktemp("verify"))) as opened:
        yield opened


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("We will not raise the harbour fees before 2027", "verbatim"),
        ("“we will not raise the harbour fees before 2027!”", "verbatim"),
        ("The fishermen have waited long enough for a fair deal.", "verbatim"),
        ("We will not raise the harbour fees before 2027. The fishermen have waited long enough", "verbatim"),
        ("waited long enough", "verbatim"),
        ("It’s a disgrace", "verbatim"),
        ("“A gift to nobody in this town”", "verbatim"),
        ("[W]e will not raise the harbour fees", "verbatim"),
        ("We will not raise the harbour fees before 2027…", "verbatim"),
        ("We will not raise … fees before 2027", "elided"),
        ("We will not raise [...] fees before 2027", "elided"),
        ("[The board] will not raise the harbour fees before 2027", "verbatim"),
        ("We will not raise [them] before 2027", "elided"),
        ("We will … raise the harbour fees before 2027", "elided"),
        ("We will raise the harbour fees before 2027", "altered"),
        ("We will not raise the harbour fees before 2028", "altered"),
        ("We will never raise the harbour fees before 2027", "altered"),
        ("We will not raise the Harbour fees before 2027", "altered"),
        ("We will not raise the harbor fees before 2027", "altered"),
        ("Nobody has shown me a single number that adds", "verbatim"),
        ("Somebody has shown me a single number that adds up", "altered"),
        ("We will not raise the harbour fees. Every child in this valley deserves a warm classroom", "spliced"),
        ("The fishermen have waited long enough and nobody has shown me a single number", "spliced"),
        ("the board would meet again in 14 days", "paraphrase"),
        ("The board will meet again in 14 days", "paraphrase"),
        ("the plan a gift to nobody in this town", "paraphrase"),
        ("The cathedral has been painted green by volunteers from abroad", "unsupported"),
        ("Its a disgrace", "altered"),
        ("", "unsupported"),
        ("...", "unsupported"),
    ],
)
def test_verdicts(index: Index, claim: str, verdict: str) -> None:
    assert verify(index, claim).verdict == verdict


@pytest.mark.parametrize(
    ("speaker", "verdict", "attribution"),
    [
        ("Marta Olsen", Verdict.VERBATIM, Attribution.RIGHT),
        ("Olsen", Verdict.VERBATIM, Attribution.RIGHT),
        ("chair Marta Olsen", Verdict.VERBATIM, Attribution.RIGHT),
        ("Ivo Brandt", Verdict.MISATTRIBUTED, Attribution.WRONG),
        ("", Verdict.VERBATIM, Attribution.UNCLAIMED),
    ],
)
def test_speakers(index: Index, speaker: str, verdict: Verdict, attribution: Attribution) -> None:
    result = verify(index, "The fishermen have waited long enough for a fair deal", speaker)
    assert (result.verdict, result.attribution) == (verdict, attribution)
    assert result.sound is (attribution is not Attribution.WRONG)
    assert result.matches[0].speaker == "Marta Olsen"


def test_the_same_words_by_the_claimed_speaker_count(index: Index) -> None:
    assert verify(index, "nobody", "Brandt").verdict is Verdict.VERBATIM


def test_the_difference_is_shown_word_by_word(index: Index) -> None:
    result = verify(index, "We will raise the harbour fees before 2028")
    assert [(c.op, c.claim, c.source, c.about) for c in result.matches[0].diff] == [
        ("same", "We will", "We will", None),
        ("dropped", "", "not", "negation"),
        ("same", "raise the harbour fees before", "raise the harbour fees before", None),
        ("changed", "2028", "2027", "number"),
    ]
    assert "the meaning may have changed" in result.notes[0]


def test_an_omission_that_turns_the_meaning_is_noted(index: Index) -> None:
    result = verify(index, "We will … raise the harbour fees before 2027")
    assert result.notes == ("the omitted words hold a negation: not",)


def test_the_nearest_are_shown_for_what_is_not_found(index: Index) -> None:
    result = verify(index, "The harbour is a warm classroom with green cathedrals painted by nobody")
    assert result.verdict is Verdict.UNSUPPORTED
    assert 1 <= len(result.matches) <= 3
    assert all(match.score < 0.5 for match in result.matches)


def test_words_of_an_earlier_version_are_found_and_said_to_be(tmp_path: Path) -> None:
    with Index.open(filled(tmp_path)) as index:
        store(index, Document("All of it was taken back.", source=harbour().source))
        result = verify(index, "We will not raise the harbour fees before 2027")
        assert (result.verdict, result.matches[0].current) == (Verdict.VERBATIM, False)
        assert result.notes == ("these words stand only in an earlier version of the document",)


def test_the_json_of_a_verdict(index: Index) -> None:
    plain = json.loads(json.dumps(verify(index, "waited long enough", "Olsen").to_json()))
    assert {"claim", "verdict", "matches", "speaker", "attribution", "notes", "sound"} == plain.keys()
    assert {"quote_id", "score", "speaker", "document", "diff"} <= plain["matches"][0].keys()


@given(st.text(max_size=120), st.none() | st.text(max_size=20))
def test_any_claim_gets_a_verdict(index: Index, claim: str, speaker: str | None) -> None:
    result = verify(index, claim, speaker)
    if result.verdict in (Verdict.VERBATIM, Verdict.MISATTRIBUTED):
        said = {word.folded for match in result.matches for word in words(match.text)}
        assert {word.folded for word in words(claim.replace("[", "").replace("]", ""))} <= said


PARTS = HARBOUR.split()


@given(st.lists(st.sampled_from([*PARTS, "…", "[...]", "not", "[x]", "“", "2027", "…”"]), min_size=1, max_size=12))
def test_claims_made_of_the_article_are_never_wrongly_verbatim(index: Index, parts: list[str]) -> None:
    claim = " ".join(parts)
    result = verify(index, claim)
    if result.verdict is Verdict.VERBATIM and "[x]" not in parts:
        wanted = " ".join(word.folded for word in words(claim))
        said = " ".join(word.folded for word in words(result.matches[0].text))
        assert f" {wanted} " in f" {said} "


def test_the_benchmark_of_verdicts(tmp_path: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("made") / "q.db"
    with Index.open(path, create=True) as index:
        for article in Writer(3, words=3_000).articles(60):
            store(index, article)
        rows = table(run(index, seed=1, each=10))
    assert [row["class"] for row in rows if row["cases"] < 10] == []
    assert sum(row["right"] for row in rows) >= 98

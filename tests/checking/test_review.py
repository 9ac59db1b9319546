"""What a person decided holds everywhere, is on record, can be taken back, and survives a new extraction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.checking import review
from quotes.checking.correcting import Correction, kind_of, moved, speaker_named
from quotes.checking.queue import queue
from quotes.checking.session import Session
from quotes.checking.verdicts import Verdict
from quotes.checking.verifying import verify
from quotes.citing.citing import cite
from quotes.index import Index, IndexProblem
from quotes.index.adding import add_all
from quotes.index.decisions import decisions
from quotes.index.fetch import number_of, quotes_of, stored
from quotes.index.filters import Filters
from quotes.index.folding import words
from quotes.index.importing import Imported
from quotes.index.renewing import renew
from quotes.index.search import search
from quotes.index.speakers import speakers
from quotes.index.status import Status
from quotes.index.store import Outcome
from quotes.model import Document, Kind, Quote, Span, Speaker, SpeakerKind
from tests.index.articles import HARBOUR, filled, harbour, said

FEES, BOARD, GIFT, NUMBER, DISGRACE = (quote.id for quote in harbour().quotes)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(filled(tmp_path)) as opened:
        yield opened


def row(index: Index, name: str) -> int:
    return number_of(index, name)


def consistent(index: Index) -> None:
    """Words, full text and rows say the same, and every quote is a slice of its text under the id that it must have."""
    rows = index.rows("SELECT number, id, text FROM quotes")
    counted = Counter(word for one in rows for word in {word for word, _, _ in words(one["text"])})
    assert dict(map(tuple, index.rows("SELECT word, quotes FROM words"))) == counted
    index.rows("INSERT INTO quotes_search (quotes_search, rank) VALUES ('integrity-check', 1)")
    assert not index.rows("PRAGMA foreign_key_check")
    for one in rows:
        found = stored(index, one["number"])
        assert found.quote.text == one["text"]
        assert all(found.document.text[p.start : p.end] == p.text for p in found.quote.content)
    former = {one["id"] for one in index.rows("SELECT id FROM former_ids")}
    assert not former & {one["id"] for one in rows}


def everything(index: Index) -> list[object]:
    return [(quote, stored(index, row(index, quote.id)).status) for v in (1, 2) for quote in quotes_of(index, v)]


def test_accepting_makes_sure_and_says_who(index: Index) -> None:
    done = review.accept(index, row(index, FEES), by="Ann")
    assert done.quote.status is Status.ACCEPTED
    assert done.quote.quote.confidence == 1.0
    assert done.quote.quote.evidence[-1].detail == "accept by Ann"
    last = decisions(index)[-1]
    assert (last.made_by, last.action, last.quote) == ("Ann", "accept", done.quote.number)


def test_a_corrected_speaker_wins_everywhere(index: Index) -> None:
    review.correct(index, row(index, NUMBER), Correction(speaker="Marta Olsen"))
    words = "Nobody has shown me a single number that adds up"
    assert verify(index, words, "Marta Olsen").verdict is Verdict.VERBATIM
    assert verify(index, words, "Ivo Brandt").verdict is Verdict.MISATTRIBUTED
    assert [hit.number for hit in search(index, "single number", Filters(speaker="Olsen"))] == [row(index, NUMBER)]
    assert not search(index, "single number", Filters(speaker="Brandt"))
    assert {one.name: one.quotes for one in speakers(index)} == {"Marta Olsen": 3, "Ivo Brandt": 1, "Ana Lindqvist": 1}
    assert "Marta Olsen, chair, Port Board" in cite(stored(index, row(index, NUMBER)))


def test_a_rejected_quote_is_nowhere_but_under_its_id(index: Index) -> None:
    review.reject(index, row(index, DISGRACE))
    assert not search(index, "disgrace")
    assert not search(index, "disgrace", Filters(old_versions=True))
    assert verify(index, "It's a disgrace").verdict is Verdict.UNSUPPORTED
    assert not speakers(index, "customer")
    assert DISGRACE not in {quote.id for quote in quotes_of(index, 1)}
    found = stored(index, row(index, DISGRACE))
    assert found.status is Status.REJECTED
    with pytest.raises(IndexProblem, match="rejected"):
        cite(found)


def test_moved_ends_give_a_new_id_and_the_old_one_still_leads_there(index: Index) -> None:
    done = review.correct(index, row(index, BOARD), Correction(start=1, end=-2))
    assert done.quote.quote.text == "board would meet again in"
    assert done.quote.quote.id != BOARD
    assert row(index, BOARD) == row(index, done.quote.quote.id) == done.quote.number
    assert not search(index, '"14 days"')
    assert search(index, '"board would meet"')
    review.undo(index, done.quote.number)
    assert stored(index, row(index, BOARD)).quote == harbour().quotes[1]
    assert row(index, done.quote.quote.id) == done.quote.number
    consistent(index)


def test_an_affiliation_is_words_of_the_article(index: Index) -> None:
    number = row(index, DISGRACE)
    done = review.correct(index, number, Correction(role="mayor", organization="Bogotá"))
    assert [a.span.text for a in done.quote.quote.affiliations] == ["mayor of Bogotá"]
    with pytest.raises(IndexProblem, match="does not stand in the article"):
        review.correct(index, number, Correction(role="queen"))
    assert review.correct(index, number, Correction(role="", organization="")).quote.quote.affiliations == ()
    assert [d.action for d in decisions(index)] == ["correct", "correct"]


def test_only_the_kind_of_a_speaker_is_corrected(index: Index) -> None:
    done = review.correct(index, row(index, FEES), Correction(speaker_kind=SpeakerKind.ORGANIZATION))
    speaker = done.quote.quote.speaker
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Marta Olsen", SpeakerKind.ORGANIZATION)
    assert done.quote.quote.affiliations == harbour().quotes[0].affiliations


def test_two_quotes_cannot_have_the_same_words(index: Index) -> None:
    first = stored(index, row(index, NUMBER)).quote.content[0]
    other = evolve(harbour().quotes[4], content=(first,))
    with pytest.raises(IndexProblem, match="no word"):
        moved(harbour(), other, 99, -99)
    text = HARBOUR.split("\n", maxsplit=1)[0]
    two = Document(text, quotes=(said(text, "harbour fees"), said(text, "the harbour fees")), source="/two.txt")
    list(add_all(index, [Imported(two, ready=True)]))
    with pytest.raises(IndexProblem, match="a quote of their own"):
        review.correct(index, row(index, two.quotes[0].id), Correction(start=-1))
    consistent(index)


def test_nothing_to_undo_is_told(index: Index) -> None:
    with pytest.raises(IndexProblem, match="no decision to undo"):
        review.undo(index, row(index, FEES))


@pytest.mark.parametrize(
    ("name", "found", "mentions"),
    [
        ("Olsen", "Marta Olsen", 1),
        ("marta  olsen", "Marta Olsen", 1),
        ("Port Board", "Port Board", 1),
        ("Ana Lindqvist", "Ana Lindqvist", 0),
        ("Jo Nobody", "Jo Nobody", 0),
    ],
)
def test_whom_a_typed_name_means(index: Index, name: str, found: str, mentions: int) -> None:
    speaker = speaker_named(index, 1, harbour(), name)
    assert speaker is not None
    assert (speaker.name, len(speaker.mentions)) == (found, mentions)
    assert speaker_named(index, 1, harbour(), " ") is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [("fees before", Kind.DIRECT), ("said Marta", Kind.INDIRECT), ("2027,” said", Kind.MIXED)],
)
def test_the_kind_follows_from_the_marks(words: str, kind: Kind) -> None:
    start = HARBOUR.index(words)
    assert kind_of(HARBOUR, (Span.of(HARBOUR, start, start + len(words)),)) is kind


def test_the_queue_is_the_least_sure_first_or_in_the_order_of_the_text(index: Index) -> None:
    doubtful = evolve(harbour(), quotes=tuple(evolve(q, confidence=1 - i / 9) for i, q in enumerate(harbour().quotes)))
    renew(index, doubtful)
    assert queue(index, limit=2) == [row(index, DISGRACE), row(index, NUMBER)]
    assert queue(index, ["harbour"]) == [row(index, one) for one in (FEES, BOARD, GIFT, NUMBER, DISGRACE)]
    assert queue(index, speaker="Brandt") == [row(index, NUMBER), row(index, GIFT)]
    review.accept(index, row(index, DISGRACE))
    assert queue(index, limit=1) == [row(index, NUMBER)]


class Better:
    """An extractor of a newer kind: other speakers, other ends, a quote less and a quote more."""

    def extract_many(self, documents: list[Document], *, attitudes: bool = False) -> Iterator[Document]:
        for document in documents:
            text = document.text
            fees, board, _, _, disgrace = harbour().quotes
            wider = said(text, "“a gift to nobody in this town”.")
            other = evolve(board, speaker=Speaker("The Gull", SpeakerKind.ORGANIZATION))
            fresh = said(text, "a single number")
            yield evolve(document, quotes=(evolve(fees, speaker=None), other, wider, disgrace, fresh))


def test_extracting_again_keeps_what_humans_decided(index: Index) -> None:
    review.correct(index, row(index, BOARD), Correction(speaker="Ivo Brandt", end=-1), by="Ann")
    review.reject(index, row(index, DISGRACE), by="Ann")
    review.accept(index, row(index, GIFT), by="Ann")
    kept = {name: stored(index, row(index, name)) for name in (BOARD, DISGRACE, GIFT)}
    bare = evolve(harbour(), quotes=())
    done = list(add_all(index, [Imported(bare)], again=True, make=lambda *_: Better()))
    assert (done[0].outcome, done[0].quotes) == (Outcome.RENEWED, 1)
    assert {name: stored(index, row(index, name)) for name in kept} == kept
    assert stored(index, row(index, FEES)).speaker is None
    assert stored(index, row(index, NUMBER)).status is Status.WITHDRAWN
    assert not search(index, '"adds up"')
    assert search(index, '"a single number"')
    assert len(decisions(index)) == 3
    consistent(index)
    list(add_all(index, [Imported(bare)], again=True, make=lambda *_: Original()))
    assert stored(index, row(index, NUMBER)).status is Status.PROPOSED
    assert {name: stored(index, row(index, name)) for name in kept} == kept
    consistent(index)


class Original:
    """The extractor that found the quotes at first."""

    def extract_many(self, documents: list[Document], *, attitudes: bool = False) -> Iterator[Document]:
        for document in documents:
            yield evolve(document, quotes=harbour().quotes)


def test_known_texts_are_passed_over_unless_asked(index: Index) -> None:
    done = list(add_all(index, [Imported(evolve(harbour(), quotes=()))], make=lambda *_: Better()))
    assert done[0].outcome is Outcome.UNCHANGED


STEPS = st.tuples(
    st.sampled_from(["accept", "reject", "note", "undo", "speaker", "post", "ends", "renew"]),
    st.integers(0, 6),
    st.integers(-4, 4),
    st.integers(-4, 4),
)


def take(index: Index, step: tuple[str, int, int, int]) -> None:
    action, which, first, second = step
    number = which + 1
    names = ("Marta Olsen", "Ivo Brandt", "", "Jo Nobody")
    if action in ("accept", "reject", "undo"):
        getattr(review, action)(index, number)
    elif action == "note":
        review.note(index, number, "a word")
    elif action == "speaker":
        review.correct(index, number, Correction(speaker=names[first % 4]))
    elif action == "post":
        review.correct(index, number, Correction(role="mayor" if first > 0 else ""))
    elif action == "ends":
        review.correct(index, number, Correction(start=first, end=second))
    else:
        renew(index, next(Better().extract_many([harbour()])) if first > 0 else harbour())


@settings(max_examples=20)
@given(st.lists(STEPS, max_size=25))
def test_any_decisions_and_undos_leave_log_index_and_search_consistent(steps: list[tuple[str, int, int, int]]) -> None:
    with TemporaryDirectory() as folder, Index.open(filled(Path(folder))) as index:
        index.rows("PRAGMA synchronous = OFF")
        before, renewed = everything(index), False
        for step in steps:
            log = decisions(index)
            try:
                take(index, step)
            except IndexProblem:
                assert decisions(index) == log
            renewed = renewed or step[0] == "renew"
        consistent(index)
        assert sum(one.undone for one in decisions(index)) == sum(one.action == "undo" for one in decisions(index))
        for number in range(1, 8):
            while any(not one.undone and one.action != "undo" for one in decisions(index) if one.quote == number):
                review.undo(index, number)
        consistent(index)
        if not renewed:
            assert everything(index) == before


@given(st.integers(-30, 30), st.integers(-30, 30))
def test_moving_ends_gives_slices_or_a_clear_refusal(start: int, end: int) -> None:
    for quote in harbour().quotes:
        try:
            after = moved(harbour(), quote, start, end)
        except IndexProblem:
            continue
        assert all(HARBOUR[p.start : p.end] == p.text and p.text.strip() for p in after.content)
        assert not start or HARBOUR[after.content[0].start - 1 : after.content[0].start].strip() == ""


def session(index: Index, answers: tuple[str, ...] = ()) -> Session:
    rest = iter(answers)
    return Session(index, queue(index, ["harbour"]), lambda _: next(rest), "Ann")


def test_keys_decide_and_undo(index: Index) -> None:
    at = session(index, ("a doubt", "Nobody Known"))
    assert all(at.press(key) for key in "2an ")
    assert at.message == ""
    assert [d.action for d in decisions(index)] == ["correct", "note"]
    assert at.press("s")
    assert at.preview is not None
    assert at.preview.speaker == Speaker("Nobody Known", SpeakerKind.PERSON)
    assert at.press("c")
    assert at.press("u")
    assert at.press("u")
    assert at.place == 0
    assert [d.undone for d in decisions(index)] == [True, True, False, False]
    assert at.press("u")
    assert "nothing was decided" in at.message
    assert not at.press("q")


def test_a_draft_that_cannot_be_is_told_and_forgotten(index: Index) -> None:
    at = session(index, ("emperor", ""))
    assert at.press("f")
    assert "does not stand in the article" in at.message
    assert at.draft == Correction()
    assert at.press("?")
    assert "does nothing" in at.message
    assert not decisions(index)


def test_accepting_with_a_draft_saves_what_was_shown(index: Index) -> None:
    at = session(index)
    for key in " x](":
        at.press(key)
    shown: Quote | None = at.preview
    at.press("a")
    assert shown is not None
    assert stored(index, row(index, shown.id)).quote.content == shown.content
    assert stored(index, row(index, BOARD)).speaker is None

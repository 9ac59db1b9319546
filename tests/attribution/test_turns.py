"""Transcripts: paragraphs that open with a speaker's label."""

from __future__ import annotations

import pytest

from quotes.attribution.turns import turns
from quotes.reading.paragraphs import paragraphs

HEARING = ["MS. CALDER: Was the gate open?", "MR. REED: It was.", "MS. CALDER: Who opened it?", "MR. REED: I did."]


def read(*lines: str) -> list[tuple[str, list[str]]]:
    """The turns of a text of some paragraphs: the label, and what is said in each paragraph."""
    text = "\n\n".join(lines)
    found = turns(text, paragraphs(text))
    return [(text[slice(*turn.label)], [text[slice(*piece)] for piece in turn.pieces]) for turn in found]


def test_each_labelled_paragraph_is_a_turn() -> None:
    assert read(*HEARING) == [
        ("MS. CALDER", ["Was the gate open?"]),
        ("MR. REED", ["It was."]),
        ("MS. CALDER", ["Who opened it?"]),
        ("MR. REED", ["I did."]),
    ]


def test_paragraphs_may_each_open_with_a_mark() -> None:
    marked = ['"' + line for line in HEARING]
    assert read(*marked[:3], marked[3] + '"')[:3] == read(*HEARING)[:3]


LABELS = ["Q", "Orlov", "Nadia Orlov", "MR. REED", "Bram van der Teller", "SENATOR O’DARE", "Plumb Line"]


@pytest.mark.parametrize("label", LABELS)
def test_labels(label: str) -> None:
    found = read(f"{label}: One?", "Ash: Two.", f"{label}: Three?", "Ash: Four.")
    assert [name for name, _ in found] == [label, "Ash", label, "Ash"]


def test_a_paragraph_without_label_goes_on() -> None:
    found = read(HEARING[0], HEARING[1], "All night.", *HEARING[2:])
    assert found[1] == ("MR. REED", ["It was.", "All night."])


def test_what_follows_the_last_turn_is_no_part_of_it() -> None:
    assert read(*HEARING, "The hearing closed at noon.")[-1] == ("MR. REED", ["I did."])


@pytest.mark.parametrize("aside", ["(Laughter.)", "[The witness withdrew]", "(A pause)."])
def test_stage_directions_end_a_turn(aside: str) -> None:
    assert read(HEARING[0], HEARING[1], aside, *HEARING[2:])[1] == ("MR. REED", ["It was."])


NONE = {
    "too few": HEARING[:3],
    "a tally": ["Calder: 547.", "Reed: 46.", "Calder: 2,316.", "Reed: 1,547."],
    "one speaker": ["MS. CALDER: One.", "MS. CALDER: Two.", "MS. CALDER: Three.", "MS. CALDER: Four."],
    "labels used once": ["Monday: rain.", "Tuesday: sun.", "Friday: fog.", "Sunday: snow."],
    "prose": ["Calder asked who opened the gate.", "Reed said it was he."],
    "nothing": [""],
}


@pytest.mark.parametrize("lines", NONE.values(), ids=NONE)
def test_other_texts_have_no_turns(lines: list[str]) -> None:
    assert read(*lines) == []

"""Which words are the same, and what a claim marks as left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.checking.claims import claim_of
from quotes.checking.marks import marked
from quotes.checking.names import same_person
from quotes.checking.words import words


def keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It’s, well — ‘fine’.”", ["It's", "well", "fine"]),
        ("1.5 and 1,500 and 3:45", ["1.5", "and", "1500", "and", "3:45"]),
        ("$5, 5% and -5 or €3bn", ["$", "5", "5", "%", "and", "-", "5", "or", "€", "3bn"]),
        ("the U.S. and the US", ["the", "US", "and", "the", "US"]),
        ("well-known 10–20", ["well", "known", "10", "20"]),
        ("caf\u00e9 cafe\u0301 ﬁne co\u00adop", ["café", "café", "fine", "coop"]),
        ("workers' don't", ["workers", "don't"]),
        ("at 5 a.m. on", ["at", "5", "am", "on"]),
        ("AT&T, Dr. No", ["AT", "&", "T", "Dr", "No"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("…!?—“”", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@given(st.text(max_size=200))
def test_words_stand_at_their_offsets(text: str) -> None:
    found = words(text)
    assert [word.start for word in found] == sorted(word.start for word in found)
    for word in found:
        assert 0 <= word.start < word.end <= len(text)
        assert word.key


@pytest.mark.parametrize(
    ("text", "said", "gaps", "inserted"),
    [
        ("We … will win", ["We", "will", "win"], {1}, {}),
        ("We [...] will (…) win ...", ["We", "will", "win"], {1, 2, 3}, {}),
        ("We . . . will win", ["We", "will", "win"], {1}, {}),
        ("[T]hey will", ["They", "will"], set(), {}),
        ("We [the party] will", ["We", "will"], {1}, {1: "[the party]"}),
        ("we want[ed] it", ["we", "it"], {1}, {1: "want[ed]"}),
        ("", [], set(), {}),
        ("[…]", [], {0}, {}),
    ],
)
def test_claims(text: str, said: list[str], gaps: set[int], inserted: dict[int, str]) -> None:
    claim = claim_of(text)
    assert [word.key for word in claim.words] == said
    assert claim.gaps == gaps
    assert claim.inserted == inserted


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("he said “a gift” to me", ["a gift"]),
        ('he said "a gift" and "more"', ["a gift", "more"]),
        ("a gift” to me", ["a gift"]),
        ("he “gave", ["gave"]),
        ("it’s ‘a gift’ he doesn’t want", ["a gift"]),
        ("nothing", []),
    ],
)
def test_what_stands_in_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in marked(text)] == inside


@pytest.mark.parametrize(
    ("claimed", "known", "same"),
    [
        ("Olsen", "Marta Olsen", True),
        ("Mayor Marta Olsen", "Olsen", True),
        ("M. Olsen", "Marta Olsen", True),
        ("Bogota", "Bogotá", True),
        ("Marta Vik", "Marta Olsen", False),
        ("Ivo Olsen", "Marta Olsen", False),
        ("M.", "Marta Olsen", False),
        ("", "Marta Olsen", False),
        ("Olsen Marta", "Marta Olsen", False),
    ],
)
def test_names(claimed: str, known: str, same: bool) -> None:
    assert same_person(claimed, [known]) is same

"""Which words is a name: words, BIO labels and a tree in; names out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.persons import tidied

LABELS = ["O", "B-Person", "I-Person", "B-Location"]


def names(text: str, marks: str, flat: dict[int, int] | None = None) -> list[str]:
    """The persons in some words; ``marks`` has one of O, B, I and L (a place) a word, ``flat`` the head of a part, from 0."""
    words = text.split()
    labels = ["O" if m == "O" else "B-Location" if m == "L" else f"{m}-Person" for m in marks]
    heads = [(flat or {}).get(place, -1) + 1 for place in range(len(words))]
    relations = ["flat" if place in (flat or {}) else "dep" for place in range(len(words))]
    found: list[str] = []
    for word, label in zip(words, tidied(words, labels, heads, relations), strict=True):
        if label == "B-Person":
            found.append(word)
        elif label == "I-Person":
            found[-1] += f" {word}"
    return found


@pytest.mark.parametrize(
    ("text", "marks", "flat", "expected"),
    [
        ("Anna Reed", "BB", {1: 0}, ["Anna Reed"]),
        ("Anna Reed", "BB", {}, ["Anna Reed"]),
        ("with Anna Reed", "OBB", {}, ["Anna", "Reed"]),
        ("ANNA x", "BB", {}, ["ANNA"]),
        ("he met A. Noel Reed", "OOOBI", {}, ["A. Noel Reed"]),
        ("A. Noel Reed", "OBI", {}, ["Noel Reed"]),
        ("near St. Thomas", "OBO", {}, []),
        ("Anna Reed Tom Vale", "BIBI", {1: 0, 3: 2}, ["Anna Reed", "Tom Vale"]),
        ('" Reed , Anna "', "OBOBO", {}, ["Reed , Anna"]),
        ("Reed , Anna left", "BOBO", {}, ["Reed", "Anna"]),
        ('Selwyn " Crabby " Harewood', "BOOOB", {}, ['Selwyn " Crabby " Harewood']),
        ('Selwyn " Crabby " Harewood', "BOBOB", {}, ['Selwyn " Crabby " Harewood']),
        ('Reed " he said " Vale', "BOOOOB", {}, ["Reed", "Vale"]),
        ("- Reed", "BI", {}, ["Reed"]),
        ("Anna Reed anna@robodyne.com", "BII", {}, ["Anna Reed"]),
        ("Reed_letter.doc", "B", {}, []),
        ("then X left", "OBO", {}, []),
        ("J. Reed", "BI", {}, ["J. Reed"]),
        ("Hurricane Anna", "OB", {}, []),
        ("St. Thomas", "OB", {}, []),
        ("Carol St. Clair", "BII", {}, ["Carol St. Clair"]),
    ],
)
def test_names(text: str, marks: str, flat: dict[int, int], expected: list[str]) -> None:
    assert names(text, marks, flat) == expected


def test_other_entities_stay() -> None:
    words = ["Anna", "of", "Lindau"]
    assert tidied(words, ["B-Person", "O", "B-Location"], [0, 3, 1], ["root", "case", "nmod"])[2] == "B-Location"


@given(st.lists(st.tuples(st.sampled_from(["Anna", '"', ",", "-", "x", "St."]), st.sampled_from(LABELS)), max_size=12))
def test_labels_stay_well_formed(drawn: list[tuple[str, str]]) -> None:
    words, labels = [word for word, _ in drawn], [label for _, label in drawn]
    found = tidied(words, labels, [0] * len(words), ["dep"] * len(words))
    assert len(found) == len(words)
    for before, label in zip(["O", *found], found, strict=False):
        assert label != "I-Person" or before.endswith("Person")
    assert all((a == "B-Location") >= (b == "B-Location") for a, b in zip(labels, found, strict=True))

"""Names: short forms find the full name that holds them, whichever part of it they are."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.attribution.given_names import gender_of_name
from quotes.attribution.names import names_of
from quotes.attribution.naming import Named, initials, parts
from tests.attribution.plain import marked


def forms(named: list[Named]) -> dict[str, list[str]]:
    """The fullest form of each name, and all forms in text order."""
    return {n.name: [naming.text for naming in n.namings] for n in named}


PEOPLE = {
    "inner names": (
        "[P María Teresa Flores Jáquez] left. [P Teresa Flores] slept.",
        {"María Teresa Flores Jáquez": ["María Teresa Flores Jáquez", "Teresa Flores"]},
    ),
    "surname last": ("[P Ines Calder] left. [P Calder] slept.", {"Ines Calder": ["Ines Calder", "Calder"]}),
    "surname first": ("[P Wu Kairen] left. [P Wu] slept.", {"Wu Kairen": ["Wu Kairen", "Wu"]}),
    "given name": ("[P Ines Calder] left. [P Ines] slept.", {"Ines Calder": ["Ines Calder", "Ines"]}),
    "first of two surnames": (
        "[P Lucía Paredes Quispe] left. [P Paredes] slept.",
        {"Lucía Paredes Quispe": ["Lucía Paredes Quispe", "Paredes"]},
    ),
    "particle": (
        "[P Simona van der Orto] left. [P van der Orto] slept.",
        {"Simona van der Orto": ["Simona van der Orto", "van der Orto"]},
    ),
    "initials": ("[P J. K. Thornby] left. [P Thornby] slept.", {"J. K. Thornby": ["J. K. Thornby", "Thornby"]}),
    "initial for a given name": (
        "[P Jon Thornby] left. [P J. Thornby] slept.",
        {"Jon Thornby": ["Jon Thornby", "J. Thornby"]},
    ),
    "initials in brackets": (
        "[P Jon Harald Kestrel] ([P JHK]) left. [P JHK] slept.",
        {"Jon Harald Kestrel": ["Jon Harald Kestrel", "JHK", "JHK"]},
    ),
    "hyphen": (
        "[P Anne-Marie Kessler-Holt] left. [P Kessler-Holt] slept.",
        {"Anne-Marie Kessler-Holt": ["Anne-Marie Kessler-Holt", "Kessler-Holt"]},
    ),
    "hyphen that the tagger leaves out": (
        "[P Anne Kessler]-[P Holt] left. [P Kessler]-Holt slept.",
        {"Anne Kessler-Holt": ["Anne Kessler-Holt", "Kessler-Holt"]},
    ),
    "nickname": (
        "[P Selwyn “Crabby” Harewood] left. [P Harewood] slept.",
        {"Selwyn “Crabby” Harewood": ["Selwyn “Crabby” Harewood", "Harewood"]},
    ),
    "nickname that the tagger leaves out": (
        "[P Selwyn] “Crabby” [P Harewood] left. [P Crabby] slept.",
        {"Selwyn “Crabby” Harewood": ["Selwyn “Crabby” Harewood", "Crabby"]},
    ),
    "line that ends inside the entity": ("[P Ines Calder\n\nHarrow] slept.", {"Ines Calder": ["Ines Calder"]}),
    "middle name left out": (
        "[P Ines Maria Calder] left. [P Ines Calder] slept.",
        {"Ines Maria Calder": ["Ines Maria Calder", "Ines Calder"]},
    ),
    "slip of a letter": (
        "[P Jon Thornby] left. [P Thornbey] slept.",
        {"Jon Thornby": ["Jon Thornby", "Thornbey"]},
    ),
    "short form first": ("[P Calder] left. [P Ines Calder] slept.", {"Ines Calder": ["Calder", "Ines Calder"]}),
    "honorific inside the entity": ("[P Dr. Amara Nwosu] left.", {"Amara Nwosu": ["Amara Nwosu"]}),
    "possessive": ("[P Ines Calder’s] bridge, [P Calder’s] bridge", {"Ines Calder": ["Ines Calder", "Calder"]}),
    "strangers": ("[P Ines Calder] met [P Tom Reed].", {"Ines Calder": ["Ines Calder"], "Tom Reed": ["Tom Reed"]}),
    "one given name": ("[P Tom Reed] met [P Tom Ash].", {"Tom Reed": ["Tom Reed"], "Tom Ash": ["Tom Ash"]}),
    "namesakes, the last used": (
        "[P Tom Reed] left. [P Anna Reed] stayed. [P Reed] slept.",
        {"Tom Reed": ["Tom Reed"], "Anna Reed": ["Anna Reed", "Reed"]},
    ),
    "namesakes, used before over used later": (
        "[P Tom Reed] left. [P Reed] slept. [P Anna Reed] stayed.",
        {"Tom Reed": ["Tom Reed", "Reed"], "Anna Reed": ["Anna Reed"]},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), PEOPLE.values(), ids=PEOPLE)
def test_people_by_their_forms(text: str, wanted: dict[str, list[str]]) -> None:
    assert forms(names_of(marked(text)).people) == wanted


BODIES = {
    "the same again": ("The [O River Bureau] and the [O River Bureau]", {"River Bureau": ["River Bureau"] * 2}),
    "article inside the entity": ("[O The River Bureau] slept.", {"River Bureau": ["River Bureau"]}),
    "abbreviation in brackets": (
        "The [O Harrow Board of Rivers] ([O HRX]) slept.",
        {"Harrow Board of Rivers": ["Harrow Board of Rivers", "HRX"]},
    ),
    "abbreviation of initials": (
        "The [O River Safety Board] met. The [O RSB] slept.",
        {"River Safety Board": ["River Safety Board", "RSB"]},
    ),
    "abbreviation taken for a person": (
        "The [O River Safety Board] ([P RSB]) met.",
        {"River Safety Board": ["River Safety Board", "RSB"]},
    ),
    "another name": (
        "[O Harrow Telephone] , better known as [O Hartel] , met. [O Hartel] slept.",
        {"Harrow Telephone": ["Harrow Telephone", "Hartel", "Hartel"]},
    ),
    "known for another": (
        "[O Harrow Telephone] , as [O Hartel] knows, met.",
        {"Harrow Telephone": ["Harrow Telephone"], "Hartel": ["Hartel"]},
    ),
    "beginning": (
        "The [O Kestrel Air Group] met. [O Kestrel Air] slept.",
        {"Kestrel Air Group": ["Kestrel Air Group", "Kestrel Air"]},
    ),
    "strangers": (
        "[O River Bureau] met [O Rail Board].",
        {"River Bureau": ["River Bureau"], "Rail Board": ["Rail Board"]},
    ),
    "place": ("[L Harrow] slept.", {"Harrow": ["Harrow"]}),
}


@pytest.mark.parametrize(("text", "wanted"), BODIES.values(), ids=BODIES)
def test_bodies_by_their_forms(text: str, wanted: dict[str, list[str]]) -> None:
    assert forms(names_of(marked(text)).bodies) == wanted


GENDERS = [("Mr. [P Reed]", "Masc"), ("Ms. [P Reed]", "Fem"), ("[P Dame Anna Reed]", "Fem"), ("Dr. [P Reed]", None)]


@pytest.mark.parametrize(("text", "wanted"), GENDERS)
def test_titles_tell_gender(text: str, wanted: str | None) -> None:
    (person,) = names_of(marked(text)).people
    assert person.gender == wanted


CALLED = [("Lena Strand", "Fem"), ("KARL OSEI", "Masc"), ("Osei", None), ("Quillon Osei", None)]


@pytest.mark.parametrize(("name", "wanted"), CALLED)
def test_given_names_tell_gender(name: str, wanted: str | None) -> None:
    assert gender_of_name(name) == wanted


def test_no_given_name_is_given_to_both() -> None:
    plain = json.loads(resources.files("quotes.attribution").joinpath("given_names.json").read_text(encoding="utf-8"))
    female, male = ({name for line in plain[gender] for name in line.split()} for gender in ("Fem", "Masc"))
    assert len(female) > 500
    assert len(male) > 500
    assert not female & male


def test_a_word_tells_whose_name_it_is_part_of() -> None:
    names = names_of(marked("[P Ines Calder] slept."))
    assert (names.naming_at(1), names.naming_at(2)) == (names.people[0], None)


INITIALS = [("River Safety Board", "rsb"), ("Board of Rivers", "br"), ("Board of Rivers", "bor")]


@pytest.mark.parametrize(("name", "wanted"), INITIALS)
def test_initials(name: str, wanted: str) -> None:
    assert wanted in initials(name)


PARTS = [("Reed’s", ["reed"]), ("Dell’ Orto", ["dell", "orto"]), ("O’Dare-Ash", ["o'dare-ash"]), ("J. K.", ["j", "k"])]


@pytest.mark.parametrize(("name", "wanted"), PARTS)
def test_the_words_of_a_name(name: str, wanted: list[str]) -> None:
    assert parts(name) == wanted


WORDS = [
    "[P Wu Kairen]",
    "[P Wu]",
    "[P J. Reed]",
    "[P “Ash”]",
    "[O RSB]",
    "[O River Board]",
    "[P RSB]",
    "[O li]",
    "[P li]",
    "[L 12]",
    "(",
    ")",
    "’s",
    "-",
    "left",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
def test_every_naming_is_a_slice_of_the_text(text: str) -> None:
    syntax = marked(text)
    names = names_of(syntax)
    for naming in (n for named in [*names.people, *names.bodies] for n in named.namings):
        assert syntax.text[naming.start : naming.end] == naming.text

"""Whom a source names: pronouns, short forms, roles, namesakes, bodies, and sources that have no name."""

from __future__ import annotations

import pytest

from tests.attribution.reported import Reported, Speaker, body, case, direct, indirect, person, reported_in, unnamed


def said(words: str, source: str, speaker: Speaker | None, **about: object) -> Reported:
    """An indirect quote with the cue "said"."""
    return indirect(words, cue="said", source=source, speaker=speaker, **about)


SAFE, BUSY, FULL = "the bridge was safe", "the yard was busy", "the ward was full"
FAMILIAR = "Officials familiar with the matter"
WORKED, MOVED = "The engine worked", "The slope had moved"

SPEAKERS = [
    case("pronoun_she", said(SAFE, "She", person("Ines Calder"))),
    case("pronoun_by_subject", said(SAFE, "She", person("Ines Calder"))),
    case("hopes_then_says", said(SAFE, "She", person("Anna Reed"))),
    case("pronoun_it", said("dues would fall", "It", body("Lighthouse Society"))),
    case(
        "pronoun_they",
        said("the deal was close", FAMILIAR, unnamed(FAMILIAR)),
        indirect("the price had been agreed", cue="added", source="They", speaker=unnamed(FAMILIAR)),
    ),
    case(
        "first_person_in_quotation",
        direct(
            "“I told them that the bridge was unsafe,”",
            cue="said",
            source="Ines Calder",
            speaker=person("Ines Calder"),
        ),
    ),
    case(
        "the_minister",
        said("the budget was ready", "The minister", person("Karl Osei"), roles=(("Finance Minister", None),)),
    ),
    case(
        "one_surname_by_title",
        said(BUSY, "Mr Reed", person("Tom Reed")),
        said("the shop was quiet", "Ms Reed", person("Anna Reed")),
    ),
    case("one_surname_last_used", said(BUSY, "Reed", person("Tom Reed"))),
    case("named_earlier", said(WORKED, "Okafor", person("Piet Okafor"))),
    case("named_only_later", said(WORKED, "Okafor", person("Piet Okafor"))),
    case("surname_first", said(WORKED, "Wu", person("Wu Kairen"))),
    case("surname_particle", said("The dust was a problem", "Dell’ Orto", person("Simona Dell’ Orto"))),
    case("two_surnames", said(MOVED, "Paredes", person("Lucía Paredes Quispe"))),
    case("initials", said(MOVED, "Thornby", person("J. K. Thornby"))),
    case(
        "nickname_in_name",
        said("the catch was poor", "Selwyn “Crabby” Harewood", person("Selwyn “Crabby” Harewood")),
    ),
    case("honorific", said(FULL, "Dr. Nwosu", person("Amara Nwosu"))),
    case("hyphenated", said(FULL, "Kessler-Holt", person("Anne-Marie Kessler-Holt"))),
    case("abbreviation", said("the dykes would hold", "The RSB", body("River Safety Board"))),
    case("short_form_of_body", said("dues would fall", "The society", body("Lighthouse Society"))),
    case("unnamed_customer", said("the soup was cold", "One customer", unnamed("One customer"))),
    case("unnamed_consumer", said("the label was false", "Another consumer", unnamed("Another consumer"))),
    case(
        "unnamed_spokesman",
        said(
            "two men had been arrested",
            "A police spokesman",
            unnamed("A police spokesman"),
            roles=(("spokesman", "police"),),
        ),
    ),
    case("unnamed_officials", said("the deal was close", FAMILIAR, unnamed(FAMILIAR))),
    case(
        "lawyer_of_named",
        said("the yard was empty", "Tom Reed’s lawyer", unnamed("Tom Reed’s lawyer")),
    ),
    case("nation_speaks", said("it would send two ships", "Norway", body("Norway"))),
]


@pytest.mark.parametrize(("name", "wanted"), SPEAKERS)
def test_a_source_names_its_speaker(name: str, wanted: list[Reported]) -> None:
    assert reported_in(name) == wanted

"""For whom a speaker speaks, and as what, wherever the article says so."""

from __future__ import annotations

from typing import Any

import pytest

from quotes.attribution.naming import Names
from quotes.attribution.organizations import in_full
from tests.attribution.reported import Role, fixture, quotes_in, reported


def states(name: str, speaker: str, source: str, *roles: Role) -> Any:
    """One case: a fixture, its only speaker, the mention beside the last cue, and all affiliations."""
    return pytest.param(name, speaker, source, roles, id=name)


AFFILIATIONS = [
    states("role_in_apposition", "Quinn Garr", "Quinn Garr", ("president", "Robodyne")),
    states("role_in_compound", "Quinn Garr", "Robodyne president Quinn Garr", ("president", "Robodyne")),
    states("role_before_name", "Karl Osei", "Finance Minister Karl Osei", ("Finance Minister", None)),
    states("role_of_nation", "Lena Strand", "Norwegian Prime Minister Lena Strand", ("Prime Minister", "Norwegian")),
    states("role_possessive", "Lena Strand", "Norway’s prime minister", ("prime minister", "Norway")),
    states("role_at", "Tamsin Vale", "Tamsin Vale", ("researcher", "Coastal Institute")),
    states("role_for", "Jon Pell", "Jon Pell", ("spokesman", "River Bureau")),
    states("body_with", "Shi Wenbo", "Shi Wenbo", (None, "River Bureau")),
    states("body_from", "Ama Darko", "Ama Darko", (None, "Coastal Institute")),
    states(
        "roles_conjoined",
        "Tamsin Vale",
        "Tamsin Vale",
        ("researcher", "Coastal Institute"),
        ("founding member", "Lighthouse Society"),
    ),
    states("role_and_role", "Quinn Garr", "Quinn Garr", ("founder and chief executive", "Robodyne")),
    states("role_copula", "Wu Kairen", "Wu", ("chief designer", "Lantern program")),
    states("body_headed", "Oona Brandt", "Oona Brandt", (None, "River Bureau")),
    states("elected_as", "Oona Brandt", "She", ("first chairwoman", "Lighthouse Society")),
    states("serves_as", "Oona Brandt", "Brandt", ("director", "River Bureau")),
    states(
        "role_with_end_of_body",
        "Ines Calder",
        "station director Ines Calder",
        ("director", "Halden Weather Station"),
    ),
    states("role_with_abbreviation", "Ines Calder", "Calder", ("Chief Harbour Officer", None)),
    states(
        "fields_then_body",
        "Lena Strand",
        "Lena Strand",
        ("researcher in gender, sexuality and popular culture", "Harrow College"),
    ),
    states("body_based_in", "Lena Strand", "Lena Strand", ("analyst", "Harrow Securities")),
    states("emeritus_of", "Lena Strand", "Lena Strand", ("Professor emeritus of Media Studies", "Harrow University")),
    states(
        "once_and_now",
        "Wu Kairen",
        "Wu Kairen",
        ("ambassador to Kenya", "Chinese"),
        ("director general", "Harbour Ministry"),
    ),
    states("based_expert", "Ivan Lam", "Ivan Lam", ("senior analyst", "Harrow Research")),
    states(
        "known_expert_too",
        "Ivan Lam",
        "Ivan Lam",
        ("president", "Harrow Society"),
        ("well-recognized church leader", None),
    ),
    states("justice_of", "Karl Osei", "Justice Karl Osei", ("Justice", "Harrow High Court")),
    states("counsel_of", "Karl Osei", "Robodyne’s counsel Karl Osei", ("counsel", "Robodyne")),
    states("list_of_titles", "Samuel Bell", "Mr Bell", ("Chairperson", "Harrow Welfare Committee")),
    states("broadcaster_before", "Osei", "Osei"),
    states("member_of_parliament", "Jane Brandt", "Jane Brandt", ("member of parliament", "Harrow Party")),
    states("commissioner_of_police", "Karl Osei", "Karl Osei", ("Deputy Commissioner of Police", None)),
    states("ambassador_to", "Karl Osei", "Karl Osei", ("ambassador to the United Nations", "Ghana")),
    states("party_in_brackets", "Karl Osei", "Karl Osei", (None, "Harrow Party")),
    states("driver_from", "Karl Osei", "Karl Osei", ("taxi driver", None)),
    states("senator_from", "Karl Osei", "Sen. Karl Osei", ("Sen.", "Harrow Party")),
    states("law_at", "Karl Osei", "Karl Osei", ("professor of law", "Harrow University")),
    states("africa_at", "Karl Osei", "Karl Osei", ("chief economist for Africa", "Harrow Bank")),
    states(
        "nation_and_ministry",
        "Wu Kairen",
        "Chinese Foreign Ministry spokesperson Wu Kairen",
        ("spokesperson", "Chinese Foreign Ministry"),
    ),
    states("minister_from_to", "Karl Osei", "Karl Osei", ("finance minister", None)),
    states(
        "role_of_two_nouns",
        "Karl Osei",
        "Deputy Minister of Mines and Energy Karl Osei",
        ("Deputy Minister of Mines and Energy", None),
    ),
    states("role_in_place", "Ines Calder", "Ines Calder", ("pharmacist", None)),
    states("role_in_commas", "Ines Calder", "Ines Calder", ("press officer", None)),
    states("role_of_abbreviation", "Ines Calder", "Ines Calder", ("director", "River Safety Board")),
    states(
        "high_representative",
        "Ilse Brandt",
        "EU High Representative Ilse Brandt",
        ("High Representative", "European Union"),
    ),
    states("role_of_another", "Paul Okello", "Mr Okello"),
    states("age_in_role", "Karl Osei", "Osei", ("civil engineer", None)),
    states("role_shared", "Lena Strand", "Strand", ("former senators", None)),
    states("body_possessive", "Dan Reed", "Reed", (None, "Harbour Union")),
    states("announced_as", "Karl Osei", "Osei", ("patron", "Lighthouse Society")),
    states("role_with_year", "Lena Strand", "Strand", ("contestant", "Miss Harbour")),
    states("co_chairs", "Lena Strand", "Strand", (None, "River Bureau")),
    states("role_on_each_quote", "Quinn Garr", "Garr", ("president", "Robodyne")),
    states("director_at", "Ines Calder", "Ines Calder", ("director of events and operations", "River Bureau")),
    states(
        "two_titles",
        "Karl Osei",
        "Karl Osei",
        ("Minister of Water, Forests, and Farming", None),
        ("Chairman", "Food Safety Board"),
    ),
    states("described_body", "Karl Osei", "Karl Osei", ("former chairman", "Halden Liberation Front")),
    states("lectures_at", "Ines Calder", "Ines Calder", (None, "Coastal Institute")),
    states("teaches_at", "Lena Strand", "Lena Strand", (None, "University of Halden College of Law")),
    states("leads_party", "Karl Osei", "Osei", (None, "Halden Union Party")),
    states("director_comma_body", "Karl Osei", "Dr Karl Osei", ("director", "Halden Asia Hospital")),
    states("short_name_of_body", "Ines Calder", "Ines Calder", ("president", "Brennick Heavy Industries")),
    states("party_of_unnamed", "A Liberal MP", "A Liberal MP", ("MP", "Liberal Party")),
    states("general_of", "Ines Calder", "Ines Calder", ("director-general", "Institute of River Studies")),
    states("secretary_before", "Ines Calder", "Ines Calder", ("Secretary General", "Norfell Commission for Women")),
    states(
        "leader_of_opposition",
        "Karl Osei",
        "Leader of the opposition in the senate Karl Osei",
        ("Leader of the opposition", None),
    ),
    states("title_below", "Ida Holm", "Minister Ida Holm", ("Minister", None)),
    states(
        "role_bracket",
        "Karl Osei",
        "National Prosecuting Authority (NPA) spokesperson Karl Osei",
        ("spokesperson", "National Prosecuting Authority"),
    ),
    states(
        "role_long_name",
        "Karl Osei",
        "Kenya Medical Supplies Authority chief executive Karl Osei",
        ("chief executive", "Kenya Medical Supplies Authority"),
    ),
    states("official_weekday", "a police official", "a police official", ("official", "police")),
    states("office_in_capitals", "Karl Osei", "Halden MLA Karl Osei", ("MLA", "Halden")),
    states("serves_in_clause", "Lena Strand", "Lena Strand", ("director", "River Bureau")),
    states("works_as", "Lena Strand", "Lena Strand", ("nurse", None)),
    states("newly_elected", "Karl Osei", "The newly elected provincial chair", ("provincial chair", None)),
    states("present_chief", "Karl Osei", "Present Chief Minister Karl Osei", ("Chief Minister", None)),
    states(
        "with_some_members",
        "Karl Osei",
        "Osei",
    ),
    states(
        "investigating_officer",
        "Karl Osei",
        "The River Bureau’s Investigating Officer Karl Osei",
        ("Investigating Officer", "River Bureau"),
    ),
    states("lawmaker_of_party", "Lena Strand", "Senator Lena Strand", ("Senator", "HPP")),
    states(
        "role_after_brackets",
        "Karl Osei",
        "Karl Osei",
        ("commander", "Royal Army of Halden"),
        ("first vice-chairman", "Halden Shooting Association"),
    ),
    states("role_and_member", "Karl Osei", "Karl Osei", ("former justice minister", None), ("member", "Harbour Party")),
    states("has_and_is", "Lena Strand", "Lena Strand", ("head", "River Bureau")),
    states(
        "own_company",
        "Karl Osei",
        "Karl Osei",
    ),
    states("theatre_run", "Lena Strand", "Lena Strand", (None, "Lantern Theatre")),
    states("from_council", "Lena Strand", "Lena Strand", (None, "Bogal Local Aboriginal Land Council")),
    states(
        "chief_executive_of_local_body",
        "Lena Strand",
        "Auckland's Harbour Trust chief executive Lena Strand",
        ("chief executive", "Harbour Trust"),
    ),
    states("chair_then_seat", "Karl Osei", "Harbour Party chairman MK Karl Osei", ("chairman", "Harbour Party")),
    states("six_term", "Karl Osei", "Karl Osei", ("MLA", None)),
    states("whip_of_caucus", "Karl Osei", "KMT caucus whip Karl Osei", ("caucus whip", "KMT")),
    states("journalist_from", "Michelin", "Michelin", ("documentary filmmaker and freelance journalist", None)),
    states("economist_at_after_name", "Karl Osei", "Karl Osei", ("senior economist", "Natixis")),
    states("body_alone_in_commas", "Karl Osei", "Karl Osei", (None, "Goldman Sachs")),
    states(
        "adviser_to", "Lena Strand", "Lena Strand", ("special adviser", "Halden Alliance for Nuclear Weapons Abolition")
    ),
    states(
        "of_body_after_comma",
        "Petra Lund",
        "Lead author Petra Lund",
        ("Lead author", None),
        (None, "University of Oslo"),
    ),
    states(
        "title_of_possessive_body",
        "Joel Adeyo",
        "The Farmers' League spokesperson Joel Adeyo",
        ("spokesperson", "Farmers' League"),
    ),
    states("judge_then_justice", "Joel Adeyo", "The presiding judge", ("presiding judge", None), ("Justice", None)),
    states("works_at_strayed", "Joel Adeyo", "he", ("nurse", "Halden Hospital")),
    states("rapporteur_on", "Joel Adeyo", "Joel Adeyo", ("special rapporteur on housing", "UN")),
    states(
        "ambassador_before_name",
        "Joel Adeyo",
        "Norwegian ambassador to Kenya Joel Adeyo",
        ("ambassador to Kenya", "Norwegian"),
    ),
    states(
        "leader_and_former",
        "Joel Adeyo",
        "Unity Party leader and former prime minister Joel Adeyo",
        ("leader", "Unity Party"),
        ("former prime minister", None),
    ),
    states("plays_for", "Joel Adeyo", "Joel Adeyo", (None, "Halden United")),
    states("brackets_party_and_seat", "Joel Adeyo", "MP Joel Adeyo", ("MP", "Unity Party")),
    states("joined_as", "Joel Adeyo", "he", ("director of research", "Halden Institute")),
    states("speaking_for", "Joel Adeyo", "Joel Adeyo", (None, "Unity Party")),
    states("speaking_on_behalf", "Joel Adeyo", "Joel Adeyo", (None, "Unity Party")),
    states("governor_of_after_name", "Joel Adeyo", "Governor Joel Adeyo", ("Governor", "Ohio")),
    states(
        "state_commissioner",
        "Joel Adeyo",
        "Lagos State Commissioner for Health",
        ("Commissioner for Health", "Lagos State"),
    ),
    states(
        "role_before_rank",
        "Joel Adeyo",
        "The spokesperson of the state police command, DSP Joel Adeyo",
        ("spokesperson", "state police command"),
        ("DSP", None),
    ),
    states("father_of_two", "Joel Adeyo", "Taxi driver and father-of-two Joel Adeyo", ("Taxi driver", None)),
    states("permanent_secretary_in", "Joel Adeyo", "Joel Adeyo", ("Permanent Secretary", "Ministry of Works")),
    states(
        "general_of_then_name",
        "Joel Adeyo",
        "The secretary-general of the Nairobi Port Authority, Joel Adeyo",
        ("secretary-general", "Nairobi Port Authority"),
    ),
    states(
        "general_before_name",
        "Joel Adeyo",
        "the secretary-general of the United Nations, Joel Adeyo",
        ("secretary-general", "United Nations"),
    ),
    states(
        "vice_with_hyphen",
        "Joel Adeyo",
        "The vice-president of the Nairobi Port Authority, Joel Adeyo",
        ("vice-president", "Nairobi Port Authority"),
    ),
    states(
        "chair_of_panel", "Joel Adeyo", "Joel Adeyo", ("vice-chancellor", "University of Nairobi"), ("chair", "panel")
    ),
    states("degree_after_name", "Maria Silva", "Maria Silva", ("cardiologist", "Recife Heart Centre")),
    states("apposed_of", "Maria Silva", "Another nurse", ("nurse", "Recife Heart Centre")),
    states("possessive_in_name", "Maria Silva", "Robodyne's Maria Silva", (None, "Robodyne")),
    states("was_chief_from_to", "Maria Silva", "Maria Silva", ("chief executive", "Robodyne")),
    states("took_over_as", "Maria Silva", "She", ("chief executive", "Robodyne")),
    states("as_holder", "Maria Silva", "Maria Silva", ("chief executive", "Robodyne")),
    states("in_capacity_as", "Maria Silva", "Maria Silva", ("chair", "committee")),
    states("chaired_by", "Maria Silva", "Silva", (None, "Ethics Committee")),
    states("is_headed_by", "Maria Silva", "Silva", (None, "Ethics Committee")),
    states("chaired_by_fronted", "Maria Silva", "Silva", (None, "Ethics Committee")),
    states("founded_body", "Maria Silva", "She", (None, "Tarn Foods")),
    states(
        "deputy_of_police",
        "Joel Adeyo",
        "Inspector General of Police Joel Adeyo",
        ("Deputy Inspector General of Police", None),
    ),
    states("opposition_leader", "Joel Adeyo", "Opposition leader Joel Adeyo", ("Opposition leader", "Unity Party")),
    states("appointed_another", "Joel Adeyo", "Adeyo", ("President", None)),
    states("she_works_at", "Maria Silva", "Maria Silva", ("nurse", None), (None, "Recife Heart Centre")),
    states(
        "owner_strayed",
        "Tembinkosi Kinana",
        "police spokesperson",
        ("police spokesperson", "Eastern Cape"),
        ("Brigadier", None),
    ),
]


@pytest.mark.parametrize(("name", "speaker", "source", "roles"), AFFILIATIONS)
def test_every_quote_states_all_affiliations(name: str, speaker: str, source: str, roles: tuple[Role, ...]) -> None:
    found = [reported(quote) for quote in quotes_in(fixture(name))]
    assert found[-1].source == source
    assert {(quote.speaker and quote.speaker[0], quote.roles) for quote in found} == {(speaker, roles)}


@pytest.mark.parametrize("name", ["abbreviation", "in_a_statement", "report_of_body"])
def test_organizations_have_no_affiliations(name: str) -> None:
    assert [quote.affiliations for quote in quotes_in(fixture(name))] == [()]


def test_a_statement_is_where_the_article_says_it() -> None:
    (quote,) = quotes_in(fixture("role_at"))
    (affiliation,) = quote.affiliations
    assert affiliation.span.text == "a researcher at the Coastal Institute"


@pytest.mark.parametrize(("text", "wanted"), [("Harbour Bank’s", (0, 12)), ("Harbour Bank", (0, 12)), ("’s", None)])
def test_a_body_is_named_without_its_possessive_and_never_by_it_alone(
    text: str, wanted: tuple[int, int] | None
) -> None:
    assert in_full(text, Names([], [], {}), (0, len(text))) == wanted

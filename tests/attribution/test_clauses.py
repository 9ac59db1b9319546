"""Reported clauses: every way in which Universal Dependencies ties a cue to what it reports."""

from __future__ import annotations

import pytest

from tests.attribution.reported import Reported, body, case, direct, indirect, mixed, person, reported_in, unnamed

VELDEN = {"source": "Marta Velden", "speaker": person("Marta Velden")}
BRANDT = {"source": "Oona Brandt", "speaker": person("Oona Brandt")}
CALDER = {"source": "Ines Calder", "speaker": person("Ines Calder")}
SHE = {"source": "she", "speaker": person("Ines Calder")}
ADDED = (
    indirect("The yard closes", cue="said", **SHE),
    indirect("the crane stays", cue="adding", **SHE),
)
BOARD = {"source": "the Northern Rail Board", "speaker": body("Northern Rail Board")}

CLAUSES = [
    case(
        "disowned_clause",
        indirect(
            "requiring sailors to apply for permission was lawful",
            cue="found",
            source="The tribunal",
            speaker=unnamed("The tribunal"),
        ),
    ),
    case(
        "while_another_argues",
        indirect(
            "the river is free and flows through its territory",
            cue="maintains",
            source="The Halden Council",
            speaker=body("Halden Council"),
        ),
        indirect(
            "it was diverted in the spring",
            cue="argues",
            source="the Norfell Council",
            speaker=body("Norfell Council"),
        ),
    ),
    case(
        "adding_to",
        indirect(
            "the bridge will increase output by one per cent a year, adding to growth that has been robust since the spring",
            cue="say",
            source="Economists",
            speaker=unnamed("Economists"),
        ),
    ),
    case(
        "court_heard",
        indirect(
            "Osei had given orders that influenced prices",
            cue="heard",
            source="the tribunal",
            speaker=unnamed("the tribunal"),
        ),
    ),
    case(
        "agency_shows",
        indirect(
            "the drought has triggered the deepest losses in decades",
            cue="shows",
            source="The Halden Environment Agency",
            speaker=body("Halden Environment Agency"),
        ),
    ),
    case(
        "giving_the_example",
        indirect("the yards were at risk", cue="warned", source="Reed", speaker=person("Reed")),
    ),
    case("clause_after_cue", indirect("the harbour would reopen in May", cue="said", **VELDEN)),
    case("clause_with_that", indirect("the crane had failed twice", cue="told", **VELDEN)),
    case("clause_before_cue", indirect("The harbour will reopen in May", cue="said", **VELDEN)),
    case("clause_around_cue", indirect("The harbour", "will reopen in May", cue="said", **VELDEN)),
    case("cue_is_parataxis", indirect("The old crane", "has failed twice this winter", cue="said", **VELDEN)),
    case(
        "according_to_last",
        indirect(
            "The tunnel flooded twice last winter",
            cue="according to",
            source="Piet Okafor",
            speaker=person("Piet Okafor"),
        ),
    ),
    case("according_to_first", indirect("the tunnel flooded twice last winter", cue="According to", **BOARD)),
    case(
        "announced_by",
        indirect("the ferry would stop running", cue="announced", **BOARD),
    ),
    case(
        "quoted_as_saying",
        indirect("the trains were late", cue="was quoted as saying", **BRANDT),
    ),
    case(
        "conjoined_cues",
        indirect("the trains were late", cue="said", **BRANDT),
        indirect("the drivers were tired", cue="added", **BRANDT),
    ),
    case(
        "participle_adds",
        indirect("the trains were late", cue="said", **BRANDT),
        indirect("the drivers were tired", cue="adding", **BRANDT),
    ),
    case("participle_on_clause", *ADDED),
    case("participle_without_clause", *ADDED),
    case(
        "clause_fronted",
        indirect(
            "The crane stays until the end of May",
            cue="said",
            source="the River Bureau",
            speaker=body("River Bureau"),
        ),
    ),
    case(
        "cue_within_speech",
        indirect(
            "Ines Calder warned the old bridge was unsafe",
            cue="noted",
            source="Tom Reed",
            speaker=person("Tom Reed"),
        ),
        indirect("the old bridge was unsafe", cue="warned", **CALDER),
    ),
    case("thanks_after_clause", indirect("Norfell East is a harbour with a long history", cue="said", **CALDER)),
    case("told_by", indirect("the bridge was safe", cue="told", **CALDER)),
    case("pointed_out", indirect("the bridge was older than the town", cue="pointed out", **CALDER)),
    case(
        "relative_clause_between",
        indirect("the trains were late", cue="said", **BRANDT, roles=((None, "Northern Rail Board"),)),
    ),
    case("noun_modified_by_cue", indirect("the trains were late", cue="said", **BRANDT)),
    case(
        "urged_to",
        indirect(
            "to close the bridge",
            cue="urged",
            source="Governor Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("Governor", None),),
        ),
    ),
    case(
        "in_a_statement",
        indirect(
            "flights would resume on Friday",
            cue="said",
            source="The Kestrel Air Group",
            speaker=body("Kestrel Air Group"),
        ),
    ),
    case(
        "post_on_platform",
        indirect("the river had crested", cue="wrote", source="Ida Solberg", speaker=person("Ida Solberg")),
    ),
    case(
        "report_of_body",
        indirect(
            "four of the nine lifeboats leaked",
            cue="found",
            source="A report by the Coastal Safety Agency",
            speaker=body("Coastal Safety Agency"),
        ),
    ),
    case(
        "survey_unnamed",
        indirect("most residents were asleep by ten", cue="found", source="A survey", speaker=unnamed("A survey")),
    ),
    case(
        "clause_then_quotation",
        indirect("the town needs more boats in general", cue="says", source="Karl Osei", speaker=person("Karl Osei")),
        direct('"I say small boats and more of them."', speaker=person("Karl Osei")),
    ),
    case(
        "aside_after_clause",
        indirect("the two families had gone", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case("when_asked", indirect("the bridge was safe", cue="said", source="Karl Osei", speaker=person("Karl Osei"))),
    case(
        "slammed_as",
        indirect(
            "the plan as a threat to the whole harbour",
            cue="slammed",
            source="The judge",
            speaker=unnamed("The judge"),
        ),
    ),
    case(
        "researchers_found",
        indirect(
            "the slope had moved",
            cue="found",
            source="Researchers in Halden",
            speaker=unnamed("Researchers in Halden"),
        ),
    ),
    case(
        "called_on_to",
        indirect("to keep the gate open", cue="called on", source="The authority", speaker=unnamed("The authority")),
    ),
    case(
        "accused_of_ccomp",
        indirect("hiding the bill", cue="accused", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case("therefore_aside", indirect("Therefore", "the slope had moved", cue="said", source="he", speaker=None)),
    case(
        "accused_of",
        indirect(
            "hiding the bill from the town and selling the boats to friends",
            cue="accused",
            source="its leader Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("leader", None),),
        ),
    ),
    case(
        "advised_not", indirect("not to sail in May", cue="advised", source="The owners", speaker=unnamed("The owners"))
    ),
    case(
        "stressed_but",
        indirect("the bridge was safe", cue="stressed", source="Karl Osei", speaker=person("Karl Osei")),
        indirect("the gate was part of the plan", cue="acknowledged", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "plan_put",
        indirect("the plan needed to be put to a vote", cue="said", source="Ida Holm", speaker=person("Ida Holm")),
    ),
    case(
        "and_that",
        indirect(
            "Osei had met all the constitutional prerequisites to suspend the clerk, and that the Section 194 parliamentary "
            "committee looking into her fitness to hold office was a properly constituted removal committee",
            cue="argued",
            source="Ida Holm",
            speaker=person("Ida Holm"),
        ),
    ),
    case(
        "remained",
        indirect(
            "the Attorney-General remained committed to ensuring the passage by Parliament of the Harbour Pilots Bill and a general "
            "overhaul of the Ferries (Safety) Act",
            cue="said",
            source="The statement",
            speaker=unnamed("The statement"),
        ),
    ),
    case(
        "states_release",
        indirect(
            "No detectable levels of fuel were found in the harbour's water distribution system after this incident",
            cue="states",
            source="the release",
            speaker=unnamed("the release"),
        ),
    ),
    case(
        "that_after_phrase",
        indirect(
            "during the meeting, the River Bureau members presented their plans",
            cue="underlined",
            source="The legislator",
            speaker=unnamed("The legislator"),
        ),
    ),
    case(
        "directing",
        indirect(
            "to submit a report on the yard",
            cue="directing",
            source="Governor Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("Governor", None),),
        ),
    ),
    case(
        "told_unit",
        indirect(
            "to take action against Karl Osei",
            cue="asked",
            source="The state leadership",
            speaker=unnamed("The state leadership"),
        ),
    ),
    case("claim_by", indirect("the yard was busy", cue="claim", source="Karl Osei", speaker=person("Karl Osei"))),
    case(
        "made_accusation",
        indirect(
            "the yard was hiding the bill",
            cue="accusation",
            source="the bishop of Halden",
            speaker=unnamed("the bishop of Halden"),
            roles=(("bishop", "Halden"),),
        ),
    ),
    case(
        "quoted_as_saying_of",
        direct("“We should take the offer,”", cue="quoted", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "announced_how",
        indirect(
            "how he plans to end the shortage of water in the town",
            cue="announced",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "called_for_doing",
        indirect(
            "supporting the yard through lower taxes and longer leases",
            cue="called",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "went_on_to_say",
        indirect(
            "the council must act at once",
            cue="say",
            source="The ministry spokesman",
            speaker=unnamed("The ministry spokesman"),
            roles=(("spokesman", "ministry"),),
        ),
    ),
    case("used_to_say", indirect("the yard was busy", cue="say", source="Lena Strand", speaker=person("Lena Strand"))),
    case(
        "criticised_in_marks",
        mixed(
            "the council for giving a “(former dictator) style warning” to the crews",
            cue="criticized",
            source="The Harbour Party",
            speaker=body("Harbour Party"),
        ),
    ),
    case(
        "has_calculated",
        indirect(
            "the yard hid the bill for years",
            cue="calculated",
            source="Research by Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "letter_called_on",
        indirect("the plan was weak", cue="wrote", source="the association", speaker=unnamed("the association")),
        indirect("to halve the limits by 2030", cue="called on", source="The letter", speaker=unnamed("The letter")),
    ),
    case(
        "urging_residents",
        indirect("to stock up on water", cue="urging", source="The council", speaker=unnamed("The council")),
    ),
    case(
        "dared_her",
        indirect(
            "to find a screwdriver",
            cue="dared",
            source="Her opponent",
            speaker=person("Karl Osei"),
            roles=(("opponent", None), ("former journalist", None)),
        ),
    ),
    case(
        "did_not_accept",
        indirect("his client had been ill", cue="said", source="The lawyer", speaker=unnamed("The lawyer")),
    ),
    case(
        "inquest_found",
        indirect(
            "a blind man had fallen from the platform",
            cue="found",
            source="An inquest",
            speaker=unnamed("An inquest"),
        ),
    ),
    case(
        "petition_demands",
        indirect(
            "executives forgo bonuses until on-time service tops 90%",
            cue="demands",
            source="An online petition",
            speaker=unnamed("An online petition"),
        ),
    ),
    case(
        "in_a_paper",
        indirect(
            "there is a fundamental difference between the two designs",
            cue="said",
            source="Lead scientist Karl Osei from the Halden Institute",
            speaker=person("Karl Osei"),
            roles=(("Lead scientist", "Halden Institute"),),
        ),
    ),
    case(
        "and_stood_by",
        indirect("the strait was an international waterway", cue="said", source="The US navy", speaker=body("US navy")),
    ),
    case(
        "who_they_labelled",
        indirect("they died with Osei in 1876", cue="said", source="Officials", speaker=unnamed("Officials")),
    ),
    case(
        "while_denying",
        indirect("he later reported the money", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "and_believed",
        indirect(
            "the government did not discriminate in sharing the work",
            cue="said",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "as_busy_referring",
        mixed("no date was set as the yard is “busy,”", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "denied_reports_that",
        indirect("the yard was closed", cue="denied", source="Karl Osei", speaker=person("Karl Osei")),
    ),
]


@pytest.mark.parametrize(("name", "wanted"), CLAUSES)
def test_a_clause_is_reported(name: str, wanted: list[Reported]) -> None:
    assert reported_in(name) == wanted

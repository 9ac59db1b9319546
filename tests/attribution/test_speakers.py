"""Whom a source names: pronouns, short forms, roles, namesakes, bodies, and sources that have no name."""

from __future__ import annotations

import pytest

from tests.attribution.reported import (
    Reported,
    Speaker,
    body,
    case,
    direct,
    fixture,
    indirect,
    mixed,
    person,
    quotes_in,
    reported,
    reported_in,
    unnamed,
)


def said(words: str, source: str, speaker: Speaker | None, **about: object) -> Reported:
    """An indirect quote with the cue "said"."""
    return indirect(words, cue="said", source=source, speaker=speaker, **about)


QUOTED_OSEI = {"source": "Karl Osei", "speaker": person("Karl Osei")}
SAFE, BUSY, FULL = "the bridge was safe", "the yard was busy", "the ward was full"
FAMILIAR = "Officials familiar with the matter"
WORKED, MOVED = "The engine worked", "The slope had moved"
LAWYERS = "The defence lawyers of Mr Okello"
GATE = person("Ines Calder")
WITNESS = "Another witness"
HARBOURS = body("Harbour Ministry")
BUREAU = body("River Bureau")
KNOWING = "A person with knowledge of the works"
OFFICIAL, VICE = "An official of the weather office", "The vice-president"

SPEAKERS = [
    case("pronoun_she", said(SAFE, "She", person("Ines Calder"))),
    case(
        "lawyers_of",
        said("the trial must wait until autumn", LAWYERS, unnamed(LAWYERS), roles=(("defence lawyers", "Mr Okello"),)),
    ),
    case(
        "court_in_commas",
        indirect(
            "Mr Okello must pay by June", cue="according to", source="the court", speaker=body("Northern Tax Court")
        ),
    ),
    case(
        "namesake_who_spoke",
        said("the yard was closed", "His brother", person("Daniel Osei")),
        said(SAFE, "Osei", person("Daniel Osei")),
    ),
    case("namesake_with_title", said(SAFE, "Reed", person("Tom Reed"), roles=(("town attorney", None),))),
    case("linked_to_a_person", said("the rope trade would outlive her", "The shopkeeper", person("Marta Velden"))),
    case("linked_to_a_body", said("the price had been fair", "The review", body("Halden Tidal Trust"))),
    case(
        "linked_they",
        said("the gates were unsafe", "They", unnamed("the dockers of both quays"), roles=(("dockers", "quays"),)),
    ),
    case(
        "made_the_comments",
        said(
            "the dam would hold for another decade",
            "A retired scientist",
            person("Karl Osei"),
            roles=((None, "Halden Institute"),),
        ),
    ),
    case(
        "head_of_body",
        indirect(
            "bookings had doubled within a week",
            cue="pointed out",
            source="The Norfell Ferries head",
            speaker=person("Ines Calder"),
            roles=(("Executive President", "Norfell Ferries"),),
        ),
    ),
    case(
        "quoted_by_as_saying",
        indirect(
            "the talks had failed",
            cue="was quoted by Reuters as saying",
            source="Osei",
            speaker=person("Karl Osei"),
            roles=(("minister of trade", None),),
        ),
    ),
    case("reuters_quoted_as", indirect("the talks had failed", cue="quoted", **QUOTED_OSEI)),
    case("cited_as_saying", indirect("the talks had failed", cue="cited", **QUOTED_OSEI)),
    case(
        "seen_by",
        indirect("nobody had told her", cue="wrote", source="Lena Strand", speaker=person("Lena Strand")),
        said("she would sue", "The letter", person("Lena Strand")),
    ),
    case("blamed_besides", said("talks had failed", "A ministry statement", unnamed("A ministry statement"))),
    case(
        "named_soon",
        direct(
            "“It was dark when we left the yard,”",
            cue="said",
            source="she",
            speaker=person("Lena Strand"),
            roles=(("nurse", None),),
        ),
    ),
    case(
        "short_then_dash",
        direct(
            "“Talks have failed.”",
            source="Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("minister of trade", None),),
        ),
    ),
    case("rights_office", said("the bridge was safe", "The UN human rights office", body("UN human rights office"))),
    case(
        "asked_not_to_be_named",
        indirect(
            "The bridge was safe",
            cue="according to",
            source="a police spokesman",
            speaker=unnamed("a police spokesman"),
            roles=(("spokesman", "police"),),
        ),
    ),
    case("spokeswoman_then_she", said("the bridge was safe", "She", unnamed("The spokeswoman"))),
    case("bank_then_it", said("The bank expects rates to rise", "it", unnamed("The bank"))),
    case("the_carmaker", said(BUSY, "The carmaker", body("Toyota"))),
    case("the_producer", said(BUSY, "The producer", person("Mary Brown"), roles=(("film producer", None),))),
    case(
        "also_known_as",
        said("The harbour will be finished in time", "Kosi", person("Karl Osei"), roles=(("Mayor", None),)),
    ),
    case(
        "ministry_of_two",
        indirect(
            "it had cancelled the pass",
            cue="announced",
            source="The Ministry of Tides and Ferries",
            speaker=body("Ministry of Tides and Ferries"),
        ),
    ),
    case(
        "body_with_place",
        indirect(
            "His approval fell to 32 per cent",
            cue="according to",
            source="a poll last week by Halpoll Norfell",
            speaker=body("Halpoll Norfell"),
        ),
    ),
    case(
        "united_nations",
        said("the yards were busy", "The UN Harbour Programme", body("United Nations Harbour Programme")),
    ),
    case(
        "general_without_article",
        said(
            "the summit was a platform for new ideas",
            "CRS Secretary-General",
            person("Amin Osei"),
            roles=(("Secretary-General", "Council of River States"),),
        ),
    ),
    case("the_latter", said(SAFE, "The latter", person("Karl Osei"))),
    case("the_former", said(SAFE, "The former", person("Tom Reed"))),
    case(
        "initials_of_office",
        said(
            "The yard was closed", "Norfell Gate Officer (NGO) Ines Calder", GATE, roles=(("Officer", "Norfell Gate"),)
        ),
        said(SAFE, "The NGO", GATE, roles=(("Officer", "Norfell Gate"),)),
    ),
    case(
        "pronoun_of_unnamed",
        said("the yard was closed", "Ines Calder", person("Ines Calder")),
        said("the gate was open", WITNESS, unnamed(WITNESS)),
        said("The gate was locked on Monday", "she", unnamed(WITNESS)),
    ),
    case(
        "acted_upon",
        said("the yard was busy", "Karl Osei", person("Karl Osei")),
        direct('"The slope had moved,"', cue="said", source="he", speaker=person("Karl Osei")),
        direct('"The ward was full,"', cue="said", source="he", speaker=person("Tom Reed")),
    ),
    case(
        "lawsuit_filed",
        indirect(SAFE, cue="claims", source="The lawsuit", speaker=body("Halden Council")),
    ),
    case("former_president", said(SAFE, "The president", person("Karl Osei"), roles=(("President", "Republic"),))),
    case("first_lady", said(FULL, "The First Lady", GATE, roles=(("first lady", "republic"),))),
    case("body_of_nation", said(BUSY, "The Norwegian Football Federation", body("Football Federation of Norway"))),
    case(
        "abbreviation_with_tail",
        said(BUSY, "The HNRWA", body("Halden Nations Relief and Works Agency for Harbour Workers in the North")),
    ),
    case(
        "with_a_spokeswoman",
        indirect(
            BUSY,
            cue="saying",
            source="Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("spokeswoman", "Harbour Federation"),),
        ),
    ),
    case(
        "its_website",
        indirect(
            "Karl Osei and his family control the Halden Group, which employs more than 300 people in two towns",
            cue="according to",
            source="its website",
            speaker=body("Halden Group"),
        ),
    ),
    case("agency_of_union", said(BUSY, "The UN agency", body("FAO"))),
    case(
        "paper_by_its_words",
        said("The bridge was safe", "the Halden Morning Light newspaper", body("Halden Morning Light")),
    ),
    case(
        "the_source",
        said(BUSY, KNOWING, unnamed(KNOWING)),
        indirect("The ward was full", cue="added", source="the source", speaker=unnamed(KNOWING)),
    ),
    case(
        "results_from",
        indirect(
            "The bridge was safe",
            cue="according to",
            source="test results from the Harbour Institute in Lindau",
            speaker=body("Harbour Institute"),
        ),
    ),
    case(
        "president_who_spoke",
        said(BUSY, "President Karl Osei", person("Karl Osei"), roles=(("President", None),)),
        said(FULL, "The president", person("Karl Osei"), roles=(("President", None),)),
    ),
    case("he_and_the_premier", said(BUSY, "Mr Osei", person("Osei"))),
    case(
        "topic_before",
        said(BUSY, "Tom Reed", person("Tom Reed")),
        direct('"The slope had moved,"', cue="said", source="Reed", speaker=person("Tom Reed")),
        direct('"The ward was full,"', cue="said", source="he", speaker=person("Karl Osei")),
    ),
    case(
        "whose_address",
        said("the yard was busy on Monday", "Tom Reed", person("Tom Reed")),
        indirect("had risen", cue="said", source="he", speaker=person("Karl Osei")),
    ),
    case(
        "joint_report",
        said(
            BUSY,
            "A report by the Harbour Institute, the River Bureau and the Halden Council",
            body("Harbour Institute, River Bureau and Halden Council"),
        ),
    ),
    case(
        "source_ends_text",
        indirect(
            "The bridge was safe on Monday",
            cue="according to",
            source="the company",
            speaker=unnamed("the company"),
        ),
    ),
    case(
        "circular_passing",
        direct(
            "“The gate stays shut in May,”",
            cue="states",
            source="a circular on this order issued by Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case("titled_first_lady", said(FULL, "The First Lady", GATE)),
    case(
        "pronoun_before_cue",
        said(BUSY, "Tom Reed", person("Tom Reed")),
        mixed("Osei", "“would take every chance to close it.”", cue="noted", source="he", speaker=person("Tom Reed")),
    ),
    case("joint_listed", said(SAFE, "The other two harbour owners", person("Karl Osei and Tom Reed"))),
    case("joint_apposed", said(SAFE, "His sons", person("Karl Osei and Tom Reed"))),
    case("name_then_company", indirect(BUSY, cue="admitted", source="The Haltel airline", speaker=body("Haltel"))),
    case(
        "statement_by_mayor",
        said(BUSY, "A statement", person("Karl Osei"), roles=(("mayor", None),)),
        direct(
            "“The ward was full,”",
            cue="explained",
            source="the statement",
            speaker=person("Karl Osei"),
            roles=(("mayor", None),),
        ),
    ),
    case("department_of", said(SAFE, "The department", body("Department of Rivers"))),
    case(
        "ministry_that_spoke",
        said("the gate was open", "The Harbour Ministry", HARBOURS),
        said("The bridge was safe", "the ministry", HARBOURS),
    ),
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
    case("statement_of_it", said("the crane would stay", "its statement", BUREAU)),
    case(
        "letter_of_body",
        said("the yard was closed", "The River Bureau", BUREAU),
        said("the crane would stay", "The letter", BUREAU),
    ),
    case(
        "survey_conducted_by",
        indirect(
            "The dues will fall next year",
            cue="according to",
            source="a survey",
            speaker=body("Coastal Institute"),
        ),
    ),
    case(
        "put_out_a_statement",
        indirect("the yard was closed", cue="saying", source="a statement", speaker=BUREAU),
    ),
    case(
        "unnamed_again",
        said("the slope had moved", OFFICIAL, unnamed(OFFICIAL), roles=(("official", "weather office"),)),
        said("the road was safe", "The official", unnamed(OFFICIAL), roles=(("official", "weather office"),)),
    ),
    case("vice_president", said("the budget was ready", VICE, unnamed(VICE))),
    case(
        "the_ceo",
        said("the engine worked", "The CEO", person("Quinn Garr"), roles=(("Chief Executive Officer", None),)),
    ),
    case("as_for", said(SAFE, "he", person("Tom Reed"))),
    case("pronoun_not_reported", said("Reed should resign", "she", person("Ines Calder"))),
    case(
        "seat_of_member",
        said(BUSY, "Halden East MP Tom Reed", person("Tom Reed"), roles=(("MP", "Halden East"),)),
    ),
    case("surname_tagged_as_body", said("the engine worked", "Wu Kairen", person("Wu Kairen"))),
    case("the_company", said("the crane was safe", "The company", body("Robodyne Inc"))),
    case("only_police", said("two men had been arrested", "Police", body("Halden Police"))),
    case(
        "university_of",
        said(SAFE, "Ben-Gorion University", body("Ben-Gorion University of the Fens")),
        said(BUSY, "The university", body("Ben-Gorion University of the Fens")),
    ),
    case(
        "arabic_article",
        said(SAFE, "Mr. Alkuwaiz", person("Mohammed ElKuwaiz"), roles=(("chairman", "Coastal Authority"),)),
    ),
    case("initials_of_person", said(SAFE, "MBS", person("Mohammed bin Salem"), roles=(("Prince", None),))),
    case("letters_of_body", said(SAFE, "Cenhur", body("Norfell Centre for Human Rights"))),
    case("capitals_of_body", said(SAFE, "HISc", body("Halden Institute of Science"))),
    case(
        "gender_guessed",
        indirect(
            "the mammoth is rare as she was found whole",
            cue="says",
            source="Ross Calder",
            speaker=person("Ross Calder"),
            roles=(("curator", "museum"),),
        ),
        said(BUSY, "He", person("Ross Calder"), roles=(("curator", "museum"),)),
    ),
    case(
        "spokeswoman_for",
        said(
            "The gate was open",
            "a spokeswoman for harbour chief Karl Osei",
            unnamed("a spokeswoman for harbour chief Karl Osei"),
        ),
    ),
    case(
        "clipped_office",
        said(
            SAFE,
            "An official of the meteorological department",
            unnamed("An official of the meteorological department"),
            roles=(("official", "meteorological department"),),
        ),
        said(
            BUSY,
            "The MeT official",
            unnamed("An official of the meteorological department"),
            roles=(("official", "meteorological department"),),
        ),
    ),
    case("role_without_article", said(SAFE, "HRC secretary", person("Karl Osei"), roles=(("secretary", "HRC"),))),
    case(
        "newspaper_named",
        indirect("The yard was closed in May", cue="reported", source="the newspaper Milano", speaker=body("Milano")),
        said(SAFE, "The newspaper", body("Milano")),
    ),
    case(
        "report_elsewhere",
        indirect("The bridge was safe", cue="according to", source="the report", speaker=body("River Bureau")),
    ),
    case("letter_of_person", said(SAFE, "The letter", person("Karl Osei"))),
    case("part_of_letter", said("The bridge was safe", "the first part of Karl Osei's letter", person("Karl Osei"))),
    case(
        "pronoun_chain",
        said(BUSY, "Ines Calder", person("Ines Calder")),
        said(FULL, "She", person("Ines Calder")),
        said(SAFE, "She", person("Ines Calder")),
    ),
    case("highness", said(SAFE, "His Highness", person("Marwan Al-Kadar"), roles=(("Emir", None),))),
    case("several_together", said(SAFE, "Karl Osei and Lena Strand", person("Karl Osei and Lena Strand"))),
    case(
        "phrase_up_to_cue",
        indirect(
            "the slope has moved",
            cue="say",
            source="Geologists with the Norfell Survey",
            speaker=unnamed("Geologists with the Norfell Survey"),
            roles=(("Geologists", "Norfell Survey"),),
        ),
    ),
    case(
        "source_in_content",
        direct(
            '"President Osei has every right to speak,"',
            cue="responded",
            source="President Tom Reed",
            speaker=person("Tom Reed"),
            roles=(("President", None),),
        ),
    ),
    case(
        "sentence_before",
        said(
            BUSY, "Norfell East councillor Ines Calder", person("Ines Calder"), roles=(("councillor", "Norfell East"),)
        ),
        direct(
            '"We have a plan and people want to see it."',
            speaker=person("Ines Calder"),
            roles=(("councillor", "Norfell East"),),
        ),
    ),
    case(
        "role_told_otherwise",
        said(BUSY, "Karl Osei", person("Karl Osei")),
        said(SAFE, "The outspoken youth leader", person("Karl Osei"), roles=(("youth leader", None),)),
    ),
    case("aged", said(BUSY, "Osei", person("Karl Osei")), said(SAFE, "The 22-year-old", person("Karl Osei"))),
    case("board_report", said("The gate was open", "a board report", body("Parole Board of Norfell"))),
    case(
        "postnominal", direct('"The trees are old,"', cue="said", source="Mr Calder AM", speaker=person("Ian Calder"))
    ),
    case("rank_before", said(SAFE, "IO Monir", person("Monir Osei"), roles=(("officer", "river police"),))),
    case("rank_of", said(SAFE, "The OC", person("Karl Osei"), roles=(("OC", "Halden Police Station"),))),
    case("document_itself", said("the bridge was unsafe for lorries", "The paper", unnamed("The paper"))),
    case(
        "bare_according",
        direct(
            "“We will leave the harbour at dawn and we will not return.”",
            cue="According to",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case("alike_end", said(SAFE, "Ford", person("Karl Ford"), roles=(("fisherman", None),))),
    case(
        "dateline_behind",
        indirect("the bridge was safe", cue="saying", source="The minister", speaker=person("Ida Holm")),
        said(BUSY, "Ida Holm", person("Ida Holm")),
    ),
    case(
        "probe_found",
        indirect(
            "the yard had hidden the bill for years",
            cue="found",
            source="A probe by the River Bureau",
            speaker=body("River Bureau"),
        ),
    ),
    case(
        "survey_that_released",
        indirect(
            "Most workers live from month to month",
            cue="according to",
            source="a survey",
            speaker=body("Jowon Research"),
        ),
    ),
    case(
        "results_by",
        indirect(
            "most workers live from month to month",
            cue="According to",
            source="survey results",
            speaker=body("Jowon Research"),
        ),
    ),
    case(
        "letter_of_leaders",
        direct(
            "“We urge you to deny the request,”",
            cue="said",
            source="the letter",
            speaker=body("Rabbinical Council of Halden"),
        ),
    ),
    case(
        "filed_by_officer",
        indirect("the yard was busy", cue="states", source="The affidavit", speaker=body("River Bureau")),
    ),
    case("alert_from", said(BUSY, "A mass alert from Halden Systems", body("Halden Systems"))),
    case("joint_full", said(SAFE, "Osei and Strand", person("Karl Osei and Lena Strand"))),
    case(
        "joint_titled",
        said(SAFE, "Karl Osei and Lena Strand", person("Karl Osei and Lena Strand"), roles=(("Councilors", None),)),
    ),
    case("joint_they", said(SAFE, "They", person("Karl Osei and Lena Strand"))),
    case("joint_three", said(SAFE, "The three", person("Karl Osei, Lena Strand and Tom Reed"))),
    case(
        "joint_couple",
        indirect(
            "the yard was busy", cue="According to", source="the couple", speaker=person("Karl Osei and Lena Strand")
        ),
    ),
    case("counted_nobody", said(SAFE, "The three", unnamed("The three"))),
    case(
        "subject_of_paragraph_before",
        direct("“The yard was busy,”", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
        direct("“It was late,”", cue="added", source="he", speaker=person("Karl Osei")),
        said(SAFE, "He", person("Tom Reed"), roles=(("chief", "Halden Police"),)),
    ),
    case(
        "apposed_subject",
        direct("“The yard was busy,”", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
        direct("“It was late,”", cue="added", source="he", speaker=person("Karl Osei")),
        said(SAFE, "He", person("Tom Reed"), roles=(("director", "school"),)),
    ),
    case("association_in_full", said(FULL, "The association", unnamed("The prefectural medical association"))),
    case("police_in_full", said(SAFE, "Police", unnamed("Halden police"))),
    case("the_un", indirect("The yard was busy", cue="according to", source="the UN", speaker=body("UN"))),
    case("government_no_site", said(SAFE, "The government", unnamed("The government"))),
    case("spelled_in_the_middle", said(SAFE, "Atikul", person("Md Atiqul Alam"))),
    case("embassy_in", said(SAFE, "The Chinese embassy in Zimbabwe", body("Chinese embassy in Zimbabwe"))),
    case(
        "correspondent_quoting",
        indirect(
            "Three crews were hurt when the crane fell", cue="reports", source="police", speaker=unnamed("police")
        ),
    ),
    case(
        "several_who",
        indirect("the yard was busy", cue="say", source="Several", speaker=unnamed("Several who pass by")),
    ),
    case(
        "but_a_beginner",
        indirect("The ruins can be reached on foot", cue="says", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "son_named",
        direct(
            "“He was the rock of the family,”",
            cue="explained",
            source="his son",
            speaker=person("Karl Osei"),
        ),
    ),
    case("junta_it_said", said("The junta has released four prisoners", "it", unnamed("The junta"))),
    case(
        "airport_operator",
        indirect(
            "to allow an extra hour",
            cue="advised",
            source="The airport’s operator",
            speaker=body("Halden Airports"),
        ),
    ),
    case(
        "husband_he",
        direct("“The water took it all,”", cue="said", source="he", speaker=unnamed("Her husband")),
    ),
    case("he_by_name", said(BUSY, "He", person("Karl Osei"))),
    case("one_of_the_strikers", said(BUSY, "The 34-year-old fisherman", person("Karl Osei"))),
    case(
        "director_next",
        indirect(
            "HALDEN MUSEUM IS FULL",
            cue="SAYS",
            source="ITS DIRECTOR",
            speaker=person("Lena Strand"),
            roles=(("DIRECTOR", "HALDEN MUSEUM"),),
        ),
        said(
            "The museum in Halden has run out of room",
            "its director",
            person("Lena Strand"),
            roles=(("DIRECTOR", "HALDEN MUSEUM"),),
        ),
        direct(
            "“We keep boats in the corridor,”",
            cue="told",
            source="Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("DIRECTOR", "HALDEN MUSEUM"),),
        ),
    ),
    case(
        "poll_by_consultancy",
        indirect("Most owners want to raise prices", cue="showed", source="a poll", speaker=body("Nortek")),
    ),
    case(
        "letter_from_its_head",
        direct(
            "“Thirty days is punishment enough,”",
            cue="read",
            source="a letter to the council from its head",
            speaker=person("Karl Osei"),
        ),
    ),
    case("statement_read_by", said("they had gone without pay rises", "staff", unnamed("staff"))),
    case(
        "came_the_retort",
        direct("“With all respect, a sketch is not a plan,”", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "dateline_director",
        mixed(
            "Wards at the hospital are “full twice over”",
            cue="warned",
            source="its director",
            speaker=unnamed("its director"),
        ),
    ),
    case("student_named", said("the bus got stuck", "A student named Chhoton", person("Chhoton"))),
    case(
        "gave_her_name_as",
        said("students would not get into trouble", "A physics student", person("Amanda")),
    ),
    case(
        "letters_of_interview",
        said("The yard will close", "Karl Osei", person("Karl Osei")),
        indirect("It has no ships.", source="A", speaker=person("Karl Osei")),
        indirect("It will close in May.", source="A", speaker=person("Karl Osei")),
    ),
    case(
        "the_portuguese",
        direct(
            "“He saw a foul where nobody else saw one,”",
            cue="fumed",
            source="the Portuguese",
            speaker=person("Karl Osei"),
            roles=(("coach", "Halden"),),
        ),
    ),
    case(
        "a_fishmonger",
        direct("“We are tired of promises,”", cue="said", source="Lena Strand", speaker=person("Lena Strand")),
        direct("“My son left by boat,”", cue="said", source="she", speaker=unnamed("a fishmonger")),
    ),
    case("bishop_which", said("had been meant as a joke", "he", unnamed("The bishop"))),
    case(
        "ministry_of_none",
        indirect("three ships were late", cue="According to", source="Watch", speaker=body("Norfell Watch")),
        mixed(
            "the report “fiction”",
            cue="called",
            source="The interior ministry",
            speaker=unnamed("The interior ministry"),
        ),
    ),
    case(
        "put_to_osei",
        mixed("“all issues” were on the table", cue="said", source="Osei", speaker=person("Osei")),
    ),
    case(
        "report_which_found",
        mixed(
            "planning decisions had been “for sale”",
            cue="found",
            source="the tribunal’s interim report",
            speaker=unnamed("the tribunal’s interim report"),
        ),
    ),
    case(
        "chairs_the_authority",
        mixed(
            "she had “nothing to add”",
            cue="said",
            source="Strand",
            speaker=person("Lena Strand"),
            roles=((None, "planning authority"),),
        ),
    ),
    case(
        "ryanfly_spokesperson",
        said(
            "the flights would leave",
            "A Ryanfly spokesperson",
            unnamed("A Ryanfly spokesperson"),
            roles=(("spokesperson", "Ryanfly"),),
        ),
    ),
    case(
        "the_spaniard",
        indirect(
            "the captain could miss the game",
            cue="hinted",
            source="Halden coach Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("coach", "Halden"),),
        ),
        direct(
            "“We will see how he feels,”",
            cue="said",
            source="the Spaniard",
            speaker=person("Karl Osei"),
            roles=(("coach", "Halden"),),
        ),
    ),
    case(
        "bench_of_justices",
        direct(
            "“silence is not an answer”",
            cue="observed",
            source="A bench of Justices Lena Strand and Karl Osei",
            speaker=unnamed("A bench of Justices Lena Strand and Karl Osei"),
        ),
    ),
    case(
        "head_of_the_association",
        indirect("Not so fast", cue="says", source="Anne Wojcik", speaker=person("Anne Wojcik")),
        indirect(
            "banks are already taxed enough",
            cue="argues",
            source="The head of the Polish Bankers' Association",
            speaker=person("Anne Wojcik"),
            roles=(("head", "Polish Bankers' Association"),),
        ),
    ),
    case(
        "first_name_only",
        direct("“They had a list,”", cue="recalled", source="a 70-year-old woman", speaker=person("Ruth")),
    ),
    case(
        "one_of_banco",
        direct(
            "“It is a done deal,”",
            cue="said",
            source="Karl Osei of Banco Sur",
            speaker=person("Karl Osei"),
            roles=((None, "Banco Sur"),),
        ),
    ),
    case(
        "mp_and_chairman",
        said(
            SAFE,
            "Karl Osei",
            person("Karl Osei"),
            roles=(("MP for Leigh", "Labour"), ("chairman", "Commons defence committee")),
        ),
    ),
    case(
        "of_the_law_firm",
        direct(
            "“We will appeal,”",
            cue="said",
            source="Karl Osei",
            speaker=person("Karl Osei"),
            roles=((None, "Adu & Partners"),),
        ),
    ),
    case(
        "councils_wong",
        said(
            "shoppers should compare prices",
            "The Consumer Council's Gilly Wong",
            person("Gilly Wong"),
            roles=(("chief executive", "Consumer Council"),),
        ),
        said(
            "some shops charged twice",
            "Wong",
            person("Gilly Wong"),
            roles=(("chief executive", "Consumer Council"),),
        ),
    ),
    case(
        "aged_australian",
        direct(
            "“I pick them,”",
            cue="shrugged",
            source="the 58-year-old Australian",
            speaker=person("Karl Osei"),
            roles=(("Coach", None),),
        ),
    ),
    case(
        "the_judge_ekwo",
        said(
            "Only the Chief Judge, Justice John Strand, may move the trial",
            "he",
            person("Karl Osei"),
            roles=(("Justice", "Federal High Court"),),
        ),
        said(
            "the motion would be heard in October",
            "The Judge",
            person("Karl Osei"),
            roles=(("Justice", "Federal High Court"),),
        ),
    ),
    case(
        "artists_like",
        indirect(
            "the brush is still central",
            cue="say",
            source="Artists like Osei and Strand",
            speaker=unnamed("Artists like Osei and Strand"),
        ),
    ),
    case(
        "bank_chief_next",
        indirect(
            "the firms had little to do with the country",
            cue="saying",
            source="the central bank chief",
            speaker=person("Karl Osei"),
            roles=(("managing director", "Halden Monetary Board"), ("central bank chief", None)),
        ),
        said(
            "rules were being planned",
            "Karl Osei",
            person("Karl Osei"),
            roles=(("managing director", "Halden Monetary Board"), ("central bank chief", None)),
        ),
    ),
    case(
        "asked_by_whom",
        indirect("why rates kept rising", cue="Asked", source="Lena Strand", speaker=person("Lena Strand")),
        indirect("the alternative was worse", cue="replied", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "governor_former",
        said(
            "The Bank of Halden will keep buying bonds",
            "its new governor",
            person("Karl Osei"),
            roles=(("former academic", None), ("governor", "Bank of Halden")),
        ),
        said(
            "it was too early to discuss an exit",
            "Karl Osei",
            person("Karl Osei"),
            roles=(("former academic", None), ("governor", "Bank of Halden")),
        ),
    ),
    case(
        "mother_of_two",
        said("the reports were false", "Strand", person("Lena Strand")),
        indirect("to disregard them", cue="urged", source="The mother of two", speaker=person("Lena Strand")),
    ),
    case("said_nothing", said("they had seen lights over the lake", "Villagers", unnamed("Villagers"))),
    case(
        "reaffirmed_commitment",
        indirect(
            "its commitment to peace in the region",
            cue="reaffirmed",
            source="The Council of Norfell",
            speaker=body("Council of Norfell"),
        ),
    ),
    case(
        "need_for_progress",
        indirect(
            "Lena Strand, the minister, highlighted the gains of women and underscored the need for progress on legislative justice",
            cue="said",
            source="the ministry",
            speaker=unnamed("the ministry"),
        ),
        indirect(
            "the need for progress on legislative justice",
            cue="underscored",
            source="Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("minister", None),),
        ),
    ),
    case(
        "weep_on_its_own",
        direct("“an offence against us all”", cue="calling", source="The minister", speaker=person("Karl Osei")),
        direct("“all who weep”", cue="prayed", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "used_a_speech_to",
        indirect(
            "the Greens are the only social democratic party left in Norfell",
            cue="argue",
            source="Greens leader Adam Strand",
            speaker=person("Adam Strand"),
            roles=(("leader", "Greens"),),
        ),
    ),
    case(
        "planned_to_stop_saying",
        indirect(
            "he planned to stop all foreign aid to Norfell from the UK",
            cue="said",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
        indirect(
            "the money could be used better in other countries",
            cue="saying",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "his_message_that",
        indirect("the parties are abandoning the left", cue="message", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "a_move_supporters_say",
        indirect("will protect affordable housing", cue="say", source="supporters", speaker=unnamed("supporters")),
    ),
    case(
        "although_he_agreed",
        mixed(
            "the existing system was “among the best in the world”",
            cue="said",
            source="Professor Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("meteorologist", "Norfell University"),),
        ),
        indirect(
            "communication could be improved",
            cue="agreed",
            source="he",
            speaker=person("Karl Osei"),
            roles=(("meteorologist", "Norfell University"),),
        ),
    ),
    case(
        "represented_by",
        indirect(
            "government had completed 14 dams since 2019",
            cue="said",
            source="the minister",
            speaker=person("Lena Strand"),
            roles=(("water minister", None),),
        ),
    ),
    case(
        "rued_after_marks",
        direct(
            "“Pillar number 7 had tilted even before the monsoon, but nobody listened,”",
            cue="rued",
            source="Kamla Bai",
            speaker=person("Kamla Bai"),
            roles=(("head", "Rampur village"),),
        ),
    ),
    case(
        "his_excellency_he",
        indirect("the two countries share a vision", cue="stressed", source="Lars Eide", speaker=person("Lars Eide")),
        indirect(
            "Norfell looks forward to more investments",
            cue="affirmed",
            source="His Excellency",
            speaker=person("Lars Eide"),
        ),
    ),
    case(
        "of_mill_lane",
        indirect("he had acted in self-defence", cue="told", source="Karl Osei, 44", speaker=person("Karl Osei")),
    ),
    case(
        "calder_and_colleagues",
        indirect("pines were hit hardest", cue="report", source="They", speaker=unnamed("Ines Calder and colleagues")),
    ),
    case(
        "short_and_split",
        direct(
            "“Monocultures are a bet,”",
            "“and we are losing it.”",
            cue="says",
            source="Tom Hale",
            speaker=person("Tom Hale"),
        ),
    ),
    case("tell_me_short", direct("“Tell me,”", cue="said", source="Karl Osei", speaker=person("Karl Osei"))),
    case(
        "with_some_better",
        mixed(
            "the surveys that he had read weren’t “monolithic,” with some performing much better than others",
            cue="said",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "made_it_clear",
        indirect(
            "the dam was leaking and had to be closed",
            cue="made it clear",
            source="The minister",
            speaker=person("Lena Strand"),
            roles=(("minister", None),),
        ),
    ),
    case(
        "expressed_concern_that",
        indirect("the dam was leaking", cue="expressed concern", source="Lena Strand", speaker=person("Lena Strand")),
    ),
    case(
        "took_to_a_network",
        indirect("the dam was leaking", cue="say", source="Lena Strand", speaker=person("Lena Strand")),
    ),
    case(
        "so_far_as_to_say",
        indirect("the dam was leaking", cue="say", source="Lena Strand", speaker=person("Lena Strand")),
    ),
    case(
        "understood_to_have_told",
        indirect("the dam was leaking", cue="told", source="Lena Strand", speaker=person("Lena Strand")),
    ),
    case(
        "while_the_mayor",
        indirect("the dam was leaking", cue="said", source="Lena Strand", speaker=person("Lena Strand")),
        indirect("it was safe", cue="said", source="the mayor", speaker=unnamed("the mayor")),
    ),
    case(
        "according_to_chief",
        indirect(
            "It will take years",
            cue="according to",
            source="police chief of Durban Maria Torres",
            speaker=person("Maria Torres"),
            roles=(("police chief", "Durban"),),
        ),
    ),
    case(
        "research_fellow_of",
        indirect(
            "it would take years",
            cue="said",
            source="The Research Fellow of the Institute for Tides",
            speaker=person("Lena Strand"),
            roles=(("Research Fellow", "Institute for Tides"),),
        ),
    ),
    case(
        "professor_of_law_of",
        indirect(
            "it would take years",
            cue="said",
            source="The Professor of Law of the University of Norfell",
            speaker=person("Lena Strand"),
            roles=(("Professor of Law", "University of Norfell"),),
        ),
    ),
    case(
        "harbours_secretary_general",
        indirect(
            "it would take years",
            cue="said",
            source="Harbour International’s secretary-general, Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("secretary-general", "Harbour International"),),
        ),
    ),
    case(
        "role_then_body",
        direct(
            "“It will take years,”",
            cue="said",
            source="Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("director", "University of Norfell"),),
        ),
    ),
    case(
        "said_that_according",
        indirect("cases doubled during the past week", cue="said", source="Lena Strand", speaker=person("Lena Strand")),
    ),
    case(
        "the_insider",
        indirect(
            "the vote was bought",
            cue="said",
            source="One party leader",
            speaker=unnamed("One party leader"),
            roles=(("leader", "party"),),
        ),
        indirect(
            "Karl Osei knew",
            cue="said",
            source="The insider",
            speaker=unnamed("One party leader"),
            roles=(("leader", "party"),),
        ),
    ),
    case(
        "lent_to_insisting",
        direct(
            "“They’re driving up energy costs in Norfell as well,”",
            cue="claim",
            source="Mr Strand",
            speaker=person("Adam Strand"),
            roles=(("leader", "Greens"),),
        ),
        indirect(
            "they pay no tax",
            cue="insisting",
            source="Mr Strand",
            speaker=person("Adam Strand"),
            roles=(("leader", "Greens"),),
        ),
    ),
    case(
        "counted_title",
        indirect(
            "it rains",
            cue="said",
            source="Two-time world champion Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("world champion", None),),
        ),
    ),
    case(
        "aged_title",
        indirect(
            "it rains",
            cue="said",
            source="14-year-old student Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("student", None),),
        ),
    ),
    case(
        "institutes_person",
        indirect(
            "the loss is speeding up",
            cue="says",
            source="The institute's Lena Strand",
            speaker=person("Lena Strand"),
            roles=((None, "Farm Institute"),),
        ),
    ),
    case(
        "growth_it_said",
        indirect("Inflation would stay high until 2024", cue="said", source="it", speaker=unnamed("The bank")),
    ),
    case(
        "he_told_she_said",
        indirect(
            "the driver had been arrested",
            cue="said",
            source="Police chief Anna Strand",
            speaker=person("Anna Strand"),
            roles=(("Police chief", None),),
        ),
        indirect(
            "He told officers he had fallen asleep",
            cue="said",
            source="she",
            speaker=person("Anna Strand"),
            roles=(("Police chief", None),),
        ),
        indirect("he had fallen asleep", cue="told", source="He"),
    ),
    case(
        "of_the_charity",
        indirect(
            "the rains had come early",
            cue="said",
            source="Paul Reyes",
            speaker=person("Paul Reyes"),
            roles=((None, "Rain Watch"),),
        ),
    ),
    case(
        "city_of_spokesperson",
        indirect(
            "it was looking into the machine",
            cue="said",
            source="City of Joburg spokesperson Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("spokesperson", "City of Joburg"),),
        ),
    ),
    case(
        "for_her_part_quote",
        direct(
            "“we will not cut jobs.”",
            cue="said",
            source="Governor Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("Governor", None),),
        ),
    ),
    case(
        "asked_about_quote",
        direct("“it was worth it.”", cue="said", source="Lena Strand", speaker=person("Lena Strand")),
    ),
    case(
        "fired_after_admitting",
        indirect("he moved the guards", cue="admitting", source="Reven", speaker=person("Dan Reven")),
    ),
    case(
        "captures_this",
        indirect("Access to power matters", cue="according to", source="the World Bank", speaker=body("World Bank")),
        direct(
            "“to achieve equity in healthcare, depends on equity in health education”",
            source="The Institute of Global Health",
            speaker=body("Institute of Global Health"),
        ),
    ),
    case(
        "pull_quote_again",
        direct(
            "“I knew nothing,”", cue="said", source="Osei", speaker=person("Karl Osei"), roles=(("minister", None),)
        ),
        direct("“Everyone knew. Everyone was silent.”", speaker=person("Lena Strand")),
        indirect(
            "she came to the prison at nineteen", cue="writes", source="Lena Strand", speaker=person("Lena Strand")
        ),
        direct(
            "“He walked around when he was not cuffed. Everyone knew. Everyone was silent. Everyone was afraid.”",
            speaker=person("Lena Strand"),
        ),
    ),
    case(
        "first_lady_and_president",
        direct("“The journey is long,”", cue="said", source="Margaret Kenyatta", speaker=person("Margaret Kenyatta")),
    ),
    case(
        "letter_to_minister",
        direct(
            "“The talks were good,”",
            cue="read",
            source="the Crown Prince letter to prime minister Karl Osei",
            speaker=unnamed("the Crown Prince letter to prime minister Karl Osei"),
        ),
    ),
    case(
        "station_inspector",
        direct(
            "“Steps are under way,”",
            cue="said",
            source="Halden Police Station inspector Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("inspector", "Halden Police Station"),),
        ),
    ),
    case(
        "heading_in_marks",
        indirect(
            "the plan would stand",
            cue="told",
            source="Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("politician", None),),
        ),
        direct("“We will go on,”", cue="said", source="he", speaker=person("Karl Osei"), roles=(("politician", None),)),
        direct("‘Cannot think of losing him’", speaker=person("Lena Strand")),
        direct(
            "“He is all I have. I cannot think of losing him,”",
            cue="said",
            source="Strand",
            speaker=person("Lena Strand"),
        ),
    ),
    case(
        "owner_without_name",
        direct(
            "“It was hard,”", cue="said", source="Strand", speaker=person("Lena Strand"), roles=(("owner", "shop"),)
        ),
        direct(
            "“There were few guests before the first case was announced,”",
            cue="says",
            source="the owner of the hotel",
            speaker=unnamed("the owner of the hotel"),
            roles=(("owner", "hotel"),),
        ),
    ),
    case(
        "mother_called",
        direct("“He would leave home early,”", cue="says", source="Lena Strand", speaker=person("Lena Strand")),
        indirect("things have changed now", cue="says", source="The 76-year-old mother", speaker=person("Lena Strand")),
    ),
    case(
        "mayor_who_told", indirect("a complaint had come", cue="told", source="the mayor", speaker=unnamed("the mayor"))
    ),
    case(
        "heading_of_what_follows",
        indirect("Sales fell by a fifth", cue="said", source="the Harbour Council", speaker=body("Harbour Council")),
        indirect("most shops would close", cue="said", source="It", speaker=body("Harbour Council")),
        direct(
            "“My small business became a family business”", speaker=person("Lena Strand"), roles=(("owner", "store"),)
        ),
        direct(
            "“People went out less,”",
            cue="told",
            source="she",
            speaker=person("Lena Strand"),
            roles=(("owner", "store"),),
        ),
    ),
    case(
        "numbered_interview",
        indirect(
            "The port is the oldest one in the country, and my father built it.",
            source="A1",
            speaker=person("Karl Osei"),
        ),
        indirect(
            "My goal is to build a second quay before the winter comes.", source="A2", speaker=person("Karl Osei")
        ),
    ),
    case(
        "quoted_by_agency",
        direct(
            "“I would like the members to come and discuss it in the House,”",
            cue="was quoted as saying",
            source="Osei",
            speaker=person("Osei"),
        ),
    ),
    case(
        "government_of_president",
        direct(
            "“Step by step,”",
            cue="wrote",
            source="the Salvadoran president",
            speaker=person("Karl Osei"),
            roles=(("President", None),),
        ),
    ),
    case(
        "its_lawyer",
        indirect(
            "The ACC will appeal before the Supreme Court challenging the verdict of the High Court",
            cue="said",
            source="its lawyer Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("lawyer", "ACC"),),
        ),
    ),
    case(
        "two_places_one_governor",
        indirect(
            "the road was open",
            cue="said",
            source="Lieutenant Governor Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("Lieutenant Governor", "Jammu and Kashmir"),),
        ),
    ),
    case(
        "osei_regime",
        indirect(
            "guests were few",
            cue="said",
            source="The owner of the hotel",
            speaker=unnamed("The owner of the hotel"),
            roles=(("owner", "hotel"),),
        ),
        direct(
            "“That drove them away,”",
            cue="said",
            source="he",
            speaker=unnamed("The owner of the hotel"),
            roles=(("owner", "hotel"),),
        ),
    ),
    case(
        "nation_in_brackets",
        indirect("the stage was long", cue="said", source="Lucas Osei", speaker=person("Lucas Osei")),
    ),
    case(
        "study_of_ministry",
        indirect(
            "households spent more",
            cue="found",
            source="Uganda's Ministry of Labour study",
            speaker=body("Ministry of Labour"),
        ),
    ),
    case(
        "groups_they",
        indirect("the lake was low", cue="said", source="Experts", speaker=unnamed("Experts")),
        indirect("the pact should include them", cue="stress", source="They", speaker=unnamed("Fishermen groups")),
    ),
    case(
        "woman_she",
        indirect("the job market was weak", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
        indirect("she had slept at the station for months", cue="said", source="A woman", speaker=unnamed("A woman")),
        indirect("she had been turned down twice", cue="said", source="She", speaker=unnamed("A woman")),
    ),
    case(
        "lawyer_and_expert",
        direct(
            "“We name the lake as an example,”",
            cue="told",
            source="lawyer and policy expert Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("lawyer and policy expert", None),),
        ),
    ),
    case(
        "statement_of_nobody",
        indirect("Rates will fall", cue="reported", source="Bloomberg", speaker=body("Bloomberg")),
        indirect(
            "The team will clean up the mess",
            cue="according to",
            source="a statement",
            speaker=unnamed("a statement posted on a website"),
        ),
        indirect(
            "The team will also sell assets",
            cue="added",
            source="the statement",
            speaker=unnamed("a statement posted on a website"),
        ),
    ),
    case(
        "embassy_in_place",
        indirect(
            "Two diplomats were denied access to the trial",
            cue="according to",
            source="Norway's embassy in Beijing",
            speaker=unnamed("Norway's embassy in Beijing"),
        ),
        direct(
            "“We made several requests,”",
            cue="said",
            source="the embassy",
            speaker=unnamed("Norway's embassy in Beijing"),
        ),
    ),
    case(
        "quoted_transcript",
        direct("Was the gate open?", source="STRAND", speaker=person("STRAND")),
        direct("It was open all night, and nobody came to close it.", source="REED", speaker=person("REED")),
        direct("Who opened it?", source="STRAND", speaker=person("STRAND")),
        direct('I did, since nobody told me not to."', source="REED", speaker=person("REED")),
    ),
    case(
        "hyphened_name",
        indirect(
            "the words were clear",
            cue="said",
            source="Tam Yiu-chung",
            speaker=person("Tam Yiu-chung"),
            roles=(("delegate", None),),
        ),
        direct(
            "“They are clear,”", cue="said", source="Tam", speaker=person("Tam Yiu-chung"), roles=(("delegate", None),)
        ),
    ),
    case(
        "officer_told_of",
        indirect("he was worried about her", cue="said", source="The officer", speaker=unnamed("The officer")),
    ),
    case(
        "lawmaker_of_party_who",
        indirect(
            "misusing funds",
            cue="accused",
            source="a lawmaker from the ruling Harbour Party (HP)",
            speaker=unnamed("a lawmaker from the ruling Harbour Party (HP)"),
            roles=(("lawmaker", "Harbour Party"),),
        ),
    ),
    case("bosses_ordered"),
    case(
        "conference_held_next",
        indirect(
            "its founder was close to two ministers",
            cue="said",
            source="The former chairman of the Harbour Church",
            speaker=person("Karl Osei"),
            roles=(("former chairman", "Harbour Church"),),
        ),
        direct(
            "“They met often,”",
            cue="said",
            source="Osei",
            speaker=person("Karl Osei"),
            roles=(("former chairman", "Harbour Church"),),
        ),
    ),
    case(
        "told_a_symposium",
        indirect("The port must lower its fees and open on Sundays", cue="told", source="Osei", speaker=person("Osei")),
    ),
    case(
        "according_to_director_named",
        indirect(
            "most of the firms have reported good results",
            cue="According to",
            source="the executive director of the Harbour Association",
            speaker=person("Jorge Osei"),
            roles=(("executive director", "Harbour Association"),),
        ),
    ),
    case(
        "confirms_to_who",
        direct(
            "“The human is the threat,”",
            cue="confirms",
            source="the coordinator",
            speaker=person("Karl Osei"),
            roles=(("coordinator", None),),
        ),
        indirect(
            "the dolphin is on the red list",
            cue="recalls",
            source="the coordinator",
            speaker=person("Karl Osei"),
            roles=(("coordinator", None),),
        ),
    ),
    case(
        "driver_announced",
        indirect(
            "The skipper hopes to buy the yard from its owner Karl Osei",
            cue="announced",
            source="the driver",
            speaker=unnamed("the driver"),
        ),
    ),
    case(
        "next_title_in_list",
        indirect(
            "it was late",
            cue="said",
            source="Mr Osei",
            speaker=person("Karl Osei"),
            roles=(("Managing Director", "Halden Africa"),),
        ),
    ),
    case(
        "village_no_role",
        indirect("the area was closed", cue="said", source="Lena Strand", speaker=person("Lena Strand")),
    ),
    case(
        "prosecutors_document",
        indirect("Osei fled", cue="says", source="The document", speaker=unnamed("The document")),
    ),
    case(
        "defender_named_next",
        indirect(
            "the charges were unproven",
            cue="said",
            source="Strand's public defender",
            speaker=person("Karl Osei"),
            roles=(("public defender", None),),
        ),
        direct(
            "“A person is presumed innocent,”",
            cue="wrote",
            source="Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("public defender", None),),
        ),
    ),
    case(
        "only_speaker_goes_on",
        indirect("the port was full", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
        direct("“We need more room,”", cue="said", source="Osei", speaker=person("Karl Osei")),
        direct(
            "“I have told them for years that the quays are too short for the ships that come here.”",
            speaker=person("Karl Osei"),
        ),
    ),
]


@pytest.mark.parametrize(("name", "wanted"), SPEAKERS)
def test_a_source_names_its_speaker(name: str, wanted: list[Reported]) -> None:
    assert reported_in(name) == wanted


def test_a_source_has_what_describes_it_where_attitudes_are_asked_for() -> None:
    document = fixture("source_described")
    sources = [reported(quote).source for asked in (False, True) for quote in quotes_in(document, attitudes=asked)]
    assert sources == ["Ines Calder", "Ines Calder, head of the yard"]


def test_namesakes_are_given_as_candidates() -> None:
    *_, quote = quotes_in(fixture("namesake_who_spoke"))
    assert quote.evidence[0].rule == "namesake"
    assert [candidate.name for candidate in quote.candidates] == ["Daniel Osei", "Karl Osei"]

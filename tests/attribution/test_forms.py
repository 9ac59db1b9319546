"""Forms of news beside the plain sentence: press releases, transcripts, headlines, pages copied with their navigation."""

from __future__ import annotations

import pytest

from tests.attribution.reported import Reported, case, direct, indirect, person, reported_in

CALDER = {"source": "Ines Calder", "speaker": person("Ines Calder")}
OSEI = {"source": "Karl Osei", "speaker": person("Karl Osei")}
STRAND = {"source": "Lena Strand", "speaker": person("Lena Strand")}
SCULPTOR = {"source": "Teller", "speaker": person("Bram Teller"), "roles": (("sculptor", None),)}


def asked(words: str) -> Reported:
    """A turn of the one who asks in the interview."""
    return indirect(words, source="Orlov", speaker=person("Nadia Orlov"))


def turn(label: str, name: str, words: str) -> Reported:
    """A turn of the hearing."""
    return indirect(words, source=label, speaker=person(name))


FORMS = [
    case(
        "press_release_dash",
        direct(
            "“Nobody should learn of a flood from a neighbour.”",
            source="Commissioner Gordon Starling",
            speaker=person("Gordon Starling"),
            roles=(("Commissioner", None),),
        ),
    ),
    case(
        "press_release_from",
        direct(
            "“Every phone in the valley will ring when the river rises.”",
            source="Chairwoman Rosalind Worth",
            speaker=person("Rosalind Worth"),
            roles=(("Chairwoman", None),),
        ),
    ),
    case(
        "colon_without_cue",
        direct("“It stays shut until May, whatever they offer us.”", **CALDER),
    ),
    case(
        "named_above",
        direct(
            "“The final price will hinge on whether the fleet can sail in March.”",
            source="Lena Strand",
            speaker=person("Lena Strand"),
            roles=((None, "Halden Partners"),),
        ),
        direct("“It is hard to imagine a slowdown before the summer.”", source="Tom Reed", speaker=person("Tom Reed")),
    ),
    case(
        "colon_after_pronoun",
        direct(
            "“We paid for that bridge three times, and it still closes every winter.”",
            source="He",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "transcript",
        turn("MS. CALDER", "Ines Calder", "Was the gate open?"),
        turn("MR. REED", "Tom Reed", "It was open all night."),
        turn("MS. CALDER", "Ines Calder", "Who opened it?"),
        turn("MR. REED", "Tom Reed", "I did."),
    ),
    case(
        "first_person_in_turn",
        turn("MS. CALDER", "Ines Calder", "Was the gate open?"),
        turn("MR. REED", "Tom Reed", "It was open. I told the council that the gate was broken."),
        indirect("the gate was broken", cue="told", source="I", speaker=person("Tom Reed")),
        turn("MS. CALDER", "Ines Calder", "Who opened it?"),
        turn("MR. REED", "Tom Reed", "Nobody did."),
    ),
    case(
        "interview",
        asked("How did you begin?"),
        indirect("With clay from the river.", **SCULPTOR),
        asked("And after that?"),
        indirect("I moved to stone.", "It was cheaper then.", **SCULPTOR),
        asked("Thank you."),
    ),
    case("headline", indirect("Bridge stays shut until May", cue="says", **CALDER)),
    case("caption", indirect("the bridge is safe", cue="says", **CALDER)),
    case("dated_place", indirect("The bridge was safe", cue="said", **OSEI)),
    case("place_alone", indirect("The bridge was safe", cue="said", **OSEI)),
    case("never_opened", direct("The yard was busy on Monday. The ward was full,”", cue="said", **STRAND)),
    case("two_single_marks", direct("‘’The ward was full and the gate was open,’’", cue="said", **STRAND)),
    case("dateline", indirect("The bridge will stay shut until May", cue="said", **CALDER)),
    case("navigation", direct("“The bridge stays shut,”", cue="said", **CALDER)),
    case(
        "two_articles",
        direct("“The bridge stays shut,”", cue="said", **CALDER),
        direct("“The engine worked from the first day,”", cue="said", source="he", speaker=person("Piet Okafor")),
    ),
]


@pytest.mark.parametrize(("name", "wanted"), FORMS)
def test_a_form_of_news_is_read(name: str, wanted: list[Reported]) -> None:
    assert reported_in(name) == wanted

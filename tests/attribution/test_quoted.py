"""Quotations: split, run on over paragraphs, never closed, nested, in every style of marks."""

from __future__ import annotations

import pytest

from tests.attribution.reported import Reported, body, case, direct, indirect, mixed, person, reported_in, unnamed

CALDER = {"source": "Ines Calder", "speaker": person("Ines Calder")}
SAID = {"cue": "said", **CALDER}
BRANDT = {"cue": "said", "source": "Oona Brandt", "speaker": person("Oona Brandt")}
SHUT = "“The bridge stays shut,”"
BOLT = "“The bridge stays shut until the last bolt has been checked."


def said(name: str, content: str) -> Reported:
    """A direct quote of somebody who is named in full beside "said"."""
    return direct(content, cue="said", source=name, speaker=person(name))


QUOTED = [
    case(
        "name_after_comma",
        direct(
            "“That is going to be a good business for the brokers,”",
            "“They will have new sources of revenue.”",
            source="Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("analyst", "Norfell Securities"),),
        ),
    ),
    case("inverted_cue", direct(SHUT, **SAID, roles=(("mayor", "Harrow"),))),
    case("split_quote", direct(SHUT, "“We will not open it a day too soon.”", **SAID)),
    case("split_sentence", direct("“The bridge,”", "“stays shut until the inspectors sign.”", **SAID)),
    case(
        "content_tail",
        mixed("The bridge will stay shut", "“until the last bolt has been checked.”", **SAID),
    ),
    case(
        "several_sentences",
        direct("“The bridge stays shut. We will not open it a day too soon. Ask me in May,”", **SAID),
    ),
    case(
        "reopened_paragraphs",
        direct(
            SHUT,
            "“We looked at every bolt.",
            "“Half of them were loose.",
            "“We will not open it a day too soon.”",
            **SAID,
        ),
    ),
    case(
        "cue_after_paragraphs",
        direct(
            "“The bridge stays shut until May. We looked at every bolt.",
            "“Half of them were loose,”",
            cue="said",
            source="Tom Reed",
            speaker=person("Tom Reed"),
        ),
    ),
    case(
        "abbreviation_between",
        direct(
            SHUT,
            "“We will not open it a day too soon.”",
            cue="said",
            source="Mr. Reed",
            speaker=person("Reed"),
        ),
    ),
    case(
        "straight_reopened",
        direct('"The bridge stays shut,"', '"We looked at every bolt.', **SAID),
        direct('"Half of them were loose,"', cue="added", source="she", speaker=person("Ines Calder")),
    ),
    case(
        "never_closed",
        direct(BOLT, **SAID),
        indirect("The ferry runs all night", cue="said", source="Tom Reed", speaker=person("Tom Reed")),
    ),
    case("missing_close_at_end", direct(BOLT, **SAID)),
    case("nested_marks", direct("“He told me ‘never again’ and left,”", **BRANDT)),
    case(
        "mixed_mark_styles",
        said("Ines Calder", '"The bridge stays shut this winter,"'),
        said("Tom Reed", "„The ferry runs all night,“"),
        said("Dev Anand", "«Nobody ever asked us,»"),
        said("Lena Strand", "“We walk to school,”"),
    ),
    case("apostrophes_inside", direct("“It’s the drivers’ bridge, isn’t it?”", **SAID)),
    case(
        "single_marks",
        direct("‘It is the drivers’ bridge, after all,’", **SAID),
    ),
    case(
        "feet_inside_quotation",
        direct('"The bridge is 11\'8" high and nobody reads the sign,"', **SAID),
    ),
    case(
        "paragraph_without_cue",
        direct(SHUT, **SAID),
        direct("“We looked at every bolt, and half of them were loose.”", speaker=person("Ines Calder")),
    ),
    case("colon_with_cue", direct("“The bridge stays shut.”", cue="added", **CALDER)),
    case("called_it", mixed("the plan “a gift to smugglers”", cue="called", **CALDER)),
    case("mixed_clause", mixed("the plan was “a gift to smugglers” and had to be stopped", **SAID)),
    case(
        "thought_in_marks",
        mixed("the plan is “a gift to the smugglers of this coast”", cue="believes", **CALDER),
    ),
    case(
        "is_quoted_as_saying",
        direct(
            "“The trains are a disgrace,”",
            cue="is quoted as saying",
            source="Oona Brandt",
            speaker=person("Oona Brandt"),
        ),
    ),
    case(
        "tweeted",
        direct(
            "“Stay away from the river tonight,”",
            cue="tweeted",
            source="Mayor Ida Solberg",
            speaker=person("Ida Solberg"),
            roles=(("Mayor", None),),
        ),
    ),
    case(
        "cue_in_quotation",
        direct("“The engineer said the bridge was safe,”", **BRANDT),
        indirect("the bridge was safe", cue="said", source="The engineer", speaker=unnamed("The engineer")),
    ),
    case(
        "finished_later",
        direct(
            "“Every time you say that,”",
            "“you give ammunition to the people who want to break up the big banks.”",
            cue="said",
            source="Karl Osei",
            speaker=person("Karl Osei"),
        ),
    ),
    case(
        "waved_aside",
        direct(
            "“a thermometer held over a candle,”",
            cue="quipped",
            source="he",
            speaker=person("Karl Osei"),
            roles=(("minister", None),),
        ),
    ),
    case(
        "sentence_between",
        mixed(
            "the film as “a small, salty wonder.”",
            cue="praised",
            source="A critic",
            speaker=person("Lena Strand"),
            roles=(("critic", None),),
        ),
        direct("“Nobody explains anything, thank God.”", source="Karl Osei", speaker=person("Karl Osei")),
    ),
    case(
        "announced_the_university",
        direct(
            "“She has joined the faculty,”",
            cue="announced",
            source="the university",
            speaker=body("Halden University"),
        ),
    ),
    case(
        "no_mood",
        direct(
            "“I say thank you, and I say goodnight.”",
            cue="argue",
            source="One of the strikers, a young mechanic",
            speaker=unnamed("One of the strikers, a young mechanic"),
        ),
    ),
    case(
        "title_after_comma",
        direct(
            "“The growth is a clear sign that the country must move on,”",
            source="Karl Osei",
            speaker=person("Karl Osei"),
            roles=(("Secretary", "Energy"),),
        ),
    ),
    case(
        "not_persuaded",
        direct("“My client is innocent,”", cue="said", source="Karl Osei", speaker=person("Karl Osei")),
        direct(
            "“You have told this court four different stories.”",
            source="Judge Lena Strand",
            speaker=person("Lena Strand"),
            roles=(("Judge", None),),
        ),
    ),
    case(
        "urged_to_stop",
        mixed("to “stop fabricating pretexts”", cue="urged", source="Karl Osei", speaker=person("Karl Osei")),
    ),
]


@pytest.mark.parametrize(("name", "wanted"), QUOTED)
def test_quoted_words_are_reported(name: str, wanted: list[Reported]) -> None:
    assert reported_in(name) == wanted

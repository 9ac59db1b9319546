from __future__ import annotations

from pathlib import Path

from quotes.evaluation.links import Share, link_scores
from quotes.evaluation.parser import link_figures
from quotes.parsing.training.chains import Chained, Mentioned
from tests.evaluation.stanzas import Fixed, document, token, word
from tests.evaluation.test_parser import write
from tests.parsing.training.test_names import CONLLU

CHAINED = Chained(
    [["Ada", "left", "."], ["She", "met", "her", "brother", "the", "man"]],
    [[Mentioned(0, 1), Mentioned(3, 4), Mentioned(5, 6)], [Mentioned(5, 7), Mentioned(7, 9)]],
)


def parsed() -> Fixed:
    """ "She" is linked to Ada, "her" likelier to none of hers; "man" to her brother."""
    first = [("Ada", "PROPN", 2, None), ("left", "VERB", 0, None), (".", "PUNCT", 2, None)]
    second = [
        ("She", "PRON", 2, "Links=3:90"),
        ("met", "VERB", 0, None),
        ("her", "PRON", 4, "Links=4:60,2:30"),
        ("brother", "NOUN", 2, None),
        ("the", "DET", 6, None),
        ("man", "NOUN", 2, "CueP=12|Links=2:50,8:20"),
    ]
    sentences = [
        [token(word(text, 0, id=n, upos=upos, head=head, misc=misc)) for n, (text, upos, head, misc) in enumerate(rows)]
        for rows in (first, second)
    ]
    return Fixed(document(*sentences))


def test_the_likeliest_link_must_lead_to_the_same_entity() -> None:
    parser = parsed()
    scores = link_scores(parser, [CHAINED])
    assert parser.asked == CHAINED.sentences
    assert scores == {"pronouns": Share(1, 2), "nouns": Share(1, 1)}
    assert scores["pronouns"].value == 0.5


def test_without_documents_nothing_is_right() -> None:
    assert [share.value for share in link_scores(parsed(), []).values()] == [0.0, 0.0]


def test_links_become_figures(tmp_path: Path) -> None:
    write(tmp_path, "en_gum-ud-test.conllu.xz", CONLLU)
    rows = [[word(str(n), 0, id=n, upos="PRON", head=0, misc=None) for n in range(count)] for count in (9, 10)]
    parser = Fixed(document(*([token(w) for w in row] for row in rows)))
    figures = list(link_figures(parser, tmp_path))
    assert [(figure.part, figure.name, figure.value) for figure in figures] == [
        ("GUM test, links", "pronouns (0)", 0.0),
        ("GUM test, links", "nouns (0)", 0.0),
    ]

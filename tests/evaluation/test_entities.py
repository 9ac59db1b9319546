from pathlib import Path

import pytest

from quotes.evaluation.counts import Counts
from quotes.evaluation.entities import entities, entity_scores, read_universal_ner, read_worldwide
from tests.evaluation.stanzas import Fixed, document, token, word

WORLDWIDE = "# doc a_1\nAda\tB-Person\nBrandt\tI-Person\nspoke\tO\n\nLindau\tB-Location\n.\tO\n"
UNIVERSAL = "# newdoc id = a\n1\tAda\tB-PER\t-\t-\n2\tspoke\tO\t-\t-\n\n"


def test_worldwide_sentences_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(WORLDWIDE, encoding="utf-8")
    first, second = read_worldwide(tmp_path / "a.tsv")
    assert (first.words, first.tags) == (["Ada", "Brandt", "spoke"], ["B-Person", "I-Person", "O"])
    assert second.words == ["Lindau", "."]


def test_universal_ner_sentences_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.iob2").write_text(UNIVERSAL, encoding="utf-8")
    (only,) = read_universal_ner(tmp_path / "a.iob2")
    assert (only.words, only.tags) == (["Ada", "spoke"], ["B-PER", "O"])


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("O O", []),
        ("B-PER I-PER O", [(0, 2, "person")]),
        ("B-Person E-Person S-Person", [(0, 2, "person"), (2, 3, "person")]),
        ("B-LOC B-LOC", [(0, 1, "location"), (1, 2, "location")]),
        ("O I-ORG I-ORG", [(1, 3, "organization")]),
        ("B-PER I-ORG", [(0, 1, "person"), (1, 2, "organization")]),
        ("B-Misc I-Misc", [(0, 2, "misc")]),
    ],
)
def test_tags_in_either_scheme_mark_the_same_entities(tags: str, found: list[tuple[int, int, str]]) -> None:
    assert list(entities([tags.split()])) == [(0, *entity) for entity in found]


def test_an_entity_needs_both_ends_and_its_class(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(WORLDWIDE, encoding="utf-8")
    tags = [["B-Person", "O", "O"], ["S-Location", "S-Person"]]
    parser = Fixed(document(*[[token(word("w"), ner=tag) for tag in row] for row in tags]))
    scores = entity_scores(parser, read_worldwide(tmp_path / "a.tsv"))
    assert scores["all"] == Counts(1, 3, 2)
    assert scores["person"] == Counts(0, 2, 1)
    assert scores["location"].f1 == 1

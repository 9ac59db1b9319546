from __future__ import annotations

from pathlib import Path

import pytest

from quotes.evaluation.counts import Counts
from quotes.evaluation.entities import read_worldwide
from quotes.evaluation.regions import OTHER, person_recall, region_of, sentence_regions
from tests.evaluation.stanzas import Fixed, document, token, word

TEXT = (
    "# doc kenya_a_1\nAda\tB-Person\nran\tO\n\nLindau\tB-Location\n\n"
    "# doc peru_b_2\nJosé\tB-Person\n\n# doc atlantis_1\nNemo\tB-Person\n"
)


@pytest.mark.parametrize(
    ("name", "region"), [("kenya_nation_2", "Africa"), ("cn_article_scmp_37", "East Asia"), ("x_1", OTHER)]
)
def test_the_region_is_told_by_the_name(name: str, region: str) -> None:
    assert region_of(name) == region


def test_persons_are_counted_by_region(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(TEXT, encoding="utf-8")
    assert sentence_regions(path) == ["Africa", "Africa", "Latin America", OTHER]
    assert len(read_worldwide(path)) == 4
    tags = [["O", "S-Person"], ["S-Location"], ["S-Person"], ["O"]]
    parser = Fixed(document(*[[token(word("w"), ner=tag) for tag in row] for row in tags]))
    found = person_recall(parser, path)
    assert found == {"Latin America": Counts(1, 1, 1), "Africa": Counts(0, 1, 1), OTHER: Counts(0, 0, 1)}
    assert next(iter(found)) == "Latin America"

from __future__ import annotations

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing import newswire_links, newswire_tags

LINKS = st.lists(st.tuples(st.integers(1, 9999), st.floats(0, 1)), min_size=1, max_size=5)


@frozen
class Word:
    misc: str | None


@given(LINKS)
def test_links_come_back_to_a_hundredth(links: list[tuple[int, float]]) -> None:
    found = newswire_links.read(Word("CueP=12|" + newswire_links.write(links) + "|SpaceAfter=No"))
    assert [away for away, _ in found] == [away for away, _ in links]
    assert all(abs(a - b) <= 0.005 + 1e-9 for (_, a), (_, b) in zip(found, links, strict=True))


@pytest.mark.parametrize("misc", [None, "", "CueP=12", "SpaceAfter=No"])
def test_a_word_without_links_has_none(misc: str | None) -> None:
    assert newswire_links.read(Word(misc)) == []


def test_links_leave_tags_alone() -> None:
    tags = {"source": newswire_tags.Tag("B", 0.97, 3)}
    misc = f"{newswire_tags.write(tags)}|{newswire_links.write([(4, 0.71), (19, 0.12)])}"
    assert newswire_tags.read(Word(misc)) == tags
    assert newswire_links.read(Word(misc)) == [(4, 0.71), (19, 0.12)]

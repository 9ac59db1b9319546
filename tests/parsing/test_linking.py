"""Links of mentions, by a linker with random weights: what it says is wrong, but must be well formed."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.parsing import linking
from quotes.parsing.linking import LEAST, MOST, Linker, Seen, links
from quotes.parsing.mentions import OPENING, PRONOUN, TRAITS, Mentions

HIDDEN = 8


def linker() -> Linker:
    torch.manual_seed(3)
    made = Linker(HIDDEN).eval()
    torch.nn.init.normal_(made.pairs.weight)
    return made


def mentions_of(kinds: list[int]) -> Mentions:
    """Mentions of some kinds, one a sentence."""
    count = len(kinds)
    traits = np.zeros((count, len(TRAITS)), np.int64)
    traits[:, 0] = kinds
    numbers = np.arange(count)
    return Mentions(numbers, traits, numbers % 3, numbers, tuple("x" for _ in kinds))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([PRONOUN["he"], PRONOUN["who"], OPENING["the"], 15]), max_size=40))
def test_links_point_back_from_those_that_are_asked(kinds: list[int]) -> None:
    mentions = mentions_of(kinds)
    for mention, found in links(linker(), mentions, torch.randn(len(kinds), HIDDEN)):
        assert mention in mentions.asked
        assert all(0 <= one.earlier < one.mention == mention for one in found)
        assert all(LEAST <= one.probability <= 1 for one in found)
        assert sum(one.probability for one in found) <= 1 + 1e-5
        assert len(found) <= MOST


def test_a_long_document_is_linked_as_a_short_one_within_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    mentions, states = mentions_of([PRONOUN["he"]] * 50), torch.randn(50, HIDDEN)
    whole = dict(links(linker(), mentions, states))
    monkeypatch.setattr(linking, "BLOCK", 7)
    parted = dict(links(linker(), mentions, states))
    assert list(whole) == list(parted)
    for mention, found in whole.items():
        assert [one.earlier for one in found] == [one.earlier for one in parted[mention]]


def test_no_link_reaches_too_far_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "REACH", 5)
    mentions = mentions_of([PRONOUN["he"]] * 30)
    found = [one for _, some in links(linker(), mentions, torch.randn(30, HIDDEN)) for one in some]
    assert found
    assert max(one.mention - one.earlier for one in found) <= 5


def test_later_mentions_have_no_share() -> None:
    mentions = mentions_of([PRONOUN["he"]] * 6)
    made, seen = linker(), Seen.of(mentions, torch.randn(6, HIDDEN))
    chances = made(seen, made.encoded(seen), torch.tensor([0, 3]), 0, 6).softmax(1)
    assert chances[0, 1:].sum() == 0
    assert chances[1, 4:].sum() == 0
    assert torch.allclose(chances.sum(1), torch.ones(2))

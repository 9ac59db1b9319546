"""The bundled model's tags as attribution sees them: by role and place, linked to cues."""

from __future__ import annotations

from quotes.attribution.syntax import Syntax, Word
from quotes.attribution.tagging import Tagging, tagging_of

SOURCE, SAID, FIRST, SECOND, DOUBT = range(5)
MISC = (
    "Source=B|SourceP=90|SourceCue=1",
    "Cue=B|CueP=97",
    "Content=B|ContentP=99|ContentCue=-1",
    "Content=I|ContentP=98|ContentCue=-2",
    "ContentP=30|ContentCue=-3",
)


def tagging(*misc: str) -> Tagging:
    """The tags of words that have nothing but these."""
    words = [Word(at, "x", "x", "X", "", "dep", -1, 0, 2 * at, 2 * at + 1, misc=given) for at, given in enumerate(misc)]
    return tagging_of(Syntax("x " * len(misc), words, [range(len(misc))]))


def test_a_parse_without_tags_says_nothing_of_cues() -> None:
    bare = tagging("", "SpaceAfter=No")
    assert (bare.present, bare.cue(0)) == (False, None)


def test_cues_have_a_probability() -> None:
    found = tagging(*MISC)
    assert (found.present, found.cue(SAID), found.cue(FIRST)) == (True, 0.97, 0.0)


def test_a_word_is_tagged_where_the_model_marks_it() -> None:
    found = tagging(*MISC)
    assert [found.tagged("content", place) for place in range(5)] == [False, False, True, True, False]
    assert found.probability("content", DOUBT) == 0.3
    assert found.probability("source", SAID) == 0.0


def test_links_lead_to_the_words_of_a_cue() -> None:
    found = tagging(*MISC)
    assert found.linked("content", SAID) == [FIRST, SECOND]
    assert found.linked("source", SAID) == [SOURCE]
    assert found.linked("content", SOURCE) == []


def test_words_vote_for_their_cue() -> None:
    assert tagging(*MISC).votes(range(5)) == {SAID: 2}


HAS_SAID = ("Cue=B|CueP=90", "Cue=I|CueP=90", "Content=B|ContentP=90|ContentCue=-2")


def test_a_link_to_an_auxiliary_is_bound_to_the_head_after_it() -> None:
    assert tagging(*HAS_SAID).bound([1]).votes([2]) == {1: 1}


def test_a_link_to_the_word_after_a_head_is_bound_to_that_head() -> None:
    assert tagging("", "", "Content=B|ContentP=90|ContentCue=-1").bound([0]).votes([2]) == {0: 1}


def test_a_link_far_from_all_heads_is_loose() -> None:
    far = tagging("Content=B|ContentP=90|ContentCue=1", *[""] * 8)
    assert far.bound([8]).votes([0]) == {}

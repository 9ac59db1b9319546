from __future__ import annotations

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.newswire_tags import ROLES, Tag, attribution_tags, read, write


@frozen
class Word:
    misc: str | None


TAGS = st.dictionaries(
    st.sampled_from(ROLES),
    st.builds(
        Tag,
        st.sampled_from("OBI"),
        st.integers(0, 100).map(lambda percent: percent / 100),
        st.none() | st.integers(-500, 500),
    ),
)


@given(TAGS)
def test_tags_are_read_as_they_were_written(tags: dict[str, Tag]) -> None:
    assert read(Word(write(tags))) == tags


def test_other_words_have_no_tags() -> None:
    assert read(Word(None)) == {}
    assert read(Word("SpaceAfter=No")) == {}
    assert attribution_tags(Word(None)) == {"source": "O", "cue": "O", "content": "O"}


def test_tags_stand_beside_other_fields() -> None:
    assert attribution_tags(Word("SpaceAfter=No|Cue=B|CueP=97"))["cue"] == "B"

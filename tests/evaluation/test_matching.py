from hypothesis import given
from hypothesis import strategies as st

from quotes.evaluation.matching import content_characters, match

CONTENTS = st.lists(st.frozensets(st.integers(0, 20), max_size=8), max_size=6)


def characters(text: str) -> str:
    return "".join(text[place] for place in sorted(content_characters(text, [(0, len(text))])))


def test_marks_spaces_and_a_leading_that_do_not_count() -> None:
    assert characters("that “prices fell,”") == "pricesfell"
    assert characters("thatched roofs") == "thatchedroofs"
    assert characters("That") == ""
    assert characters("$5 – or €6") == "$5or€6"


def test_the_best_overlap_is_matched_first() -> None:
    gold = [frozenset(range(10)), frozenset(range(5, 10))]
    assert match(gold, [frozenset(range(4, 10))]) == {1: 0}


def test_less_than_half_is_no_match() -> None:
    assert match([frozenset(range(10))], [frozenset(range(4))]) == {}


@given(CONTENTS, CONTENTS)
def test_matches_are_one_to_one_and_overlap_by_half(gold: list[frozenset[int]], ours: list[frozenset[int]]) -> None:
    pairs = match(gold, ours)
    assert len(set(pairs.values())) == len(pairs)
    assert all(2 * len(gold[i] & ours[j]) >= len(gold[i] | ours[j]) for i, j in pairs.items())

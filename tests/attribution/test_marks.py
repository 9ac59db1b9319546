"""Where quotation marks open and close: every style, odd numbers, paragraphs that reopen, and marks that quote nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.attribution.marks import Quotation, quotations
from quotes.reading.paragraphs import Paragraph, paragraphs

STYLES = {
    "curly": "“We walk home”",
    "straight": '"We walk home"',
    "low-high": "„We walk home“",
    "low-right": "„We walk home”",
    "reversed-low": "‟We walk home”",
    "angle": "«We walk home»",
    "single": "‘We walk home’",
    "straight-single": "'We walk home'",
    "single-angle": "‹We walk home›",
    "corner": "「We walk home」",
    "white-corner": "『We walk home』",
    "full-width": "＂We walk home＂",
    "twins": "``We walk home''",
    "straight-twins": "''We walk home''",
    "low-twins": ",,We walk home''",
}
FIRST = "“We walk home, whatever the weather"
APART = '"One two three," he said. "Four five six,'
ODD = {
    "opener-at-the-end": (FIRST, [FIRST]),
    "closer-alone": ("We walk home” whatever the weather", []),
    "straight-closer-alone": ('We walk home," he said.', []),
    "short-opener": ("They sell “shoes.", []),
    "opener-before-a-pair": ("“One two “three four” five six.", ["“three four”"]),
    "pair-before-an-opener": (APART, ['"One two three,"']),
    "pair-before-a-long-opener": (APART + " seven eight", ['"One two three,"', '"Four five six, seven eight']),
    "two-closers": ("“We walk home”” he said.", ["“We walk home”"]),
}
SILENT = {
    "contraction": "It's nobody's fault, isn't it?",
    "curly-contraction": "It’s nobody’s fault, isn’t it?",
    "plural-possessive": "The drivers' hall and the pilots' hall",
    "curly-plural-possessive": "The drivers’ hall and the pilots’ hall",
    "decade": "In the ’90s and the '80s",
    "elision": "They played rock ’n’ roll",
    "feet-and-inches": "The bridge is 11'8\" high and 12'2\" wide.",
    "inches": 'A 12" record and a 7" one',
    "mark-between-spaces": 'He wrote " and left " there',
    "none": "Nobody spoke.",
}


def slices(text: str, depth: int = 0) -> list[str]:
    """The quotations of a level, as they stand in the text."""
    return [text[q.start : q.end] for q in quotations(text, paragraphs(text)) if q.depth == depth]


FRAMES = {"alone": "{}", "spaced": "He said: {} and left.", "stopped": "He said: {}.", "comma": "{}, he said."}


@pytest.mark.parametrize("quoted", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_a_pair_quotes(frame: str, quoted: str) -> None:
    assert slices(frame.format(quoted)) == [quoted]


@pytest.mark.parametrize("quoted", STYLES.values(), ids=STYLES)
def test_inner_leaves_the_marks_out(quoted: str) -> None:
    (found,) = quotations(quoted, paragraphs(quoted))
    assert quoted[slice(*found.inner)] == "We walk home"


@pytest.mark.parametrize(("text", "wanted"), ODD.values(), ids=ODD)
def test_an_odd_number_of_marks(text: str, wanted: list[str]) -> None:
    assert slices(text) == wanted


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_marks_that_quote_nothing(text: str) -> None:
    assert quotations(text, paragraphs(text)) == []


NESTED = {
    "single-in-curly": ("“He told me ‘never again’ and left”", ["‘never again’"]),
    "double-in-single": ("‘He told me “never again” and left’", ["“never again”"]),
    "straight-single-in-straight": ("\"He told me 'never again' and left\"", ["'never again'"]),
    "angle-in-curly": ("“He told me «never again» and left”", ["«never again»"]),
    "two-in-one": ("“He said ‘no’ and ‘never’ to me”", ["‘no’", "‘never’"]),
    "apostrophe-is-not-nested": ("“It’s the drivers’ bridge, isn’t it?”", []),
}


@pytest.mark.parametrize(("text", "inner"), NESTED.values(), ids=NESTED)
def test_marks_within_marks(text: str, inner: list[str]) -> None:
    assert (slices(text), slices(text, depth=1)) == ([text], inner)


REOPENED = {
    "closed-once": ("“One two three four five.\n\n“Six seven eight.”", [(False, False), (True, True)]),
    "three": (
        "“One two three four five.\n\n“Six seven eight nine ten.\n\n“End.”",
        [(False, False), (False, True), (True, True)],
    ),
    "words-within": (
        "“They said “go home” to us all day.\n\n“Six seven.”",
        [(False, False), (True, False), (True, True)],
    ),
    "sentence-within": ("“One two. “Three four five.”\n\n“Six.”", [(True, False), (True, False)]),
    "closed-before": ("“One two three four five.”\n\n“Six seven eight.”", [(True, False), (True, False)]),
    "not-at-the-start": ("“One two three four five.\n\nHe said “six seven.”", [(False, False), (True, False)]),
    "paragraph-between": ("“One two three four five.\n\nHe left.\n\n“Six seven.”", [(False, False), (True, False)]),
}


@pytest.mark.parametrize(("text", "wanted"), REOPENED.values(), ids=REOPENED)
def test_a_paragraph_reopens_what_the_one_before_left_open(text: str, wanted: list[tuple[bool, bool]]) -> None:
    assert [(q.closed, q.reopened) for q in quotations(text, paragraphs(text))] == wanted


def test_a_quotation_opened_twice_holds_none_after_it() -> None:
    text = "“One two three. “Four five,” he said. “Six seven.”"
    assert slices(text) == ["“One two three. “Four five,”", "“Six seven.”"]


def test_styles_may_change_within_a_text() -> None:
    text = '"One two," he said. „Three four,“ she said. «Five six,» they said.\n\n“Seven eight,” I said.'
    assert slices(text) == ['"One two,"', "„Three four,“", "«Five six,»", "“Seven eight,”"]


def test_inches_inside_straight_marks() -> None:
    text = '"The bridge is 11\'8" high and nobody reads the sign," he said.'
    assert slices(text) == ['"The bridge is 11\'8" high and nobody reads the sign,"']


def test_a_plural_possessive_inside_single_marks() -> None:
    text = "‘It is the drivers’ bridge, after all,’ he said."
    assert slices(text) == ["‘It is the drivers’ bridge, after all,’"]


PIECES = ["“", "”", "„", "‟", "«", "»", '"', "'", "‘", "’", "‹", "›", "``", "''", "＂", "「", "」", "…", "—"]
PIECES += ["a", "Word", "6", "11'8\"", "s’", "😀", "é", "\u00a0", " ", " ", ". ", ", ", "\n\n", "\r\n", "(", ")", "- "]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


def outer(found: list[Quotation]) -> list[Quotation]:
    """The quotations that no other holds."""
    return [q for q in found if q.depth == 0]


@given(TEXTS)
def test_quotations_stand_in_their_paragraphs(text: str) -> None:
    ranges = paragraphs(text)
    for q in quotations(text, ranges):
        start, end = ranges[q.paragraph]
        assert start <= q.start < q.end <= end


@given(TEXTS)
@example("“''")
def test_inner_stands_between_the_marks(text: str) -> None:
    for q in quotations(text, paragraphs(text)):
        assert q.start < q.inner[0] <= q.inner[1] <= q.end


@given(TEXTS)
def test_quotations_come_in_order_and_outer_ones_do_not_overlap(text: str) -> None:
    found = quotations(text, paragraphs(text))
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(before.end <= after.start for before, after in pairwise(outer(found)))


@given(TEXTS)
@example("“One. “Two,” he said. “Three.”")
def test_inner_quotations_stand_within_outer_ones(text: str) -> None:
    found = quotations(text, paragraphs(text))
    for q in found:
        if q.depth:
            assert any(o.start < q.start and q.end <= o.end for o in outer(found))


@given(TEXTS)
def test_a_quotation_reopens_only_what_was_left_open(text: str) -> None:
    found = quotations(text, paragraphs(text))
    left = {q.paragraph for q in outer(found) if not q.closed}
    assert all(q.paragraph - 1 in left for q in found if q.reopened)


@given(TEXTS)
def test_no_paragraph_moves_marks_but_the_next(text: str) -> None:
    ranges = paragraphs(text)
    near = [quotations(text, [Paragraph(*at) for at in ranges[n : n + 2]]) for n in range(len(ranges))]
    alone = [(q.start, q.end) for found in near for q in found if q.paragraph == 0]
    assert sorted(alone) == sorted((q.start, q.end) for q in quotations(text, ranges))


@given(
    st.sampled_from(sorted(STYLES)),
    st.lists(st.sampled_from(["we", "walk", "home", "it’s", "😀"]), min_size=1, max_size=8),
)
def test_a_quotation_that_is_quoted_alone_is_found_again(style: str, words: list[str]) -> None:
    quoted = STYLES[style].replace("We walk home", "We " + " ".join(words))
    (found,) = outer(quotations(f"He said: {quoted}.", [(0, len(quoted) + 10)]))
    assert (found.start, found.end) == (9, 9 + len(quoted))
    assert [(q.start, q.end) for q in outer(quotations(quoted, [(0, len(quoted))]))] == [(0, len(quoted))]

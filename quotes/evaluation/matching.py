"""Which predicted quote stands for which gold one?  One to one, by the characters that their contents share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotes.evaluation.gold import Range

OVERLAP = 0.5
"""The least share of the characters of either content that both must hold."""

_SYMBOLS = frozenset("$%€£")


def content_characters(text: str, content: Iterable[Range]) -> frozenset[int]:
    """Positions of a content's letters, digits and currency signs; a "that" before it does not count."""
    places = (place for start, end in content for place in range(start, min(end, len(text))))
    characters = {place for place in places if text[place].isalnum() or text[place] in _SYMBOLS}
    return frozenset(characters - _leading_that(text, characters))


def _leading_that(text: str, characters: set[int]) -> set[int]:
    first = sorted(characters)[:4]
    if len(first) < 4 or first[3] - first[0] != 3:
        return set()
    end = first[3] + 1
    is_word = text[first[0] : end].lower() == "that" and not text[end : end + 1].isalnum()
    return set(first) if is_word else set()


def match(gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]) -> dict[int, int]:
    """Number of a predicted content for the numbers of gold ones, in the order of how much they overlap.

    Greedy, best overlap first; the later of equally good ones wins.
    """
    overlaps = [
        (len(ours & theirs) / len(ours | theirs), i, j)
        for i, ours in enumerate(gold)
        for j, theirs in enumerate(predicted)
        if ours & theirs
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= OVERLAP and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs

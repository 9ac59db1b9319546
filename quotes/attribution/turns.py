"""Who speaks in a transcript or an interview?  Paragraphs that open with a speaker's label: "MR. AMIDON: No, sir.".

Each may open with a mark, as where a paper quotes a whole transcript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

_CAPITALISED = r"[A-Z][\w.'’-]*"
_PARTICLES = "of|the|de|van|von|al|bin|der|den|da|dos|del|di|la|le|el|ibn|ter"
LABEL = re.compile(rf"[\"“]?(?P<label>{_CAPITALISED}(?: (?:{_CAPITALISED}|{_PARTICLES})){{0,4}})\s?:\s+(?=\S)")
QUESTION, ANSWER = frozenset({"Q", "Question"}), frozenset({"A", "Answer"})
"""Labels of what a paper asks, which it reports of nobody, and of what whoever it interviews answers."""
FEWEST = 4
"""Fewer labelled paragraphs than this are no transcript."""
ASIDE = re.compile(r"[\[(][^\])]{0,60}[\])]\.?$")


@frozen
class Turn:
    """One speaker's turn: the characters of the label, and of what is said in each of its paragraphs."""

    label: tuple[int, int]
    pieces: tuple[tuple[int, int], ...]


def unnumbered(label: str) -> str:
    """A label without the number of the question: "A" of "A4"."""
    return label.rstrip("0123456789")


def turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Turn]:
    """The turns of a transcript; none where the text is no transcript.

    A label counts where it is used twice at least, with words after it, not figures alone ("Osei: 547."); paragraphs without one
    go on with the turn before them, up to the last label.
    """
    matches = ((LABEL.match(text, start, end), end) for start, end in paragraphs)
    found = [m if m is not None and any(map(str.isalpha, text[m.end() : end])) else None for m, end in matches]
    names = [unnumbered(m["label"]) for m in found if m is not None]
    used = {name for name in names if names.count(name) > 1}
    labelled = [n for n, m in enumerate(found) if m is not None and unnumbered(m["label"]) in used]
    if len(labelled) < FEWEST or len(used) < 2:
        return
    for at, number in enumerate(labelled):
        match = found[number]
        assert match is not None
        following = labelled[at + 1] if at + 1 < len(labelled) else number + 1
        pieces = [(match.end(), paragraphs[number][1])]
        for start, end in paragraphs[number + 1 : following]:
            if ASIDE.match(text, start, end) or LABEL.match(text, start, end):
                break
            pieces.append((start, end))
        yield Turn(match.span("label"), tuple(pieces))

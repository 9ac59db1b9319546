"""How is a run of characters written: how many words, like a title, over the end of a sentence?"""

from __future__ import annotations

import re

ABBREVIATED = "".join(
    rf"(?<!\b{word})"
    for word in "[A-Z] Mr Mrs Ms Dr St Jr Sr Rep Sen Gov Gen Col Lt Sgt Capt Del Atty Prof Rev Hon No Inc Co Corp Ltd vs".split()
)
"""Not after a word that a full stop shortens: a title, an initial."""
SENTENCE_END = re.compile(rf"{ABBREVIATED}[.!?…][\"”’»')\]]*\s+(?=[\"“‘«(\[]*[A-Z])")
LONG = 5
"""From this many words on, a quoted run in news is nearly always speech (98 % in PolNeAR)."""

CLOSING_MARKS = frozenset({"”", '"', "''", "’", "»"})
"""Marks that end quoted words, as words of their own."""
SMALL = frozenset({"with", "from", "into", "over", "upon", "than"})
"""Longer words that are written small in titles."""


def words_in(text: str, span: tuple[int, int]) -> int:
    """How many words stand in the characters of a span."""
    return len(re.findall(r"\w[\w'’-]*", text[span[0] : span[1]]))


def is_title_case(text: str) -> bool:
    """Whether a run of words is written as titles of works are; its first one has a capital in any case."""
    first, *rest = re.findall(r"[^\W\d_][\w'’-]*", text) or [""]
    told = [w for w in rest if len(w) > 3 and w not in SMALL] or rest
    opens = first[:1].isupper() or first in ("the", "a", "an")
    return opens and bool(told) and sum(w[0].isupper() for w in told) >= 0.8 * len(told)

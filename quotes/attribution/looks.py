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


def words_in(text: str, span: tuple[int, int]) -> int:
    """How many words stand in the characters of a span."""
    return len(re.findall(r"\w[\w'’-]*", text[span[0] : span[1]]))


def is_title_case(text: str) -> bool:
    """Whether a run of words is written as titles of works are."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    long = [w for w in words if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.8 * len(long) and len(words) > 1

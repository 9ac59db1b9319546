"""Which words is a person's name, when the tags of single words do not agree?  BIO labels and a tree -> BIO labels.

The network tags each word for itself.  Names that the tree holds together are one; marks at their ends, addresses, files,
letters and saints' days are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

PERSON = "Person"
ADDRESS = re.compile(r".*@.*\.\w|(?i:.*\.(?:docx?|pdf|xls|txt|jpe?g|gif|com|net|org)$)")
"""An address of a mailbox, or a file's name."""
INITIAL = re.compile(r"[A-Z]\.")
QUOTING = frozenset("\"“”'‘’")
NOT_BEFORE = frozenset({"st.", "st", "saint", "san", "santa", "hurricane", "cyclone", "typhoon"})
"""What makes another name of a single one after it: a place, a storm."""

Span = tuple[int, int]


def tidied(words: Sequence[str], labels: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> list[str]:
    """BIO labels with persons' names as they should be; ``heads`` count words from 1, 0 is the root."""
    if not any(label.endswith(PERSON) for label in labels):
        return list(labels)
    joined = list(_joined(words, list(_spans(labels)), heads, relations))
    tidy = ["O" if label.endswith(PERSON) else label for label in labels]
    for start, end in joined:
        start, end = _trimmed(words, start, end)
        if start < end and not _is_none(words, start, end):
            tidy[start:end] = [f"B-{PERSON}", *[f"I-{PERSON}"] * (end - start - 1)]
    return tidy


def _spans(labels: Sequence[str]) -> Iterator[Span]:
    start: int | None = None
    for place, label in enumerate([*labels, "O"]):
        if start is not None and label != f"I-{PERSON}":
            yield start, place
            start = None
        if label.endswith(PERSON) and start is None:
            start = place


def _joined(words: Sequence[str], spans: list[Span], heads: Sequence[int], relations: Sequence[str]) -> Iterator[Span]:
    """Names side by side that the tree makes one, or of a word each, those that a nickname in marks parts, and "Reed, Anna" in a mail."""
    held: Span | None = None
    for start, end in spans:
        if held is not None and (
            _is_one(held, start, heads, relations)
            or _are_halves(words, held, (start, end))
            or _is_inverted(words, held, (start, end))
            or _is_nickname(words, held, (start, end))
        ):
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held


def _is_one(held: Span, start: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    return held[1] == start and relations[start] == "flat" and held[0] <= heads[start] - 1 < held[1]


def _are_halves(words: Sequence[str], held: Span, other: Span) -> bool:
    """Whether two names of one word open a line side by side, as in a list or a mail's head: "Anna Reed"."""
    single = held[0] == 0 and other[0] == held[1] == held[0] + 1 and other[1] == other[0] + 1
    return single and all(word.istitle() and word.isalpha() for word in (words[held[0]], words[other[0]]))


def _is_inverted(words: Sequence[str], held: Span, other: Span) -> bool:
    """Whether two names stand in one pair of marks with only a comma between."""
    comma = other[0] - held[1] == 1 and words[held[1]] == ","
    before = words[held[0] - 1] if held[0] else ""
    after = words[other[1]] if other[1] < len(words) else ""
    return comma and before in QUOTING and after in QUOTING


def _is_nickname(words: Sequence[str], held: Span, other: Span) -> bool:
    """Whether only a nickname in marks, or one of its marks, stands between two names: 'Selwyn "Crabby" Harewood'."""
    between = words[held[1] : other[0]]
    if len(between) == 1:
        opened = any(word in QUOTING for word in words[held[0] : held[1]])
        closes = other[1] < len(words) and words[other[1]] in QUOTING and other[1] - other[0] <= 2
        return between[0] in QUOTING and (opened or (closes and words[other[1] + 1 : other[1] + 2] != [","]))
    return 3 <= len(between) <= 4 and between[0] in QUOTING and between[-1] in QUOTING and between[1][:1].isupper()


def _trimmed(words: Sequence[str], start: int, end: int) -> Span:
    """A name without addresses and marks at its ends, with the initial before it."""
    while start < end and (_is_mark(words[start]) or ADDRESS.match(words[start])):
        start += 1
    while end > start and (_is_mark(words[end - 1]) or ADDRESS.match(words[end - 1])):
        end -= 1
    if 1 < start < end and INITIAL.fullmatch(words[start - 1]):
        start -= 1
    return start, end


def _is_mark(word: str) -> bool:
    return not any(c.isalnum() for c in word) and word not in (".", ")", "”", '"')


def _is_none(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a single word is a letter, or what another name makes a place or a storm, or that other word itself."""
    before = words[start - 1].casefold() if start else ""
    return end - start == 1 and (len(words[start]) == 1 or not NOT_BEFORE.isdisjoint((before, words[start].casefold())))

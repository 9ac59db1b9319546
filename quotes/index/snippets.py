"""Which stretch of a quote shows why it was found?"""

from __future__ import annotations

from attrs import frozen


@frozen
class Snippet:
    """A stretch of a text, with ellipses where it was cut; ``marks`` are the offsets of the hits within ``text``."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def marked(self, before: str = "**", after: str = "**") -> str:
        """The stretch with a sign before and after each hit; hits that overlap are marked as one."""
        out, at = [], 0
        for start, end in _joined(self.marks):
            out += [self.text[at:start], before, self.text[start:end], after]
            at = end
        return "".join([*out, self.text[at:]])


def snippet(text: str, marks: tuple[tuple[int, int], ...], width: int = 160) -> Snippet:
    """At most ``width`` characters of a text (and two ellipses) around its first hits, cut between words.

    White space is shown as single blanks.
    """
    if len(text) <= width:
        start, end = 0, len(text)
    else:
        first = marks[0][0] if marks else 0
        start = max(0, min(first - width // 4, len(text) - width))
        start = text.rfind(" ", 0, start + 1) + 1 if start else 0
        end = min(len(text), start + width)
        end = text.rfind(" ", start + 1, end) if end < len(text) and " " in text[start + 1 : end] else end
    shown = "".join(" " if character.isspace() else character for character in text[start:end])
    head, tail = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(head) - start
    inside = tuple((a + shift, b + shift) for a, b in marks if start <= a and b <= end)
    return Snippet(head + shown + tail, inside)


def _joined(marks: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined

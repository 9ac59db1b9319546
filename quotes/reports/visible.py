"""How is the text of a stranger shown without letting it steer the terminal?"""

from __future__ import annotations

import unicodedata

SILENT = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Format characters that change nothing around them: soft hyphen, zero-width marks, byte order mark."""

_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories that are not shown as they are: control, format, surrogate, private, unassigned."""


def visible(text: str) -> str:
    """A text on one line, white space as single spaces, and every character that would steer a terminal by its name.

    An escape becomes ``<U+001B>``, an override of the writing direction ``<U+202E>``.
    """
    return "".join(map(_shown, " ".join(text.split())))


def _shown(mark: str) -> str:
    if mark.isprintable() or mark in SILENT:
        return mark
    return f"<U+{ord(mark):04X}>" if unicodedata.category(mark) in _UNSHOWN else " "


def spelled(text: str) -> str:
    """The same, but with all blanks where they are: every white space becomes one space, for texts that go on."""
    return "".join(" " if mark.isspace() else _shown(mark) for mark in text)

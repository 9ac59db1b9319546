"""How are a stranger's words put into a rich text without letting them steer the terminal, or moving the offsets?"""

from __future__ import annotations

from rich.style import Style
from rich.text import Text as RichText

from quotes.reports.visible import SILENT


def still(text: str) -> str:
    """The same text, as long as before, in which nothing but line ends steers the terminal."""
    return "".join(mark if mark.isprintable() or mark in SILENT or mark == "\n" else _still(mark) for mark in text)


def _still(mark: str) -> str:
    return " " if mark.isspace() else "\N{REPLACEMENT CHARACTER}"


class Text(RichText):
    """A rich text that holds no control characters."""

    def __init__(self, text: str = "", style: str | Style = "") -> None:
        super().__init__(still(text), style)

    def append(self, text: RichText | str, style: str | Style | None = None) -> RichText:
        """Add words at the end."""
        return super().append(still(text) if isinstance(text, str) else text, style)

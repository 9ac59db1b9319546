"""What was measured, and what had to be reached?"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen
from rich.table import Table
from rich.text import Text


@frozen(kw_only=True)
class Figure:
    """One measured value in its unit; ``at_least`` or ``at_most`` is what it has to reach, where anything is asked."""

    part: str
    name: str
    value: float
    unit: str = "%"
    at_least: float | None = None
    at_most: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the value reaches what is asked; None where nothing is."""
        if self.at_least is not None:
            return self.value >= self.at_least
        return self.value <= self.at_most if self.at_most is not None else None

    @property
    def asked(self) -> str:
        """What is asked, as text."""
        if self.at_least is not None:
            return f"≥ {self.at_least:,g}"
        return f"≤ {self.at_most:,g}" if self.at_most is not None else ""


def figures_table(title: str, figures: Iterable[Figure]) -> Table:
    """Figures for the terminal, those that fall short marked."""
    table = Table("part", "figure", title=title, title_justify="left")
    for heading in ("value", "asked", ""):
        table.add_column(heading, justify="right")
    for figure in figures:
        verdict = {True: "yes", False: "no", None: ""}[figure.met]
        style = "bold red" if figure.met is False else ""
        value = f"{figure.value:,.1f} {figure.unit}" if abs(figure.value) >= 10 else f"{figure.value:.2f} {figure.unit}"
        table.add_row(figure.part, Text(figure.name), value, figure.asked, verdict, style=style)
    return table

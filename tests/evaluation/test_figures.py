import io

import pytest
from rich.console import Console

from quotes.evaluation.figures import Figure, figures_table


@pytest.mark.parametrize(
    ("bounds", "met", "asked"),
    [
        ({}, None, ""),
        ({"at_least": 80.0}, True, "≥ 80"),
        ({"at_least": 88.5}, False, "≥ 88.5"),
        ({"at_most": 1.2}, False, "≤ 1.2"),
        ({"at_most": 100.0}, True, "≤ 100"),
    ],
)
def test_a_figure_knows_whether_it_reaches_what_is_asked(
    bounds: dict[str, float], met: bool | None, asked: str
) -> None:
    figure = Figure(part="EWT", name="LAS", value=85.0, **bounds)
    assert (figure.met, figure.asked) == (met, asked)


def test_what_falls_short_is_said(tmp_path: object) -> None:
    console = Console(file=io.StringIO(), width=100, record=True)
    console.print(figures_table("t", [Figure(part="EWT", name="LAS", value=85.04, at_least=88.5)]))
    (row,) = [line for line in console.export_text().splitlines() if "EWT" in line]
    assert "85.0 %" in row
    assert "≥ 88.5" in row
    assert " no " in row

"""The ``quotes`` command: which sub-commands are there, loaded only when they are called for."""

from __future__ import annotations

import importlib
from typing import Any

import click

COMMANDS = {
    "add": "quotes.cli.add:add",
    "check": "quotes.cli.check:check",
    "cite": "quotes.cli.cite:cite",
    "doctor": "quotes.cli.doctor:doctor",
    "evaluate": "quotes.cli.evaluate:evaluate",
    "export": "quotes.cli.export:export",
    "extract": "quotes.cli.extract:extract",
    "import": "quotes.cli.import_:import_",
    "report": "quotes.cli.report:report",
    "review": "quotes.cli.review:review",
    "schema": "quotes.cli.schema:schema",
    "search": "quotes.cli.search:search",
    "show": "quotes.cli.show:show",
    "speakers": "quotes.cli.speakers:speakers",
    "verify": "quotes.cli.verify:verify",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are run, so that no command waits for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: Any = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quotes")
def main() -> None:
    """Who said what, word for word, where it stands, and for whom they spoke."""

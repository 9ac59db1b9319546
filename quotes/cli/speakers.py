"""``quotes speakers``: who is in the index, and who is one person."""

from __future__ import annotations

import click

from quotes.cli.opened import index_option, opened, safe, show, show_json


class WithName(click.Group):
    """A group whose first argument is a sub-command, or else the name to look for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """``quotes speakers Wu Weiren`` is ``quotes speakers list Wu Weiren``."""
        first = next((arg for arg in args if not arg.startswith("-")), None)
        if first not in self.commands and not {"-h", "--help"} & set(args):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=WithName, context_settings={"help_option_names": ["-h", "--help"]})
def speakers() -> None:
    """Who is in the index, for whom they spoke and when; merge, split and rename them.

    quotes speakers [NAME] lists those whose name holds these words.
    """


@speakers.command("list")
@click.argument("name", nargs=-1)
@index_option
@click.option("--unnamed", is_flag=True, help='Also sources without a name ("one customer").')
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
def list_speakers(name: tuple[str, ...], path: str, unnamed: bool, limit: int, form: str) -> None:
    """List the speakers whose name holds these words, most quoted first."""
    from attrs import asdict

    from quotes.index.speakers import speakers as find

    with opened(path) as index:
        found = find(index, " ".join(name), unnamed=unnamed, limit=limit)
    if form == "json":
        show_json({"schema": "quotes-speakers/1", "speakers": [asdict(profile) for profile in found]})
        return
    from quotes.reports.found import profiles

    show(profiles(found))


@speakers.command("merge")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--into", required=True, metavar="NAME", help="The speaker who remains.")
@index_option
def merge(names: tuple[str, ...], into: str, path: str) -> None:
    """Make several speakers one.  NAME is a name, or a number as '#12'."""
    from quotes.index.corrections import merge as decide

    with opened(path) as index:
        _said(decide(index, names, into), f"{', '.join(names)}: one speaker with {into} from now on")


@speakers.command("split")
@click.argument("name")
@click.option("--as", "new_name", required=True, metavar="NAME", help="The name of the new speaker.")
@click.option("--quote", "quotes", multiple=True, metavar="ID", help="Quotes (with their documents) that move.")
@click.option("--form", metavar="NAME", help="Move the documents that use this form of the name.")
@index_option
def split(name: str, new_name: str, quotes: tuple[str, ...], form: str | None, path: str) -> None:
    """Part one speaker in two: say what moves with --quote or --form."""
    from quotes.index.corrections import split as decide

    with opened(path) as index:
        _said(decide(index, name, new_name, quotes, form), f"{name}: {new_name} is another speaker from now on")


@speakers.command("rename")
@click.argument("name")
@click.argument("new_name")
@index_option
def rename(name: str, new_name: str, path: str) -> None:
    """Give a speaker another name; the old one still finds them."""
    from quotes.index.corrections import rename as decide

    with opened(path) as index:
        _said(decide(index, name, new_name), f"{name}: {new_name} from now on")


@speakers.command("undo")
@click.argument("decision", type=int, required=False)
@index_option
def undo(decision: int | None, path: str) -> None:
    """Take the last merge, split or rename back (or the one with this number, if none came after it)."""
    from quotes.index.corrections import undo as take_back

    with opened(path) as index:
        taken = take_back(index, decision)
    click.echo(f"undone: {taken.action} (decision {taken.number})")


@speakers.command("decisions")
@index_option
def list_decisions(path: str) -> None:
    """List what was decided, when and by whom."""
    from quotes.index.decisions import decisions

    with opened(path) as index:
        for one in decisions(index):
            line = f"{one.number}  {one.made}  {one.made_by}  {one.action}  {one.said}{'  (undone)' * one.undone}"
            click.echo(safe(line))


def _said(decision: int, what: str) -> None:
    click.echo(f"{what} (decision {decision}; take it back with: quotes speakers undo)")

"""``quotes review``: a person settles what the tool found."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from quotes.cli.opened import index_option, opened, safe, show

if TYPE_CHECKING:
    from quotes.checking.correcting import Correction
    from quotes.checking.review import Saved
    from quotes.index import Index

EXAMPLES = """\b
Examples:
  quotes review                          with single keys, least sure first
  quotes review --list                   what waits for a review
  quotes review 3xhmtqlyvkhb --accept --by Ann
  quotes review 3xhmtqlyvkhb --speaker "Marta Olsen" --role chair
  quotes review 3xhmtqlyvkhb --move-end -2
"""


@click.command(epilog=EXAMPLES)
@click.argument("quote_ids", metavar="[ID]...", nargs=-1)
@index_option
@click.option("--accept", is_flag=True, help="It is right as it is.")
@click.option("--reject", is_flag=True, help="It is no quote.")
@click.option("--undo", is_flag=True, help="Take the last decision on it back.")
@click.option("--speaker", metavar="NAME", help="Who said it.")
@click.option("--no-speaker", is_flag=True, help="Nobody knows who said it.")
@click.option("--speaker-kind", type=click.Choice(["person", "organization", "unnamed"]))
@click.option("--role", metavar="WORDS", help="The speaker's role, in the words of the article.")
@click.option("--organization", metavar="WORDS", help="For whom they speak, in the words of the article.")
@click.option("--no-affiliation", is_flag=True, help="The article does not say for whom they speak.")
@click.option("--move-start", type=int, default=0, metavar="N", help="By how many words; to the left if negative.")
@click.option("--move-end", type=int, default=0, metavar="N", help="By how many words; to the left if negative.")
@click.option("--note", metavar="TEXT", help="Remember some words about it.")
@click.option("--by", metavar="NAME", help="Who decides.  [default: the user of this computer]")
@click.option("--only-article", "articles", multiple=True, metavar="NAME", help="Part of a path, URL or title.")
@click.option("--only-speaker", metavar="NAME", help="Quotes of this speaker.")
@click.option("--list", "listing", is_flag=True, help="List what waits for a review, and decide nothing.")
@click.option("--limit", type=click.IntRange(1, 100_000), help="So many quotes at most.  [default: all; 50 in a list]")
def review(
    quote_ids: tuple[str, ...],
    path: str,
    accept: bool,
    reject: bool,
    undo: bool,
    speaker: str | None,
    no_speaker: bool,
    speaker_kind: str | None,
    role: str | None,
    organization: str | None,
    no_affiliation: bool,
    move_start: int,
    move_end: int,
    note: str | None,
    by: str | None,
    articles: tuple[str, ...],
    only_speaker: str | None,
    listing: bool,
    limit: int | None,
) -> None:
    """Accept, correct or reject what was found; what you decide wins over any extraction, and can be undone.

    Without an ID, quotes come one by one, each in its paragraph, and single keys decide.  With an ID and what to do,
    nothing is asked.
    """
    from quotes.checking.correcting import Correction
    from quotes.checking.queue import LISTED, LONGEST, queue
    from quotes.index.fetch import number_of
    from quotes.model import SpeakerKind

    correction = Correction(
        speaker="" if no_speaker else speaker,
        speaker_kind=SpeakerKind(speaker_kind) if speaker_kind else None,
        role="" if no_affiliation else role,
        organization="" if no_affiliation else organization,
        start=move_start,
        end=move_end,
    )
    action = _action(accept, reject, undo, not correction.empty)
    if (action or note is not None) and not quote_ids:
        raise click.UsageError("say which quote: quotes review ID --accept")
    most = limit or (LISTED if listing else LONGEST)
    with opened(path) as index:
        rows = [number_of(index, one) for one in quote_ids] or queue(index, articles, only_speaker, most)
        if action or note is not None:
            _decide(index, rows, action, correction, note, by)
        elif listing:
            _list(index, rows)
        else:
            _ask(index, rows, by)


def _action(accept: bool, reject: bool, undo: bool, correct: bool) -> str | None:
    """The one thing to do; a correction may also be called accepted."""
    chosen = [name for name, wanted in (("reject", reject), ("undo", undo), ("correct", correct or accept)) if wanted]
    if len(chosen) > 1:
        raise click.UsageError(f"a quote can be {' or '.join(chosen)}ed, not both")
    return chosen[0] if chosen else None


def _decide(
    index: Index, rows: list[int], action: str | None, correction: Correction, note: str | None, by: str | None
) -> None:
    """Decide on all of these quotes or, where one cannot be decided on, on none."""
    from quotes.checking import review

    saved: list[Saved] = []
    with index.transaction():
        for row in rows:
            if action == "reject":
                saved.append(review.reject(index, row, by))
            elif action == "undo":
                saved.append(review.undo(index, row, by))
            elif action == "correct":
                saved.append(review.correct(index, row, correction, by))
            if note is not None:
                saved.append(review.note(index, row, note, by))
    for one in saved:
        said = f": {' / '.join(one.said)}" if one.said else ""
        click.echo(
            safe(f"{one.quote.quote.id}  {one.quote.status.value}  {one.action}{said} (decision {one.decision})")
        )


def _list(index: Index, rows: list[int]) -> None:
    from quotes.index.fetch import stored
    from quotes.reports.reviewing import queued

    show(queued([stored(index, row) for row in rows]))


def _ask(index: Index, rows: list[int], by: str | None) -> None:
    """Go through the queue with single keys."""
    from quotes.checking.session import Session
    from quotes.reports.reviewing import closing, review_page

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("reviewing with keys needs a terminal; else say what to do: quotes review ID --accept")
    session = Session(index, rows, _prompt, by)
    try:
        while session.current:
            click.clear()
            show(review_page(session))
            if not session.press(click.getchar()):
                break
    except (KeyboardInterrupt, EOFError):
        click.echo()
    show(closing(session))


def _prompt(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False)
    return answer

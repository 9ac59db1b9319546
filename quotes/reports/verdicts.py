"""What verification found, for a terminal: the verdict in words, and the difference word by word."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding

from quotes.checking.checking import Report
from quotes.checking.verdicts import Attribution, Change, Match, Verdict, Verification
from quotes.citing.records import file_name
from quotes.reports.still import Text

STYLES = {
    Verdict.VERBATIM: "bold green",
    Verdict.ELIDED: "bold green",
    Verdict.ALTERED: "bold red",
    Verdict.SPLICED: "bold red",
    Verdict.PARAPHRASE: "bold yellow",
    Verdict.MISATTRIBUTED: "bold red",
    Verdict.UNSUPPORTED: "bold red",
}
MEANINGS = {
    Verdict.VERBATIM: "the source has these very words",
    Verdict.ELIDED: "the source has these words; omissions are marked",
    Verdict.ALTERED: "the source has other words",
    Verdict.SPLICED: "joined from separate quotes",
    Verdict.PARAPHRASE: "indirect speech in the source: not the speaker's own words",
    Verdict.MISATTRIBUTED: "somebody else said it",
    Verdict.UNSUPPORTED: "not found in the index",
}


def verification(result: Verification) -> RenderableType:
    """One verdict with its matches and notes."""
    parts: list[RenderableType] = [verdict_line(result)]
    parts += [Text(f"  note: {note}") for note in result.notes]
    near = result.verdict is Verdict.UNSUPPORTED
    if near and result.matches:
        parts.append(Text("  the nearest quotes:"))
    parts += [part for match in result.matches for part in _match(match, near)]
    return Group(*parts)


def verdict_line(result: Verification) -> Text:
    """The verdict, what it means, and whether the speaker is right."""
    line = Text(result.verdict.value.upper(), style=STYLES[result.verdict])
    line.append(f"  {MEANINGS[result.verdict]}", style="not bold default")
    if result.verdict is not Verdict.UNSUPPORTED and result.speaker:
        said = result.matches[0].speaker or "somebody unnamed"
        who = {
            Attribution.RIGHT: f"; said by {said}, as claimed",
            Attribution.WRONG: f"; said by {said}, not by {result.speaker}",
            Attribution.UNKNOWN: f"; whether {result.speaker} said it is not known",
        }
        line.append(who.get(result.attribution, ""), style="not bold default")
    return line


def _match(match: Match, near: bool) -> list[RenderableType]:
    document = match.document
    where = ", ".join(
        part for part in (document["title"] or file_name(document["source"]), document["published"]) if part
    )
    head = Text(f"  {match.quote_id}", style="dim")
    head.append(f"  {match.speaker or 'speaker unknown'}", style="bold not dim")
    head.append(f"  {match.kind}  {' '.join(where.split())}" + (f"  score {match.score:.2f}" if near else ""))
    words = Text(" ".join(match.text.split())) if near or not match.diff else difference(match.diff)
    return [head, Padding(words, (0, 0, 0, 4), expand=False)]


def difference(diff: tuple[Change, ...]) -> Text:
    """The claim against the source, readable without colours: [-in the source-] {+in the claim+}."""
    text = Text()
    for change in diff:
        if change.op == "same":
            text.append(change.claim)
        elif change.op == "omitted":
            text.append(f"[… {change.source} …]", style="dim")
        else:
            text.append(f"[-{change.source}-]" if change.source else "", style="red")
            text.append(f"{{+{change.claim}+}}" if change.claim else "", style="green")
        text.append(" ")
    text.rstrip()
    return text


def report(result: Report) -> RenderableType:
    """All quotations of a draft, and what they come to."""
    parts: list[RenderableType] = [Text(result.draft.source, style="bold"), Text()]
    for one in result.checked:
        given = f" — {one.quotation.speaker}" if one.quotation.speaker else ""
        parts += [Text(f"“{' '.join(one.quotation.text.split())}”{given}"), verification(one.verification), Text()]
    if result.terms:
        parts.append(Text("not checked, too short: " + ", ".join(f"“{term.text}”" for term in result.terms)))
    parts.append(Text(summary(result), style="bold"))
    return Group(*parts)


def summary(result: Report) -> str:
    """One line: how many quotations, and how many cannot stand as they are."""
    bad = sum(not one.verification.sound for one in result.checked)
    if not result.checked:
        return "no quotations in this draft"
    return f"{len(result.checked)} quotations, " + (f"{bad} to look at" if bad else "all sound")

"""A checked draft as one HTML page for the editor: the draft with its quotations marked, then each verdict."""

from __future__ import annotations

from html import escape

from quotes.checking.checking import Checked, Report
from quotes.checking.verdicts import Change, Match
from quotes.citing.records import file_name
from quotes.reports.verdicts import MEANINGS, summary

STYLE = """
body { font: 17px/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h1, h2 { font: 600 1.2rem/1.3 system-ui, sans-serif; }
.draft p { margin: 0 0 .8rem; }
mark { background: none; border-bottom: 3px solid; }
.sound { border-color: #2c7a4b; } .look { border-color: #b3261e; }
section { border-left: 4px solid; padding-left: .9rem; margin: 1.4rem 0; }
.verdict { font: 600 .95rem system-ui, sans-serif; } .about, .note { font: .9rem system-ui, sans-serif; color: #555; }
del { color: #b3261e; } ins { color: #2c7a4b; } .omitted { color: #777; }
@media print { a { color: inherit; text-decoration: none; } }
"""


def page(reports: list[Report]) -> str:
    """The whole page, with nothing that must be fetched from elsewhere."""
    body = "\n".join(_draft(report, number) for number, report in enumerate(reports, 1))
    head = f'<meta charset="utf-8"><title>Quotations checked</title><style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _draft(report: Report, number: int) -> str:
    parts = [f"<h1>{escape(report.draft.source)}</h1>", f"<p><strong>{escape(summary(report))}</strong></p>"]
    parts.append(f'<div class="draft">{_text(report, number)}</div><h2>Verdicts</h2>')
    parts += [_section(one, f"{number}-{i}") for i, one in enumerate(report.checked, 1)]
    if report.terms:
        parts.append("<p>Not checked, too short: " + ", ".join(escape(term.text) for term in report.terms) + "</p>")
    return "\n".join(parts)


def _text(report: Report, number: int) -> str:
    """The draft's paragraphs; each quotation is a link to its verdict."""
    text, out, at = report.draft.text, "", 0
    for i, one in enumerate(report.checked, 1):
        start, end = max(at, one.quotation.start), one.quotation.end
        if start >= end:
            continue
        link = f'<a href="#q{number}-{i}"><mark class="{_look(one)}">{escape(text[start:end])}</mark></a>'
        out += escape(text[at:start]) + link
        at = end
    out += escape(text[at:])
    return "".join(f"<p>{paragraph}</p>" for paragraph in out.split("\n") if paragraph.strip())


def _look(one: Checked) -> str:
    return "sound" if one.verification.sound else "look"


def _section(one: Checked, name: str) -> str:
    result = one.verification
    given = f" — {escape(one.quotation.speaker)}" if one.quotation.speaker else ""
    verdict = f"{escape(result.verdict.value)}: {escape(MEANINGS[result.verdict])}"
    parts = [f"<p>“{escape(one.quotation.text)}”{given}</p>", f'<p class="verdict">{verdict}</p>']
    parts += [f'<p class="note">{escape(note)}</p>' for note in result.notes]
    parts += [_match(match) for match in result.matches]
    return f'<section id="q{name}" class="{_look(one)}">' + "\n".join(parts) + "</section>"


def _match(match: Match) -> str:
    document = match.document
    title = escape(document["title"] or file_name(document["source"]))
    url = str(document["url"] or "")
    if url.startswith(("http://", "https://")):
        title = f'<a href="{escape(url, quote=True)}">{title}</a>'
    about = f"{escape(match.speaker or 'speaker unknown')}, {title} ({escape(match.quote_id)}, {match.kind})"
    words = " ".join(_change(change) for change in match.diff) if match.score >= 0.5 else escape(match.text)
    return f'<p>{words}<br><span class="about">{about}</span></p>'


def _change(change: Change) -> str:
    if change.op == "same":
        return escape(change.claim)
    if change.op == "omitted":
        return f'<span class="omitted">[… {escape(change.source)} …]</span>'
    dropped = f"<del>{escape(change.source)}</del>" if change.source else ""
    return dropped + (f" <ins>{escape(change.claim)}</ins>" if change.claim else "")

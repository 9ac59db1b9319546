"""What differs between a claim and its source, word by word, and which differences turn the meaning?"""

from __future__ import annotations

from itertools import groupby

from quotes.checking.alignment import Op, Step, Steps, edits
from quotes.checking.candidates import Candidate
from quotes.checking.claims import Claim
from quotes.checking.verdicts import Change
from quotes.checking.words import Word


def changes(claim: Claim, candidate: Candidate, steps: Steps) -> tuple[Change, ...]:
    """The steps, joined into runs, in the words of both sides."""
    return tuple(_change(claim, candidate, op, list(run)) for op, run in groupby(steps, key=lambda step: step.op))


def _change(claim: Claim, candidate: Candidate, op: Op, run: list[Step]) -> Change:
    claimed = [claim.words[step.claim] for step in run if step.claim is not None]
    said = [candidate.words[step.source] for step in run if step.source is not None]
    touched = [] if op in (Op.SAME, Op.CASE) else [word.about for word in (*claimed, *said) if word.about]
    about = "negation" if "negation" in touched else (touched[0] if touched else None)
    return Change(op.value, _shown(claim.text, claimed), _shown(candidate.text, said), about)


def _shown(text: str, words: list[Word]) -> str:
    """The words as they stand in their text, with the punctuation between them."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def notes_on(claim: Claim, candidate: Candidate, steps: Steps, own: float) -> tuple[str, ...]:
    """What a human should look at before they rely on the verdict."""
    notes = [_touching(op, about, steps, claim, candidate) for op in (Op.OMITTED,) for about in ("negation", "number")]
    if edits(steps) and all(step.op in (Op.SAME, Op.CASE) for step in steps):
        notes.append("only capital letters differ")
    if any(change.about for change in changes(claim, candidate, steps) if change.op not in ("same", "omitted")):
        notes.append("a negation or a number is touched: the meaning may have changed")
    if 0 < own < 1:
        notes.append("only part of these words stands in quotation marks in the source")
    if claim.inserted:
        notes.append("words in brackets are not the speaker's: " + ", ".join(claim.inserted.values()))
    if not candidate.current:
        notes.append("these words stand only in an earlier version of the document")
    return tuple(note for note in notes if note)


def _touching(op: Op, about: str, steps: Steps, claim: Claim, candidate: Candidate) -> str:
    left_out = [candidate.words[step.source] for step in steps if step.op is op and step.source is not None]
    said = [word.key for word in left_out if word.about == about]
    return f"the omitted words hold a {about}: {', '.join(said)}" if said else ""

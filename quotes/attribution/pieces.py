"""Which characters do the words of a content fill?"""

from __future__ import annotations

import re

from quotes.attribution.cues import Cue
from quotes.attribution.looks import words_in
from quotes.attribution.marks import Quotation
from quotes.attribution.scene import Scene
from quotes.attribution.sources import source_places

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATE = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
PLACE = r"[A-Z][\w.'’]*(?:[ ,]+[A-Z][\w.'’]*){0,4}"
DATELINE = re.compile(
    rf"{PLACE},? ?(?:[–—-] ?)?\(?{DATE}\)? ?(?:\([^)]{{1,40}}\) ?)?(?::|--|[—–-]) "
    r"|\([A-Z][\w ]{1,30}\) ?(?:--|[—–-]) "
    r"|[A-Z][A-Z.'’ -]{2,}(?:,? ?[A-Z][\w.'’ ]*)*(?:,? \d{1,2}(?:, \d{4})?)? ?(?:\([^)]{1,40}\) ?)?(?:--|[—–-]) "
    r"|[A-Z]{3,}(?: [A-Z]{2,})*: "
)
PLACE_ONLY = re.compile(rf"{PLACE}(?::|-) ")
"""What opens an article from some place: "Lindau: ", where the place is seen as one."""
EDGE = " \t\r\n,;:.-–—…"


def pieces_of(scene: Scene, cue: Cue, places: list[int]) -> tuple[tuple[int, int], ...]:
    """The words of a content as character ranges: from first to last, without the cue and its source, within the paragraph."""
    syntax = scene.syntax
    sentence = syntax.sentences[syntax.words[cue.head].sentence]
    held = [p for p in places if p in sentence or scene.quoting(p) is not None]
    held = [p for p in held if syntax.words[p].upos != "PUNCT" or scene.quoting(p) is not None]
    if not held:
        return ()
    barred = set(cue.places) | set(source_places(syntax, scene.tagging, cue))
    if not cue.is_according and not barred.isdisjoint(range(held[0], held[-1] + 1)):
        barred |= {p for p in syntax.subtree(cue.head) if p not in set(places)} & set(range(held[0], held[-1] + 1))
    runs: list[list[int]] = []
    for place in range(held[0], held[-1] + 1):
        if place in barred:
            continue
        if runs and not any(p in barred for p in range(runs[-1][-1], place)):
            runs[-1].append(place)
        else:
            runs.append([place])
    runs = _believed(scene, cue, runs)
    around = scene.quoting(cue.head)
    spans = (_trimmed(scene, *syntax.characters(run), within=around) for run in runs)
    return tuple(span for span in spans if span is not None and words_in(syntax.text, span))


def _believed(scene: Scene, cue: Cue, runs: list[list[int]]) -> list[list[int]]:
    """The runs that a cue parts a content into, without those that the model does not link to it; one always stays."""
    if not scene.tagging.present or len(runs) < 2:
        return runs
    linked = set(scene.tagging.linked("content", cue.head))
    best = max(runs, key=lambda run: (len(linked.intersection(run)), len(run)))

    opening = scene.syntax.sentences[scene.syntax.words[cue.head].sentence].start

    def stays(run: list[int]) -> bool:
        held = len(linked.intersection(run)) >= 0.3 * len(run) or any(scene.quoting(p) is not None for p in run)
        return held or run[0] == opening

    return [run for run in runs if run is best or stays(run)]


def _trimmed(scene: Scene, start: int, end: int, within: Quotation | None = None) -> tuple[int, int] | None:
    """A range without punctuation at its edges, grown to hold whole quotations (but for the one that it is ``within``)."""
    text = scene.syntax.text
    if any(start == opening for opening, _ in scene.paragraphs):
        start = _after_dateline(scene, start, end)
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE and not text[start:end].endswith(("U.S.", "Inc.", "Co.", "Jr.")):
        end -= 1
    for quotation in scene.outer:
        if quotation is not within and quotation.start < end and start < quotation.end:
            most = quotation.end - quotation.start
            if start > quotation.start and end <= quotation.end and (end - start) * 2 < most:
                continue
            start, end = min(start, quotation.start), max(end, quotation.end)
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return (start, end) if start < end else None


def _after_dateline(scene: Scene, start: int, end: int) -> int:
    """Where a paragraph goes on after the place, the date and the agency that open it."""
    syntax = scene.syntax
    found = DATELINE.match(syntax.text, start, end)
    if found is None and (place := PLACE_ONLY.match(syntax.text, start, end)) is not None:
        entity = syntax.entity_at.get(syntax.at(start))
        found = place if entity is not None and entity.kind == "location" else None
    return found.end() if found is not None else start

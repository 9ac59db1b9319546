"""Which quoted runs are speech though no cue reports them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from quotes.attribution.looks import ABBREVIATED, LONG, is_title_case, words_in
from quotes.attribution.marks import Quotation
from quotes.attribution.quoted import runs_on
from quotes.attribution.scene import Reading, Scene


def loose_readings(scene: Scene, quotations: Sequence[Quotation]) -> Iterator[Reading]:
    """Quoted runs that no cue reports: those that are speech by their looks, runs of one speech together."""
    group: list[Quotation] = []
    for quotation in quotations:
        if group and runs_on(scene, group[-1], quotation):
            group.append(quotation)
            continue
        if group:
            yield from _loose_reading(scene, group)
        group = [quotation]
    if group:
        yield from _loose_reading(scene, group)


def _loose_reading(scene: Scene, group: Sequence[Quotation]) -> Iterator[Reading]:
    text = scene.syntax.text
    kept = [q for q in group if _looks_spoken(text, q)]
    if not kept and words_in(text, group[-1].inner) > 1 and _name_after_dash(scene, group[-1]):
        kept = list(group)
    if kept:
        label = _name_after_dash(scene, kept[-1]) or next(
            filter(None, (_name_after_comma(scene, q) for q in kept)), None
        )
        yield Reading(None, tuple((q.start, q.end) for q in kept), "quotation-alone", tuple(kept), label)


STOPS = frozenset(".!?")
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "PUNCT", "CCONJ"})
TITLE = 10
"""So many words, at most, hold a title and the beginning of a name."""
_END_OF_NAME = re.compile(rf"[,;(]|\.$|{ABBREVIATED}[.]\s")
_DASH = re.compile(r"\s*(?:[-–—―~]{1,2})\s*(?=[A-Z])")


def _name_after_dash(scene: Scene, quotation: Quotation) -> tuple[int, int] | None:
    """ "... " - Commissioner Geoffrey Starks: the title and name that follow a dash after the marks, to the end of the paragraph."""
    text = scene.syntax.text
    _, end = scene.paragraphs[quotation.paragraph]
    found = _DASH.match(text, quotation.end, end)
    if found is None or words_in(text, (found.end(), end)) > 12:
        return None
    stop = _END_OF_NAME.search(text, found.end(), end)
    name = text[found.end() : stop.start() if stop and stop.start() - found.end() > 3 else end].rstrip(" .")
    capitals = re.findall(r"\b[A-Z]", name)
    return (found.end(), found.end() + len(name)) if len(capitals) >= 2 else None


def _name_after_comma(scene: Scene, quotation: Quotation) -> tuple[int, int] | None:
    """ "... ," Ines Calder, a geologist in Halden.: the name after a comma within the marks, in a sentence that lacks its verb.

    A title may stand before it: "... ," Secretary of Energy, Ines Calder.
    """
    syntax = scene.syntax
    place = syntax.at(quotation.end - 1) + 1
    _, end = scene.paragraphs[quotation.paragraph]
    if syntax.text[: quotation.inner[1]].rstrip()[-1:] != "," or place >= len(syntax.words):
        return None
    titled = takewhile(lambda w: w.upos in NOMINAL and w.start < end, syntax.words[place : place + TITLE])
    entities = (syntax.entity_at.get(w.index) for w in titled)
    person = next((e for e in entities if e is not None and e.kind == "person"), None)
    if person is None or person.last - person.first < 2 or not syntax.words[place].text[0].isupper():
        return None
    for word in syntax.words[person.last :]:
        if word.start >= end or word.text in STOPS or scene.quoting(word.index) is not None:
            return syntax.characters(range(person.first, person.last))
        if word.upos in ("VERB", "AUX") and word.xpos not in ("VBN", "VBG"):
            return None
    return None


def _looks_spoken(text: str, quotation: Quotation) -> bool:
    """A quoted run of some length that is written like a sentence, not like a title or a coined term."""
    start, end = quotation.inner
    inner = text[start:end].strip()
    count = words_in(text, (start, end))
    if count < LONG or is_title_case(inner):
        return False
    return inner[-1:] in ".!?,…-–—" or inner[:1].isupper() or count >= 10 or not quotation.closed

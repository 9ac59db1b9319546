"""Which words are reported?  Quotations and clauses -> the content of each cue.

Quoted runs come first: each is given to the cue that reports it.  Then the clauses that cues govern, or that govern cues.  A content is a
clause or a quoted run, not a bag of tags: the model's tags choose between readings, syntax draws the edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.attribution.clauses import is_clause, without_mark
from quotes.attribution.cues import URGING, Cue
from quotes.attribution.edges import reported_clause, tagged_around
from quotes.attribution.looks import LONG, SENTENCE_END, words_in
from quotes.attribution.loose import loose_readings
from quotes.attribution.marks import Quotation
from quotes.attribution.pieces import pieces_of
from quotes.attribution.quoted import cue_of, is_attributable, is_so_called, is_title, runs_on
from quotes.attribution.scene import Reading, Scene
from quotes.attribution.sources import source_places
from quotes.attribution.turns import QUESTION, unnumbered


def readings(scene: Scene) -> Iterator[Reading]:
    """What each cue reports, and the quoted runs that no cue reports."""
    given: dict[int, list[Quotation]] = {}
    loose: list[Quotation] = []
    previous: tuple[Cue | None, Quotation] | None = None
    for quotation in scene.outer:
        if is_title(scene, quotation):
            continue
        cue = cue_of(scene, quotation) if is_attributable(scene, quotation) else None
        if cue is not None and cue.head not in given and _says_otherwise(scene, cue, quotation):
            cue = None
        if cue is None and previous is not None and runs_on(scene, previous[1], quotation):
            cue = previous[0]
            if cue is None and loose and loose[-1] is previous[1]:
                loose.append(quotation)
                previous = (None, quotation)
                continue
        if cue is not None:
            given.setdefault(cue.head, []).extend([*_led_up(loose, quotation), quotation])
        else:
            loose.append(quotation)
        previous = (cue, quotation)
    for cue in scene.cues:
        reading = _reading(scene, cue, given.get(cue.head, []))
        if reading is not None and not (reading.rule == "phrase-of-cue" and _is_given(given, cue, reading)):
            yield reading
    for turn in scene.turns:
        if unnumbered(scene.syntax.text[slice(*turn.label)]) not in QUESTION:
            marked = [q for q in scene.quotations if any(q.start < end and start < q.end for start, end in turn.pieces)]
            yield Reading(None, turn.pieces, "turn", tuple(marked), label=turn.label)
    spoken = [piece for turn in scene.turns for piece in turn.pieces]
    yield from loose_readings(
        scene, [q for q in loose if not any(q.start < end and start < q.end for start, end in spoken)]
    )


def _is_given(given: dict[int, list[Quotation]], cue: Cue, reading: Reading) -> bool:
    """Whether a reading holds a quoted run that another cue reports."""
    others = [quotation for head, found in given.items() if head != cue.head for quotation in found]
    return any(start <= q.start < end for start, end in reading.pieces for q in others)


def _says_otherwise(scene: Scene, cue: Cue, quotation: Quotation) -> bool:
    """Whether a cue has a clause of its own in its sentence, and the quoted run only follows: 'She said it was late. "We left."'"""
    if quotation.start < scene.place_of(cue)[1] or _same_sentence(scene, cue, quotation):
        return False
    clause = reported_clause(scene, cue)
    return clause is not None and all(scene.quoting(p) is None for p in clause[0]) and is_clause(scene, clause[0])


def _led_up(loose: list[Quotation], quotation: Quotation) -> list[Quotation]:
    """The paragraphs of one quotation before that which its cue stands in, taken out of the loose ones."""
    taken: list[Quotation] = []
    while quotation.reopened and loose and loose[-1].paragraph == quotation.paragraph - 1 and not loose[-1].closed:
        quotation = loose.pop()
        taken.insert(0, quotation)
    return taken


def _reading(scene: Scene, cue: Cue, quoted: list[Quotation]) -> Reading | None:
    """The content of one cue: its quoted runs, the clause around them, or a clause without any."""
    if scene.quoting(cue.head) is not None:
        return _nested(scene, cue)
    clause = reported_clause(scene, cue)
    if not quoted:
        if clause is None or all(scene.quoting(p) is not None for p in clause[0]):
            return None
        pieces = pieces_of(scene, cue, clause[0])
        return Reading(cue, pieces, clause[1], tuple(_held(scene, pieces))) if pieces else None
    if clause is not None and _is_beside(scene, cue, clause[0], quoted):
        pieces = pieces_of(scene, cue, clause[0])
        return Reading(cue, pieces, clause[1]) if pieces else None
    if _is_all_to_do(scene, cue, quoted[0]):
        return Reading(cue, tuple((q.start, q.end) for q in quoted), "quotation-beside-cue", tuple(quoted))
    inside = [p for q in quoted if _same_sentence(scene, cue, q) for p in scene.syntax.inside(q.start, q.end)]
    if clause is not None and _is_mixed(scene, cue, clause[0], quoted):
        return _mixed(scene, cue, sorted({*clause[0], *inside}), quoted, clause[1])
    around = tagged_around(scene, cue, quoted)
    if around:
        return _mixed(scene, cue, sorted({*around, *inside}), quoted, "tagged-content")
    return Reading(cue, tuple((q.start, q.end) for q in quoted), "quotation-beside-cue", tuple(quoted))


def _is_all_to_do(scene: Scene, cue: Cue, quotation: Quotation) -> bool:
    """Whether a quoted run holds all that somebody is asked to do: "urged the council “to stop”"."""
    words, first = scene.syntax.words, scene.syntax.inside(quotation.start, quotation.end).start
    told = words[cue.places[-1] + 1 : first]
    opens = scene.syntax.text[slice(*quotation.inner)].startswith("to ")
    return opens and cue.lemma in URGING and len(told) < 8 and all(w.upos not in ("VERB", "AUX", "PUNCT") for w in told)


def _is_beside(scene: Scene, cue: Cue, places: list[int], quoted: list[Quotation]) -> bool:
    """Whether a clause stands on the other side of its cue than some short quoted runs: "They left, he said, blaming “events”"."""
    words = scene.syntax.words
    if cue.is_according or not is_clause(scene, places) or any(scene.quoting(p) is not None for p in places):
        return False
    short = all(words_in(scene.syntax.text, q.inner) < LONG for q in quoted)
    return (
        short
        and words[places[-1]].end <= scene.place_of(cue)[0]
        and all(q.start > scene.place_of(cue)[1] for q in quoted)
    )


def _mixed(scene: Scene, cue: Cue, places: list[int], quoted: list[Quotation], rule: str) -> Reading:
    """A clause with the quoted runs that it holds, and those that follow it."""
    pieces = pieces_of(scene, cue, places)
    rest = [(q.start, q.end) for q in quoted if not any(start <= q.start < end for start, end in pieces)]
    return Reading(cue, tuple(sorted([*pieces, *rest])), rule, tuple(quoted))


def _same_sentence(scene: Scene, cue: Cue, quotation: Quotation) -> bool:
    start, end = sorted((scene.place_of(cue)[0], quotation.start))
    return not SENTENCE_END.search(scene.syntax.text[start:end] + "A")


def _is_mixed(scene: Scene, cue: Cue, places: list[int], quoted: list[Quotation]) -> bool:
    """Whether a clause says more than the quoted run that it holds: two words or more outside the marks."""
    words = scene.syntax.words
    clause = set(places)
    if _is_set_off(scene, cue, quoted[0]):
        return False
    if not any(p in clause for q in quoted for p in scene.syntax.inside(q.start, q.end)):
        return False
    source = set(source_places(scene.syntax, scene.tagging, cue))
    outside = [
        p
        for p in places
        if scene.quoting(p) is None
        and words[p].upos not in ("PUNCT", "CCONJ")
        and p not in source
        and p not in cue.places
    ]
    at = scene.place_of(cue)
    if all(at[0] >= q.end for q in quoted):
        outside = [p for p in outside if words[p].end <= quoted[0].start]
    elif all(at[1] <= q.start for q in quoted) and not _ends_clause(scene, quoted[0]):
        outside = [p for p in outside if p > cue.head]
    near = [p for p in outside if _reaches(scene, p, quoted)]
    return len(near) >= 2 or any(words[p].upos in ("VERB", "NOUN", "PROPN", "ADJ", "AUX", "DET") for p in near)


def _is_set_off(scene: Scene, cue: Cue, quotation: Quotation) -> bool:
    """Whether a colon or a dash parts a quoted run before its cue from the clause before: 'He waved it aside – “a whim,” he said'."""
    before = scene.syntax.text[: quotation.start].rstrip(" ")[-2:]
    return scene.place_of(cue)[0] >= quotation.end and before.endswith((":", "–", "—", " -", "--"))


def _ends_clause(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quoted run after its cue can only be the end of a clause before it: "It stays, she said, “until May.”"."""
    start = quotation.inner[0]
    return scene.syntax.text[start : start + 1].islower()


def _reaches(scene: Scene, place: int, quoted: list[Quotation]) -> bool:
    """Whether no sentence ends between a word and the nearest quoted run."""
    word = scene.syntax.words[place]
    gaps = [(word.end, q.start) if word.end <= q.start else (q.end, word.start) for q in quoted]
    gap = min(gaps, key=lambda g: g[1] - g[0])
    before = scene.syntax.text[gap[0] - 2 : gap[0]] if gap[0] >= 2 and word.start >= gap[1] else ""
    return not SENTENCE_END.search(before + scene.syntax.text[gap[0] : gap[1]] + "A")


def _nested(scene: Scene, cue: Cue) -> Reading | None:
    """Speech reported within a quotation: only where a clause is plainly said by a third person."""
    if cue.lemma not in ("say", "tell", "announce", "claim", "warn", "argue", "show") or cue.is_according:
        return None
    subjects = scene.syntax.dependents(cue.head, "nsubj")
    if not subjects or subjects[0].lemma.lower() in (
        "i",
        "we",
        "you",
        "it",
        "they",
        "who",
        "that",
        "which",
        "one",
        "people",
    ):
        return None
    clauses = scene.syntax.dependents(cue.head, "ccomp")
    if not clauses:
        return None
    pieces = pieces_of(scene, cue, without_mark(scene.syntax, scene.syntax.subtree(clauses[0].index)))
    return Reading(cue, pieces, "cue-in-quotation") if pieces else None


def _held(scene: Scene, pieces: Iterable[tuple[int, int]]) -> Iterator[Quotation]:
    spans = list(pieces)
    inside = (q for q in scene.outer if any(start <= q.start and q.end <= end for start, end in spans))
    return (q for q in inside if not is_so_called(scene.syntax.text, q))

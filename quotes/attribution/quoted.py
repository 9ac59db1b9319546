"""Which cue reports a quoted run?

The one that its dependencies, the model's links and its neighbourhood name.
"""

from __future__ import annotations

import re

from quotes.attribution.cues import ATTITUDE, SAYING, Cue
from quotes.attribution.looks import LONG, SENTENCE_END, is_title_case, words_in
from quotes.attribution.marks import Quotation
from quotes.attribution.scene import Scene, says_between
from quotes.attribution.syntax import Syntax


def cue_of(scene: Scene, quotation: Quotation) -> Cue | None:
    """The cue that reports a quoted run, if there is one in its paragraph (or at the end of the one before)."""
    if (begun := _begun(scene, quotation)) is not None:
        return cue_of(scene, begun)
    start, end = _surroundings(scene, quotation)
    best: tuple[float, Cue] | None = None
    inside = scene.syntax.inside(*quotation.inner)
    votes = scene.tagging.votes(inside)
    least = 1.5 if _is_sentence_like(scene.syntax.text, quotation) else 2.4
    for cue in scene.cues:
        at = scene.place_of(cue)
        if at[1] <= start or at[0] >= end or scene.quoting(cue.head) is not None:
            continue
        score = _attachment(scene, quotation, cue, at, _share(votes, cue, len(inside)), inside)
        if score >= least and (best is None or score > best[0]):
            best = (score, cue)
    return best[1] if best else None


def _begun(scene: Scene, quotation: Quotation) -> Quotation | None:
    """The quoted run of the same sentence that this one finishes: '“When it rains,” she said, nodding, “we stay at home.”'"""
    before = max((q for q in scene.outer if q.end <= quotation.start), key=lambda q: q.end, default=None)
    if before is None or before.paragraph != quotation.paragraph:
        return None
    text = scene.syntax.text
    begins = text[slice(*before.inner)].rstrip().endswith(",")
    between = text[before.end : quotation.start].rstrip()
    finishes = between.endswith(",") and text[quotation.inner[0]].islower() and not SENTENCE_END.search(between)
    return before if begins and finishes and _is_sentence_like(text, quotation) else None


def _surroundings(scene: Scene, quotation: Quotation) -> tuple[int, int]:
    """The paragraph of a quoted run, with the next one where that goes on in the midst of a sentence: '..."/said Smith'."""
    start, end = scene.paragraphs[quotation.paragraph]
    text = scene.syntax.text
    following = scene.paragraphs[quotation.paragraph + 1 : quotation.paragraph + 2]
    if following and not text[quotation.end : end].strip() and text[following[0][0] : following[0][0] + 1].islower():
        return start, following[0][1]
    return start, end


def _is_sentence_like(text: str, quotation: Quotation) -> bool:
    """Whether a quoted run could stand alone as speech: some words, or a sentence's punctuation within the marks."""
    start, end = quotation.inner
    return (
        words_in(text, (start, end)) >= LONG
        or text[start:end].rstrip()[-1:] in ".!?…"
        or (
            text[start:end].rstrip()[-1:] == ","
            and text[start : start + 1].isupper()
            and not is_title_case(text[start:end])
        )
    )


def _share(votes: dict[int, int], cue: Cue, size: int) -> float:
    return votes.get(cue.head, 0) / size if size else 0.0


def _attachment(
    scene: Scene, quotation: Quotation, cue: Cue, at: tuple[int, int], share: float, inside: range
) -> float:
    """How well a cue goes with a quoted run: the model's links, the tree, and what stands between the two."""
    text = scene.syntax.text
    after = at[0] >= quotation.end
    gap = (quotation.end, at[0]) if after else (at[1], quotation.start)
    between = text[gap[0] : gap[1]]
    score = 2.0 * share + 1.5 * _linked(scene.syntax, cue, inside)
    distance = words_in(text, gap)
    if distance > 3 and not _is_sentence_like(text, quotation):
        score -= 0.6
    score += 1.0 if distance <= 5 else 0.6 if distance <= 12 else 0.2 if distance <= 25 else -0.5
    if SENTENCE_END.search(between + (" A" if not after and between.rstrip().endswith((".", "!", "?")) else "")):
        score -= 1.5
        score -= 1.5 * (not after and between.rstrip().endswith(":"))
    if any(gap[0] <= other.start and other.end <= gap[1] for other in scene.outer):
        score -= 0.8
    if after and any(says_between(scene, other, gap) for other in scene.cues if other.head != cue.head):
        score -= 1.5
    last = text[quotation.inner[1] - 1 : quotation.inner[1]]
    if after and last == "." and _own_clause(scene, cue):
        score -= 2.0
    if cue.is_according and last == "." and after and text[at[0]].isupper():
        score -= 2.0
    if cue.lemma in SAYING:
        score += 0.5
    elif cue.lemma in ATTITUDE:
        score -= 0.3
    return score + 0.7 * ((cue.probability if cue.probability is not None else 0.5) - 0.3)


def _linked(syntax: Syntax, cue: Cue, inside: range) -> bool:
    """Whether the tree joins a cue and a quoted run: one of them hangs on the other."""
    head = syntax.words[cue.head]
    if head.head in inside:
        return True
    roots = (syntax.words[place] for place in inside if syntax.words[place].head not in inside)
    return any(r.head == cue.head and r.relation in ("ccomp", "obj", "parataxis", "xcomp", "obl", "dep") for r in roots)


def _own_clause(scene: Scene, cue: Cue) -> bool:
    """Whether a cue governs a clause outside of all quotation marks."""
    clauses = scene.syntax.dependents(cue.head, "ccomp", "xcomp", "obj")
    return any(c.index > cue.head and scene.quoting(c.index) is None for c in clauses)


def is_attributable(scene: Scene, quotation: Quotation) -> bool:
    start, end = quotation.inner
    text = scene.syntax.text
    count = words_in(text, (start, end))
    if count == 1 and text[start : start + 1].isupper() and text[end - 1 : end].isalnum():
        return False
    if is_so_called(text, quotation):
        return False
    return count > 0 and not (count < LONG and is_title_case(text[start:end]) and text[end - 1 : end] not in ".!?…")


def is_so_called(text: str, quotation: Quotation) -> bool:
    """Whether some quoted words are only what something is called: 'a so-called “safe zone”'."""
    before = text[max(0, quotation.start - 12) : quotation.start].rstrip().casefold()
    return words_in(text, quotation.inner) < LONG and before.endswith("so-called")


BEFORE_TITLE = 30
"""In so many characters before the marks it is said that a title follows."""
_TITLED = re.compile(
    r"\b(?:theme|motto|caption|headline|themed|titled|entitled|headlined|captioned)(?: of| is| was| being)?[:,]?\s*$",
    re.IGNORECASE,
)


def is_title(scene: Scene, quotation: Quotation) -> bool:
    """Whether the words before a quoted run say that it is a theme, a motto or a title, and it is no sentence: nobody says it."""
    text = scene.syntax.text
    titled = _TITLED.search(text, max(0, quotation.start - BEFORE_TITLE), quotation.start) is not None
    return titled and text[slice(*quotation.inner)].rstrip()[-1:] not in ".!?…"


def runs_on(scene: Scene, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quoted run goes on with what the one before began: a split quotation, or a paragraph reopened."""
    if quotation.reopened:
        return before.paragraph == quotation.paragraph - 1 and not before.closed
    if before.paragraph != quotation.paragraph:
        return False
    text = scene.syntax.text
    between = text[before.end : quotation.start]
    small = text[quotation.inner[0] : quotation.inner[0] + 1].islower()
    if small and (words_in(text, quotation.inner) < 3 or SENTENCE_END.search(between)):
        return False
    if len(SENTENCE_END.findall(between + "A")) > 1 or words_in(text, (before.end, quotation.start)) > 40:
        return False
    return not _is_parted(scene.syntax, before, quotation)


def _is_parted(syntax: Syntax, before: Quotation, quotation: Quotation) -> bool:
    """Whether a sentence about a person by name stands between two quoted runs, or leads up to the second with a colon.

    '“It is small.” Reed was struck. “Oh.”', '“It is small.” Reed was not convinced: “It is not.”'
    """
    places = syntax.inside(before.end, quotation.start)
    told = (syntax.sentences[n] for n in sorted({syntax.words[p].sentence for p in places}))
    colon = syntax.text[: quotation.start].rstrip().endswith(":")
    whole = [p for s in told if s.start >= places.start and (s.stop <= places.stop or colon) for p in s if p in places]
    people = (e for p in whole if (e := syntax.entity_at.get(p)) is not None and e.kind == "person")
    return any(syntax.top(range(e.first, e.last)).relation in ("nsubj", "appos") for e in people)

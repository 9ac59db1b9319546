"""What does each key do while a person reviews one quote after the other?

Corrections gather in a draft that is shown at once; nothing is saved before the person accepts it.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, evolve, field

from quotes.checking import review
from quotes.checking.correcting import Correction, corrected
from quotes.index.database import Index
from quotes.index.errors import IndexProblem
from quotes.index.fetch import Stored, stored, version_of
from quotes.index.rewriting import appearances_of
from quotes.model import Quote, Speaker

CHOICES = 9
"""Speakers who can be chosen by a digit."""

HELP = {
    "a": "accept",
    "1-9": "that speaker",
    "s": "another speaker",
    "x": "speaker unknown",
    "f": "affiliation",
    "[ ]": "start left, right",
    "( )": "end left, right",
    "c": "clear draft",
    "r": "reject",
    "n": "note",
    "space": "skip",
    "u": "undo",
    "q": "quit",
}
"""What to press, and what it does."""


@define
class Session:
    """A queue of quotes and the one in hand; ``ask`` puts a question to the person and returns their words."""

    index: Index
    rows: list[int]
    ask: Callable[[str], str]
    by: str | None = None
    place: int = 0
    draft: Correction = field(factory=Correction)
    message: str = ""
    saved: list[tuple[int, int]] = field(factory=list)
    """Place and row of each decision of this session that holds, the last one last."""

    @property
    def current(self) -> Stored | None:
        """The quote in hand; none at the end of the queue."""
        return stored(self.index, self.rows[self.place]) if self.place < len(self.rows) else None

    @property
    def preview(self) -> Quote | None:
        """The quote in hand with the draft applied."""
        now = self.current
        if now is None:
            return None
        if self.draft.empty:
            return now.quote
        version = version_of(self.index, now.number)
        return corrected(self.index, version, now.document, now.quote, self.draft)

    @property
    def choices(self) -> list[Speaker]:
        """Whom the words could come from: the speaker, the candidates, then others of the article."""
        now = self.current
        if now is None:
            return []
        likely = [one for one in (now.quote.speaker, *now.quote.candidates) if one]
        here = appearances_of(self.index, version_of(self.index, now.number))
        others = sorted(here, key=lambda speaker: here[speaker])
        return list({one.name: one for one in (*likely, *others)}.values())[:CHOICES]

    def press(self, key: str) -> bool:
        """Do what a key means; false where the person wants to stop."""
        self.message = ""
        if key == "q" or self.current is None:
            return False
        try:
            self._press(key)
        except IndexProblem as problem:
            self.message = str(problem)
        return self.place < len(self.rows)

    def _press(self, key: str) -> None:
        if key in KEYS:
            KEYS[key](self)
        elif key in MOVES:
            start, end = MOVES[key]
            self._try(evolve(self.draft, start=self.draft.start + start, end=self.draft.end + end))
        elif key.isdecimal() and 0 < int(key) <= len(self.choices):
            chosen = self.choices[int(key) - 1]
            self._try(evolve(self.draft, speaker=chosen.name, speaker_kind=chosen.kind))
        else:
            self.message = "this key does nothing; the keys are listed below"

    def _try(self, draft: Correction) -> None:
        """Take a draft that can be applied, else keep the one before.  Raises ``IndexProblem``."""
        before, self.draft = self.draft, draft
        try:
            _ = self.preview
        except IndexProblem:
            self.draft = before
            raise

    def accept(self) -> None:
        """Save the quote as it is shown."""
        self._saved(review.correct(self.index, self.rows[self.place], self.draft, self.by))

    def reject(self) -> None:
        """Save that this is no quote."""
        self._saved(review.reject(self.index, self.rows[self.place], self.by))

    def name(self) -> None:
        """Let the person type a speaker."""
        name = self.ask("speaker").strip()
        if name:
            self._try(evolve(self.draft, speaker=name, speaker_kind=None))

    def nobody(self) -> None:
        """Nobody knows who said it."""
        self._try(evolve(self.draft, speaker="", speaker_kind=None))

    def affiliation(self) -> None:
        """Let the person type a role and an organization, in the words of the article."""
        role = self.ask("role, in the words of the article (nothing: none)")
        organization = self.ask("organization (nothing: none)")
        self._try(evolve(self.draft, role=role, organization=organization))

    def clear(self) -> None:
        """Forget the draft."""
        self.draft = Correction()

    def note(self) -> None:
        """Save some words about the quote; it stays in hand."""
        words = self.ask("note")
        if words.strip():
            row = self.rows[self.place]
            done = review.note(self.index, row, words, self.by)
            self.saved.append((self.place, row))
            self.message = f"saved: note on {done.quote.quote.id}"

    def skip(self) -> None:
        """Go on without a decision."""
        self._next()

    def undo(self) -> None:
        """Take back the last decision of this session, and return to its quote."""
        if not self.saved:
            raise IndexProblem("nothing was decided in this session; older decisions: quotes review ID --undo")
        place, row = self.saved[-1]
        done = review.undo(self.index, row, self.by)
        self.saved.pop()
        self.place, self.draft = place, Correction()
        self.message = f"undone: {' / '.join(done.said)}"

    def _saved(self, done: review.Saved) -> None:
        self.saved.append((self.place, self.rows[self.place]))
        self.message = f"saved: {done.quote.quote.id} {done.quote.status.value}"
        self._next()

    def _next(self) -> None:
        self.place += 1
        self.draft = Correction()


KEYS: dict[str, Callable[[Session], None]] = {
    "a": Session.accept,
    "r": Session.reject,
    "s": Session.name,
    "x": Session.nobody,
    "f": Session.affiliation,
    "c": Session.clear,
    "n": Session.note,
    " ": Session.skip,
    "u": Session.undo,
}
MOVES = {"[": (-1, 0), "]": (1, 0), "(": (0, -1), ")": (0, 1)}
"""By how many words a key moves the start and the end."""

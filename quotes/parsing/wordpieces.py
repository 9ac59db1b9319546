"""Which word pieces and which written shape does a word have?

Word pieces are those of BERT (Devlin et al. 2019; greedy longest match, Wu et al. 2016), lower case and without
accents.  What lower-casing loses, names and starts of sentences, is kept beside it as one of a few shapes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

UNKNOWN, START, END, PAD = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
LONGEST_WORD = 64
MOST_PIECES = 12
SHAPES = 8


def shape(word: str) -> int:
    """A number below ``SHAPES`` for how a word is written: lower, Title, CAPITALS, an initial, mixed, number, mark."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6 if any(c.isdigit() for c in word) else 7
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(letters) > 1 else 4
    return 2 if word[0].isupper() and word[1:].islower() else 5


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS" or not character.isalnum()


class WordPieces:
    """Word -> piece numbers, remembered, for a vocabulary in its numbered order."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._seen: dict[str, tuple[int, ...]] = {}
        self.start, self.end, self.pad = (self._numbers[name] for name in (START, END, PAD))
        self._unknown = self._numbers[UNKNOWN]

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word: at least one, at most ``MOST_PIECES``."""
        pieces = self._seen.get(word)
        if pieces is None:
            pieces = self._split(word[:LONGEST_WORD])
            if len(self._seen) > 500_000:
                self._seen.clear()
            self._seen[word] = pieces
        return pieces

    def _split(self, word: str) -> tuple[int, ...]:
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))
        runs: list[str] = []
        for character in plain:
            if runs and not _is_mark(character) and not _is_mark(runs[-1][-1]):
                runs[-1] += character
            elif not character.isspace():
                runs.append(character)
        pieces = [number for run in runs for number in self._greedy(run)]
        return tuple(pieces[:MOST_PIECES]) or (self._unknown,)

    def _greedy(self, run: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(run):
            for end in range(len(run), start, -1):
                number = self._numbers.get(run[start:end] if start == 0 else "##" + run[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self._unknown]
        return found

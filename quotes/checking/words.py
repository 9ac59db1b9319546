"""Which words does a quotation consist of, so that typography makes no difference and everything else does?

Quotation marks, dashes, blanks and final punctuation are no words.  Numbers keep their points, signs and units, words
their apostrophes and diacritics: "1.5" is not "15", "it's" is not "its", "5%" is not "5".
"""

from __future__ import annotations

import unicodedata

import regex
from attrs import frozen

_TOKEN = regex.compile(
    r"(?P<initials>(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?)"
    r"|(?P<word>[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}]|(?<=[\p{L}\p{N}])['’‘ʼ](?=[\p{L}\p{N}])|(?<=\p{N})[.,:](?=\p{N}))*)"
    r"|(?P<minus>(?<![^\s(\[“\"‘'])[-−](?=\p{Sc}?\p{N}))"
    r"|(?P<symbol>[\p{Sc}\p{Sm}\p{So}&@#%/§--[™®©|~<>¦]])",
    regex.V1,
)
_OPENING = regex.compile(r"[.!?…:\n\[(“\"«„‘]")
_THOUSANDS = regex.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INVISIBLE = regex.compile(r"\p{Cf}|[\ufe00-\ufe0f]")

_NEGATIONS = "no not never none nobody nothing neither nor nowhere without cannot hardly barely"
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "half third quarter dozen first second"
)
NEGATIONS = frozenset(_NEGATIONS.split())
NUMBERS = frozenset(_NUMBERS.split())


@frozen
class Word:
    """A word with its offsets (characters, half-open); ``key`` is what must be equal, ``folded`` the same without case.

    ``opens`` where a sentence or a stretch can begin, so that the case of the first letter is free.
    """

    key: str
    folded: str
    start: int
    end: int
    opens: bool

    @property
    def about(self) -> str | None:
        """Whether the word is a "negation" or a "number", whose change turns what is said."""
        if self.folded in NEGATIONS or self.folded.endswith("n't"):
            return "negation"
        return "number" if self.folded in NUMBERS or any(c.isnumeric() for c in self.key) else None


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    found: list[Word] = []
    end = 0
    for match in _TOKEN.finditer(text):
        key = _key(match.group(), match.lastgroup or "")
        if key:
            start = match.start()
            opens = not found or (text[end:start] != " " and _OPENING.search(text, end, start) is not None)
            found.append(Word(key, key.casefold(), start, match.end(), opens))
            end = match.end()
    return tuple(found)


def _key(raw: str, group: str) -> str:
    if group == "initials":
        return raw.replace(".", "")
    if group == "minus":
        return "-"
    if raw.isascii() and "," not in raw:
        return raw
    key = _INVISIBLE.sub("", unicodedata.normalize("NFKC", raw))
    key = key.replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    return key.replace(",", "") if _THOUSANDS.fullmatch(key) else key


def same(claimed: Word, said: Word) -> bool:
    """Whether two words are the same: letter for letter, but for the case of a first letter where one may open."""
    if claimed.key == said.key:
        return True
    free = claimed.opens or said.opens
    return free and claimed.key[1:] == said.key[1:] and claimed.key[0].casefold() == said.key[0].casefold()

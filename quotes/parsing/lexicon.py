"""What are the lemma and the features of a word, once its tags are known?

English inflection is regular enough for rules on the Penn tag; what the rules get wrong stands in a table that was
learned from the treebanks, as are the features of closed classes (pronouns, auxiliaries, determiners).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field, frozen

CLOSED = frozenset({"PRON", "AUX", "DET"})
VOWELS = frozenset("aeiou")


def key(form: str, upos: str) -> str:
    """The name of a word and its part of speech in the tables."""
    return f"{form.lower()}/{upos}"


def _as_set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


@frozen
class Lexicon:
    """Tables: lemmas of irregular words, known base forms, features by form (closed classes) and by Penn tag."""

    lemmas: dict[str, str]
    bases: frozenset[str] = field(converter=_as_set)
    form_features: dict[str, str]
    tag_features: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> Lexicon:
        """From the JSON file that training writes; raises ``OSError`` or ``ValueError``."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def lemma(self, form: str, upos: str, xpos: str) -> str:
        """The base form: from the table, else by rule."""
        found = None if xpos.startswith("NNP") else self.lemmas.get(key(form, upos))
        return regular_lemma(form, upos, xpos, self.bases) if found is None else found

    def features(self, form: str, upos: str, xpos: str) -> str | None:
        """Universal features ("Number=Sing|Person=3"), or ``None``."""
        if upos in CLOSED and (found := self.form_features.get(f"{form.lower()}/{xpos}")):
            return found
        return self.tag_features.get(f"{upos}/{xpos}") or None


def regular_lemma(form: str, upos: str, xpos: str, bases: frozenset[str]) -> str:
    """The base form of a word that is inflected by rule."""
    if upos in ("PROPN", "X", "SYM", "NUM") or xpos.startswith("NNP"):
        return form
    word = form.lower().replace("’", "'")
    for candidate in _candidates(word, xpos):
        if key(candidate, upos) in bases:
            return candidate
    return next(_candidates(word, xpos))


def _candidates(word: str, xpos: str) -> Iterator[str]:
    """Base forms that a rule allows, likeliest first."""
    if xpos in ("NNS", "VBZ", "NNPS"):
        yield from _without_s(word)
    elif xpos in ("VBD", "VBN") and word.endswith("ed") and len(word) > 4:
        yield from _stems(word[:-2], word[:-3] + "y" if word.endswith("ied") else None)
    elif xpos == "VBG" and word.endswith("ing") and len(word) > 5:
        yield from _stems(word[:-3], None)
    elif xpos in ("JJR", "RBR") and word.endswith("er") and len(word) > 4:
        yield from _stems(word[:-2], word[:-3] + "y" if word.endswith("ier") else None)
    elif xpos in ("JJS", "RBS") and word.endswith("est") and len(word) > 5:
        yield from _stems(word[:-3], word[:-4] + "y" if word.endswith("iest") else None)
    yield word


def _without_s(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]


def _stems(stem: str, in_y: str | None) -> Iterator[str]:
    """The bases that a stem without its ending may have: tri-ed, stopp-ed, hop-ed, walk-ed."""
    if in_y is not None:
        yield in_y
    elif len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS | {"l", "s", "z"}:
        yield stem[:-1]
    elif (len(stem) > 1 and stem[-1] in "cgvuz") or _closed_syllable(stem):
        yield stem + "e"
    yield stem
    yield stem + "e"
    yield stem[:-1]


def _closed_syllable(stem: str) -> bool:
    """Whether a short stem ends in consonant, vowel, consonant ("hop"), and so lost an "e"."""
    return (
        len(stem) > 2
        and stem[-1] not in VOWELS | {"w", "x", "y", "r", "n", "l", "t"}
        and stem[-2] in VOWELS
        and stem[-3] not in VOWELS
    )

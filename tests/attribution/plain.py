"""A view of a parse without a tree, for what reads only names: "[P Wu Kairen] of the [O River Bureau] left."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.attribution.syntax import Entity, Syntax, Word

KINDS = {"P": "person", "O": "organization", "L": "location", "G": "group"}
MARKED = re.compile(r"\[([POLG]) ([^\]]+)\]")
WORD = re.compile(r"[’']s\b|(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof)\.|\w+?(?=[’']s\b)|\w+(?:[’']\w*\w)*|[^\w\s]")


def marked(text: str) -> Syntax:
    """Words in one flat sentence, capitalised ones as proper nouns; entities are marked by a letter in brackets."""
    bare, spans, at = "", [], 0
    for found in MARKED.finditer(text):
        bare += text[at : found.start()]
        spans.append((len(bare), len(bare) + len(found[2]), KINDS[found[1]]))
        bare += found[2]
        at = found.end()
    bare += text[at:]
    words = list(_words(bare))
    syntax = Syntax(bare, words, [range(len(words))])
    for start, end, kind in spans:
        inside = syntax.inside(start, end)
        syntax.entities.append(Entity(inside.start, inside.stop, kind))
    return syntax


def _words(text: str) -> Iterator[Word]:
    for place, found in enumerate(WORD.finditer(text)):
        word = found[0]
        upos = "PROPN" if word[0].isupper() else "X" if word[0].isalpha() else "PUNCT"
        head, deprel = (-1, "root") if place == 0 else (0, "dep")
        yield Word(place, word, word.lower(), upos, "", deprel, head, 0, found.start(), found.end())

"""CoNLL-U -> the little of a Stanza ``Document`` that attribution reads, so that its tests need no model.

Offsets come from ``# text`` and ``SpaceAfter=No``; sentences are parted by a space, by a blank line before ``# newpar``.
Entities stand in the last field as ``NER=B-Person`` (B, I, E or S), and so do the bundled model's attribution tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import Factory, define, frozen


@frozen
class Word:
    """One syntactic word; ``head`` is an id within its sentence, 0 at the root."""

    id: int
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str


@define
class Token:
    """The words of one token and its characters in the document's text."""

    start_char: int
    end_char: int
    misc: str = ""
    words: list[Word] = Factory(list)


@frozen
class Entity:
    """A named entity: its words and its type as the model calls it."""

    words: tuple[Word, ...]
    type: str


@frozen
class Sentence:
    """The tokens and entities of a sentence."""

    tokens: list[Token]
    ents: list[Entity]


@frozen
class Document:
    """A text with its sentences."""

    text: str
    sentences: list[Sentence]


def read(plain: str) -> Document:
    """The document of some CoNLL-U; raises ``ValueError`` where the tokens of a sentence are not its ``# text``."""
    text, sentences = "", []
    for block in plain.strip().split("\n\n"):
        lines = block.split("\n")
        if text:
            text += "\n\n" if "# newpar" in lines else " "
        said = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        tokens = _tokens(rows, said, len(text))
        sentences.append(Sentence(tokens, list(_entities(tokens))))
        text += said
    return Document(text, sentences)


def _tokens(rows: Sequence[Sequence[str]], said: str, base: int) -> list[Token]:
    """The tokens of a sentence whose text is ``said`` and starts at the character ``base``."""
    tokens: list[Token] = []
    at = last = 0
    for row in rows:
        first, _, to = row[0].partition("-")
        if to or int(first) > last:
            if not said.startswith(row[1], at):
                raise ValueError(f"{row[1]!r} does not stand at {at} in {said!r}")
            tokens.append(Token(base + at, base + at + len(row[1]), row[9]))
            at += len(row[1]) + ("SpaceAfter=No" not in row[9].split("|"))
            last = int(to or first)
        if not to:
            tokens[-1].words.append(_word(row))
    if at - len(said) not in (0, 1):
        raise ValueError(f"{said[at:]!r} has no tokens")
    return tokens


def _word(row: Sequence[str]) -> Word:
    given = ["" if field == "_" and place > 1 else field for place, field in enumerate(row)]
    _, text, lemma, upos, xpos, feats, head, deprel, _, misc = given
    return Word(int(row[0]), text, lemma, upos, xpos, feats, int(head), deprel, misc)


def _entities(tokens: Sequence[Token]) -> Iterator[Entity]:
    words: list[Word] = []
    for token in tokens:
        tag = next((field.removeprefix("NER=") for field in token.misc.split("|") if field.startswith("NER=")), "")
        place, _, kind = tag.partition("-")
        if place in ("B", "S"):
            words = []
        if tag:
            words.extend(token.words)
        if place in ("E", "S"):
            yield Entity(tuple(words), kind)

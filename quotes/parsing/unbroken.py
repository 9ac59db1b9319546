"""Which sentences did the tokenizer break in two?  One that ends in a comma, or in a name or title before a name, on its line.

Among capitalised words at the start of a line the tokenizer takes a name for a new sentence now and then ("FMF President | Yon
de Luisa said"): a title then stands in another tree than the name, and half a name is nobody's.  E-mails, from which it has
learned that, end sentences so; what they put there has figures in it, or a common word after it.
"""

from __future__ import annotations

from stanza.models.common.doc import Document, Sentence

TITLES = frozenset("Prof. Maj. Gen. Col. Lt. Sgt. Capt. Rev. Hon. Dr. Mr. Mrs. Ms. Sen. Rep. Gov. Supt. Insp.".split())
"""Abbreviations before a name, which end no sentence."""
OPENERS = frozenset(
    """a an the this that these those i you he she it we they my your his her its our their and but or so as at in on of for to from
    by with after before when while if because although though since there here not no yes all some any many most each every
    what who which how why where please thanks is are was were do does did have has had can will would should may sent re""".split()
)
"""Common words that open a sentence, and no name."""


def unbroken(document: Document) -> None:
    """Join the sentences of a document, with tokens of one word each, that are parts of one."""
    joined: list[Sentence] = []
    for sentence in document.sentences:
        if joined and _goes_on(document.text, joined[-1], sentence):
            joined[-1] = _together(document, joined[-1], sentence)
        else:
            joined.append(sentence)
    for number, sentence in enumerate(joined):
        sentence.index = number
    document.sentences = joined


def _goes_on(text: str, sentence: Sentence, following: Sentence) -> bool:
    """Whether one sentence is the beginning of the next."""
    last, first = sentence.tokens[-1], following.tokens[0]
    named = (
        last.text.isalpha() and last.text[0].isupper() and not any(c.isdigit() for t in sentence.tokens for c in t.text)
    )
    opens = first.text[0].isupper() and first.text.casefold() not in OPENERS
    held = last.text == "," or last.text in TITLES
    return "\n" not in text[last.end_char : first.start_char] and (held or (named and opens))


def _together(document: Document, first: Sentence, second: Sentence) -> Sentence:
    """One sentence with the tokens of two."""
    rows = [row for sentence in (first, second) for token in sentence.tokens for row in token.to_dict()]
    whole = Sentence([row | {"id": (number,)} for number, row in enumerate(rows, start=1)], doc=document)
    whole.text = document.text[whole.tokens[0].start_char : whole.tokens[-1].end_char]
    return whole

"""Who acts in the sentences before?"""

from __future__ import annotations

from quotes.attribution.casting import Casting
from quotes.attribution.cues import SAYING
from quotes.attribution.naming import Named, Naming
from quotes.attribution.sources import Source
from quotes.attribution.syntax import Syntax, Word


def is_subject(syntax: Syntax, naming: Naming) -> bool:
    """Whether a name is a subject, or stands right before a verb of saying that the tree hangs it on in some other way."""
    if is_topic(syntax, naming):
        return True
    head = syntax.top(naming.places)
    after = syntax.words[naming.last] if naming.last < len(syntax.words) else None
    if after is not None and after.upos == "VERB" and head.head == after.index and after.lemma.lower() in SAYING:
        return True
    if (
        head.relation in ("flat", "appos", "compound", "nmod")
        and head.head >= 0
        and not syntax.dependents(head.index, "case")
    ):
        head = syntax.words[head.head]
    return head.relation in ("nsubj", "csubj") or head.deprel == "obl:agent"


def is_topic(syntax: Syntax, naming: Naming) -> bool:
    """Whether a name is what a sentence is said to be about: "For Smith, ...", "As for singers such as Lena Strand, ..."."""
    words = syntax.words
    start = syntax.sentences[words[naming.first].sentence].start
    before = [w.text.casefold() for w in words[start : naming.first]]
    opens = before[:1] == ["for"] or before[:2] == ["as", "for"]
    closes = naming.last < len(words) and words[naming.last].text == ","
    return opens and closes and len(before) <= 7 and "," not in before


def acting_before(casting: Casting, sentence: int, *, near: bool = True) -> Named | None:
    """Who is the subject of the sentence right before one (in the same paragraph where ``near``): a person or a body with a name."""
    syntax = casting.syntax
    if sentence == 0:
        return None
    before, here = syntax.sentences[sentence - 1], syntax.sentences[sentence]
    if near and casting.paragraph(syntax.words[before[0]].start) != casting.paragraph(syntax.words[here[0]].start):
        return None
    subject = main_subject(casting, sentence - 1)
    return casting.names.naming_at(subject.index) if subject is not None else None


def person_before(casting: Casting, sentence: int) -> Named | None:
    """The person who is the subject of the sentence right before one in its paragraph, by name or as "the caller, Karl Osei"."""
    syntax = casting.syntax
    subject = main_subject(casting, sentence - 1) if sentence else None
    if subject is None:
        return None
    first = syntax.words[syntax.sentences[sentence].start]
    if casting.paragraph(subject.start) != casting.paragraph(first.start):
        return None
    beside = [subject, *syntax.dependents(subject.index, "appos", "flat")]
    named = (casting.names.naming_at(w.index) for w in beside)
    return next((n for n in named if n is not None and n.kind == "person"), None)


def main_subject(casting: Casting, sentence: int) -> Word | None:
    """The subject of the verb that a sentence hangs on, outside marks."""
    syntax = casting.syntax
    for place in syntax.sentences[sentence]:
        word = syntax.words[place]
        top = syntax.head(word)
        if word.relation == "nsubj" and top is not None and top.head < 0 and casting.scene.quoting(place) is None:
            return word
    return None


def subject_before(casting: Casting, offset: int) -> tuple[int, Named] | None:
    """The last person that is a subject in the two paragraphs up to a character."""
    here = casting.paragraph(offset)
    best: tuple[int, Named] | None = None
    for person in casting.names.people:
        naming = person.before(offset)
        if naming is None or here - casting.paragraph(naming.start) > 1 or not is_subject(casting.syntax, naming):
            continue
        if casting.scene.quoting(naming.first) is None and (best is None or naming.start > best[0]):
            best = (naming.start, person)
    return best


def is_told_beside(casting: Casting, source: Source, named: Named) -> bool:
    """Whether somebody speaks, or is told of, by name beside a source that is a noun, in its sentence: no noun means them then.

    "Osei called it late, but the mayor said it was not", "The writer said he had never met Osei".
    """
    syntax = casting.syntax
    head = syntax.words[source.head]
    sentence = syntax.sentences[head.sentence]
    told = [syntax.top(n.places) for n in named.namings if n.first in sentence and n.first not in source.places]
    speaks = any(w.relation == "nsubj" and any(c.head == w.head for c in casting.scene.cues) for w in told)
    after = any(w.index > source.head for w in told)
    return named.kind == "person" and head.upos == "NOUN" and (speaks or after)

"""Who speaks where no source stands beside the words?"""

from __future__ import annotations

from attrs import evolve

from quotes.attribution.actors import acting_before, subject_before
from quotes.attribution.casting import Answer, Casting, Resolve, of_named
from quotes.attribution.labels import labelled
from quotes.attribution.naming import parts
from quotes.attribution.scene import Reading
from quotes.attribution.sources import Source, mention, source_of

ANSWERS = frozenset("retort reply response answer riposte verdict message rejoinder refrain motto".split())
"""What is said to somebody, in one word."""
POINTS = ("-", "–", "—", "•", "·", "*")
"""What opens a point of a list."""
ENDS = frozenset('.!?:;,…"”')
"""What no line with a name alone ends in."""
LINE = 10
"""So many words, at most, are a line with a name alone."""
TELLING = frozenset({"capture", "put", "sum", "phrase", "frame", "express"})
"""What somebody does with a matter in whose words it follows: "as Osei puts it, “...”"."""
LONGEST_HEADING = 12
"""So many words, at most, are a line that is set above others."""
SAME_WORDS = 0.6
"""The share of the words of such a line that whoever says them below repeats."""
SHORT = 3
"""Words of so many letters, at most, are in every paragraph."""
NEAR = 6
"""So many paragraphs may stand between two quotations of the only one who speaks."""


def without_source(casting: Casting, reading: Reading, resolve: Resolve) -> Answer | None:
    if reading.cue is not None:
        return None
    if reading.label is not None:
        return labelled(casting, reading.label, reading.rule)
    return (
        _introduced(casting, reading, resolve)
        or _owns_words(casting, reading, resolve)
        or _named_above(casting, reading)
        or (_said_below(casting, reading) if is_heading(casting, reading) else _goes_on(casting, reading))
    )


def is_heading(casting: Casting, reading: Reading) -> bool:
    """Whether a short quotation is a line of its own and ends without a stop, as a line set above what somebody says further down."""
    text = casting.syntax.text
    (start, end), *more = reading.pieces
    line = text[slice(*casting.scene.paragraphs[casting.paragraph(start)])].strip()
    inner = text[start + 1 : end - 1].strip()
    alone = not more and line == text[start:end] and len(line.split()) <= LONGEST_HEADING and inner[:1].isalpha()
    return alone and (inner[-1:].isalnum() or text.find(inner, end) >= 0)


def _said_below(casting: Casting, reading: Reading) -> Answer | None:
    """The person who says most words of a heading in a later paragraph, by the name beside a cue there."""
    syntax = casting.syntax
    wanted = {word for word in parts(syntax.text[slice(*reading.pieces[0])]) if len(word) > SHORT}
    for start, end in casting.scene.paragraphs[casting.paragraph(reading.start) + 1 :]:
        if len(wanted) < 2 or len(wanted & set(parts(syntax.text[start:end]))) < SAME_WORDS * len(wanted):
            continue
        for cue in casting.scene.cues:
            source = (
                source_of(syntax, casting.scene.tagging, cue) if start <= syntax.words[cue.head].start < end else None
            )
            named = casting.names.naming_at(source.head) if source is not None else None
            if source is not None and syntax.words[source.head].text.casefold() in ("he", "she"):
                before = subject_before(casting, start)
                named = before[1] if before is not None else None
            if named is not None and named.kind == "person":
                return of_named(named, "named-soon")
    return None


def _named_above(casting: Casting, reading: Reading) -> Answer | None:
    """A point of a list under a line with nothing but a name and what that one is: "Lena Strand, Halden Partners"."""
    text, paragraphs = casting.syntax.text, casting.scene.paragraphs
    number = casting.paragraph(reading.start)
    if not text[slice(*paragraphs[number])].startswith(POINTS):
        return None
    while number >= 0 and text[slice(*paragraphs[number])].startswith(POINTS):
        number -= 1
    if number < 0:
        return None
    start, end = paragraphs[number]
    line = text[start:end].rstrip()
    person = casting.names.naming_at(casting.syntax.at(start))
    naming = person.naming_at(casting.syntax.at(start)) if person is not None and person.kind == "person" else None
    if person is None or naming is None or naming.start != start or line[-1:] in ENDS or len(line.split()) > LINE:
        return None
    return evolve(of_named(person, "name-above"), beside=(naming.start, naming.end))


def _introduced(casting: Casting, reading: Reading, resolve: Resolve) -> Answer | None:
    """A sentence before the marks that ends in a colon: the last person in it, the subject first."""
    syntax = casting.syntax
    start = reading.start
    before = syntax.text[:start].rstrip(' \t\r\n"“”*')
    if not before.endswith(":"):
        return None
    place = syntax.at(len(before) - 1)
    sentence = syntax.sentences[syntax.words[place].sentence]
    outside = [p for p in sentence if p <= place and casting.scene.quoting(p) is None]
    people = [(p, n) for p in outside if (n := casting.names.naming_at(p)) is not None and n.kind == "person"]
    if people:
        last, person = people[-1]
        naming = person.naming_at(last)
        head = syntax.top(naming.places) if naming is not None else syntax.words[last]
        beside = syntax.characters(mention(syntax, head))
        return evolve(of_named(person, "colon"), beside=beside)
    subjects = [syntax.words[p] for p in outside if syntax.words[p].relation == "nsubj"]
    for subject in subjects:
        answer = resolve(casting, Source(subject.index, tuple(mention(syntax, subject)), "colon"))
        if answer is not None:
            return evolve(answer, rule="colon", beside=_mention_at(casting, subject.start))
    return None


def _owns_words(casting: Casting, reading: Reading, resolve: Resolve) -> Answer | None:
    """Whose answer the marks hold, as the words after them say: "“Never,” came Karl Osei's retort"."""
    syntax = casting.syntax
    after = syntax.at(reading.pieces[-1][1] - 1) + 1
    verb = syntax.words[after] if after < len(syntax.words) else None
    if verb is None or verb.text not in ("came", "was", "is", "went", "ran"):
        return None
    near = syntax.words[after + 1 : after + 8]
    answer = next((w for w in near if w.lemma in ANSWERS and w.sentence == verb.sentence), None)
    owners = syntax.dependents(answer.index, "nmod:poss") if answer is not None else []
    if not owners:
        return None
    whose = resolve(casting, Source(owners[0].index, tuple(mention(syntax, owners[0])), "owner"))
    return evolve(whose, beside=syntax.characters(mention(syntax, owners[0]))) if whose is not None else None


def _goes_on(casting: Casting, reading: Reading) -> Answer | None:
    """A quotation without a cue goes on with the speaker before it, unless somebody else has the sentence before it."""
    syntax = casting.syntax
    here = casting.paragraph(reading.start)
    first = casting.scene.paragraphs[here][0]
    sentence = syntax.words[syntax.at(reading.start)].sentence
    last = next(((at, a) for at, a in reversed(casting.said) if at < reading.start), None)
    own = _subject_of_sentence(casting, reading)
    if own is not None:
        return own
    if (
        last is not None
        and sentence - syntax.words[syntax.at(last[0])].sentence <= 1
        and here == casting.paragraph(last[0])
    ):
        return evolve(last[1], rule="same-paragraph")
    acting = acting_before(casting, sentence)
    if acting is not None and acting.kind == "organization":
        return of_named(acting, "subject-before")
    subject = subject_before(casting, reading.start)
    if subject is not None and (last is None or last[0] < subject[0]) and subject[1].kind == "person":
        answer = of_named(subject[1], "subject-before")
        return evolve(answer, beside=_mention_at(casting, subject[0])) if subject[0] >= first else answer
    if last is None or here - casting.paragraph(last[0]) > 2:
        return _subject_after(casting, reading) if not casting.said else _only_speaker(casting, here)
    alone = not syntax.text[first : reading.start].strip(" \t-–—*…")
    return evolve(last[1], rule="same-speaker" if alone else "same-paragraph")


def _subject_of_sentence(casting: Casting, reading: Reading) -> Answer | None:
    """Who has a name and is the subject before a comma that brings the marks: "The Institute captures this well, “...”."."""
    syntax = casting.syntax
    place = syntax.at(reading.start)
    sentence = syntax.sentences[syntax.words[place].sentence]
    before = [p for p in range(sentence.start, place) if casting.scene.quoting(p) is None]
    if not before or syntax.words[before[-1]].text not in (",", ":"):
        return None
    for word in (syntax.words[p] for p in before):
        named = casting.names.naming_at(word.index) if word.relation == "nsubj" else None
        verb = syntax.head(word)
        if named is not None and verb is not None and verb.lemma in TELLING:
            return evolve(of_named(named, "subject-before"), beside=syntax.characters(mention(syntax, word)))
    return None


def _only_speaker(casting: Casting, here: int) -> Answer | None:
    """The person who alone has spoken so far, twice at least, a few paragraphs ago."""
    speakers = {answer.named for _, answer in casting.said}
    at, last = casting.said[-1]
    alone = len(speakers) == 1 and len(casting.said) > 1 and here - casting.paragraph(at) <= NEAR
    person = last.named is not None and last.named.kind == "person"
    return evolve(last, rule="same-speaker") if alone and person else None


def _subject_after(casting: Casting, reading: Reading) -> Answer | None:
    """An article that opens with a quotation: the person who is the subject of the first sentence after it, in the next paragraph."""
    syntax = casting.syntax
    end = reading.pieces[-1][1]
    here = casting.paragraph(end - 1)
    for place in range(syntax.at(end - 1) + 1, len(syntax.words)):
        word = syntax.words[place]
        if casting.paragraph(word.start) - here > 1 or casting.scene.quoting(place) is not None:
            return None
        if word.relation == "nsubj":
            named = casting.names.naming_at(place)
            return of_named(named, "subject-after") if named is not None and named.kind == "person" else None
    return None


def _mention_at(casting: Casting, offset: int) -> tuple[int, int]:
    """The characters of the mention that a name at an offset belongs to."""
    syntax = casting.syntax
    place = syntax.at(offset)
    while syntax.words[place].relation == "flat" and syntax.words[place].head >= 0:
        place = syntax.words[place].head
    return syntax.characters(mention(syntax, syntax.words[place]))

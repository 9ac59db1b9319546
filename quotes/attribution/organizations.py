"""Which organization do the words beside a role name, and what is its fullest name?"""

from __future__ import annotations

from quotes.attribution.naming import Named, Names, Naming, parts
from quotes.attribution.nouns import ANY_KIND, BODIES, FIRMS, KIND_OF_BODY, OFFICIAL, POSSESSIVES, PRESS, SEATS
from quotes.attribution.syntax import Entity, Syntax, Word

OPENING = 3
"""The subject of a sentence begins within so many words of it."""
COMPANY = KIND_OF_BODY["company"]
"""The kind of the bodies that trade."""
TRADES = FIRMS - PRESS - frozenset("publisher regulator watchdog charity ngo nonprofit".split())
"""What bodies of that kind are called by what they do."""
WRITTEN = KIND_OF_BODY["newspaper"]
"""The kind of the bodies of the press."""
PUBLIC = frozenset("court police force army government parliament council school".split())
"""Bodies that are spoken of without a name."""


def may_be(body: Named, noun: str) -> bool:
    """Whether no form of a body's name says that it is of another kind than a noun does: no ministry is "the company"."""
    kind = KIND_OF_BODY.get(noun, COMPANY if noun in TRADES else None) if noun not in ANY_KIND else None
    said = {KIND_OF_BODY[word] for n in body.namings for word in parts(n.text) if word in KIND_OF_BODY}
    short = any(n.text.isupper() for n in body.namings)
    if said == {WRITTEN} and noun in ("office", "authority"):
        return False
    if noun in ("regulator", "watchdog") and said and OFFICIAL not in said:
        return any("bank" in parts(n.text) for n in body.namings)
    return kind is None or kind in said or (not said and (kind != OFFICIAL or short))


def is_body(names: Names, word: Word) -> bool:
    naming = names.mention_at(word.index)
    common = word.upos == "NOUN" and word.xpos != "NNS" and word.lemma in BODIES
    unseen = naming is None and word.upos == "PROPN" and word.text.casefold() in BODIES | SEATS
    return common or unseen or (naming is not None and naming.kind == "organization")


def organization_at(syntax: Syntax, names: Names, word: Word) -> tuple[int, int] | None:
    """The noun phrase of a body, without "the"; a short form ("the bureau") becomes the fullest name in the article."""
    named, naming = names.naming_at(word.index), names.mention_at(word.index)
    barred = [
        w.index
        for w in syntax.dependents(
            word.index, "case", "det", "punct", "appos", "acl", "conj", "cc", "parataxis", "advcl"
        )
    ]
    barred += [w.index for w in syntax.dependents(word.index, "nmod") if _is_where(syntax, w)]
    places = syntax.subtree(word.index, without=barred)
    if naming is None or named is None or named.kind != "organization":
        if word.upos == "PRON":
            return None
        after = names.mention_at(word.index + 1) if word.upos == "NOUN" else None
        if after is not None and after.kind == "organization" and syntax.head(syntax.top(after.places)) is word:
            return after.start, after.end
        common = word.upos == "NOUN" and all(syntax.words[p].upos != "PROPN" for p in places)
        short = short_form(syntax, names, word) if common and syntax.dependents(word.index, "det") else None
        if short is not None:
            return short
        clauses = [p for w in syntax.dependents(word.index, "acl:relcl") if common for p in syntax.subtree(w.index)]
        return syntax.characters(_with_rest(syntax, _run([*places, *clauses], word.index)))
    run = _with_rest(syntax, _run(places, word.index))
    if run[0] >= naming.first and run[-1] < naming.last + 1:
        return syntax.characters(range(naming.first, naming.last))
    while syntax.words[run[-1]].text in POSSESSIVES:
        run.pop()
    while (
        naming.text[:1].isupper()
        and run[0] < naming.first
        and syntax.words[run[0]].upos in ("NOUN", "ADJ", "NUM", "PUNCT")
    ):
        run.pop(0)
    return syntax.characters([*run, naming.first, naming.last - 1])


def _is_where(syntax: Syntax, word: Word) -> bool:
    """Whether a phrase after a body only says where it is: "in Lindau"."""
    entity = syntax.entity_at.get(word.index)
    case = [c.text.casefold() for c in syntax.dependents(word.index, "case")]
    return entity is not None and entity.kind == "location" and case == ["in"]


def _with_rest(syntax: Syntax, run: list[int]) -> list[int]:
    """A run with "and" and the capitalised words after it that no other name holds: "Mines and Energy"."""
    words = syntax.words
    after = run[-1] + 1
    while after + 1 < len(words) and words[after].text in ("and", "&"):
        noun = words[after + 1]
        tied = (
            noun.head in run and noun.relation == "conj" and not syntax.dependents(noun.index, "nmod", "appos", "det")
        )
        other = syntax.entity_at.get(noun.index)
        if not tied or not noun.text[:1].isupper() or (other is not None and other.kind in ("person", "location")):
            break
        run = [*run, after, after + 1]
        after += 2
    return run


def _run(places: list[int], head: int) -> list[int]:
    """The unbroken run of places around a head."""
    run = [head]
    for place in sorted((p for p in places if p < head), reverse=True):
        if run[0] - place == 1:
            run.insert(0, place)
    for place in sorted(p for p in places if p > head):
        if place - run[-1] == 1:
            run.append(place)
    return run


def expanded(syntax: Syntax, names: Names, first: int, last: int) -> tuple[int, int]:
    """The fullest name in the article of the body that some words name; else those words."""
    words = syntax.words
    named = names.naming_at(first) or next(
        (
            b
            for b in names.bodies
            if any(n.text == words[first].text for n in b.namings) and words[first].text.isupper()
        ),
        None,
    )
    while last > first + 1 and words[last - 1].text in POSSESSIVES:
        last -= 1
    own = words[first].start, words[last - 1].end
    if (named is None or named.kind != "organization") and not syntax.words[first].text[0].isupper():
        return own
    text = syntax.text[own[0] : own[1]]
    party = party_of(names, text)
    if party is not None:
        return party.fullest.start, party.fullest.end
    if named is None or len(parts(text)) > 1 or not text.isupper():
        return own
    return named.fullest.start, named.fullest.end


def in_full(text: str, names: Names, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The fullest name of the body of which some characters are a form of one word; else those characters, without "'s"."""
    if span is None:
        return span
    said = text[span[0] : span[1]].removesuffix("'s").removesuffix("’s")
    if not said:
        return None
    span = span[0], span[0] + len(said)
    body = next((b for b in names.bodies if any(n.text == said and n.kind == "organization" for n in b.namings)), None)
    return (body.fullest.start, body.fullest.end) if body is not None and len(parts(said)) == 1 else span


def party_of(names: Names, word: str) -> Named | None:
    """The party of which a word is the first half of its name: "Liberal" of the Liberal Party."""
    return next((b for b in names.bodies if parts(b.name) == [word.casefold(), "party"]), None)


def short_form(syntax: Syntax, names: Names, word: Word) -> tuple[int, int] | None:
    """ "the association" -> the last named body before it (else after) whose name holds that noun."""
    wanted = word.lemma.casefold()
    fits = [n for body in names.bodies for n in body.namings if len(parts(n.text)) > 1 and wanted in parts(n.text)]
    before = [n for n in fits if n.end <= word.start]
    chosen = before[-1] if before else fits[0] if fits else None
    if chosen is None:
        bare = wanted in BODIES - PUBLIC and not syntax.dependents(word.index, "amod", "compound")
        return body_before(syntax, names, word) if bare else None
    body = names.naming_at(chosen.first)
    return (body.fullest.start, body.fullest.end) if body is not None else None


def body_before(syntax: Syntax, names: Names, word: Word) -> tuple[int, int] | None:
    """Whom "its" means: the last body named before it in its sentence or the one before."""
    fits = [
        (n.start, body)
        for body in names.bodies
        for n in body.namings
        if n.end <= word.start and n.kind == "organization" and may_be(body, word.lemma.casefold())
        if not _is_told(syntax, n) and len(n.text) > 1
    ]
    if not fits:
        return None
    start, body = max(fits, key=lambda item: (_is_subject_of(syntax, word, item[0]), item[0]))
    near = word.sentence - syntax.words[syntax.at(start)].sentence <= 2
    return (body.fullest.start, body.fullest.end) if near else None


def _is_subject_of(syntax: Syntax, word: Word, start: int) -> bool:
    """Whether what stands at a character is the subject that opens a word's sentence: "the ACC will appeal, said its lawyer"."""
    place = syntax.at(start)
    head = syntax.words[place]
    while head.relation in ("compound", "flat") and head.head >= 0:
        head = syntax.words[head.head]
    opens = place - syntax.sentences[head.sentence].start < OPENING
    return opens and head.relation == "nsubj" and head.sentence == word.sentence


def _is_told(syntax: Syntax, naming: Naming) -> bool:
    """Whether somebody tells something to a body, as a rule one of the press: "told Reuters"."""
    head = syntax.top(naming.places)
    verb = syntax.head(head)
    return verb is not None and verb.lemma == "tell" and head.relation in ("obj", "iobj")


def ending_of_body(syntax: Syntax, names: Names, before: list[int], first: int) -> tuple[tuple[int, int], int] | None:
    """The body whose name ends with the words before a role, and the first word after those: "station" of "station director"."""
    words = syntax.words
    held = [p for p in before if p >= first]
    for end in range(len(held), 0, -1):
        said = [words[p].text.casefold() for p in held[:end]]
        if said[-1] not in BODIES | SEATS:
            continue
        fits = [b for b in names.bodies if any(_ends_with(parts(n.text), said) for n in b.namings)]
        if fits:
            place = words[first].start
            body = max(fits, key=lambda b: n.start if (n := b.before(place)) is not None else -1)
            return (body.fullest.start, body.fullest.end), held[end - 1] + 1
    return None


def _ends_with(name: list[str], said: list[str]) -> bool:
    """Whether some words end a longer name, or what stands before its "of": "museum" of "National Museum of Science"."""
    head = name[: name.index("of")] if "of" in name else name
    return any(len(part) > len(said) and part[-len(said) :] == said for part in (name, head))


def known_abbreviation(syntax: Syntax, names: Names, place: int) -> Entity | None:
    """A word of capitals that is a form of some body's name, though no entity holds it here."""
    text = syntax.words[place].text
    known = text.isupper() and any(n.text == text for body in names.bodies for n in body.namings)
    return Entity(place, place + 1, "organization") if known else None

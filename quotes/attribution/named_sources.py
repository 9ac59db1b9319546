"""Whom does a mention name: a person, several people, or a body?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotes.attribution.casting import Answer, Casting, bearer_of, of_named, of_several, recency
from quotes.attribution.described_sources import role_of_person
from quotes.attribution.joining import gender_of
from quotes.attribution.names import run_of
from quotes.attribution.naming import Named, Names, initials, parts
from quotes.attribution.nouns import BODIES, FIRMS, PRESS, SEVERAL, UNNAMED_BODIES, WRITINGS, is_honorific, is_role_noun
from quotes.attribution.roles import is_general, is_paired
from quotes.attribution.sources import Source
from quotes.attribution.syntax import Syntax, Word
from quotes.model import SpeakerKind

CONCERNS = frozenset(
    "company monopoly giant firm airline carrier platform brand conglomerate group chain consortium".split()
)
"""Nouns after the name of a company for that company: "the Halden airline said"."""
OFFICES_OF = frozenset({"office", "department", "bureau", "unit"})
"""Nouns that end the name of a part of a body, written small: "the UN human rights office"."""
COUNTS = {"two": 2, "both": 2, "couple": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
"""How many speak, by the word that counts them."""


TOGETHER = frozenset("bench panel team trio pair duo group jury".split())
"""What several people are together: "a bench of Justices Osei and Strand"."""


def several(casting: Casting, source: Source) -> Answer | None:
    """Two or more with names speak together: "Karl Osei and Lena Strand said"."""
    joint = joined(casting, source.head)
    if casting.syntax.words[source.head].xpos in SEVERAL:
        joint = _listed(casting, source.head) or joint
    return of_several(joint, "several") if len(joint) > 1 else None


def _listed(casting: Casting, head: int) -> list[Named]:
    """Those whose names follow a plural: "his sons, Karl Osei and Tom Reed", be the second tied to the first or to the plural."""
    apposed = casting.syntax.dependents(head, "appos")
    joint = next((found for w in apposed if len(found := joined(casting, w.index)) > 1), [])
    if joint or not apposed:
        return joint
    listed = [apposed[0], *casting.syntax.dependents(head, "conj")]
    named = [n for w in listed if (n := casting.names.naming_at(w.index)) is not None and n.kind == "person"]
    return named if len(named) == len(listed) > 1 else []


def counted(casting: Casting, source: Source) -> Answer | None:
    """ "the two", "the three officials", "the couple", "both": the last so many who were named together before."""
    words = casting.syntax.words
    said = [words[p].text.casefold() for p in source.places]
    number = next((COUNTS[text] for text in said if text in COUNTS), 0)
    if not number or said[0] not in ("the", "both") or words[source.head].lemma.casefold() in BODIES | PRESS:
        return None
    after = next((p for p in range(source.places[-1] + 1, len(words)) if words[p].upos != "PUNCT"), 0)
    for place in (after, *range(source.places[0] - 1, -1, -1)):
        naming = casting.names.mention_at(place)
        if naming is None or naming.kind != "person" or casting.scene.quoting(place) is not None:
            continue
        joint = joined(casting, place)
        if len(joint) == number:
            return of_several(joint, "several")
    return None


def joined(casting: Casting, head: int) -> list[Named]:
    """Those whose names are conjoined with a word, itself first, with titles or without; none unless all have names."""
    syntax = casting.syntax
    heads = [head, *(w.index for w in syntax.dependents(head, "conj") if w.upos in ("NOUN", "PROPN"))]
    held = [_named_by(casting, place) for place in heads]
    named = list(dict.fromkeys(one for one in held if one is not None))
    return named if len(named) == len(heads) else []


def _named_by(casting: Casting, place: int) -> Named | None:
    """Whom a word names, or the noun for a role that stands before the name: "analyst" of "fellow analyst Lena Strand"."""
    named, word = casting.names.naming_at(place), casting.syntax.words[place]
    if named is not None or not is_role_noun(word) or word.xpos in SEVERAL:
        return named
    tied = (w.index for w in casting.syntax.dependents(place, "flat", "appos", "compound") if w.index > place)
    people = (casting.names.naming_at(p) for p in tied)
    return next((p for p in people if p is not None and p.kind == "person"), None)


def person_in_mention(casting: Casting, source: Source) -> Answer | None:
    """The mention is a person's name, with or without a title, or has one as its apposition."""
    syntax, names = casting.syntax, casting.names
    word = syntax.words[source.head]
    if word.lemma.casefold() in TOGETHER or _is_of_several(syntax, source):
        return None
    for place in (source.head, *(p for p in source.places if p != source.head)):
        named = names.naming_at(place)
        if named is not None and named.kind == "person" and _is_same_referent(syntax, place, source.head, named, names):
            return _by_name(casting, named, place)
    if len(source.places) == 1 and word.text[:1].isupper() and is_role_noun(word):
        bearer = bearer_of(names, word.text)
        if bearer is not None and bearer.kind == "person":
            return of_named(bearer, "name")
    last = source.places[-1]
    named = names.naming_at(last)
    if (
        named is not None
        and named.kind == "person"
        and last > source.head
        and word.lemma.casefold() not in WRITINGS | BODIES
        and _is_titled(syntax, source.head, last, named, names)
    ):
        return _by_name(casting, named, last)
    named = _apposed_person(casting, word) or _called(casting, source)
    writing = word.lemma.casefold() in WRITINGS
    return of_named(named, "issuing-body" if writing else "apposition") if named is not None else None


def _is_of_several(syntax: Syntax, source: Source) -> bool:
    """Whether a mention is of several, of whom one is named: "analysts led by Karl Osei", "artists like Osei"."""
    texts = [syntax.words[p].text.casefold() for p in source.places]
    led = any(pair in (("led", "by"), ("such", "as")) for pair in pairwise(texts))
    return syntax.words[source.head].xpos in SEVERAL and (led or "like" in texts)


def _called(casting: Casting, source: Source) -> Named | None:
    """The person whose name follows right after a mention: "a neighbour named Karl Osei", "a nurse, who gave her name as Lena"."""
    words = casting.syntax.words
    place = next((p for p in source.places[1:] if words[p].text == "named"), source.places[-1] + 1)
    after = [w.text for w in words[place : place + 10]]
    told = after.index("name") if after[:2] == [",", "who"] and "name" in after else len(after)
    if after[told + 1 : told + 2] in (["as"], [","], ["only"]):
        place += told + 1 + (after[told + 1] == "only")
    elif after[:1] not in (["named"], ["called"]):
        return None
    cue = casting.reading.cue if casting.reading is not None else None
    named = casting.names.naming_at(place + 1) if cue is None or cue.head != place else None
    return named if named is not None and named.kind == "person" else None


def _apposed_person(casting: Casting, word: Word) -> Named | None:
    """The person whose name is the apposition of a noun, or of a role that is one, or of which the noun is one.

    "the dean, the priest and scholar Karl Osei", "fitter and union member Lena Strand": the name after the last of the nouns.
    """
    syntax, names = casting.syntax, casting.names
    if word.xpos not in SEVERAL:
        for apposition in syntax.dependents(word.index, "appos"):
            role = is_role_noun(word) or is_role_noun(apposition)
            named = _named_by(casting, apposition.index) if role else names.naming_at(apposition.index)
            if named is not None and named.kind == "person":
                return named
        for other in syntax.dependents(word.index, "conj"):
            naming = names.mention_at(other.index + 1)
            tied = any(w.index == other.index + 1 for w in syntax.dependents(other.index, "appos", "flat"))
            if tied and is_role_noun(other) and naming is not None and naming.kind == "person":
                return names.at[naming.first]
    governor = syntax.head(word)
    if word.relation == "appos" and governor is not None and word.lemma.casefold() not in BODIES:
        named = names.naming_at(governor.index)
        return named if named is not None and named.kind == "person" else None
    return None


def _by_name(casting: Casting, named: Named, place: int) -> Answer:
    """Who bears the name at a place; others whose full names hold a single name are rivals, unless its title tells them apart.

    Of namesakes the only one who has spoken before is the likelier speaker.
    """
    naming = named.naming_at(place)
    said = parts(naming.text) if naming is not None else []
    if naming is None or len(said) > 1:
        return of_named(named, "name")
    others = [p for p in casting.names.people if p is not named and said[0] in (parts(p.name)[0], parts(p.name)[-1])]
    gender = gender_of(naming.title)
    others = [p for p in others if len(parts(p.name)) > 1 and (gender is None or p.gender in (None, gender))]
    if not others:
        return of_named(named, "name")
    spoken = [answer.named for _, answer in casting.said]
    heard = [p for p in others if p in spoken] if named not in spoken else []
    best = heard[0] if len(heard) == 1 else named
    rivals = [p for p in (named, *others) if p is not best]
    return of_named(best, "namesake", sorted(rivals, key=lambda p: recency(casting, p, naming.start), reverse=True))


def _is_titled(syntax: Syntax, head: int, last: int, named: Named, names: Names) -> bool:
    """Whether a title runs right up to the name that ends a mention."""
    first = last
    while first > 0 and names.naming_at(first - 1) is named:
        first -= 1
    while first > head and is_honorific(syntax.words[first - 1]):
        first -= 1
    between = syntax.words[head:first]
    allowed = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "X", "PART")
    said = (",", "and", "-", "his", "hers", "theirs", "mine", "ours")
    titled = all(w.upos in allowed or w.text in said for w in between) and len(between) <= 14
    return titled and (not between or between[-1].upos != "ADP") and not _speaks_for(between)


def _speaks_for(between: Sequence[Word]) -> bool:
    """Whether a title holds another one after "for": "spokeswoman for the foreign minister"."""
    after = next((n for n, w in enumerate(between) if w.text == "for"), len(between))
    rest = between[after:]
    return (
        any(is_role_noun(w) for w in rest) and all(w.text != "and" for w in rest) and is_role_noun(between[after - 1])
    )


def _is_same_referent(syntax: Syntax, place: int, head: int, named: Named, names: Names) -> bool:
    """Whether a name within a mention names whom the mention is about: not "Smith's lawyer", "the Clinton campaign"."""
    if names.naming_at(head) is named:
        return True
    word = syntax.words[place]
    while word.index != head:
        if word.relation not in ("flat", "appos", "compound", "nmod") or syntax.dependents(word.index, "case"):
            return False
        if word.relation in ("compound", "nmod") and (word.deprel == "nmod:poss" or word.index < head):
            return False
        if word.head < 0:
            return False
        word = syntax.words[word.head]
    return True


def body_in_mention(casting: Casting, source: Source) -> Answer | None:
    """The mention is an organization's name, or a place's that speaks through its government."""
    syntax, names = casting.syntax, casting.names
    if syntax.words[source.head].text.isupper() and (answer := role_of_person(casting, source)) is not None:
        return answer
    named = names.naming_at(source.head)
    if named is not None and named.kind == "organization":
        return of_named(named, "organization")
    common = syntax.words[source.head].lemma in BODIES | PRESS | UNNAMED_BODIES
    named = names.naming_at(source.places[-1])
    if common and named is not None and named.kind == "organization" and _is_next(syntax, names, source.head + 1):
        return of_named(named, "apposition")
    for apposition in syntax.dependents(source.head, "appos"):
        named = names.naming_at(apposition.index)
        near = apposition.index == source.head + 1 or syntax.words[source.head].lemma.lower() in BODIES | FIRMS
        near = near or names.mention_at(source.head + 1) is names.mention_at(apposition.index)
        if named is not None and named.kind == "organization" and near:
            return of_named(named, "apposition")
    return _part_of_body(casting, source) or _unseen_name(casting, source)


def _part_of_body(casting: Casting, source: Source) -> Answer | None:
    """A noun after the name of the body that it means, or that it is a part of: "the Halden airline", "the UN human rights office"."""
    syntax, names = casting.syntax, casting.names
    head = syntax.words[source.head]
    owned, naming = names.naming_at(source.head - 1), names.mention_at(source.head - 1)
    if head.upos == "NOUN" and naming is not None and owned is not None and owned.kind == "organization":
        if head.lemma in CONCERNS:
            return of_named(owned, "organization")
        whole = naming.kind == "organization" and naming.first in source.places and naming.last - naming.first > 1
        if head.lemma in OFFICES_OF and whole:
            return Answer(SpeakerKind.ORGANIZATION, (naming.start, head.end), "organization")
    if head.lemma in PRESS and (title := _title_before(casting, source)):
        return Answer(SpeakerKind.ORGANIZATION, syntax.characters(title), "proper-noun")
    return None


def _unseen_name(casting: Casting, source: Source) -> Answer | None:
    """A proper noun that was not seen as a name: that of somebody named in full elsewhere, or a name of its own."""
    syntax, head = casting.syntax, casting.syntax.words[source.head]
    if (
        head.upos == "PROPN"
        and not is_paired(syntax.words, head.index)
        and not is_general(syntax.words, head.index)
        and head.text[:1].isupper()
        and head.text.lower() not in BODIES
        and not is_role_noun(head)
    ):
        if head.text.isupper() and len(head.text) > 1:
            return _abbreviation(casting, head)
        places = [p for p in source.places if syntax.words[p].upos == "PROPN"] or [source.head]
        start, end = syntax.characters(places)
        known = bearer_of(casting.names, syntax.text[start:end])
        if known is not None:
            return of_named(known, "name")
        run = run_of(syntax, head.text) if len(places) == 1 else None
        if run is not None:
            start, end = syntax.characters(range(*run))
        return Answer(SpeakerKind.PERSON, (start, end), "proper-noun")
    return None


def _is_next(syntax: Syntax, names: Names, place: int) -> bool:
    """Whether a name begins at a place, or a word of one stands there."""
    naming = names.mention_at(place)
    proper = place < len(syntax.words) and syntax.words[place].upos == "PROPN"
    return proper or (naming is not None and naming.first == place)


def _title_before(casting: Casting, source: Source) -> list[int]:
    """The words of a paper's name before the noun for it: "the Halden Morning Light newspaper"; none unless there are several."""
    words = casting.syntax.words
    before = [p for p in source.places if p < source.head and words[p].upos != "DET"]
    named = len(before) > 1 and all(words[p].text[0].isupper() or words[p].text == "of" for p in before)
    return before if named else []


def _abbreviation(casting: Casting, head: Word) -> Answer:
    """The body whose initials a word of capitals is."""
    for body in casting.names.bodies:
        if any(head.text.casefold() in initials(n.text) for n in body.namings if len(parts(n.text)) > 1):
            return of_named(body, "organization")
    return Answer(SpeakerKind.ORGANIZATION, (head.start, head.end), "proper-noun")

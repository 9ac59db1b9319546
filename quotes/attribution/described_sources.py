"""Who is "the minister", "His Highness" or "the 22-year-old"?  Mentions that say what a named person is."""

from __future__ import annotations

import re

from attrs import evolve

from quotes.attribution.actors import is_told_beside, person_before, subject_before
from quotes.attribution.affiliations import role_of_phrase
from quotes.attribution.casting import Answer, Casting, of_named, recency
from quotes.attribution.coreference import LIKELY
from quotes.attribution.naming import Naming, initials, parts
from quotes.attribution.nouns import BODIES, FIRMS, HONORIFICS, PERSONS, SEVERAL, is_role, is_role_noun
from quotes.attribution.roles import EPITHETS, FORMER, Role, is_general
from quotes.attribution.sources import Source, is_definite
from quotes.attribution.syntax import Syntax, Word
from quotes.model import SpeakerKind

LINKED = 0.35
"""From this probability on, a link of the model says that what follows is of the last speaker."""
STYLES = frozenset({"highness", "majesty", "excellency", "holiness", "eminence", "grace"})
"""Styles that stand for whoever bears them: "His Highness said"."""
SHORT_STYLES = {"HE": "excellency", "HH": "highness", "HRH": "highness", "HM": "majesty"}
"""How some of them are written before names: "HE Karl Osei"."""

SENT = frozenset("ambassador minister president premier governor mayor judge officer envoy chief".split())
"""Offices whose holders meet each other."""
FAME = frozenset(
    "boy girl star icon legend ace widow widower veteran idol prodigy billionaire millionaire mogul heir heiress".split()
)
"""What somebody is called who has been named, though it is no role."""


RANKS = frozenset({"vice", "deputy", "former"})
"""What makes another role of one: the vice-president is not the president."""

JUDGES = frozenset({"judge", "justice"})
"""What a judge is called; the chief one is another."""
HEADS = frozenset({"head", "chief", "boss", "leader"})
"""Nouns for whoever leads a body, whatever the post is called."""
POSTS = HEADS | frozenset(
    "president ceo director chairman chairwoman chairperson chair secretary principal governor commissioner".split()
)
"""Posts of those who lead bodies."""

TITLE_ROLES = {
    "det": "detective",
    "sgt": "sergeant",
    "supt": "superintendent",
    "insp": "inspector",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor",
    "prof": "professor",
    "capt": "captain",
    "lt": "lieutenant",
    "col": "colonel",
    "gen": "general",
    "pres": "president",
}
"""Short titles before names, with the nouns that take them up: "Dr Amin ... the doctor"."""


def role_of_person(casting: Casting, source: Source) -> Answer | None:
    """ "the minister" for the last person before it whose stated role holds that noun."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.upos not in ("NOUN", "PROPN") or head.xpos in SEVERAL:
        return None
    if not is_definite(syntax, source) and not _is_headed_by_body(syntax, source):
        return None
    wanted = noun_of_role(syntax, head)
    opens = syntax.words[source.places[0]].text.casefold() == "the"
    holders = [
        p
        for p in casting.names.people
        if any(fits(casting, role, source, wanted) for role in casting.roles[p])
        or any(_is_titled(naming.title, wanted) for naming in p.namings)
        or (opens and wanted in PERSONS and any(_is_called(syntax, naming, wanted) for naming in p.namings))
    ]
    heard = [answer.named for _, answer in casting.said[-3:]]
    linked = [p for p in holders if casting.coreference.chance(head.index, p) > LIKELY]
    ranked = sorted(holders, key=lambda p: (p in linked, p in heard, recency(casting, p, head.start)), reverse=True)
    return of_named(ranked[0], "role", ranked[1:]) if ranked else None


def _is_called(syntax: Syntax, naming: Naming, noun: str) -> bool:
    """Whether a name stands in commas beside a noun that is no role: "Osei's mother, Lena Strand", "Lena Strand, a neighbour"."""
    head = syntax.top(naming.places)
    above = syntax.head(head) if head.relation == "appos" else None
    beside = [*syntax.dependents(head.index, "appos"), *([above] if above is not None else [])]
    if naming.first > 1 and syntax.words[naming.first - 1].text == ",":
        beside.append(syntax.words[naming.first - 2])
    return any(w.lemma.casefold() == noun and w.xpos not in SEVERAL for w in beside)


def noun_of_role(syntax: Syntax, head: Word) -> str:
    """The word that a stated role must hold: the noun, the initials for it, or "secretary" of "secretary-general"."""
    if is_general(syntax.words, head.index):
        return next(w.lemma.casefold() for w in reversed(syntax.words[: head.index]) if w.text != "-")
    return head.text.casefold() if head.text.isupper() else head.lemma.casefold()


def _is_titled(title: str, noun: str) -> bool:
    """Whether a noun takes up the title before a name: "Dr Amin ... the doctor", "First Lady Calder ... the First Lady"."""
    return TITLE_ROLES.get(title) == noun or (title == noun and noun in HONORIFICS)


def styled(casting: Casting, source: Source) -> Answer | None:
    """ "His Highness": whoever of those that are called so spoke last, or was named last."""
    syntax = casting.syntax
    style = syntax.words[source.head].lemma.casefold()
    if style not in STYLES or len(source.places) > 2:
        return None
    here = syntax.words[source.head].start

    def is_called(naming: Naming) -> bool:
        before = syntax.words[
            max(syntax.sentences[syntax.words[naming.first].sentence].start, naming.first - 7) : naming.first
        ]
        return any(w.lemma.casefold() == style or SHORT_STYLES.get(w.text) == style for w in before)

    called = [p for p in casting.names.people if any(is_called(n) for n in p.namings) and p.namings[0].start < here]
    spoken = [answer.named for _, answer in reversed(casting.said) if answer.named in called]
    ranked = sorted(called, key=lambda p: recency(casting, p, here), reverse=True)
    best = spoken[0] if spoken else ranked[0] if ranked else None
    return of_named(best, "role", [p for p in ranked if p is not best]) if best is not None else None


def _is_headed_by_body(syntax: Syntax, source: Source) -> bool:
    """Whether a role stands without an article after the body that it is held in: "ACC secretary said"."""
    first = syntax.words[source.places[0]]
    named = first.upos == "PROPN" or (len(first.text) > 1 and first.text.isupper())
    stands = is_role_noun(syntax.words[source.head]) or is_general(syntax.words, source.head)
    return stands and named and first.index < source.head


def latter(casting: Casting, source: Source) -> Answer | None:
    """ "the latter", "the former": the second or the first of the only two people named in the sentence before."""
    syntax = casting.syntax
    said = [syntax.words[p].text.casefold() for p in source.places]
    sentence = syntax.words[source.head].sentence
    if said not in (["the", "latter"], ["the", "former"]) or sentence == 0:
        return None
    places = syntax.sentences[sentence - 1]
    held = (casting.names.naming_at(p) for p in places)
    both = list(dict.fromkeys(named for named in held if named is not None and named.kind == "person"))
    return of_named(both[said[1] == "latter"], "latter") if len(both) == 2 else None


def fits(casting: Casting, role: Role, source: Source, noun: str) -> bool:
    """Whether a stated role may be what a mention says: its noun, the same rank, and no other body."""
    syntax = casting.syntax
    if role.role is None or not (_holds(syntax, role, noun) or _leads(casting, role, source, noun)):
        return False
    before = syntax.words[syntax.at(role.role[0]) - 1].text.casefold() if syntax.at(role.role[0]) else ""
    stated = {before, *re.findall(r"\w+", syntax.text[role.role[0] : role.role[1]].casefold())}
    said = {syntax.words[p].text.casefold() for p in source.places}
    ranks = RANKS | {"chief"} if noun in JUDGES else RANKS
    return (
        (stated & ranks == said & ranks or _is_short_for(noun, syntax.text[slice(*role.statement)]))
        and _is_of(casting, role, source)
        and not _is_told_otherwise(casting, role, source)
    )


def _leads(casting: Casting, role: Role, source: Source, noun: str) -> bool:
    """Whether a role is the post of whoever leads the body that a mention names: "the Arvo head" for its director-general."""
    if noun not in HEADS or role.role is None or role.organization is None:
        return False
    led = any(w.upos == "PROPN" for w in casting.syntax.dependents(source.head, "nmod", "compound"))
    return led and is_post(casting.syntax, role) and _is_of(casting, role, source)


def _is_told_otherwise(casting: Casting, role: Role, source: Source) -> bool:
    """Whether a mention and a role both say more than their noun, and nothing alike: "youth leader", "leader of the Root Party"."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    before = [syntax.words[p] for p in source.places if p < source.head]
    unnamed = [w for w in before if w.upos in ("NOUN", "ADJ") or _is_portfolio(casting, w)]
    said = {w.text.casefold() for w in unnamed}
    said -= EPITHETS | FORMER | BODIES
    told = set(parts(syntax.text[slice(*role.statement)])) - {
        head.text.casefold(),
        head.lemma.casefold(),
        "of",
        "the",
        "and",
    }
    told -= EPITHETS | FORMER
    return bool(said) and bool(told) and not any(_is_akin(a, b) for a in said for b in told)


def _is_portfolio(casting: Casting, word: Word) -> bool:
    """Whether a capitalised word may say what an office deals with: "Health" of "the Health CS", no part of a name."""
    half = casting.syntax.words[word.index + 1].text == "-"
    return word.upos == "PROPN" and not (half or word.text.isupper()) and casting.names.naming_at(word.index) is None


def _is_of(casting: Casting, role: Role, source: Source) -> bool:
    """Whether a role may be held where the mention says: "Norfell's governor" is no governor of another body."""
    syntax = casting.syntax
    owners = [w for w in syntax.dependents(source.head, "nmod", "compound") if w.upos == "PROPN"]
    if not owners or role.organization is None:
        return True
    words = set(parts(syntax.text[slice(*role.statement)]))
    named = casting.names.naming_at(syntax.at(role.organization[0]))
    same = any(casting.names.naming_at(w.index) is named and named is not None for w in owners)
    said = {syntax.words[p].text.casefold() for w in owners for p in syntax.subtree(w.index) if p != w.index}
    said = (said - {"the", "of", "'s", "’s"}) or {w.text.casefold() for w in owners}
    return same or any(_is_akin(word, other) for word in words for other in said)


def _is_akin(word: str, other: str) -> bool:
    """The same word, or a country and what belongs to it: "Iraq", "Iraqi"."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4)


def _holds(syntax: Syntax, role: Role, noun: str) -> bool:
    if role.role is None:
        return False
    stated = syntax.text[role.role[0] : role.role[1]]
    words = [half for word in parts(stated) for half in word.split("-")]
    held = noun in words and (is_role(noun) or noun == words[-1])
    held = held or (noun in JUDGES and words[-1:] in (["judge"], ["justice"]))
    whole = syntax.text[slice(*role.statement)] if role.organization is not None else stated
    return held or _is_short_for(noun, stated) or _is_short_for(noun, whole)


def _is_short_for(short: str, role: str) -> bool:
    """Whether letters are the initials of a role, or of what remains without its first words: "cs" of "Interior Cabinet Secretary"."""
    words = role.title().split()
    held = next((n for n, word in enumerate(words) if is_role(word)), 0)
    return len(short) > 1 and any(short in initials(" ".join(words[n:])) for n in range(held + 1))


def role_unstated(casting: Casting, source: Source) -> Answer | None:
    """ "the far-right leader" for the person just spoken of, though no role of that name is stated."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    first = syntax.words[source.places[0]].text.casefold()
    starts = (syntax.subtree(w.index)[0] for w in syntax.dependents(source.head, "nmod", "acl"))
    described = any("," not in (syntax.words[p].text, syntax.words[p - 1].text) for p in starts)
    described = described and not head.text[0].isupper()
    if casting.scene.quoting(source.head) is not None or head.lemma.casefold() in FIRMS:
        return None
    bare = head.upos == "NOUN" and not syntax.dependents(source.head, "det", "nummod", "nmod:poss")
    parent = _is_parent_of(syntax, source)
    aged = head.lemma == "old" or head.text.endswith("-old") or parent
    stands = is_role_noun(head) or is_general(syntax.words, source.head) or head.lemma in FAME or aged
    if not (first == "the" or bare) or not (head.xpos in ("NN", "NNP") or aged) or not stands:
        return None
    numbered = any(syntax.words[p].text.isdigit() for p in source.places if p > source.head)
    if numbered or (source.rule == "noun-modified-by-cue" and head.relation in ("obl", "obj", "iobj")):
        return None
    if (described and not parent and not _goes_on(casting, source)) or _is_introduced(casting, source):
        return None
    last = casting.said[-1] if casting.said else None
    here = casting.paragraph(head.start)
    near = last is not None and last[1].kind is SpeakerKind.PERSON and here - casting.paragraph(last[0]) <= 2
    before = None if near else subject_before(casting, head.start)
    answer = evolve(last[1], rule="role-unstated") if near and last else None
    acting = person_before(casting, syntax.words[syntax.at(_start(casting, source))].sentence)
    if acting is not None:
        answer = of_named(acting, "role-unstated")
    if before is not None:
        answer = of_named(before[1], "role-unstated")
    if answer is None or _meets(casting, answer, head):
        return None
    if answer.named is not None and is_told_beside(casting, source, answer.named):
        return None
    told = role_of_phrase(syntax, casting.names, source.places, source.head) if not parent else []
    return evolve(answer, told=tuple(told))


def _meets(casting: Casting, answer: Answer, head: Word) -> bool:
    """Whether somebody else of that kind was told of with them: "Prime Minister Osei received the Ambassador of Chile"."""
    syntax = casting.syntax
    if answer.named is None or head.lemma.casefold() not in SENT:
        return False
    own = [role.statement for role in casting.roles.get(answer.named, [])]
    for naming in answer.named.namings:
        for place in syntax.sentences[syntax.words[naming.first].sentence]:
            word = syntax.words[place]
            alike = word.lemma.casefold() == head.lemma.casefold() and place < head.index
            if alike and not any(start <= word.start < end for start, end in own):
                return True
    return False


def _is_introduced(casting: Casting, source: Source) -> bool:
    """Whether somebody without a name was told of by the same noun just before: "the officer" after "an officer approached her"."""
    syntax, head = casting.syntax, casting.syntax.words[source.head]
    start = syntax.sentences[max(0, head.sentence - 3)].start
    for word in syntax.words[start : source.head]:
        if word.lemma != head.lemma or word.xpos != "NN" or casting.scene.quoting(word.index) is not None:
            continue
        fresh = any(w.text.casefold() in ("a", "an") for w in syntax.dependents(word.index, "det"))
        tied = syntax.dependents(word.index, "appos", "flat") or word.relation in ("appos", "compound", "flat")
        alone = not tied and not syntax.dependents(word.index, "cop", "case")
        if fresh and alone and casting.names.naming_at(word.index + 1) is None:
            return True
    return False


def _is_parent_of(syntax: Syntax, source: Source) -> bool:
    """Whether somebody is told of by the number of their children: "the mother of two", "the father-of-three"."""
    texts = [syntax.words[p].lemma.casefold() for p in source.places if syntax.words[p].text != "-"]
    parent = not {"mother", "father", "grandmother", "grandfather", "mum", "dad"}.isdisjoint(texts)
    return parent and texts[0] == "the" and "of" in texts[:-1] and syntax.words[source.places[-1]].upos == "NUM"


def _goes_on(casting: Casting, source: Source) -> bool:
    """Whether a sentence opens with what the last speaker is: "Not so fast, says Osei. The head of the bank argues"."""
    syntax = casting.syntax
    if not casting.said or syntax.sentences[syntax.words[source.head].sentence].start != source.places[0]:
        return False
    at, last = casting.said[-1]
    person = last.named
    here = syntax.words[syntax.at(at)].sentence == syntax.words[source.head].sentence - 1
    if person is None or person.kind != "person" or casting.roles[person] or not here:
        return False
    return casting.coreference.chance(source.head, person) >= LINKED


def of_a_people(casting: Casting, source: Source) -> Answer | None:
    """ "the Portuguese" after a quotation for the person just spoken of, or the last who spoke."""
    syntax = casting.syntax
    entity = syntax.entity_at.get(source.head)
    texts = [syntax.words[p].text.casefold() for p in source.places]
    quoted = casting.reading is not None and bool(casting.reading.quotations)
    single = len(texts) == 2 or "old" in texts or any(t.endswith("-old") for t in texts)
    if entity is None or entity.kind not in ("group", "person") or not single:
        return None
    if texts[0] != "the" or texts[-1].endswith("s"):
        return None
    acting = person_before(casting, syntax.words[syntax.at(_start(casting, source))].sentence)
    return of_named(acting, "role-unstated") if acting is not None and quoted else None


def _start(casting: Casting, source: Source) -> int:
    """Where what a source says begins, or the source, whichever stands first."""
    here = casting.syntax.words[source.head].start
    return min(here, casting.reading.start) if casting.reading is not None else here


def is_post(syntax: Syntax, role: Role) -> bool:
    """Whether a role is the post of whoever leads a body: "managing director"."""
    return role.role is not None and not POSTS.isdisjoint(re.findall(r"\w+", syntax.text[slice(*role.role)].casefold()))

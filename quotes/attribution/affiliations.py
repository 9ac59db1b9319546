"""For whom does a speaker speak, and as what?

Roles stand beside a name as apposition ("Quan Gang, president of Roborock"), before it ("Finance Minister Y"), after "is" or "as", in
a relative clause ("who heads the agency") or as an organization alone ("Shi Weichun with the bureau"); anywhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from quotes.attribution.names import SEATS, Named, Names, Naming, parts
from quotes.attribution.nouns import BODIES, HONORIFICS, NOT_ROLES, is_role_noun
from quotes.attribution.syntax import Entity, Syntax, Word

OF = frozenset({"of", "at", "for", "with", "from", "in", "to", "on"})
MEMBERSHIP = frozenset({"of", "at", "for", "with", "from"})
HEADING = frozenset(
    "head lead chair run direct own manage found represent teach lecture work serve oversee command edit coach".split()
)
BECOMING = frozenset(
    "elect appoint name serve work act become elevate promote retire begin start nominate choose install".split()
)


PUBLIC = frozenset("court police force army government parliament council school".split())
"""Bodies that are spoken of without a name."""

FORMER = frozenset({"former", "ex", "then", "late", "acting", "outgoing", "retired"})

PARTICIPLES = frozenset({"managing", "acting", "presiding", "founding", "visiting", "retired"})
"""Participles that are part of a title."""

RANKED = frozenset({"secretary", "attorney", "director", "consul", "inspector"})
"""What "general" makes another role of, after it."""
PAIRS = frozenset({("in", "charge")})

EPITHETS = frozenset(
    """renowned local leftist rightist veteran prominent popular famous famed young old longtime long-time well-known outspoken
    influential powerful controversial embattled noted respected celebrated so-called far-right far-left newly particularly undercover
    current then late""".split()
)
"""Adjectives that praise or place somebody, and are no part of the role."""


@frozen
class Role:
    """A stated affiliation: characters of the role and of the organization (either may be missing) and of the statement."""

    role: tuple[int, int] | None
    organization: tuple[int, int] | None
    statement: tuple[int, int]


def affiliations_of(syntax: Syntax, names: Names, person: Named) -> list[Role]:
    """All that the article says of a person's role and body, in text order, each once."""
    found = [role for naming in person.namings for role in _merged(syntax.text, list(_at(syntax, names, naming)))]
    full = [evolve(role, organization=_in_full(syntax.text, names, role.organization)) for role in found]
    return _distinct(syntax.text, sorted(full, key=lambda r: r.statement))


def _in_full(text: str, names: Names, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The fullest name of the body whose abbreviation some characters are; else those characters."""
    if span is None or not text[span[0] : span[1]].isupper():
        return span
    said = text[span[0] : span[1]]
    body = next((b for b in names.bodies if any(n.text == said for n in b.namings)), None)
    return (body.fullest.start, body.fullest.end) if body is not None else span


def _merged(text: str, roles: list[Role]) -> list[Role]:
    """Roles that only a comma or "and" parts are one: "co-founder, chairman and chief executive" of one body."""
    kept: list[Role] = []
    for role in sorted(roles, key=lambda r: r.statement):
        last = kept[-1] if kept else None
        if last is not None and last.role is not None and role.role is not None and last.role[1] <= role.role[0]:
            joined = text[last.role[1] : role.role[0]] in (", ", " and ", ", and ")
            if joined and (last.organization is None or role.organization is None):
                span = (last.role[0], role.role[1])
                statement = (last.statement[0], max(last.statement[1], role.statement[1]))
                kept[-1] = Role(span, last.organization or role.organization, statement)
                continue
        kept.append(role)
    return kept


def _at(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    places = range(naming.first, naming.last)
    head = next((syntax.words[p] for p in places if syntax.words[p].head not in places), syntax.words[naming.first])
    found = [*_before(syntax, names, naming, head), *_beside(syntax, names, naming, head)]
    yield from found or _in_commas(syntax, names, naming)
    yield from _predicated(syntax, names, head)


def _in_commas(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """A role between commas after a name, or before the comma that a name follows, whatever the tree makes of it."""
    words = syntax.words
    after = naming.last + 1
    if after < len(words) and words[naming.last].text == "," and words[naming.last].sentence == words[after].sentence:
        noun = _first_role(words, after)
        if noun is not None:
            yield from _split(syntax, names, list(_phrase_after(syntax, after, noun)), noun)
            return
    if naming.first > 1 and words[naming.first - 1].text == ",":
        noun = next((p for p in _phrase_before(syntax, naming.first - 1) if is_role_noun(words[p])), None)
        ends = naming.last >= len(words) or words[naming.last].upos in ("PUNCT", "VERB", "AUX")
        if noun is not None and ends and _is_apposed(syntax, names, noun):
            places = range(min(syntax.subtree(noun)), naming.first - 1)
            yield from _split(syntax, names, [p for p in places if words[p].upos != "PUNCT"], noun)


PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "CCONJ")


def _first_role(words: list[Word], start: int) -> int | None:
    """The noun for a role that ends the noun phrase which begins at a place, where no other word stands in it."""
    last: int | None = None
    for place in range(start, min(start + 7, len(words))):
        if words[place].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PART") and words[place].text != "-":
            break
        if is_role_noun(words[place]):
            last = place
    if last is None or words[last].xpos not in ("NN", "NNP"):
        return None
    following = words[last + 1] if last + 1 < len(words) else None
    return last if following is None or following.upos in ("PUNCT", "ADP", "VERB", "AUX") else None


def _phrase_after(syntax: Syntax, start: int, noun: int) -> Iterator[int]:
    """The words of the noun phrase from a place on, over its head, to the next comma or verb."""
    for place in range(start, min(noun + 12, syntax.sentences[syntax.words[noun].sentence].stop)):
        word = syntax.words[place]
        if place > noun and (word.upos not in PHRASE or word.text in (",", "(")):
            return
        yield place


def _is_apposed(syntax: Syntax, names: Names, noun: int) -> bool:
    """Whether a noun may have a name in commas after it: one person's role, in no phrase that only tells when or where."""
    cases = [c.text.casefold() for c in syntax.dependents(noun, "case")]
    single = syntax.words[noun].xpos in ("NN", "NNP") and names.naming_at(noun) is None
    return single and all(case in ("by", "for") for case in cases)


def _phrase_before(syntax: Syntax, comma: int) -> Iterator[int]:
    """The words of the noun phrase that a comma ends, its last first: up to seven."""
    for place in range(comma - 1, max(comma - 8, syntax.sentences[syntax.words[comma].sentence].start - 1), -1):
        if syntax.words[place].upos not in PHRASE:
            return
        yield place


# --- where a role may stand --------------------------------------------------------------------------------------------


def _before(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Role]:
    """The title that runs up to the name: "Finance Minister Y", "US Secretary of State Antony Blinken"."""
    words = syntax.words
    top = _top(syntax, naming, head)
    phrase = set(syntax.subtree(top)) | set(_beside_name(syntax, naming, words[top]))
    first = last = _before_brackets(words, naming.first)
    if first < naming.first:
        phrase |= set(syntax.subtree(words[first - 1].index)) | {first - 1}
    while first > 0 and (first - 1 in phrase or _is_loose(syntax, first - 1)) and _is_premodifier(words, first - 1):
        first -= 1
    while first < last and (words[first].upos in OPENERS or _is_honorific(words[first])):
        first += 1
    while last > first and (words[last - 1].upos == "PUNCT" or _is_honorific(words[last - 1])):
        last -= 1
    nouns = [p for p in range(first, last) if is_role_noun(words[p])]
    if nouns:
        carriers = [p for p in nouns if p < last - 1 and words[p + 1].upos == "ADP"]
        owner = first - 1 if first and words[first - 1].text.casefold() in ("its", "their") else first
        yield from _split(syntax, names, list(range(owner, last)), carriers[0] if carriers else nouns[-1])


def _is_loose(syntax: Syntax, place: int) -> bool:
    """Whether a capitalised noun stands right before a title that the tree does not tie it to: "Economy" of "Economy Minister"."""
    word = syntax.words[place]
    entity = syntax.entity_at.get(place)
    free = entity is None and is_role_noun(syntax.words[place + 1]) and not is_role_noun(word)
    return free and word.upos in ("NOUN", "PROPN") and word.text[:1].isupper() and word.relation in ("compound", "conj")


def _before_brackets(words: list[Word], place: int) -> int:
    """The place before an abbreviation in brackets that ends there: "Chief Harbour Officer (CHO) Ines Calder"."""
    if place > 3 and words[place - 1].text == ")" and words[place - 3].text == "(" and words[place - 2].text.isupper():
        return place - 3
    return place


def _beside_name(syntax: Syntax, naming: Naming, top: Word) -> list[int]:
    """A title that the tree hangs beside the name instead of on it: both are subjects of one verb, say."""
    if naming.first == 0:
        return []
    place = naming.first - 1
    while place > 0 and _is_honorific(syntax.words[place]):
        place -= 1
    before = syntax.words[place]
    alike = before.head == top.head and before.relation == top.relation and before.upos in ("NOUN", "PROPN")
    if alike or (before.sentence == top.sentence and is_role_noun(before)):
        return [*range(place, naming.first), *(p for p in syntax.subtree(before.index) if p < place)]
    return []


OPENERS = frozenset({"DET", "PUNCT", "ADP", "CCONJ", "NUM", "PRON", "PART", "ADV"})


def _top(syntax: Syntax, naming: Naming, head: Word) -> int:
    """The head of the noun phrase that the name ends: the title, where the tree hangs the name on it."""
    place = head
    while place.relation in ("flat", "appos", "compound", "nmod") and place.head >= 0 and place.head < naming.first:
        governor = syntax.words[place.head]
        between = syntax.words[governor.index + 1 : naming.first]
        if (
            governor.upos not in ("NOUN", "PROPN")
            or any(w.upos in ("VERB", "PUNCT") for w in between)
            or len(between) > 6
        ):
            break
        if syntax.dependents(place.index, "case"):
            break
        place = governor
    return place.index


def _is_premodifier(words: list[Word], place: int) -> bool:
    """Whether a word may stand in a title: a noun, an adjective, "of", "and", or "the" after "of"."""
    word = words[place]
    if word.upos in ("NOUN", "PROPN", "ADJ") or word.text in ("'s", "’s", "-", "&"):
        return True
    if word.text.casefold() in PARTICIPLES:
        return True
    if word.upos == "DET" or word.deprel == "nmod:poss":
        return words[place - 1].text.lower() in ("of", "for") if place else False
    return word.text.lower() in ("of", "for", "and") or (
        word.text == "," and words[place + 1].upos in ("NOUN", "PROPN")
    )


def _is_honorific(word: Word) -> bool:
    return word.text.rstrip(".").casefold() in HONORIFICS


def _beside(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Role]:
    """Appositions of the name, the noun that it is itself an apposition of, and "with the bureau" after it."""
    for word in _appositions(syntax, names, naming, head):
        for noun in (word, *syntax.dependents(word.index, "appos")):
            if _may_be_role(syntax, noun, names):
                yield from _phrase(syntax, names, noun)
    for word in syntax.dependents(head.index, "conj"):
        if is_role_noun(word) and _stands_alone(syntax, word) and names.naming_at(word.index) is None:
            yield from _phrase(syntax, names, word)
    governor = syntax.head(head)
    if (
        head.relation == "appos"
        and (governor is None or governor.xpos not in ("NNS", "NNPS"))
        and governor is not None
        and _may_be_role(syntax, governor, names)
        and governor.index < head.index
    ):
        yield from _phrase(syntax, names, governor, without=[head.index])
    yield from _memberships(syntax, names, naming, head)
    yield from _in_brackets(syntax, names, naming)
    for word in syntax.dependents(head.index, "acl"):
        yield from _clause(syntax, names, word)


def _memberships(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Role]:
    """ "Shi Weichun with the bureau": phrases after a name, which the tree may hang on the verb whose subject it is."""
    for word in syntax.dependents(head.index, "nmod", "obl"):
        if _is_membership(syntax, names, word, naming):
            yield from _member(syntax, names, word)
    governor = syntax.head(head)
    if governor is not None and head.relation == "nsubj":
        for word in syntax.dependents(governor.index, "obl"):
            if _is_membership(syntax, names, word, naming) and syntax.subtree(word.index)[0] == naming.last:
                yield from _member(syntax, names, word)


def _in_brackets(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """ "Karl Osei (HWP)": the body whose abbreviation stands in brackets after a name."""
    words, place = syntax.words, naming.last + 1
    if [w.text for w in words[naming.last : naming.last + 3]][::2] == ["(", ")"] and words[place].text.isupper():
        named = names.naming_at(place)
        if named is not None and named.kind == "organization" and any(n.kind == "organization" for n in named.namings):
            yield Role(None, (words[place].start, words[place].end), (words[place].start, words[place].end))


def _appositions(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Word]:
    """What stands beside a name in commas: the nouns that the tree calls its appositions, but for those right after another name."""
    words = syntax.words
    for word in syntax.dependents(head.index, "appos"):
        first = syntax.subtree(word.index)[0]
        while first > naming.last and words[first].upos in ("PUNCT", "CCONJ"):
            first += 1
        other = names.naming_at(first - 2) if words[first - 1].text == "," else None
        second_half = words[word.index - 1].text in ("-", "and", "&")
        if not second_half and (other is None or other.kind != "person" or naming.last == first - 1):
            yield word
    start = naming.last + 1
    if start < len(words) and words[naming.last].text == ",":
        for word in words[start : start + 8]:
            strayed = word.relation == "appos" and word.head != head.index and word.head < naming.first
            if strayed and syntax.subtree(word.index)[0] in (start, naming.last):
                yield word


def _is_membership(syntax: Syntax, names: Names, word: Word, naming: Naming) -> bool:
    """Whether a phrase after a name says whom somebody belongs to: "with the bureau", "from the institute"."""
    case = [c.text.lower() for c in syntax.dependents(word.index, "case")]
    return bool(case) and case[0] in MEMBERSHIP and word.index >= naming.last and _is_body(names, word)


def _member(syntax: Syntax, names: Names, word: Word) -> Iterator[Role]:
    span = _organization(syntax, names, word)
    if span is not None:
        yield Role(None, span, syntax.characters(syntax.subtree(word.index)))


def _is_body(names: Names, word: Word) -> bool:
    named = names.naming_at(word.index)
    naming = next((n for n in named.namings if n.first <= word.index < n.last), None) if named is not None else None
    common = word.upos == "NOUN" and word.xpos != "NNS" and word.lemma in BODIES
    return common or (naming is not None and naming.kind == "organization")


def _predicated(syntax: Syntax, names: Names, head: Word) -> Iterator[Role]:
    """ "Wu is chief designer of ...", "was elected as the association's first chairman", "who heads the agency"."""
    if head.relation != "nsubj":
        return
    verb = syntax.head(head)
    if verb is None:
        return
    if (
        syntax.dependents(verb.index, "cop")
        and verb.upos in ("NOUN", "PROPN")
        and _may_be_role(syntax, verb, names)
        and is_role_noun(verb)
    ):
        if not any(w.lemma.lower() in ("not", "n't") for w in syntax.dependents(verb.index, "advmod")):
            yield from _phrase(syntax, names, verb, clause=True)
        return
    if verb.lemma.lower() in BECOMING:
        for word in syntax.dependents(verb.index, "obl", "xcomp", "obj", "advcl"):
            case = [c.text.lower() for c in syntax.dependents(word.index, "case", "mark")]
            named = "as" in case or (verb.lemma.lower() in ("elect", "appoint", "name", "become") and not case)
            if named and is_role_noun(word):
                yield from _phrase(syntax, names, word, clause=True)


def _clause(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """A relative clause: "who heads the agency", "who is president of ..."."""
    if syntax.dependents(verb.index, "cop") and _may_be_role(syntax, verb, names):
        yield from _phrase(syntax, names, verb, clause=True)
    elif verb.lemma.lower() in HEADING:
        for word in syntax.dependents(verb.index, "obj", "obl"):
            if _is_body(names, word) and word.index > verb.index:
                yield from _member(syntax, names, word)
                return


# --- a noun phrase into role and organization ---------------------------------------------------------------------------


def _may_be_role(syntax: Syntax, word: Word, names: Names) -> bool:
    """Whether a noun can say what somebody is: no person, place, date, number or kin."""
    if word.upos not in ("NOUN", "PROPN", "ADJ") or word.lemma.casefold() in NOT_ROLES:
        return False
    entity = syntax.entity_at.get(word.index)
    if entity is not None and entity.kind in ("person", "date", "location"):
        return False
    if entity is not None and entity.kind == "organization":
        return is_role_noun(word)
    before = syntax.words[word.index - 1].lemma.casefold() if word.index else ""
    paired = (before, word.lemma.casefold()) in PAIRS or (before in RANKED and word.lemma.casefold() == "general")
    return is_role_noun(word) or paired or (word.upos == "NOUN" and _is_one_of_many(syntax, word))


def _is_one_of_many(syntax: Syntax, word: Word) -> bool:
    """Whether a noun with "a" or "an" says what somebody is: "a shipwright"."""
    articles = (w.text.casefold() for w in syntax.dependents(word.index, "det"))
    return word.relation == "appos" and word.xpos == "NN" and any(text in ("a", "an") for text in articles)


def _phrase(
    syntax: Syntax, names: Names, head: Word, without: Iterable[int] = (), *, clause: bool = False
) -> Iterator[Role]:
    """The roles of a noun phrase and of the nouns that are conjoined with it."""
    joined = [w for w in syntax.dependents(head.index, "conj") if w.upos in ("NOUN", "PROPN")]
    separate = [w for w in joined if _stands_alone(syntax, w)]
    barred = [*without, *(w.index for w in separate)]
    barred += [w.index for w in syntax.dependents(head.index, *NOT_OF_ROLE) if not _is_hyphenated(syntax, w)]
    barred += [w.index for w in syntax.dependents(head.index, "cc") if separate and w.index > head.index]
    if clause:
        barred += [w.index for w in syntax.dependents(head.index, "obl", "case", "discourse", "ccomp")]
    places = syntax.subtree(head.index, without=barred)
    yield from _split(syntax, names, places, head.index)
    for word in separate:
        if _may_be_role(syntax, word, names):
            yield from _phrase(syntax, names, word)


NOT_OF_ROLE = ("appos", "acl", "parataxis", "punct", "advcl", "cop", "nsubj", "aux", "advmod", "mark")


def _is_hyphenated(syntax: Syntax, word: Word) -> bool:
    """Whether a word is a hyphen, or what follows one: the second half of "secretary-general"."""
    return word.text == "-" or syntax.words[word.index - 1].text == "-"


def _stands_alone(syntax: Syntax, word: Word) -> bool:
    """Whether a conjoined noun is a role of its own ("... and also a founding member of ..."), not "founder and CEO of ..."."""
    if syntax.words[word.index - 1].text == "-":
        return False
    return bool(syntax.dependents(word.index, "det")) or any(
        c.text.lower() == "also" for c in syntax.dependents(word.index, "advmod", "cc")
    )


def _split(syntax: Syntax, names: Names, places: list[int], head: int) -> Iterator[Role]:
    """Part the words of a noun phrase into the body and the role."""
    words = syntax.words
    places = _without_place(syntax, _together(words, places, head), head)
    held = [p for p in places if words[p].upos != "PUNCT" or p not in (places[0], places[-1])]
    held = _with_second_half(syntax, held, head)
    if not held:
        return
    statement = syntax.characters(held)
    owner = _owner(syntax, names, held, head)
    parted = owner or _of_phrase(syntax, names, held, head)
    body = parted[0] if parted is not None else None
    rest = parted[1] if parted is not None else held
    rest = _core(syntax, rest, head)
    if not rest:
        return
    role = syntax.characters(rest)
    yield Role(role, body, (min(statement[0], role[0]), max(statement[1], role[1])))


def _together(words: list[Word], places: list[int], head: int) -> list[int]:
    """The places before a head that stand in one run with it, but for punctuation between, and all after it."""
    kept = [p for p in places if p >= head]
    first = head
    for place in sorted((p for p in places if p < head), reverse=True):
        if any(words[p].upos != "PUNCT" for p in range(place + 1, first)) or words[place].text in ("based", "born"):
            break
        kept.insert(0, place)
        first = place
    return kept


def _without_place(syntax: Syntax, places: list[int], head: int) -> list[int]:
    """The words without where somebody is: "in Lindau" of "a pharmacist in Lindau"."""
    for word in syntax.dependents(head, "nmod"):
        entity = syntax.entity_at.get(word.index)
        case = [c.text.casefold() for c in syntax.dependents(word.index, "case")]
        if entity is not None and entity.kind == "location" and case == ["in"]:
            gone = set(syntax.subtree(word.index))
            places = [p for p in places if p not in gone]
    return places


def _with_second_half(syntax: Syntax, places: list[int], head: int) -> list[int]:
    """The words with "-general" or "and CEO" after the head, where the tree hangs those elsewhere."""
    words = syntax.words
    after = head + 1
    if (
        after + 1 < len(words)
        and words[after].text in ("-", "and", "&")
        and words[after + 1].sentence == words[head].sentence
    ):
        second = words[after + 1]
        joined = (
            second.upos in ("NOUN", "PROPN", "ADJ")
            if words[after].text == "-"
            else is_role_noun(second) and second.relation in ("appos", "conj")
        )
        if joined:
            return sorted({*places, after, after + 1})
    return places


def _core(syntax: Syntax, places: list[int], head: int) -> list[int]:
    """The role's own words: without determiners and punctuation at its edges, in one run that holds the head."""
    words = syntax.words
    kept = [p for p in places if not (words[p].upos == "DET" and p < head) and words[p].deprel != "nmod:poss"]
    kept = [p for p in kept if words[p].text not in ("'s", "’s", "also")]
    first = next((p for p in kept if words[p].upos != "PUNCT"), head)
    while first < head and words[first].lemma.casefold() in EPITHETS:
        kept.remove(first)
        first = kept[0]
    run = [head] if head in kept else []
    for place in sorted((p for p in kept if p < head), reverse=True):
        if run and run[0] - place == 1:
            run.insert(0, place)
    for place in sorted(p for p in kept if p > head):
        if run and place - run[-1] == 1:
            run.append(place)
    while run and words[run[-1]].upos in ("PUNCT", "ADP", "CCONJ", "DET", "VERB"):
        run.pop()
    while run and words[run[0]].upos in ("PUNCT", "ADP", "CCONJ", "DET", "PART"):
        run.pop(0)
    return run


def _owner(syntax: Syntax, names: Names, places: list[int], head: int) -> tuple[tuple[int, int], list[int]] | None:
    """A body before the role: "Malaysia's prime minister", "Roborock president", "Kenyan President"."""
    words = syntax.words
    before = [p for p in places if p < head]
    for place in before:
        if words[place].deprel == "nmod:poss" and words[place].text.casefold() in ("its", "their"):
            body = _body_before(syntax, names, words[place])
            return (body, [p for p in places if p != place]) if body is not None else None
        owner = names.naming_at(place)
        if owner is not None and owner.kind == "person":
            continue
        if words[place].deprel == "nmod:poss" and words[place].upos in ("PROPN", "NOUN"):
            span = _organization(syntax, names, words[place])
            owned = set(syntax.subtree(place))
            return (span, [p for p in places if p not in owned]) if span else None
    first = next((p for p in before if words[p].upos != "DET" and words[p].lemma.casefold() not in FORMER), None)
    if first is None:
        return None
    short = _ending_of_body(syntax, names, before, first)
    if short is not None:
        return short[0], [p for p in places if p >= short[1]]
    entity = syntax.entity_at.get(first) or _known_abbreviation(syntax, names, first)
    if entity is None or entity.kind not in ("organization", "location", "group") or entity.last > head:
        return None
    if entity.kind == "group" and words[head].upos == "NOUN" and any(p > head for p in places):
        return None
    last = entity.last
    if (
        last < head
        and any(is_role_noun(words[p]) for p in range(entity.first, entity.last))
        and entity.kind == "organization"
    ):
        return None
    span = _expanded(syntax, names, first, last)
    former = any(p < first and words[p].lemma.casefold() in FORMER for p in places)
    return span, [p for p in places if p >= last or former]


def _ending_of_body(syntax: Syntax, names: Names, before: list[int], first: int) -> tuple[tuple[int, int], int] | None:
    """The body whose name ends with the words before a role, and the first word after those: "station" of "station director"."""
    words = syntax.words
    held = [p for p in before if p >= first]
    for end in range(len(held), 0, -1):
        said = [words[p].text.casefold() for p in held[:end]]
        if said[-1] not in BODIES | SEATS or any(p in syntax.entity_at for p in held[: end - 1]):
            continue
        fits = [
            b for b in names.bodies if any(len(parts(n.text)) > end and parts(n.text)[-end:] == said for n in b.namings)
        ]
        if fits:
            place = words[first].start
            body = max(fits, key=lambda b: n.start if (n := b.before(place)) is not None else -1)
            return (body.fullest.start, body.fullest.end), held[end - 1] + 1
    return None


def _known_abbreviation(syntax: Syntax, names: Names, place: int) -> Entity | None:
    """A word of capitals that is a form of some body's name, though no entity holds it here."""
    text = syntax.words[place].text
    known = text.isupper() and any(n.text == text for body in names.bodies for n in body.namings)
    return Entity(place, place + 1, "organization") if known else None


def _body_before(syntax: Syntax, names: Names, word: Word) -> tuple[int, int] | None:
    """Whom "its" means: the last body named before it in its sentence or the one before."""
    fits = [
        (n.start, body)
        for body in names.bodies
        for n in body.namings
        if n.end <= word.start and n.kind == "organization"
    ]
    if not fits:
        return None
    start, body = max(fits, key=lambda item: item[0])
    near = word.sentence - syntax.words[syntax.at(start)].sentence <= 2
    return (body.fullest.start, body.fullest.end) if near else None


def affiliations_of_unnamed(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> list[Role]:
    """What the phrase of an unnamed source says: "education department officials", "a police spokesman", "Liberal sources"."""
    words = syntax.words
    bare = words[head].lemma.casefold() in ("source", "insider", "authority")
    if not bare and not is_role_noun(words[head]):
        return []
    found = [r for r in _split(syntax, names, list(places), head) if r.organization is not None]
    if not found:
        compound = [p for p in places if words[p].relation == "compound" and p < head and words[p].head == head]
        bodies = [p for p in compound if words[p].lemma.casefold() in BODIES]
        if bodies:
            short = _short_form(syntax, names, words[bodies[-1]]) if len(syntax.subtree(bodies[-1])) == 1 else None
            body = short or syntax.characters(syntax.subtree(bodies[-1]))
            rest = syntax.characters(p for p in places if p > bodies[-1])
            found = [Role(rest, body, syntax.characters(places))]
    return [Role(None, r.organization, r.statement) for r in found] if bare else found


def role_of_phrase(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> list[Role]:
    """What a phrase that stands for a named person says of them, where it says more than a bare noun: "the US top diplomat"."""
    roles = _split(syntax, names, list(places), head)
    return [r for r in roles if r.organization is not None or (r.role and " " in syntax.text[r.role[0] : r.role[1]])]


def _of_phrase(syntax: Syntax, names: Names, places: list[int], head: int) -> tuple[tuple[int, int], list[int]] | None:
    """A body after the role: "president of Roborock", "secretary-general at the Organization"."""
    held = set(places)
    carriers = [head, *(p for p in places if syntax.words[p].relation == "conj" and p > head)]
    for carrier in carriers:
        for word in syntax.dependents(carrier, "nmod", "obl"):
            case = [c.text.lower() for c in syntax.dependents(word.index, "case")]
            if word.index not in held or word.index < head or not case or case[0] not in OF:
                continue
            if case[0] not in ("of", "at") and not _is_body(names, word):
                continue
            if case[0] == "of" and _is_part_of_title(syntax, names, word):
                continue
            span = _organization(syntax, names, word)
            if span is not None:
                gone = {p for p in places if p >= syntax.subtree(word.index)[0]}
                return span, [p for p in places if p not in gone]
    return None


def _is_part_of_title(syntax: Syntax, names: Names, word: Word) -> bool:
    """ "Secretary of State", "Director of Education": a bare common noun that names no body."""
    bare = not syntax.dependents(word.index, "det", "nmod", "amod", "compound", "nmod:poss")
    return (
        bare
        and names.naming_at(word.index) is None
        and word.lemma.casefold()
        in (
            "state",
            "staff",
            "education",
            "defense",
            "defence",
            "finance",
            "justice",
            "health",
            "operations",
            "research",
            "communications",
            "sales",
            "marketing",
            "studies",
            "art",
            "law",
            "history",
            "economics",
            "physics",
            "medicine",
            "science",
        )
    )


def _organization(syntax: Syntax, names: Names, word: Word) -> tuple[int, int] | None:
    """The noun phrase of a body, without "the"; a short form ("the bureau") becomes the fullest name in the article."""
    named = names.naming_at(word.index)
    barred = [
        w.index
        for w in syntax.dependents(
            word.index, "case", "det", "punct", "appos", "acl", "conj", "cc", "parataxis", "advcl"
        )
    ]
    places = syntax.subtree(word.index, without=barred)
    if named is None or named.kind != "organization":
        if word.upos == "PRON":
            return None
        common = word.upos == "NOUN" and all(syntax.words[p].upos != "PROPN" for p in places)
        short = _short_form(syntax, names, word) if common and syntax.dependents(word.index, "det") else None
        if short is not None:
            return short
        clauses = [p for w in syntax.dependents(word.index, "acl:relcl") if common for p in syntax.subtree(w.index)]
        return syntax.characters(_with_rest(syntax, _run([*places, *clauses], word.index)))
    run = _with_rest(syntax, _run(places, word.index))
    naming = next(n for n in named.namings if n.first <= word.index < n.last)
    if run[0] >= naming.first and run[-1] < naming.last + 1:
        return syntax.characters(range(naming.first, naming.last))
    while syntax.words[run[-1]].text in ("'s", "’s", "'", "’"):
        run.pop()
    while run[0] < naming.first and syntax.words[run[0]].upos in ("NOUN", "ADJ", "PUNCT"):
        run.pop(0)
    return syntax.characters([*run, naming.first, naming.last - 1])


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


def _expanded(syntax: Syntax, names: Names, first: int, last: int) -> tuple[int, int]:
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
    while last > first + 1 and words[last - 1].text in ("'s", "’s", "'", "’"):
        last -= 1
    own = words[first].start, words[last - 1].end
    if (named is None or named.kind != "organization") and not syntax.words[first].text[0].isupper():
        return own
    text = syntax.text[own[0] : own[1]]
    party = next((b for b in names.bodies if parts(b.name) == [text.casefold(), "party"]), None)
    if party is not None:
        return party.fullest.start, party.fullest.end
    if named is None or len(parts(text)) > 1 or not text.isupper():
        return own
    return named.fullest.start, named.fullest.end


def _short_form(syntax: Syntax, names: Names, word: Word) -> tuple[int, int] | None:
    """ "the association" -> the last named body before it (else after) whose name holds that noun."""
    wanted = word.lemma.casefold()
    fits = [n for body in names.bodies for n in body.namings if len(parts(n.text)) > 1 and wanted in parts(n.text)]
    before = [n for n in fits if n.end <= word.start]
    chosen = before[-1] if before else fits[0] if fits else None
    if chosen is None:
        return _body_before(syntax, names, word) if wanted in BODIES - PUBLIC else None
    body = names.naming_at(chosen.first)
    return (body.fullest.start, body.fullest.end) if body is not None else None


def _distinct(text: str, roles: Iterable[Role]) -> list[Role]:
    """Each affiliation once: one that says less than another is left out."""
    kept: list[Role] = []

    def said(role: Role) -> tuple[set[str], set[str]]:
        return tuple(set(parts(text[s[0] : s[1]])) if s else set() for s in (role.role, role.organization))  # type: ignore[return-value]

    for role in roles:
        new = said(role)
        if any(new[0] <= said(old)[0] and new[1] <= said(old)[1] for old in kept):
            continue
        kept = [old for old in kept if not (said(old)[0] <= new[0] and said(old)[1] <= new[1])]
        kept.append(role)
    return kept

"""Which roles stand beside a name?  Titles before it, appositions and phrases after it, and what its verbs state."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribution.naming import Names, Naming
from quotes.attribution.nouns import FIRMS, POSSESSIVES, SEVERAL, STREETS, is_honorific, is_role_noun
from quotes.attribution.organizations import is_body
from quotes.attribution.predicates import roles_of_clause, roles_predicated
from quotes.attribution.role_phrases import apposition_after, roles_in, title_before
from quotes.attribution.roles import (
    Role,
    is_general,
    may_be_role,
    parted_roles,
    role_of_body,
    roles_of_noun,
    stands_alone,
)
from quotes.attribution.syntax import Syntax, Word, is_bracketed
from quotes.attribution.titles import title_of_tree

LAWMAKERS = tuple(
    "mp mps mla senator lawmaker legislator parliamentarian congressman congresswoman councillor councilor".split()
)
"""How titles end that are held for the party whose abbreviation follows a name."""
DEGREES = frozenset(
    "M.D. MD PhD Ph.D. Ph.D PHD DVM MPH RN QC KC SC JP OBE MBE CBE Jr. Jr Sr. Esq Esq. MBA BSc MSc LLB".split()
)
"""What follows a name in commas and is no role."""
NATIONS = frozenset(
    """ALG ARG AUS AUT BAN BEL BLR BRA BUL CAN CHI CHN CMR COL CRO CUB CZE DEN ECU EGY ESP ETH FIN FRA GBR GER GHA GRE HKG HUN INA IND
    IRI IRL IRQ ISR ITA JAM JOR JPN KAZ KEN KOR KSA KUW MAR MAS MEX NED NGR NOR NZL OMA PAK PAR PER PHI POL POR PRK QAT ROU RSA RUS
    SGP SLO SRB SRI SUI SVK SWE TAN THA TPE TUN TUR UAE UGA UKR URU USA VEN VIE ZIM""".split()
)
"""Nations as sports write them in brackets after a name: whom somebody rides for, and no body that they are of."""
SEATED = (*LAWMAKERS, "governor", "mayor", "bishop", "gov.", "sen.", "rep.", "judge", "chief")
"""How titles end that are held for a place."""
MEMBERSHIP = frozenset({"of", "at", "for", "with", "from"})


def roles_at(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    head = syntax.top(naming.places)
    titles = _title(syntax, names, naming, head)
    of_other = _is_before_subject(syntax, naming, head) or _is_before_title(syntax, naming)
    after = [] if of_other else list(_after_comma(syntax, names, naming))
    apposed = not after and not of_other
    beside = [*after, *_beside(syntax, names, naming, head, apposed=apposed), *_shared(syntax, names, naming)]
    if not beside:
        start = min((syntax.at(t.statement[0]) for t in titles), default=naming.first)
        beside = list(_before_comma(syntax, names, naming, start))
    found = _of_one_body(syntax, naming, _of_one_party(syntax.text, naming, [*titles, *beside]))
    yield from _of_seat(syntax, names, naming, found)
    yield from roles_predicated(syntax, names, head)


def _title(syntax: Syntax, names: Names, naming: Naming, head: Word) -> list[Role]:
    """The roles before a name: read where the title is long, by the tree, or read where the tree has none."""
    found = _title_of(syntax, names, naming) or list(title_of_tree(syntax, names, naming, head))
    return found or list(_title_read(syntax, names, naming))


def _title_read(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """A title that opens a sentence or follows a mark, and ends in a role: "Foreign Ministry spokesperson Lena Strand"."""
    words = syntax.words
    places = title_before(syntax, naming.first) if naming.first else []
    role = bool(places) and (is_role_noun(words[places[-1]]) or is_general(words, places[-1]))
    if not role or words[places[-1]].xpos in SEVERAL:
        return
    start = syntax.sentences[words[naming.first].sentence].start
    opens = places[0] == start or words[places[0] - 1].upos == "PUNCT"
    if opens and all(words[p].upos != "ADP" and _may_entitle(names, p) for p in places):
        yield from roles_in(syntax, names, places)


def _may_entitle(names: Names, place: int) -> bool:
    """Whether a word is part of nobody's name."""
    named = names.naming_at(place)
    return named is None or named.kind != "person"


def _of_one_body(syntax: Syntax, naming: Naming, roles: list[Role]) -> list[Role]:
    """A title before a name and the body right after it made one: "Senator Lena Strand of the Harbour Party"."""
    after = syntax.words[naming.last : naming.last + 1]
    if not after or after[0].text not in ("of", "from", "at"):
        return roles
    near = range(after[0].start, after[0].end + len(" the X"))
    titles = [r for r in roles if r.organization is None and r.role is not None and r.role[1] < naming.start]
    bodies = [r for r in roles if r.role is None and r.statement[0] in near]
    if len(titles) != 1 or len(bodies) != 1 or "author" in syntax.text[slice(*titles[0].statement)].casefold():
        return roles
    title, body = titles[0], bodies[0]
    whole = Role(title.role, body.organization, (title.statement[0], body.statement[1]))
    return [whole if role is title else role for role in roles if role is not body]


def _of_one_party(text: str, naming: Naming, roles: list[Role]) -> list[Role]:
    """Roles with a lawmaker's title before a name and the party in brackets after it made one: "Senator Lena Strand (HPP)"."""
    titles = [r for r in roles if r.organization is None and r.role is not None and r.role[1] < naming.start]
    parties = [r for r in roles if r.role is None and text[naming.end : r.statement[0]].strip() == "("]
    if len(titles) != 1 or not parties or not _is_lawmaker(text[slice(*titles[0].statement)]):
        return roles
    title, party = titles[0], parties[0]
    whole = Role(title.role, party.organization, (title.statement[0], party.statement[1]))
    return [whole if role is title else role for role in roles if role is not party]


def _of_seat(syntax: Syntax, names: Names, naming: Naming, roles: list[Role]) -> list[Role]:
    """A title before a name with the place right after it for which that is held: "Governor Lena Strand of Ohio"."""
    words = syntax.words
    after = [w.text for w in words[naming.last : naming.last + 1]]
    seat = names.mention_at(naming.last + 1) if after == ["of"] else None
    titles = [r for r in roles if r.organization is None and r.role is not None and r.role[1] < naming.start]
    if seat is None or seat.kind != "location" or len(titles) != 1:
        return roles
    title = titles[0]
    if not syntax.text[slice(*title.statement)].casefold().endswith(SEATED):
        return roles
    whole = Role(title.role, (seat.start, seat.end), (title.statement[0], seat.end))
    return [whole if role is title else role for role in roles]


def _is_lawmaker(title: str) -> bool:
    return title.casefold().endswith(LAWMAKERS)


def _shared(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """What a plural before several names says of those after the first: "former MPs Karl Osei and Lena Strand"."""
    first, words = naming, syntax.words
    while (before := _joined_before(names, words, first)) is not None:
        first = before
    if first is not naming:
        for role in title_of_tree(syntax, names, first, syntax.top(first.places)):
            last = syntax.at(role.role[1] - 1) if role.role is not None else 0
            if words[last].xpos in SEVERAL and last == first.first - 1:
                yield role


def _joined_before(names: Names, words: list[Word], naming: Naming) -> Naming | None:
    """The name that stands right before a name in a list of people: before "," or "and"."""
    place = naming.first - 1
    while place > 0 and words[place].text in (",", "and", "&"):
        place -= 1
    person = names.naming_at(place) if place < naming.first - 1 else None
    if person is None or person.kind != "person" or words[place].sentence != words[naming.first].sentence:
        return None
    return next((n for n in person.namings if n.last == place + 1), None)


def _before_comma(syntax: Syntax, names: Names, naming: Naming, start: int) -> Iterator[Role]:
    """A role before the comma that a name follows, its title from a place on, whatever the tree makes of it.

    "The press officer, Ines Calder, said", "The spokesperson of the command, DSP Ines Calder, said".
    """
    words = syntax.words
    comma = start - 1
    while comma > 0 and is_honorific(words[comma]):
        comma -= 1
    if comma > 0 and words[comma].text == ",":
        noun = next((p for p in _phrase_before(syntax, comma) if is_role_noun(words[p])), None)
        ends = naming.last >= len(words) or words[naming.last].upos in ("PUNCT", "VERB", "AUX")
        verbal = naming.last < len(words) and words[naming.last].upos == "VERB"
        bare = start == naming.first and not verbal
        alone = noun is not None and (bare or not syntax.dependents(noun, "case"))
        if noun is not None and ends and alone and _is_apposed(syntax, names, noun):
            places = [
                p for p in range(min(syntax.subtree(noun)), comma) if words[p].upos != "PUNCT" or words[p].text == "-"
            ]
            for role in parted_roles(syntax, names, places, noun):
                if role.organization is None or role.organization[1] <= words[comma].start:
                    yield role


PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "CCONJ")


def _is_apposed(syntax: Syntax, names: Names, noun: int) -> bool:
    """Whether a noun may have a name in commas after it: one person's role, in no phrase that only tells when or where."""
    cases = [c.text.casefold() for c in syntax.dependents(noun, "case")]
    word = syntax.words[noun]
    single = word.xpos in ("NN", "NNP") and names.naming_at(noun) is None and word.relation != "compound"
    single = single and names.naming_at(noun + 1) is None
    return single and all(case in ("by", "for") for case in cases)


def _phrase_before(syntax: Syntax, comma: int) -> Iterator[int]:
    """The words of the noun phrase that a comma ends, its last first: up to twelve."""
    words = syntax.words
    if comma > 3 and is_bracketed(words, comma - 3):
        comma -= 3
    for place in range(comma - 1, max(comma - 13, syntax.sentences[words[comma].sentence].start - 1), -1):
        if words[place].upos not in PHRASE and words[place].text != "-":
            return
        yield place


def _title_of(syntax: Syntax, names: Names, naming: Naming) -> list[Role]:
    """The roles that a long title before a name states, read from left to right: "Secretary General of the Halden Union Lena Strand"."""
    if naming.first == 0:
        return []
    places = title_before(syntax, naming.first)
    nouns = [p for p in places if is_role_noun(syntax.words[p]) or syntax.words[p].text.casefold() == "chief"]
    told = [p for p in places if nouns and p > nouns[0] and syntax.words[p].text.casefold() in ("of", "for")]
    posted = [p for p in nouns if syntax.words[p + 1].text.casefold() in ("to", "in", "on", "at")]
    joined = bool(places) and syntax.words[places[0]].upos != "DET" and _are_joined(syntax, nouns)
    if not (told or joined or posted) or any(
        (n := names.naming_at(p)) is not None and n.kind == "person" for p in places
    ):
        return []
    return list(roles_in(syntax, names, places))


def _are_joined(syntax: Syntax, nouns: list[int]) -> bool:
    """Whether "and" stands between nouns for roles: "Liberal strategist and campaign director"."""
    return len(nouns) > 1 and any(w.text == "and" for w in syntax.words[nouns[0] : nouns[-1]])


def _after_comma(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """The roles in commas right after a name, read from left to right: "Lena Strand, 54, head of operations at Halden Rail, said"."""
    words, comma = syntax.words, naming.last
    if is_bracketed(words, comma):
        comma += 3
    start = comma + 1
    if start >= len(words) or words[comma].text != "," or words[comma].sentence != words[start].sentence:
        return
    if words[start].upos == "NUM" and start + 1 < len(words) and words[start + 1].text == ",":
        start += 2
        if start >= len(words) or words[start].sentence != words[comma].sentence:
            return
    if [w.text.casefold() for w in words[start : start + 2]] == ["part", "of"]:
        yield from _part_of(syntax, names, start + 2)
        return
    if words[start].text in DEGREES and start + 2 < len(words) and words[start + 1].text == ",":
        start += 2
    yield from _body_alone(syntax, names, start)
    places = apposition_after(syntax, start) if words[start].text.casefold() != "but" else []
    after = words[places[-1] + 1 : places[-1] + 2] if places else []
    ends = places and all(w.upos in ("PUNCT", "VERB", "AUX") or w.xpos in ("WP", "WP$") for w in after)
    if ends and not any(_is_somebody(words, names, p) for p in places):
        yield from roles_in(syntax, names, places)


def _body_alone(syntax: Syntax, names: Names, start: int) -> Iterator[Role]:
    """A body that stands alone in commas after a name: "Lena Strand, Halden Partners, said", "Lena Strand, Halden Partners:"."""
    words, naming = syntax.words, names.mention_at(start)
    if naming is None or naming.first != start or naming.kind != "organization":
        return
    sentence = syntax.sentences[words[start].sentence]
    rest = [w for w in words[naming.last : naming.last + 2] if w.index in sentence]
    ends = not rest or rest[0].text in (":", ".")
    said = len(rest) == 2 and rest[0].text == "," and rest[1].xpos in ("VBD", "VBZ")
    if ends or said:
        yield Role(None, (naming.start, naming.end), (naming.start, naming.end))


def _is_before_title(syntax: Syntax, naming: Naming) -> bool:
    """Whether "the" after a name opens the title of whoever is named next, in a list: "the Mayor, Mr Reed, the Dean, Mr Osei, were"."""
    words, start = syntax.words, naming.last + 1
    if [w.text.casefold() for w in words[start - 1 : start + 1]] != [",", "the"]:
        return False
    places = apposition_after(syntax, start)
    comma = places[-1] + 1 if places else len(words)
    titled = comma + 1 < len(words) and words[comma].text == "," and is_honorific(words[comma + 1])
    first = naming.first
    while first > 0 and is_honorific(words[first - 1]):
        first -= 1
    return titled and first > 1 and words[first - 1].text == ","


def _is_somebody(words: list[Word], names: Names, place: int) -> bool:
    """Whether a word is part of a person's name that ends there, not of a longer one: "Karl Osei" of "the Karl Osei Front"."""
    named = names.naming_at(place)
    naming = named.naming_at(place) if named is not None and named.kind == "person" else None
    return naming is not None and not (naming.last < len(words) and words[naming.last].upos == "PROPN")


def _part_of(syntax: Syntax, names: Names, start: int) -> Iterator[Role]:
    """The body that is named next: "part of the Harbour Committee"."""
    stop = syntax.sentences[syntax.words[start - 1].sentence].stop
    for place in range(start, min(start + 3, stop)):
        named = names.naming_at(place)
        if named is not None and named.kind == "organization":
            yield from role_of_body(syntax, names, syntax.words[place])
            return


def _beside(syntax: Syntax, names: Names, naming: Naming, head: Word, *, apposed: bool) -> Iterator[Role]:
    """Appositions of the name, the noun that it is itself an apposition of, and "with the bureau" after it."""
    for word in _appositions(syntax, names, naming, head) if apposed else ():
        for noun in (word, *syntax.dependents(word.index, "appos")):
            if may_be_role(syntax, noun, names):
                yield from roles_of_noun(syntax, names, noun)
    for word in syntax.dependents(head.index, "conj"):
        openers = {w.text.casefold() for w in syntax.dependents(word.index, "det", "cc")}
        other = not openers.isdisjoint({"the", "but", "or"})
        single = is_role_noun(word) and word.xpos not in SEVERAL and not other
        if single and stands_alone(syntax, word) and names.naming_at(word.index) is None:
            yield from roles_of_noun(syntax, names, word)
    governor = syntax.head(head)
    if governor is not None and governor.relation == "flat" and is_general(syntax.words, governor.index):
        governor = syntax.head(governor)
    if (
        head.relation == "appos"
        and governor is not None
        and governor.xpos not in SEVERAL
        and may_be_role(syntax, governor, names)
        and governor.index < head.index
    ):
        yield from roles_of_noun(syntax, names, governor, without=[head.index])
    yield from _memberships(syntax, names, naming, head)
    yield from _in_brackets(syntax, names, naming)
    for word in syntax.dependents(head.index, "acl"):
        yield from roles_of_clause(syntax, names, word)


def _is_before_subject(syntax: Syntax, naming: Naming, head: Word) -> bool:
    """Whether ", the driver announced" follows a name that is no subject: the driver is somebody else."""
    words = syntax.words
    after = words[naming.last : naming.last + 4]
    verb = next((w for w in after[2:] if w.xpos in ("VBD", "VBZ")), None)
    opens = len(after) > 2 and after[0].text == "," and after[1].text.casefold() == "the"
    stands_for = words[syntax.sentences[head.sentence].start].text.casefold() == "represented"
    return opens and verb is not None and verb.upos == "VERB" and (head.relation != "nsubj" or stands_for)


def _memberships(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Role]:
    """ "Shi Weichun with the bureau": phrases after a name, which the tree may hang on the verb whose subject it is."""
    for word in syntax.dependents(head.index, "nmod", "obl"):
        owns = word.deprel == "nmod:poss" and word.index < naming.first and is_body(names, word)
        if owns or _is_membership(syntax, names, word, naming):
            yield from role_of_body(syntax, names, word)
    if naming.first > 1 and syntax.words[naming.first - 1].text in POSSESSIVES:
        owner = syntax.words[naming.first - 2]
        held = names.mention_at(owner.index)
        if held is not None and held.kind == "organization":
            yield Role(None, (held.start, held.end), (held.start, held.end))
    yield from _strayed(syntax, names, naming, head)


def _strayed(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Role]:
    """The body of a phrase right after a name that the tree hangs on something else: on the verb, or on the title before it."""
    words = syntax.words
    governor = syntax.head(head)
    if governor is not None and head.relation == "nsubj":
        for word in syntax.dependents(governor.index, "obl"):
            if _is_membership(syntax, names, word, naming) and syntax.subtree(word.index)[0] == naming.last:
                yield from role_of_body(syntax, names, word)
    start = naming.last + int(words[naming.last : naming.last + 1] != [] and words[naming.last].text == ",")
    after = words[start] if start < len(words) else None
    noun = syntax.head(after) if after is not None and after.relation == "case" else None
    if noun is None or noun.sentence != head.sentence:
        return
    above = (head.index,) if head.relation == "appos" else (head.index, head.head)
    if noun.head in above and noun.relation in ("nmod", "obl"):
        return
    near = noun.head < naming.last and noun.index < naming.last + 6
    if near and _is_membership(syntax, names, noun, naming):
        yield from role_of_body(syntax, names, noun)


def _in_brackets(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """ "Karl Osei (HWP)", "Karl Osei (Harbour Party)": the body whose abbreviation or name stands in brackets after a name."""
    words, place = syntax.words, naming.last + 1
    opens = place < len(words) and words[naming.last].text == "("
    held = names.mention_at(place) if opens and words[place].text not in NATIONS else None
    if held is not None and held.kind == "organization" and held.first == place and held.last - held.first > 1:
        closes = held.last < len(words) and words[held.last].text in (")", ",")
        yield from [Role(None, (held.start, held.end), (held.start, held.end))] if closes else []
    if is_bracketed(words, naming.last) and words[place].text.isupper() and words[place].text not in NATIONS:
        named = names.naming_at(place)
        before = words[naming.first - 1] if naming.first else None
        if (before is not None and _is_lawmaker(before.lemma)) or (
            named is not None and named.kind == "organization" and any(n.kind == "organization" for n in named.namings)
        ):
            yield Role(None, (words[place].start, words[place].end), (words[place].start, words[place].end))


def _appositions(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Word]:
    """What stands beside a name in commas: the nouns that the tree calls its appositions, but for those right after another name."""
    words = syntax.words
    for word in syntax.dependents(head.index, "appos"):
        subtree = syntax.subtree(word.index)
        first = next((p for p in subtree if p <= naming.last or words[p].upos not in ("PUNCT", "CCONJ")), word.index)
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
    held = names.mention_at(word.index)
    street = held is not None and syntax.words[held.last - 1].text.casefold() in STREETS
    follows = bool(case) and case[0] in MEMBERSHIP and word.index >= naming.last and not street
    return follows and (is_body(names, word) or _is_named_firm(syntax, names, word))


def _is_named_firm(syntax: Syntax, names: Names, word: Word) -> bool:
    """Whether a noun says what the body is whose name is tied to it: "the charity Rain Watch", "the Rain Watch charity"."""
    tied = (
        syntax.top(m.places)
        for p in (word.index + 1, word.index - 1)
        if (m := names.mention_at(p)) is not None and m.kind == "organization"
    )
    return word.xpos == "NN" and word.lemma.casefold() in FIRMS and any(top.head == word.index for top in tied)

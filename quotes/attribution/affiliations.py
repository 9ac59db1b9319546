"""For whom does a speaker speak, and as what?

Roles stand beside a name as apposition ("Quan Gang, president of Roborock"), before it ("Finance Minister Y"), after "is" or "as", in
a relative clause ("who heads the agency") or as an organization alone ("Shi Weichun with the bureau"); anywhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from quotes.attribution.naming import Named, Names, Naming, parts
from quotes.attribution.nouns import BODIES, is_honorific, is_role_noun
from quotes.attribution.organizations import in_full, is_body, organization_at, short_form
from quotes.attribution.role_phrases import apposition_after, roles_in, title_before
from quotes.attribution.roles import PARTICIPLES, Role, may_be_role, parted_roles, roles_of_noun, stands_alone
from quotes.attribution.syntax import Syntax, Word

MEMBERSHIP = frozenset({"of", "at", "for", "with", "from"})
HEADING = frozenset(
    "head lead chair run direct own manage found represent teach lecture work serve oversee command edit coach".split()
)
BECOMING = frozenset(
    """elect appoint name serve work act become elevate promote retire begin start nominate choose install announce
    unveil confirm""".split()
)


def affiliations_of(syntax: Syntax, names: Names, person: Named) -> list[Role]:
    """All that the article says of a person's role and body, in text order, each once."""
    found = [role for naming in person.namings for role in _merged(syntax.text, list(_at(syntax, names, naming)))]
    found = [role for role in found if not _is_of_another(syntax, names, person, role)]
    full = [evolve(role, organization=in_full(syntax.text, names, role.organization)) for role in found]
    return distinct(syntax.text, sorted(full, key=lambda r: r.statement))


def affiliations_of_unnamed(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> list[Role]:
    """What the phrase of an unnamed source says: "education department officials", "a police spokesman", "Liberal sources"."""
    words = syntax.words
    bare = words[head].lemma.casefold() in ("source", "insider", "authority")
    if not bare and not is_role_noun(words[head]):
        return []
    found = [r for r in parted_roles(syntax, names, list(places), head) if r.organization is not None]
    if not found:
        found = list(_of_named_body(syntax, names, places, head))
    if not found:
        compound = [p for p in places if words[p].relation == "compound" and p < head and words[p].head == head]
        bodies = [p for p in compound if words[p].lemma.casefold() in BODIES]
        if bodies:
            short = short_form(syntax, names, words[bodies[-1]]) if len(syntax.subtree(bodies[-1])) == 1 else None
            body = short or syntax.characters(syntax.subtree(bodies[-1]))
            rest = syntax.characters(p for p in places if p > bodies[-1])
            found = [Role(rest, body, syntax.characters(places))]
    found = [evolve(r, organization=in_full(syntax.text, names, r.organization)) for r in found]
    return [Role(None, r.organization, r.statement) for r in found] if bare else found


def _of_named_body(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> Iterator[Role]:
    """The body whose name, or a party's first word, stands before the noun: "a senior Bank of Halden official", "a Liberal MP"."""
    words = syntax.words
    for place in (p for p in places if p < head):
        named = names.naming_at(place)
        naming = named.naming_at(place) if named is not None else None
        party = [b for b in names.bodies if parts(b.name) == [words[place].text.casefold(), "party"]]
        rest = range(place + 1, head + 1)
        if naming is not None and naming.kind == "organization":
            body, rest = (naming.start, naming.end), range(naming.last, head + 1)
        elif party and words[place].text[:1].isupper():
            body = (party[0].fullest.start, party[0].fullest.end)
        else:
            continue
        if rest and all(words[p].upos in ("NOUN", "ADJ", "PROPN") for p in rest):
            yield Role(syntax.characters(rest), body, syntax.characters(places))
        return


def role_of_phrase(syntax: Syntax, names: Names, places: tuple[int, ...], head: int) -> list[Role]:
    """What a phrase that stands for a named person says of them, where it says more than a bare noun: "the US top diplomat"."""
    roles = parted_roles(syntax, names, list(places), head)
    return [r for r in roles if r.organization is not None or (r.role and " " in syntax.text[r.role[0] : r.role[1]])]


def _is_of_another(syntax: Syntax, names: Names, person: Named, role: Role) -> bool:
    """Whether a role ends with somebody else's name and is theirs: "Vice-President Ruto", but not "spokesman for President Ruto"."""
    if role.role is None:
        return False
    ends = any(role.role[0] < n.end == role.role[1] for p in names.people if p is not person for n in p.namings)
    first, last = syntax.at(role.role[0]), syntax.at(role.role[1] - 1)
    return ends and all(w.upos != "ADP" for w in syntax.words[first : last + 1])


def _merged(text: str, roles: list[Role]) -> list[Role]:
    """Roles that only a comma or "and" parts are one: "co-founder, chairman and chief executive" of one body."""
    kept: list[Role] = []
    for role in sorted(roles, key=lambda r: r.statement):
        last = kept[-1] if kept else None
        if last is not None and last.role is not None and role.role is not None and last.role[1] <= role.role[0]:
            joined = text[last.role[1] : role.role[0]] in (", ", " and ", ", and ")
            joined = joined and not re.search(r"\b(of|for)\b", text[slice(*last.role)])
            if joined and (last.organization is None or role.organization is None):
                span = (last.role[0], role.role[1])
                statement = (last.statement[0], max(last.statement[1], role.statement[1]))
                kept[-1] = Role(span, last.organization or role.organization, statement)
                continue
        kept.append(role)
    return kept


def distinct(text: str, roles: Iterable[Role]) -> list[Role]:
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


def _at(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    head = syntax.top(naming.places)
    after = list(_after_comma(syntax, names, naming))
    found = [
        *(_title_of(syntax, names, naming) or _before(syntax, names, naming, head)),
        *after,
        *_beside(syntax, names, naming, head, apposed=not after),
        *_shared(syntax, names, naming),
    ]
    yield from found or _before_comma(syntax, names, naming)
    yield from _predicated(syntax, names, head)


def _shared(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """What a plural before several names says of those after the first: "former MPs Karl Osei and Lena Strand"."""
    first, words = naming, syntax.words
    while (before := _joined_before(names, words, first)) is not None:
        first = before
    if first is not naming:
        for role in _before(syntax, names, first, syntax.top(first.places)):
            last = syntax.at(role.role[1] - 1) if role.role is not None else 0
            if words[last].xpos in ("NNS", "NNPS") and last == first.first - 1:
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


def _before_comma(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """A role before the comma that a name follows, whatever the tree makes of it: "The press officer, Ines Calder, said"."""
    words = syntax.words
    comma = naming.first - 1
    while comma > 0 and is_honorific(words[comma]):
        comma -= 1
    if comma > 0 and words[comma].text == ",":
        noun = next((p for p in _phrase_before(syntax, comma) if is_role_noun(words[p])), None)
        ends = naming.last >= len(words) or words[naming.last].upos in ("PUNCT", "VERB", "AUX")
        if noun is not None and ends and _is_apposed(syntax, names, noun):
            places = [p for p in range(min(syntax.subtree(noun)), comma) if words[p].upos != "PUNCT"]
            for role in parted_roles(syntax, names, places, noun):
                if role.organization is None or role.organization[1] <= words[comma].start:
                    yield role


PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "CCONJ")


def _is_apposed(syntax: Syntax, names: Names, noun: int) -> bool:
    """Whether a noun may have a name in commas after it: one person's role, in no phrase that only tells when or where."""
    cases = [c.text.casefold() for c in syntax.dependents(noun, "case")]
    single = syntax.words[noun].xpos in ("NN", "NNP") and names.naming_at(noun) is None
    return single and all(case in ("by", "for") for case in cases)


def _phrase_before(syntax: Syntax, comma: int) -> Iterator[int]:
    """The words of the noun phrase that a comma ends, its last first: up to twelve."""
    for place in range(comma - 1, max(comma - 13, syntax.sentences[syntax.words[comma].sentence].start - 1), -1):
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
    while first < last and (words[first].upos in OPENERS or is_honorific(words[first])):
        first += 1
    while last > first and (words[last - 1].upos == "PUNCT" or is_honorific(words[last - 1])):
        last -= 1
    nouns = [p for p in range(first, last) if is_role_noun(words[p])]
    if nouns:
        carriers = [p for p in nouns if p < last - 1 and words[p + 1].upos == "ADP"]
        owner = first - 1 if first and words[first - 1].text.casefold() in ("its", "their") else first
        yield from parted_roles(syntax, names, list(range(owner, last)), carriers[0] if carriers else nouns[-1])


def _is_loose(syntax: Syntax, place: int) -> bool:
    """Whether a capitalised noun stands right before a title that the tree does not tie it to: "Economy" of "Economy Minister"."""
    word = syntax.words[place]
    entity = syntax.entity_at.get(place)
    if entity is not None and entity.kind in ("organization", "location", "group"):
        return _opens_title(syntax, entity.last)
    free = entity is None and is_role_noun(syntax.words[place + 1]) and not is_role_noun(word)
    return free and word.upos in ("NOUN", "PROPN") and word.text[:1].isupper() and word.relation in ("compound", "conj")


def _opens_title(syntax: Syntax, place: int) -> bool:
    """Whether a role stands at a place, after at most two nouns or adjectives: "justice spokesperson"."""
    words = syntax.words
    if place < len(words) and words[place].text in ("'s", "’s"):
        place += 1
    for word in words[place : place + 3]:
        if is_role_noun(word):
            return True
        if word.upos not in ("NOUN", "ADJ", "PROPN"):
            return False
    return False


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
    while place > 0 and is_honorific(syntax.words[place]):
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


def _title_of(syntax: Syntax, names: Names, naming: Naming) -> list[Role]:
    """The roles that a long title before a name states, read from left to right: "Secretary General of the Halden Union Lena Strand"."""
    if naming.first == 0:
        return []
    places = title_before(syntax, naming.first)
    nouns = [p for p in places if is_role_noun(syntax.words[p]) or syntax.words[p].text.casefold() == "chief"]
    told = [p for p in places if nouns and p > nouns[0] and syntax.words[p].text.casefold() in ("of", "for")]
    joined = bool(places) and syntax.words[places[0]].upos != "DET" and _are_joined(syntax, nouns)
    if not (told or joined) or any((n := names.naming_at(p)) is not None and n.kind == "person" for p in places):
        return []
    return list(roles_in(syntax, names, places))


def _are_joined(syntax: Syntax, nouns: list[int]) -> bool:
    """Whether "and" stands between nouns for roles: "Liberal strategist and campaign director"."""
    return len(nouns) > 1 and any(w.text == "and" for w in syntax.words[nouns[0] : nouns[-1]])


def _after_comma(syntax: Syntax, names: Names, naming: Naming) -> Iterator[Role]:
    """The roles in commas right after a name, read from left to right: "Lena Strand, 54, head of operations at Halden Rail, said"."""
    words, start = syntax.words, naming.last + 1
    if start >= len(words) or words[naming.last].text != "," or words[naming.last].sentence != words[start].sentence:
        return
    if words[start].upos == "NUM" and start + 1 < len(words) and words[start + 1].text == ",":
        start += 2
    places = apposition_after(syntax, start) if start < len(words) else []
    ends = places and (places[-1] + 1 >= len(words) or words[places[-1] + 1].upos in ("PUNCT", "VERB", "AUX"))
    if ends and all((n := names.naming_at(p)) is None or n.kind != "person" for p in places):
        yield from roles_in(syntax, names, places)


def _beside(syntax: Syntax, names: Names, naming: Naming, head: Word, *, apposed: bool = True) -> Iterator[Role]:
    """Appositions of the name, the noun that it is itself an apposition of, and "with the bureau" after it."""
    for word in _appositions(syntax, names, naming, head) if apposed else ():
        for noun in (word, *syntax.dependents(word.index, "appos")):
            if may_be_role(syntax, noun, names):
                yield from roles_of_noun(syntax, names, noun)
    for word in syntax.dependents(head.index, "conj"):
        if is_role_noun(word) and stands_alone(syntax, word) and names.naming_at(word.index) is None:
            yield from roles_of_noun(syntax, names, word)
    governor = syntax.head(head)
    if (
        head.relation == "appos"
        and (governor is None or governor.xpos not in ("NNS", "NNPS"))
        and governor is not None
        and may_be_role(syntax, governor, names)
        and governor.index < head.index
    ):
        yield from roles_of_noun(syntax, names, governor, without=[head.index])
    yield from _memberships(syntax, names, naming, head)
    yield from _in_brackets(syntax, names, naming)
    for word in syntax.dependents(head.index, "acl"):
        yield from _clause(syntax, names, word)


def _memberships(syntax: Syntax, names: Names, naming: Naming, head: Word) -> Iterator[Role]:
    """ "Shi Weichun with the bureau": phrases after a name, which the tree may hang on the verb whose subject it is."""
    for word in syntax.dependents(head.index, "nmod", "obl"):
        owns = (
            word.deprel == "nmod:poss" and word.index < naming.first and word.upos == "PROPN" and is_body(names, word)
        )
        if owns or _is_membership(syntax, names, word, naming):
            yield from _member(syntax, names, word)
    if naming.first > 1 and syntax.words[naming.first - 1].text in ("'s", "’s"):
        owner = syntax.words[naming.first - 2]
        named = names.naming_at(owner.index)
        held = named.naming_at(owner.index) if named is not None else None
        if held is not None and held.kind == "organization":
            yield Role(None, (held.start, held.end), (held.start, held.end))
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
    return bool(case) and case[0] in MEMBERSHIP and word.index >= naming.last and is_body(names, word)


def _member(syntax: Syntax, names: Names, word: Word) -> Iterator[Role]:
    span = organization_at(syntax, names, word)
    if span is not None:
        yield Role(None, span, syntax.characters(syntax.subtree(word.index)))


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
        and may_be_role(syntax, verb, names)
        and is_role_noun(verb)
    ):
        if not any(w.lemma.lower() in ("not", "n't") for w in syntax.dependents(verb.index, "advmod")):
            yield from roles_of_noun(syntax, names, verb, clause=True)
        return
    if verb.lemma.lower() in BECOMING:
        for word in syntax.dependents(verb.index, "obl", "xcomp", "obj", "advcl"):
            case = [c.text.lower() for c in syntax.dependents(word.index, "case", "mark")]
            named = "as" in case or (verb.lemma.lower() in ("elect", "appoint", "name", "become") and not case)
            if named and is_role_noun(word):
                yield from roles_of_noun(syntax, names, word, clause=True)


def _base(verb: Word) -> str:
    """The base form without "co-", of which the parser keeps the ending: "co-chairs"."""
    lemma = verb.lemma.casefold()
    return lemma.removeprefix("co-").rstrip("s") if lemma.startswith("co-") else lemma


def _clause(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """A relative clause: "who heads the agency", "who is president of ..."."""
    if syntax.dependents(verb.index, "cop") and may_be_role(syntax, verb, names):
        yield from roles_of_noun(syntax, names, verb, clause=True)
    elif _base(verb) in HEADING:
        for word in syntax.dependents(verb.index, "obj", "obl"):
            if is_body(names, word) and word.index > verb.index:
                yield from _member(syntax, names, word)
                return
        yield from _headed(syntax, names, verb)
    for other in syntax.dependents(verb.index, "conj"):
        if _base(other) in HEADING:
            yield from _clause(syntax, names, other)


def _headed(syntax: Syntax, names: Names, verb: Word) -> Iterator[Role]:
    """The first body that is named after a verb, before any comma or other verb: "who lectures in economics at Halden College"."""
    for word in syntax.words[verb.index + 1 : verb.index + 14]:
        if word.upos in ("VERB", "AUX", "PUNCT") or word.sentence != verb.sentence:
            return
        named = names.naming_at(word.index)
        naming = named.naming_at(word.index) if named is not None else None
        if naming is not None and naming.kind == "organization":
            span = in_full(syntax.text, names, (naming.start, naming.end))
            yield Role(None, span, (naming.start, naming.end))
            return

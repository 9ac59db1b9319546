"""Which people and organizations does an article name, by which forms, and where?

Long and short forms are joined by the article itself: a short form belongs to the full name that holds it, whichever part of it that is, so
that "Wu" finds "Wu Weiren" and "Dell' Agnello" finds "Simone Dell' Agnello" without a list of nations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from quotes.attribution.nouns import BODIES, WRITINGS, is_honorific, is_role, is_role_noun, without_grade
from quotes.attribution.syntax import Entity, Syntax, Word

MALE = frozenset(
    "mr sir lord king prince duke father brother son husband chairman spokesman businessman actor he him his himself".split()
)
FEMALE = frozenset(
    """mrs ms miss dame lady madam madame mme queen princess duchess mother sister daughter wife chairwoman spokeswoman businesswoman
    actress congresswoman she her hers herself""".split()
)
TIES = frozenset({"compound", "flat", "amod", "nummod", "nmod"})
SEATS = frozenset(
    """centre center office board agency authority bureau council court ministry university institute station museum
    administration department""".split()
)
"""What ends the name of a body that is named like a place."""
CORPORATE = frozenset("inc ltd limited llc plc corp ag gmbh sa nv pty".split())
FIRST_NAMES = frozenset({"Sheikh", "Shaikh", "Mullah", "Imam", "Maulana"})
"""Honorifics that stay with a single name, which alone would be half of it: "Sheikh Marwan"."""
QUOTING = frozenset("\"“”‘’'")
SMALL = frozenset("de da do dos das del della di la le van von der den ter al el bin ibn binti abu ben e y".split())


@frozen
class Naming:
    """One place where a name stands: words ``[first, last)`` without titles, characters ``[start, end)``."""

    first: int
    last: int
    start: int
    end: int
    text: str
    title: str = ""
    kind: str = "person"


@define(eq=False)
class Named:
    """Somebody or something with a name: every place where it stands, in text order."""

    kind: str
    namings: list[Naming] = field(factory=list)
    gender: str | None = None

    @property
    def fullest(self) -> Naming:
        """The fullest form: most words, then longest, then first."""
        return max(self.namings, key=lambda n: (len(parts(n.text)), len(n.text), -n.start))

    @property
    def name(self) -> str:
        return self.fullest.text

    def before(self, offset: int) -> Naming | None:
        """The last naming that ends at or before a character."""
        return next((n for n in reversed(self.namings) if n.end <= offset), None)


def parts(name: str) -> list[str]:
    """The words of a name, folded, without possessive endings."""
    return [w for w in re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", re.sub(r"['’]s?$", "", name).casefold()) if w]


@define
class Names:
    """All that an article names: people and organizations (places that speak are organizations too)."""

    people: list[Named]
    bodies: list[Named]
    at: dict[int, Named]

    def naming_at(self, place: int) -> Named | None:
        """Whom the word at a place is part of the name of."""
        return self.at.get(place)


def names_of(syntax: Syntax) -> Names:
    """Read the entities of a parse, cut titles off, and join the forms of one name."""
    tagged = (_naming(syntax, first, last) for first, last in _with_nicknames(syntax))
    found = [n for n in tagged if n is not None and not _is_abbreviation(syntax, n)]
    people = _join_people(syntax, [*found, *_surnames(syntax, found)])
    taken = {place for person in people for n in person.namings for place in range(n.first, n.last)}
    bodies = _join_bodies(syntax, list(_bodies(syntax, taken)))
    at: dict[int, Named] = {}
    for named in [*bodies, *people]:
        for naming in named.namings:
            at.update((place, named) for place in range(naming.first, naming.last))
    for person in people:
        person.gender = _gender(syntax, person, at)
    return Names(people, bodies, at)


def _surnames(syntax: Syntax, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Single words that are tagged as bodies, or as places that do something, and are the surname of somebody named in full.

    The first part of a full name may be the surname too ("Wu" of "Wu Kairen"): where it does something.
    """
    full = [parts(n.text) for n in namings if len(parts(n.text)) > 1]
    last, first = {name[-1] for name in full}, {name[0] for name in full}
    for entity in syntax.entities:
        if entity.kind not in ("organization", "location") or entity.last - entity.first > 1:
            continue
        acting = syntax.words[entity.first].relation == "nsubj"
        naming = _naming(syntax, entity.first, entity.last)
        word = next(iter(parts(naming.text)), "") if naming is not None else ""
        known = word in (last | first if acting else last if entity.kind == "organization" else ())
        if naming is not None and known:
            yield naming


def _is_abbreviation(syntax: Syntax, naming: Naming) -> bool:
    """Whether what was taken for a person's name is a body's abbreviation: capitals that stand in brackets somewhere."""
    return naming.text.isupper() and len(naming.text) > 2 and f"({naming.text})" in syntax.text


def _with_nicknames(syntax: Syntax) -> Iterator[tuple[int, int]]:
    """The words of people's names, those joined that only a nickname in marks parts: Selwyn "Crabby" Harewood."""
    held: tuple[int, int] | None = None
    for entity in syntax.entities:
        if entity.kind != "person" or _is_seat(syntax, entity) or _is_saint(syntax, entity):
            continue
        if held is not None and 2 < entity.first - held[1] + 1 <= 5 and _is_nickname(syntax, held[1], entity.first):
            held = (held[0], entity.last)
            continue
        if held is not None and entity.first < held[1]:
            continue
        joined = syntax.words[entity.first].relation == "flat" and not _is_broken(syntax, entity.first)
        if held is not None and entity.first == held[1] and joined:
            held = (held[0], entity.last)
            continue
        if held is not None:
            yield held
        held = (_grown_back(syntax, entity), _grown_name(syntax, entity))
    if held is not None:
        yield held


def _is_seat(syntax: Syntax, entity: Entity) -> bool:
    """Whether what was taken for a person is where a role is held: "Halden East" of "Halden East MP Tom Reed"."""
    words, last = syntax.words, entity.last
    if entity.last - entity.first < 2 or last + 1 >= len(words) or not is_role_noun(words[last]):
        return False
    other = syntax.entity_at.get(last + 1)
    name = [w.text for w in words[entity.first : last]]
    alone = sum([w.text for w in words[e.first : e.last]] == name for e in syntax.entities) == 1
    return other is not None and other.kind == "person" and alone


def _is_saint(syntax: Syntax, entity: Entity) -> bool:
    """Whether a single name stands after "Saint": a place, or nobody who speaks."""
    before = syntax.words[entity.first - 1].text if entity.first else ""
    return entity.last - entity.first == 1 and before in ("Saint", "San", "Santa", "St", "St.")


def _grown_back(syntax: Syntax, entity: Entity) -> int:
    """The start of a person's name, with a word before it that the tree makes its first part and the tagger took for a body."""
    first = entity.first
    if first == 0 or syntax.words[first].relation != "flat" or syntax.words[first].head != first - 1:
        return first
    before, other = syntax.words[first - 1], syntax.entity_at.get(first - 1)
    alone = other is None or (other.kind == "organization" and other.last - other.first == 1)
    named = (
        before.upos == "PROPN" and before.text[:1].isupper() and not before.text.isupper() and not is_role_noun(before)
    )
    return first - 1 if alone and named and not is_honorific(before) and not _is_broken(syntax, first) else first


def _is_broken(syntax: Syntax, place: int) -> bool:
    """Whether a line ends right before a word: no name goes on there."""
    return place > 0 and "\n" in syntax.text[syntax.words[place - 1].end : syntax.words[place].start]


def _grown_name(syntax: Syntax, entity: Entity) -> int:
    """The end of a person's name, with what the tagger left out: parts that the tree ties to it, hyphenated parts, a nickname's rest."""
    words, last = syntax.words, entity.last
    broken = next((p for p in range(entity.first + 1, last) if _is_broken(syntax, p)), None)
    if broken is not None:
        return broken
    inside = range(entity.first, entity.last)
    while last < len(words):
        word, other = words[last], syntax.entity_at.get(last)
        after = words[last + 1] if last + 1 < len(words) else None
        if (
            word.text == "-"
            and word.start == words[last - 1].end
            and after is not None
            and after.start == word.end
            and after.text.isalpha()
        ):
            last += 2
            continue
        if word.text in QUOTING and (end := _end_of_nickname(words, last)) is not None:
            last = end
            continue
        if (
            word.relation != "flat"
            or word.upos != "PROPN"
            or word.head not in inside
            or (other and other.kind == "organization")
            or is_role_noun(word)
            or _is_broken(syntax, last)
        ):
            break
        last += 1
    return last


def _end_of_nickname(words: list[Word], place: int) -> int | None:
    """After a nickname in marks that a surname follows, the end of the surname."""
    for close in range(place + 2, min(place + 5, len(words) - 1)):
        if words[close].text in QUOTING:
            after = words[close + 1]
            return close + 2 if after.upos == "PROPN" and words[close - 1].text[0].isupper() else None
    return None


def _is_nickname(syntax: Syntax, first: int, last: int) -> bool:
    return syntax.words[first].text in QUOTING and syntax.words[last - 1].text in QUOTING


def _defined(syntax: Syntax) -> Iterator[tuple[Naming, str]]:
    """Long forms that stand before their abbreviation in brackets: "Transparency Institute Guyana Inc (TIGI)".

    After Schwartz and Hearst (2003), for abbreviations of initials: the shortest run of words before the bracket whose initials they are.
    """
    words = syntax.words
    for place in range(1, len(words) - 2):
        short = words[place + 1].text
        if words[place].text != "(" or words[place + 2].text != ")" or not short.isupper() or not 2 <= len(short) <= 8:
            continue
        for first in range(place - 2, max(-1, place - 12), -1):
            if words[first].sentence != words[place].sentence or words[first].text == ",":
                break
            start, end = words[first].start, words[place - 1].end
            if is_role_noun(words[place - 1]):
                break
            if words[first].text[0].upper() == short[0] and short.casefold() in initials(syntax.text[start:end]):
                yield Naming(first, place, start, end, syntax.text[start:end], kind="organization"), short
                break


def _bodies(syntax: Syntax, taken: set[int]) -> Iterator[Naming]:
    """Where organizations and places are named, and abbreviations in capitals that were taken for people; no word twice."""
    held: set[int] = set(taken)
    shorts: set[str] = set()
    for naming, short in _defined(syntax):
        if held.isdisjoint(range(naming.first, naming.last)):
            held.update(range(naming.first, naming.last))
            shorts.add(short)
            yield naming
    for word in syntax.words:
        if word.text in shorts and word.index not in held:
            held.add(word.index)
            yield Naming(word.index, word.index + 1, word.start, word.end, word.text, kind="organization")
    for entity in sorted(syntax.entities, key=lambda e: not _is_body(syntax, e)):
        person = entity.kind == "person" and entity.first not in taken
        if entity.kind not in ("organization", "location") and not person:
            continue
        first, last = _grown(syntax, entity, taken)
        if held.isdisjoint(range(first, last)):
            held.update(range(first, last))
            yield _body(syntax, first, last, "organization" if person else entity.kind)


LEADING = ("PROPN", "ADJ")


def _is_body(syntax: Syntax, entity: Entity) -> bool:
    """Whether an entity is an organization, by its tag or its last word: it takes the place before it into its name."""
    return entity.kind == "organization" or syntax.words[entity.last - 1].text.casefold() in SEATS


def _names_somebody(syntax: Syntax, entity: Entity) -> bool:
    """Whether the noun phrase that an entity begins ends in a role or a person: "EU High Representative"."""
    top = syntax.words[entity.last - 1]
    while top.relation in TIES and top.head > top.index and syntax.words[top.head].upos in ("PROPN", "NOUN"):
        top = syntax.words[top.head]
    other = syntax.entity_at.get(top.index, entity)
    return is_role_noun(top) or other.kind == "person"


def _grown(syntax: Syntax, entity: Entity, taken: set[int]) -> tuple[int, int]:
    """An organization's words with the capitalised ones that the tree ties to them and the tagger left out."""
    words, first, last = syntax.words, entity.first, entity.last
    if not _is_body(syntax, entity):
        return first, last

    def tied(place: int) -> bool:
        word = words[place]
        inside = range(first, last)
        joined = word.relation in TIES and (word.head in inside or any(words[p].head == place for p in inside))
        joined = joined or any(words[p].head == place and words[p].relation in TIES for p in inside)
        return place not in taken and word.sentence == words[first].sentence and joined

    place = syntax.entity_at.get(first - 1)
    if place is not None and place.kind == "location" and place.last == first and place.first not in taken:
        heads = [
            words[p] for p in range(place.first, place.last) if words[p].head not in range(place.first, place.last)
        ]
        if all(h.relation == "compound" and h.head in range(first, last) for h in heads):
            first = place.first
    while first > 0 and tied(first - 1) and words[first - 1].text[0].isupper() and words[first - 1].upos in LEADING:
        first -= 1
    titled = _names_somebody(syntax, entity)
    while last < len(words) and (words[last].text.rstrip(".").casefold() in CORPORATE or (not titled and tied(last))):
        if words[last].upos not in ("PROPN", "NUM") or words[last].text.casefold() in WRITINGS:
            break
        last += 1
    return first, _with_of(syntax, first, last, taken)


def _with_of(syntax: Syntax, first: int, last: int, taken: set[int]) -> int:
    """The end of a body's name with the name that "of" adds to a common noun: "Diocese of Northmoor"."""
    words = syntax.words
    single = last - first == 1 or words[last - 1].text.casefold() in BODIES
    if not single or last + 1 >= len(words) or words[last].text != "of" or words[last + 1].upos != "PROPN":
        return last
    added = words[last + 1]
    other = syntax.entity_at.get(added.index)
    end = other.last if other is not None else added.index + 1
    return (
        end if added.head == last - 1 and added.relation == "nmod" and taken.isdisjoint(range(last + 1, end)) else last
    )


def _naming(syntax: Syntax, first: int, last: int) -> Naming | None:
    """The words of a person's name without honorifics, lower-case words and possessive endings."""
    words = syntax.words
    title = ""
    first = next((p + 1 for p in range(last - 2, first - 1, -1) if words[p].text in ("(", ")")), first)
    while first < last and (_opens_title(words, first) or not _is_name_word(words[first])):
        title = words[first].text.rstrip(".").casefold()
        first += 1
    while first > 1 and _hyphenated(words, first):
        first -= 2
    if not title and first > 0:
        title = words[first - 1].text.rstrip(".").casefold()
    while last > first and not _is_name_word(words[last - 1]) and not _is_second_half(words, last - 1):
        last -= 1
    if first >= last:
        return None
    if last - first == 1 and first > 0 and words[first - 1].text in FIRST_NAMES and not _is_broken(syntax, first):
        first -= 1
    start, end = words[first].start, words[last - 1].end
    return Naming(first, last, start, end, syntax.text[start:end], title)


def _is_second_half(words: list[Word], place: int) -> bool:
    """Whether a word follows a hyphen without a space: "hui" of "Chen Ming-hui"."""
    before = words[place - 1]
    return before.text.endswith("-") and before.end == words[place].start and words[place].text[:1].isalpha()


def _hyphenated(words: list[Word], first: int) -> bool:
    """Whether a name goes on before its first word: "Delacroix" of "Delacroix-Owusu"."""
    before, hyphen, word = words[first - 2], words[first - 1], words[first]
    return hyphen.text == "-" and before.end == hyphen.start and hyphen.end == word.start and before.text[0].isupper()


def _opens_title(words: list[Word], place: int) -> bool:
    """Whether a word is an honorific, or the first of one in two words: "Tan Sri"."""
    after = words[place + 1].text.casefold() if place + 1 < len(words) else ""
    return is_honorific(words[place]) or (words[place].text.casefold() == "tan" and after == "sri")


def _is_name_word(word: Word) -> bool:
    text = word.text
    return (
        any(c.isalpha() for c in text)
        and (text[0].isupper() or text.casefold() in SMALL or not text[0].isascii())
        and text not in ("'s", "’s")
    )


def _body(syntax: Syntax, first: int, last: int, kind: str) -> Naming:
    words = syntax.words
    last = without_grade(words, first, last)
    while first < last - 1 and words[first].text.casefold() in ("the", "a", "an"):
        first += 1
    while last > first + 1 and (
        words[last - 1].text in ("'s", "’s", "'", "’", ",", ".", '"', "“", "”")
        or words[last - 1].upos in ("ADP", "DET")
    ):
        last -= 1
    start, end = words[first].start, words[last - 1].end
    while syntax.text[start:end].endswith(("'s", "’s", "‘s")):
        end -= 2
    return Naming(first, last, start, end, syntax.text[start:end], kind=kind)


def _gathered(namings: Iterable[Naming], kind: str, same: Callable[[Named, Naming], bool]) -> list[Named]:
    """Each naming with the first that it is the same as, longest first, or else on its own."""
    found: list[Named] = []
    for naming in sorted(namings, key=lambda n: (-len(parts(n.text)), n.start)):
        home = next((named for named in found if same(named, naming)), None)
        if home is None:
            home = Named(kind)
            found.append(home)
        home.namings.append(naming)
    for named in found:
        named.namings.sort(key=lambda n: n.start)
    return found


def _join_people(syntax: Syntax, namings: list[Naming]) -> list[Named]:
    """Full names first, longest first; then each single name goes to the full name that holds it and was last used."""
    full = [n for n in namings if len(parts(n.text)) > 1]
    people = _gathered(full, "person", lambda person, naming: _same_full(parts(person.name), parts(naming.text)))
    for naming in sorted((n for n in namings if len(parts(n.text)) == 1), key=lambda n: n.start):
        home = _home(syntax, people, naming)
        if home is None:
            home = Named("person")
            people.append(home)
        home.namings = sorted([*home.namings, naming], key=lambda n: n.start)
    return sorted(people, key=lambda p: p.namings[0].start)


def _same_full(longer: list[str], shorter: list[str]) -> bool:
    """Whether a shorter full name is one of a longer: its words in order, with the last or both of its words at an edge."""
    if longer == shorter:
        return True
    rest = iter(longer)
    if all(any(_close(word, other) for other in rest) for word in shorter):
        return shorter[-1] in (longer[-1], longer[1] if len(longer) > 1 else "") or shorter[0] == longer[0]
    return len(longer) == len(shorter) and sum(_close(a, b) for a, b in zip(longer, shorter, strict=True)) == len(
        longer
    )


def _close(a: str, b: str) -> bool:
    """The same word, with "Al-" before it or not, an initial of it, or a slip of one letter in a long one."""
    if a == b or (len(b) == 1 and a.startswith(b)) or a in (f"al-{b}", f"el-{b}"):
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    return _one_slip(a, b)


def _one_slip(a: str, b: str) -> bool:
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        swapped = len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
        return len(wrong) == 1 or swapped
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _is_just_introduced(syntax: Syntax, person: Named, naming: Naming) -> bool:
    """Whether a person is named in full, as a subject, in one of the two sentences before a single name."""
    before = person.before(naming.start)
    if before is None or len(parts(before.text)) < 2:
        return False
    near = 0 < syntax.words[naming.first].sentence - syntax.words[before.first].sentence <= 2
    return near and any(syntax.words[p].relation == "nsubj" for p in range(before.first, before.last))


def _home(syntax: Syntax, people: Iterable[Named], naming: Naming) -> Named | None:
    """Whom a single name means: somebody just introduced, or named often; last used over first; an edge of the name over its middle."""
    word = parts(naming.text)[0]

    def fit(person: Named) -> tuple[bool, bool, int, int, int] | None:
        name = parts(person.name)
        exact = 3 if word == name[-1] else 2 if word == name[0] else 1 if word in name else 0
        if not exact and any(_close(other, word) for other in (name[-1], name[0])) and len(word) > 1:
            exact = 1
        if not exact:
            return None
        before = person.before(naming.start)
        tells = is_role(naming.title) or naming.title in MALE | FEMALE
        titled = tells and any(n.title == naming.title for n in person.namings)
        often = min(3, sum(n.end <= naming.start for n in person.namings))
        fresh = _is_just_introduced(syntax, person, naming)
        return (titled, fresh, often, before.start if before else -person.namings[0].start, exact)

    fits = [(score, number, p) for number, p in enumerate(people) if (score := fit(p)) is not None]
    return max(fits, key=lambda item: item[0])[2] if fits else None


def _join_bodies(syntax: Syntax, namings: list[Naming]) -> list[Named]:
    """Organizations: equal names, abbreviations in brackets or of initials, and short forms that end a longer name."""
    return _gathered(namings, "organization", lambda body, naming: _same_body(syntax, body, naming))


def _same_body(syntax: Syntax, body: Named, naming: Naming) -> bool:
    return any(_is_form_of(syntax, other, naming) for other in body.namings)


def _is_form_of(syntax: Syntax, other: Naming, naming: Naming) -> bool:
    """Whether a name is another one's equal, abbreviation or short form."""
    short, name = parts(naming.text), parts(other.text)
    if name == short:
        return True
    if len(short) > 1:
        return len(name) > len(short) and short in (name[: len(short)], name[-len(short) :])
    if naming.first - other.last == 1 and syntax.words[other.last].text == "(":
        return True
    if len(name) < 2 or not short:
        return False
    if naming.text.isupper() and short[0] in initials(other.text):
        return True
    if "of" in name:
        return naming.kind == "organization" and short[0] == name[0] and name.index("of") == 1
    edge = short[0] == name[-1] or (short[0] == name[0] and short[0] not in BODIES)
    return naming.kind == "organization" and edge


def initials(name: str) -> Iterator[str]:
    """The abbreviations that a name may have: the initials of its capitalised words, and of all its words."""
    words = re.findall(r"[^\W_]+", name)
    yield "".join(w[0] for w in words if w[0].isupper()).casefold()
    yield "".join(w[0] for w in words).casefold()
    yield "".join(w[0] for w in words if w.casefold() not in ("of", "the", "and", "for", "in", "on")).casefold()


def _gender(syntax: Syntax, person: Named, at: Mapping[int, Named]) -> str | None:
    """What titles beside a name say of gender; else what the pronouns say that can mean nobody else in their sentence."""
    for naming in person.namings:
        if naming.title in MALE:
            return "Masc"
        if naming.title in FEMALE:
            return "Fem"
    votes = Counter(gender for naming in person.namings for gender in _pronouns_after(syntax, person, naming, at))
    return votes.most_common(1)[0][0] if votes else None


def _pronouns_after(syntax: Syntax, person: Named, naming: Naming, at: Mapping[int, Named]) -> Iterator[str]:
    """The genders of the pronouns after a name in its sentence, where no other person stands in it before them."""
    sentence = syntax.sentences[syntax.words[naming.first].sentence]
    for place in sentence:
        other = at.get(place)
        if other is not None and other is not person and other.kind == "person":
            return
        if place >= naming.last and syntax.words[place].upos == "PRON":
            gender = PRONOUN_GENDER.get(syntax.words[place].text.casefold())
            if gender is not None:
                yield gender


PRONOUN_GENDER = {"he": "Masc", "his": "Masc", "him": "Masc", "himself": "Masc"}
PRONOUN_GENDER |= {"she": "Fem", "her": "Fem", "hers": "Fem", "herself": "Fem"}


def run_of(syntax: Syntax, wanted: str) -> tuple[int, int] | None:
    """The longest run of proper nouns in the text that begins or ends with a word: the full form of a name that no entity holds."""
    best: tuple[int, int] | None = None
    for word in syntax.words:
        if word.upos != "PROPN" or word.text != wanted:
            continue
        first, last = word.index, word.index + 1
        while first > 0 and _is_name_part(syntax.words[first - 1], word):
            first -= 1
        if first == word.index:
            while last < len(syntax.words) and _is_name_part(syntax.words[last], word):
                last += 1
        if best is None or last - first > best[1] - best[0]:
            best = (first, last)
    return best


def _is_name_part(word: Word, beside: Word) -> bool:
    return (
        word.upos == "PROPN" and word.sentence == beside.sentence and word.text[0].isupper() and not is_honorific(word)
    )

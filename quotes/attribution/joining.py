"""Which forms name the same person or organization?

Long and short forms are joined by the article itself: a short form belongs to the full name that holds it, whichever part of it that is, so
that "Wu" finds "Wu Weiren" and "Dell' Agnello" finds "Simone Dell' Agnello" without a list of nations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from quotes.attribution.naming import Named, Naming, initials, parts
from quotes.attribution.nouns import BODIES, is_role
from quotes.attribution.syntax import Syntax, Word

UNIONS = frozenset("AU EU UAE UK UN US USA".split())
"""What many bodies' names begin with: the UN is not the UN Refugee Agency."""
UNITED = {
    "un": ("united", "nations"),
    "us": ("united", "states"),
    "uk": ("united", "kingdom"),
    "eu": ("european", "union"),
    "au": ("african", "union"),
}
MALE = frozenset(
    "mr sir lord king prince duke father brother son husband chairman spokesman businessman actor he him his himself".split()
)
FEMALE = frozenset(
    """mrs ms miss dame lady madam madame mme queen princess duchess mother sister daughter wife chairwoman spokeswoman businesswoman
    actress congresswoman she her hers herself""".split()
)


def gender_of(word: str) -> str | None:
    """The gender that a title, a noun or a pronoun says, if any."""
    return "Masc" if word in MALE else "Fem" if word in FEMALE else None


def joined_people(syntax: Syntax, namings: list[Naming]) -> list[Named]:
    """Full names first, longest first; then each single name goes to the full name that holds it and was last used."""
    full = [n for n in namings if len(parts(n.text)) > 1]
    people = _gathered(full, "person", lambda person, naming: _same_person(syntax, person, naming))
    for naming in sorted((n for n in namings if len(parts(n.text)) == 1), key=lambda n: n.start):
        home = _home(syntax, people, naming)
        if home is None:
            home = Named("person")
            people.append(home)
        home.namings = sorted([*home.namings, naming], key=lambda n: n.start)
    return sorted(people, key=lambda p: p.namings[0].start)


def _same_person(syntax: Syntax, person: Named, naming: Naming) -> bool:
    """Whether a full name is a form of somebody's, or said to be another one of theirs."""
    if _same_full(parts(person.name), parts(naming.text)):
        return True
    return any(_is_also_called(syntax, n, naming) or _is_also_called(syntax, naming, n) for n in person.namings)


def joined_bodies(syntax: Syntax, namings: Iterable[Naming]) -> list[Named]:
    """Organizations: equal names, abbreviations in brackets or of initials, and short forms that end a longer name."""
    return _gathered(namings, "organization", lambda body, naming: _same_body(syntax, body, naming))


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


def _same_full(longer: list[str], shorter: list[str]) -> bool:
    """Whether a shorter full name is one of a longer: its words in order, with the last or both of its words at an edge.

    Of two given names and two surnames the inner ones may stand alone: "Teresa Flores" of "María Teresa Flores Jáquez".
    """
    if longer == shorter or (len(longer) == 4 and shorter == longer[1:-1]):
        return True
    rest = iter(longer)
    if all(any(_close(word, other) for other in rest) for word in shorter):
        return shorter[-1] in (longer[-1], longer[1] if len(longer) > 1 else "") or shorter[0] == longer[0]
    return len(longer) == len(shorter) and sum(_close(a, b) for a, b in zip(longer, shorter, strict=True)) == len(
        longer
    )


def _close(a: str, b: str) -> bool:
    """The same word, with "Al-" before it or not, an initial of it, or a slip of one letter in a long one."""
    if a == b or (len(b) == 1 and a.startswith(b)) or _same_but_article(a, b):
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    return _one_slip(a, b)


def _without_article(name: str) -> str:
    """A name without the Arabic article that opens it: "kuwaiz" of "al-kuwaiz", "alkuwaiz", "elkuwaiz"."""
    return re.sub(r"^[ae]l-?(?=[^\W_]{4})", "", name)


def _same_but_article(a: str, b: str) -> bool:
    """The same name with the Arabic article in two spellings, or with "al-" and without; "Alford" is not "Ford"."""
    both = a[:2] in ("al", "el") and b[:2] in ("al", "el")
    hyphenated = a[2:3] == "-" or b[2:3] == "-"
    return (both or hyphenated) and _without_article(a) == _without_article(b)


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
    return near and any(_acts(syntax, syntax.words[p]) for p in range(before.first, before.last))


def _acts(syntax: Syntax, word: Word) -> bool:
    """Whether a word of a name is a subject, or hangs on the title that is: "attorney Karl Osei believes"."""
    title = syntax.head(word) if word.relation in ("flat", "appos", "nmod", "compound") else None
    return word.relation == "nsubj" or (title is not None and title.index < word.index and title.relation == "nsubj")


def _home(syntax: Syntax, people: Iterable[Named], naming: Naming) -> Named | None:
    """Whom a single name means: somebody just introduced, or named often; last used over first; an edge of the name over its middle."""
    word = parts(naming.text)[0]

    def fit(person: Named) -> tuple[bool, bool, int, int, int] | None:
        name = parts(person.name)
        exact = 3 if word == name[-1] else 2 if word == name[0] else 1 if word in name else 0
        if not exact and any(_close(other, word) for other in name) and len(word) > 1:
            exact = 1
        if not exact and naming.text.isupper() and len(word) > 2 and word in initials(person.name):
            exact = 2
        if any(parts(n.text) == [word] or _is_also_called(syntax, n, naming) for n in person.namings):
            exact = exact or 2
        if not exact:
            return None
        if naming.title == "president" and any(n.title == "lady" for n in person.namings):
            return None
        before = person.before(naming.start)
        tells = is_role(naming.title) or naming.title in MALE | FEMALE
        titled = tells and any(n.title == naming.title for n in person.namings)
        often = min(3, sum(n.end <= naming.start for n in person.namings))
        fresh = _is_just_introduced(syntax, person, naming)
        return (titled, fresh, often, before.start if before else -person.namings[0].start, exact)

    fits = [(score, number, p) for number, p in enumerate(people) if (score := fit(p)) is not None]
    return max(fits, key=lambda item: item[0])[2] if fits else None


def _same_body(syntax: Syntax, body: Named, naming: Naming) -> bool:
    return any(_is_form_of(syntax, other, naming) for other in body.namings)


def _is_also_called(syntax: Syntax, other: Naming, naming: Naming) -> bool:
    """Whether a name is said to be another one's: "Halden Telephone, better known as Haltel"."""
    if not 2 <= naming.first - other.last <= 6:
        return False
    between = [w.text.casefold() for w in syntax.words[other.last : naming.first]]
    called = between[-2:] == ["known", "as"] or between[-1] in ("aka", "alias", "nicknamed")
    return called and (between[0] in (",", "(", "–", "—") or len(between) == 3)


def _spelled_out(name: list[str]) -> list[str]:
    """The words of a name with the unions of states in full: "un environment programme"."""
    return [word for part in name for word in UNITED.get(part, (part,))] if len(name) > 1 else name


def _is_turned(name: list[str], other: list[str]) -> bool:
    """Whether two names say the same with "of" and without: "Football Federation of Halden", "Haldenian Football Federation"."""
    long, short = (name, other) if "of" in name else (other, name)
    if "of" not in long or "of" in short or len(short) < 2:
        return False
    at = long.index("of")
    place = [word for word in long[at + 1 :] if word != "the"]
    return long[:at] == short[1:] and len(place) == 1 and _is_of_place(short[0], place[0])


def _is_of_place(adjective: str, place: str) -> bool:
    """Whether a word is a place's name or its adjective: "Chile", "Chilean"; "Norway" and "Norwegian" too, by their beginnings."""
    shared = next(
        (n for n, (a, b) in enumerate(zip(adjective, place, strict=False)) if a != b), min(len(adjective), len(place))
    )
    return shared >= 4 and shared >= len(place) - 3


def _is_form_of(syntax: Syntax, other: Naming, naming: Naming) -> bool:
    """Whether a name is another one's equal, abbreviation or short form."""
    short, name = parts(naming.text), parts(other.text)
    if _spelled_out(name) == _spelled_out(short) or _is_also_called(syntax, other, naming) or _is_turned(name, short):
        return True
    if len(short) > 1:
        edges = (name[: len(short)], name[-len(short) :]) if naming.kind == "organization" else (name[-len(short) :],)
        return len(name) > len(short) and short in edges
    if naming.first - other.last == 1 and syntax.words[other.last].text == "(":
        return True
    if len(name) < 2 or not short:
        return False
    capitals = "".join(c for c in naming.text if c.isupper())
    if len(capitals) > 1 and capitals.casefold() in initials(other.text):
        return True
    if "of" in name:
        return naming.kind == "organization" and short[0] == name[0] and name.index("of") == 1
    edge = short[0] == name[-1] or (short[0] == name[0] and short[0] not in BODIES and naming.text not in UNIONS)
    return naming.kind == "organization" and edge

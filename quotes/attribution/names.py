"""Which people and organizations does an article name, by which forms, and where?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from quotes.attribution.body_names import body_namings
from quotes.attribution.given_names import gender_of_name
from quotes.attribution.joining import gender_of, joined_bodies, joined_people
from quotes.attribution.naming import Named, Names, Naming
from quotes.attribution.nouns import is_honorific
from quotes.attribution.person_names import person_namings
from quotes.attribution.syntax import Syntax, Word


def names_of(syntax: Syntax) -> Names:
    """Read the entities of a parse, cut titles off, and join the forms of one name."""
    people = joined_people(syntax, person_namings(syntax))
    taken = {place for person in people for n in person.namings for place in range(n.first, n.last)}
    bodies = joined_bodies(syntax, body_namings(syntax, taken))
    at: dict[int, Named] = {}
    for named in [*bodies, *people]:
        for naming in named.namings:
            at.update((place, named) for place in range(naming.first, naming.last))
    for person in people:
        person.called = gender_of_name(person.name)
        told = (gender_of(naming.title) for naming in person.namings)
        person.gender = next((gender for gender in told if gender is not None), None)
        person.titled = person.gender is not None
        person.gender = person.gender or _gender(syntax, person, at)
    return Names(people, bodies, at)


def _gender(syntax: Syntax, person: Named, at: Mapping[int, Named]) -> str | None:
    """What the pronouns say of somebody's gender that can mean nobody else with a name in their sentence.

    One pronoun that the given name speaks against says nothing: "Fergus, who is married to her cousin".
    """
    votes = Counter(gender for naming in person.namings for gender in _pronouns_after(syntax, person, naming, at))
    if person.called is not None and max(votes.values(), default=0) < 2:
        votes = Counter(gender for gender in votes if gender == person.called)
    return votes.most_common(1)[0][0] if votes else None


def _pronouns_after(syntax: Syntax, person: Named, naming: Naming, at: Mapping[int, Named]) -> Iterator[str]:
    """The genders of the pronouns after a name in its sentence, where no other person stands in it before them."""
    sentence = syntax.sentences[syntax.words[naming.first].sentence]
    for place in sentence:
        other = at.get(place)
        if other is not None and other is not person and other.kind == "person":
            return
        if place >= naming.last and syntax.words[place].upos == "PRON":
            gender = gender_of(syntax.words[place].text.casefold())
            if gender is not None:
                yield gender


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

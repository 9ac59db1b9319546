"""Of whom does a sentence tell whose subject is "he" or "she", where that can be one person alone?

Roles are read before speakers are resolved, so this is no resolution of pronouns in general: only what is certain is of use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quotes.attribution.joining import gender_of
from quotes.attribution.naming import Named, Names
from quotes.attribution.scene import Scene
from quotes.attribution.syntax import Word


def told_by_pronoun(scene: Scene, names: Names) -> dict[Named, list[Word]]:
    """For each person the pronouns outside marks that are the subject of a whole sentence and mean them.

    It is the only person of that gender named in the sentence before, in the same paragraph; or whom the sentence before meant so.
    """
    found: dict[Named, list[Word]] = defaultdict(list)
    last: tuple[int, Named] | None = None
    for word in _subjects(scene):
        fits = _named_before(scene, names, word)
        goes_on = last is not None and last[0] == word.sentence - 1 and _may_be(last[1], word)
        person = fits[0] if len(fits) == 1 else last[1] if last is not None and goes_on and not fits else None
        if person is not None:
            found[person].append(word)
            last = word.sentence, person
    return found


def _subjects(scene: Scene) -> Iterator[Word]:
    """The pronouns that are subjects of a sentence's main verb, outside marks."""
    for word in scene.syntax.words:
        verb = scene.syntax.head(word)
        whole = verb is not None and verb.head < 0 and word.relation == "nsubj"
        if whole and word.text.casefold() in ("he", "she") and scene.quoting(word.index) is None:
            yield word


def _named_before(scene: Scene, names: Names, word: Word) -> list[Named]:
    """The people named in the sentence before a pronoun, if it is of the same paragraph, whom the pronoun may mean."""
    syntax = scene.syntax
    start, _ = scene.paragraphs[scene.paragraph(word.start)]
    before = syntax.sentences[word.sentence - 1] if word.sentence else range(0)
    places = [p for p in before if syntax.words[p].start >= start and scene.quoting(p) is None]
    people = dict.fromkeys(named for p in places if (named := names.naming_at(p)) is not None)
    return [named for named in people if named.kind == "person" and _may_be(named, word)]


def _may_be(person: Named, word: Word) -> bool:
    """Whether nothing says that somebody is of another gender than a pronoun."""
    return (person.gender or person.called) in (None, gender_of(word.text.casefold()))

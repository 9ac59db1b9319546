"""Which roles does a run of words beside a name state, read from left to right?

A title before a name and an apposition after it are noun phrases of one build: what the role is, of what, at which body; then "and" with
another one.  They are read in the order of the words, since the tree breaks most often where titles are long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.attribution.naming import Names
from quotes.attribution.nouns import BODIES, POSSESSIVES, SEVERAL, is_honorific, is_role_noun
from quotes.attribution.organizations import short_form
from quotes.attribution.roles import FORMER, OF, PORTFOLIOS, Role, core_of, is_general, owner_of
from quotes.attribution.syntax import Syntax, Word, is_bracketed

NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PART", "CCONJ", "SYM", "X")
"""Parts of speech that a role with its body is made of."""
LONGEST = 24
WHEN = frozenset({"now", "once", "currently", "formerly", "previously"})
"""Adverbs that say when a role is or was held."""
POSTED = frozenset({"ambassador", "envoy"})
"""Those who are sent to a body and are of another."""
KIN = frozenset({"father", "mother", "parent", "grandfather", "grandmother", "dad", "mum", "husband", "wife"})
"""Who somebody is at home, which is no role."""
AFTER_NOUN = frozenset({"emeritus", "emerita", "elect", "designate"})
"""Adjectives that follow the noun for a role."""


def apposition_after(syntax: Syntax, start: int) -> list[int]:
    """The places from one on that may state roles: nominal words, with hyphens and inner commas, to a verb or the end of the phrase."""
    words = syntax.words
    stop = min(syntax.sentences[words[start].sentence].stop, start + LONGEST)
    places: list[int] = []
    place = start
    while place < stop:
        word = words[place]
        if is_bracketed(words, place) and words[place + 1].text.isupper():
            place += 3
            continue
        if (
            word.upos not in NOMINAL
            and word.relation != "amod"
            and word.text not in ("-", "&", "also", "based")
            and word.text.casefold() not in WHEN
            and not (word.upos == "ADV" and place + 1 < stop and words[place + 1].text == "-")
            and not _is_inner_comma(syntax, places, place)
        ):
            break
        places.append(place)
        place += 1
    while places and words[places[-1]].upos in ("ADP", "CCONJ", "DET", "PUNCT"):
        places.pop()
    return places


def title_before(syntax: Syntax, stop: int) -> list[int]:
    """The places up to one that may state roles: nominal words back to a verb, a mark or the start of the sentence."""
    words = syntax.words
    start = syntax.sentences[words[stop].sentence].start
    place = stop
    while place > start and is_honorific(words[place - 1]):
        place -= 1
    if place < stop and place > start and words[place - 1].text == ",":
        place -= 1
    if place - 3 >= start and is_bracketed(words, place - 3):
        place -= 3
    last = place
    if words[last - 1].upos in ("CCONJ", "ADP", "PUNCT") and words[last - 1].text != ")":
        return []
    while place > max(start, last - LONGEST):
        word = words[place - 1]
        listed = (
            word.text == ","
            and words[place].upos in ("NOUN", "PROPN", "ADJ", "CCONJ")
            and not is_role_noun(words[place])
        )
        if word.upos not in NOMINAL and word.text not in ("-", "&") and not listed:
            break
        place -= 1
    while place < last and (words[place].upos in ("ADP", "CCONJ", "PUNCT", "NUM") or is_honorific(words[place])):
        place += 1
    return list(range(place, last))


def _is_inner_comma(syntax: Syntax, places: Sequence[int], place: int) -> bool:
    """Whether a comma parts a list of roles, or within one: "chief human capital, corporate affairs and marketing officer"."""
    words = syntax.words
    rest = words[place + 1 : place + 6]
    told = [w.text for w in rest]
    if words[place].text != "," or "and" not in told or "," in told[: told.index("and")]:
        return False
    if words[places[-1]].relation in ("nmod", "conj") and _deals_with(words, place + 1 + told.index("and")):
        return True
    roles = any(is_role_noun(words[p]) for p in places)
    return not roles or any(is_role_noun(w) for w in rest[: told.index("and")])


def _deals_with(words: Sequence[Word], last: int) -> bool:
    """Whether the last of the fields that somebody deals with stands right before "at": "law, trade and | public policy at"."""
    fields = [w.text for w in words[last + 1 : last + 5]]
    return "at" in fields and all(w.upos in ("NOUN", "ADJ") for w in words[last + 1 : last + 1 + fields.index("at")])


def roles_in(syntax: Syntax, names: Names, places: Sequence[int]) -> Iterator[Role]:
    """The roles that a run of words states, each with its body."""
    for part in _parts(syntax, list(places)):
        role = _role(syntax, names, part)
        if role is not None:
            yield role


def _parts(syntax: Syntax, places: list[int]) -> Iterator[list[int]]:
    """The run cut before each "and" that brings another role with a body of its own, or an article."""
    words = syntax.words
    start = 0
    for at, place in enumerate(places):
        if words[place].text not in ("and", "&") or at == start:
            continue
        before, after = places[start:at], places[at + 1 :]
        while after and words[after[0]].text.casefold() in WHEN:
            after = after[1:]
        told = any(words[p].text.casefold() in OF for p in before) and any(is_role_noun(words[p]) for p in before)
        bodied = (
            bool(after) and words[after[0]].lemma.casefold() in BODIES and any(is_role_noun(words[p]) for p in before)
        )
        articled = bool(after) and words[after[0]].upos == "DET" and any(is_role_noun(words[p]) for p in before)
        once = (
            bool(after) and words[after[0]].lemma.casefold() in FORMER and any(is_role_noun(words[p]) for p in before)
        )
        if after and before and words[after[0]].lemma.casefold() in KIN and is_role_noun(words[before[-1]]):
            yield before
            return
        if (told or bodied or articled or once) and after and _begins_role(syntax, after):
            yield before
            start = at + 1
    yield places[start:]


def _begins_role(syntax: Syntax, places: Sequence[int]) -> bool:
    """Whether some words begin with a role, before any preposition, comma or other "and"."""
    for place in places:
        word = syntax.words[place]
        if is_role_noun(word):
            return True
        if word.upos in ("ADP", "PUNCT", "CCONJ") and word.text != "-":
            return False
    return False


def _role(syntax: Syntax, names: Names, places: list[int]) -> Role | None:
    """One role: its noun with what stands before it, and the body that the first fitting preposition brings."""
    words, stated = syntax.words, syntax.characters(places)
    places = [p for p in places if words[p].text.casefold() != "also" and words[p].text.casefold() not in WHEN]
    based = next((n for n, p in enumerate(places[:6]) if words[p].text.casefold() in ("based", "-based")), None)
    if based is not None and not any(words[p].text.casefold() in OF for p in places[:based]):
        places = places[based + 1 :]
    if not places:
        return None
    while len(places) > 1 and words[places[0]].upos in ("DET", "NUM") and words[places[1]].text != "-":
        places.pop(0)
    first_of = next((n for n, p in enumerate(places) if words[p].text.casefold() in OF and n), len(places))
    nouns = [p for p in places[:first_of] if is_role_noun(words[p]) or is_general(words, p)]
    if not nouns and first_of == 1 and len(places) > 1 and _is_rank(words[places[0]]):
        nouns = places[:1]
    if not nouns:
        return None
    head = nouns[-1]
    if head != places[first_of - 1] and words[places[first_of - 1]].text.casefold() not in AFTER_NOUN:
        return None
    if words[head].xpos in SEVERAL:
        return None
    owner = owner_of(syntax, names, places[:first_of], head)
    body, more = _body(syntax, names, places, first_of)
    if owner is not None and (body is None or not _names_body(names, syntax.inside(*body))):
        body, title = owner[0], [*owner[1], *places[first_of:]]
    else:
        title = [*places[:first_of], *more]
    held = core_of(syntax, title, head)
    if not held:
        return None
    role = syntax.characters(held)
    return Role(role, body, stated)


def _is_rank(word: Word) -> bool:
    """Whether a word may be an abbreviated rank, where "of" follows: "OC of Halden Police Station"."""
    return word.text.isupper() and word.text.isalpha() and 2 <= len(word.text) <= 4


def _body(syntax: Syntax, names: Names, places: list[int], first_of: int) -> tuple[tuple[int, int] | None, list[int]]:
    """The body after a preposition, and the places of the portfolio before it: "of operations" of "director of operations at X"."""
    words = syntax.words
    cuts = [n for n in range(first_of, len(places)) if words[places[n]].text.casefold() in OF]
    for number, cut in enumerate(cuts):
        phrase = places[cut + 1 : cuts[number + 1] if number + 1 < len(cuts) else len(places)]
        if not phrase:
            continue
        where = words[places[cut]].text.casefold()
        known = _is_known(syntax, names, phrase)
        final = number + 1 == len(cuts)
        if _is_portfolio(syntax, names, places[first_of - 1], phrase, last=final) or (where == "for" and not known):
            continue
        posted = words[places[first_of - 1]].lemma.casefold() in POSTED
        held = where in ("to", "in") and any(_names_body(names, [p]) for p in phrase) and not posted
        at_last = any(
            words[places[n]].text.casefold() == "at" and _names_body(names, places[n + 1 :]) for n in cuts[number + 1 :]
        )
        if at_last and (_names_place(names, phrase) or (where == "in" and not held and not known)):
            continue
        if where == "from" and _names_place(names, phrase):
            return None, []
        if posted and where == "to":
            return None, places[first_of:]
        if where == "on" and not known:
            continue
        if (where in ("in", "to", "on") and not held) or (where in ("with", "from") and not known):
            return None, places[first_of:cut]
        return _named_body(syntax, names, places[cut + 1 :]), places[first_of:cut]
    return None, places[first_of:] if cuts else []


def _is_portfolio(syntax: Syntax, names: Names, head: int, phrase: Sequence[int], *, last: bool) -> bool:
    """Whether a phrase after a role says what it deals with: "operations", "Events and Operations", a ministry's "Water"."""
    words = syntax.words
    if len(phrase) == 1 and words[phrase[0]].lemma.casefold() in ("police", "parliament"):
        return True
    if words[phrase[-1]].lemma.casefold() in ("opposition", "house", "board", "bar"):
        return len(phrase) <= 2 and (not last or words[phrase[-1]].lemma.casefold() == "opposition")
    if _ends_known(syntax, names, phrase) or words[phrase[0]].upos == "DET":
        return False
    if words[head].lemma.casefold() in ("minister", "secretary"):
        return True
    short = len(phrase) == 1 and words[phrase[0]].lemma.casefold() in PORTFOLIOS
    body = any(words[p].lemma.casefold() in BODIES for p in phrase)
    return short or not (last or body)


def _is_known(syntax: Syntax, names: Names, phrase: Sequence[int]) -> bool:
    """Whether a phrase names a body or a place, or is a noun for a body."""
    named = any(names.naming_at(p) is not None or syntax.entity_at.get(p) is not None for p in phrase)
    return named or syntax.words[phrase[-1]].lemma.casefold() in BODIES


def _ends_known(syntax: Syntax, names: Names, phrase: Sequence[int]) -> bool:
    """Whether a phrase ends in the name of a body or a place, or in a noun for a body: no "Asia research"."""
    last = phrase[-1]
    named = names.naming_at(last) is not None or syntax.entity_at.get(last) is not None
    bare = not any(syntax.words[p].upos == "NOUN" and p == last for p in phrase)
    return named or syntax.words[last].lemma.casefold() in BODIES or (bare and _is_known(syntax, names, phrase))


def _names_body(names: Names, places: Sequence[int]) -> bool:
    """Whether some words hold the name of an organization."""
    held = (names.mention_at(p) for p in places)
    return any(naming is not None and naming.kind == "organization" for naming in held)


def _names_place(names: Names, places: Sequence[int]) -> bool:
    """Whether some words end in the name of a place."""
    naming = names.mention_at(places[-1])
    return naming is not None and naming.kind == "location"


def _only_describes(syntax: Syntax, places: Sequence[int]) -> bool:
    """Whether common nouns say what a body is before its name: "rebel outfit" of "the disbanded rebel outfit Halden Front"."""
    words = [syntax.words[p] for p in places]
    return words[-1].xpos == "NN" and all(w.upos in ("NOUN", "ADJ") or not w.text[:1].isalpha() for w in words)


def _named_body(syntax: Syntax, names: Names, places: list[int]) -> tuple[int, int] | None:
    """The characters of a body without its article; a short form becomes the fullest name in the article."""
    words = syntax.words
    article = words[places[0]].upos == "DET"
    based = next((n + 1 for n, p in enumerate(places) if words[p].text.casefold() in ("based", "-based")), 0)
    if 1 < based < len(places) and words[places[based]].upos == "ADP":
        places, based = places[: based - 1], 0
    held = places[max(based, int(article)) :]
    beyond = (
        n for n, p in enumerate(held) if words[p].upos == "ADP" and words[p].text.casefold() not in ("of", "for", "at")
    )
    held = held[: next(beyond, len(held))]
    while held and (words[held[-1]].upos in ("PUNCT", "ADP", "DET", "CCONJ") or words[held[-1]].text in POSSESSIVES):
        held.pop()
    if not held:
        return None
    named = names.naming_at(held[-1])
    naming = named.naming_at(held[-1]) if named is not None and named.kind == "organization" else None
    if naming is not None and naming.first > held[0] and _only_describes(syntax, held[: held.index(naming.first)]):
        return naming.start, naming.end
    if len(held) == 1 and article and words[held[0]].upos == "NOUN":
        return short_form(syntax, names, words[held[0]]) or syntax.characters(held)
    return syntax.characters(held)

"""Whom does a source name?  Mention -> speaker, resolved over the whole article by named rules in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from quotes.attribution.affiliations import distinct
from quotes.attribution.bodies import described_body, last_body, short_form_of_body
from quotes.attribution.casting import Answer, Casting
from quotes.attribution.described_sources import latter, of_a_people, role_of_person, role_unstated, styled
from quotes.attribution.later_names import named_after, named_next
from quotes.attribution.linked_sources import linked, surely_linked
from quotes.attribution.named_sources import body_in_mention, counted, person_in_mention, several
from quotes.attribution.pronouns import PRONOUNS, meant_by_pronoun
from quotes.attribution.role_phrases import NOMINAL
from quotes.attribution.roles import OF
from quotes.attribution.scene import Reading
from quotes.attribution.sources import Source, is_definite
from quotes.attribution.unsourced import without_source
from quotes.attribution.writings import writing_of_body
from quotes.model import SpeakerKind

ANYBODY = frozenset({"source", "person", "insider", "individual"})
"""Nouns for whoever has no name, whatever else the one who has none was called."""
MANY = frozenset({"many", "several", "some", "few", "other", "others", "those", "one", "all"})
"""Words for speakers of whom only a clause says who they are: "many who saw it"."""


def speaker_of(casting: Casting, reading: Reading, source: Source | None) -> Answer | None:
    """The speaker of a reading, by the first rule that knows; remembered for what comes after, unless said within what is said."""
    casting.reading = reading
    answer = _of_source(casting, source) if source is not None else without_source(casting, reading, _of_source)
    if answer is not None and answer.told and answer.named in casting.roles:
        casting.roles[answer.named] = distinct(casting.syntax.text, [*casting.roles[answer.named], *answer.told])
    within = reading.cue is not None and reading.cue.head in casting.within
    if answer is not None and reading.rule != "cue-in-quotation" and not within:
        casting.said.append((reading.start, evolve(answer, told=())))
    return answer


def _of_source(casting: Casting, source: Source) -> Answer | None:
    rules: Sequence[Callable[[Casting, Source], Answer | None]] = (
        meant_by_pronoun,
        several,
        counted,
        person_in_mention,
        of_a_people,
        _writing_of_body,
        body_in_mention,
        latter,
        styled,
        role_of_person,
        short_form_of_body,
        surely_linked,
        _unnamed_before,
        described_body,
        role_unstated,
        last_body,
        linked,
        named_after,
        named_next,
        _unnamed,
    )
    if _is_anonymous(casting, source):
        rules = (_unnamed_before, _unnamed)
    return next((answer for rule in rules if (answer := rule(casting, source)) is not None), None)


def _is_anonymous(casting: Casting, source: Source) -> bool:
    """Whether somebody without a name is said to want none: "the owner, who asked not to be named"."""
    syntax, after = casting.syntax, source.places[-1] + 1
    if any(casting.names.naming_at(p) is not None for p in source.places) or syntax.words[source.head].upos != "NOUN":
        return False
    told = [
        w.lemma.casefold() for w in syntax.words[after : after + 14] if w.sentence == syntax.words[source.head].sentence
    ]
    opens = told[:2] == [",", "who"] or told[:1] == ["who"]
    stop = next((n for n, lemma in enumerate(told) if n > 1 and lemma in (",", ".")), len(told))
    held = set(told[:stop])
    kept = not held.isdisjoint({"name", "identify", "identity"}) and not held.isdisjoint(
        {"not", "decline", "refuse", "withhold", "without", "conceal"}
    )
    return opens and ("anonymity" in held or "anonymously" in held or kept)


def _writing_of_body(casting: Casting, source: Source) -> Answer | None:
    """ "its statement": the issuer is resolved as a source itself."""
    return writing_of_body(casting, source, _of_source)


def _unnamed_before(casting: Casting, source: Source) -> Answer | None:
    """ "the official" for "an official of the weather office", who spoke before without a name."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    bare = head.lemma in ("source", "insider") and len(source.places) == 1
    if head.upos != "NOUN" or len(source.places) > 4 or not (bare or is_definite(syntax, source)):
        return None
    last = casting.said[-1][1] if casting.said else None
    if head.lemma in ANYBODY and head.xpos == "NN" and last is not None and last.kind is SpeakerKind.UNNAMED:
        return evolve(last, rule="unnamed-before")
    wanted = {syntax.words[p].lemma for p in source.places if syntax.words[p].upos not in ("DET", "PRON", "PUNCT")}
    for _, answer in reversed(casting.said):
        nouns = [syntax.words[p] for p in syntax.inside(*answer.name)]
        same = any(w.lemma == head.lemma and w.xpos == head.xpos and w.relation != "compound" for w in nouns)
        told = {w.lemma for w in nouns if w.upos not in ("DET", "PRON", "PUNCT")}
        known = {lemma for lemma in wanted if lemma in told or _is_clipped(lemma, told)}
        more = known == wanted and len(wanted) < len(told)
        more = more or (wanted == told and nouns[0].text.casefold() in ("a", "an", "one", "another"))
        if answer.kind is SpeakerKind.UNNAMED and same and more:
            return evolve(answer, rule="unnamed-before")
    return None


def _is_clipped(word: str, told: Iterable[str]) -> bool:
    """Whether a capitalised word is the beginning of a longer one: "MeT" of "meteorological"."""
    return word[:1].isupper() and len(word) > 1 and any(other.casefold().startswith(word.casefold()) for other in told)


def _unnamed(casting: Casting, source: Source) -> Answer | None:
    """The noun phrase as it stands."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.upos == "PRON" and head.lemma.lower() in PRONOUNS:
        return None
    places = [*source.places, *(_up_to_cue(casting, source) or _reduced(casting, source))]
    return Answer(SpeakerKind.UNNAMED, syntax.characters(places), "unnamed")


def _reduced(casting: Casting, source: Source) -> range:
    """The participle right after a mention, with what goes with it: "a document | circulating among diplomats"; none that reports."""
    syntax, after = casting.syntax, source.places[-1] + 1
    clauses = (w for w in syntax.dependents(source.head, "acl") if w.index == after and w.xpos in ("VBG", "VBN"))
    last = next((syntax.subtree(w.index)[-1] for w in clauses), after - 1)
    comma = next((p for p in range(after, last + 1) if syntax.words[p].upos == "PUNCT"), last + 1)
    cue = casting.reading.cue if casting.reading is not None else None
    reports = cue is not None and cue.head in range(after, last + 1)
    return range(after, comma) if comma > after + 1 and not reports else range(0)


def _up_to_cue(casting: Casting, source: Source) -> list[int]:
    """The phrase between a mention and its cue that says of whom they are: "with the survey" of "Geologists with the survey say"."""
    cue = casting.reading.cue if casting.reading is not None else None
    words, start = casting.syntax.words, source.places[-1] + 1
    if cue is not None and words[source.head].lemma.casefold() in MANY and start < cue.head <= start + 6:
        return list(range(start, cue.head)) if words[start].text.casefold() in ("who", "whose") else []
    if cue is None or not start < cue.head <= start + 8 or words[start].text.casefold() not in OF - {"on", "to"}:
        return []
    places = list(range(start, cue.head))
    if any(
        (e := casting.syntax.entity_at.get(p)) is not None and e.kind == "date" and e.last == cue.head for p in places
    ):
        return []
    comma = next((n for n, p in enumerate(places) if words[p].text == ","), len(places))
    places = places[:comma]
    while places and words[places[-1]].upos in ("AUX", "ADV"):
        places.pop()
    opens = places and words[start].deprel == "case"
    if not opens or words[places[-1]].upos == "ADP" or any(words[p].upos not in NOMINAL for p in places):
        return []
    return places

"""Whom does a source name?  Mention -> speaker, resolved over the whole article by named rules in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import define, evolve, field, frozen

from quotes.attribution.affiliations import Role, role_of_phrase
from quotes.attribution.content import Reading, Scene
from quotes.attribution.cues import ISSUING, SAYING
from quotes.attribution.names import FEMALE, MALE, Named, Names, Naming, initials, parts, run_of
from quotes.attribution.nouns import BODIES, WRITINGS, is_role, is_role_noun
from quotes.attribution.sources import Source, mention
from quotes.attribution.syntax import Syntax, Word
from quotes.model import SpeakerKind


@frozen
class Worth:
    """What makes somebody the likelier antecedent of a pronoun, and what costs: counted in subjects, roughly."""

    subject: float = 0.9
    last_speaker: float = 0.4
    known_gender: float = 0.4
    topic: float = 1.0
    sentence_between: float = 0.4
    paragraph_between: float = 0.15
    same_sentence: float = 0.3
    reported: float = 1.0


WORTH = Worth()
PRONOUNS = frozenset("i we me us he him she her they them it this that which who whom you".split())
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
SINGULAR = {"he": "Masc", "him": "Masc", "she": "Fem", "her": "Fem"}
PLURAL = frozenset({"they", "them"})
GROUPS = frozenset(
    "group organization organisation agency company firm body association institution party ministry department".split()
)


KINDS_OF_BODY = (
    "company firm bank studio inc ltd limited corp corporation plc airline airlines motors group holdings",
    "ministry department agency authority bureau commission government administration office council police court army",
    "party alliance front movement congress",
    "university college school institute academy",
    "club team federation",
    "hospital clinic",
)
KIND_OF_BODY = {word: number for number, words in enumerate(KINDS_OF_BODY) for word in words.split()}
"""What kind of body a noun means; nouns that mean any kind ("organization", "group") are not in it."""
UNNAMED_KINDS = frozenset({"party", "company", "firm", "club", "team"})
"""Kinds of body whose names seldom say what they are."""
ANY_KIND = frozenset({"group", "agency", "office", "institute", "authority"})


@frozen
class Answer:
    """A speaker as found: the named one, or the words of an unnamed one; the rule; rivals, best first; a mention near the marks."""

    kind: SpeakerKind
    name: tuple[int, int]
    rule: str
    named: Named | None = None
    rivals: tuple[Named, ...] = ()
    beside: tuple[int, int] | None = None


@define
class Casting:
    """All that speakers are resolved from; ``said`` holds what was resolved so far, in text order."""

    scene: Scene
    names: Names
    roles: dict[int, list[Role]]
    said: list[tuple[int, Answer]] = field(factory=list)
    reading: Reading | None = None

    @property
    def syntax(self) -> Syntax:
        return self.scene.syntax

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds a character."""
        return next((n for n, (_, end) in enumerate(self.scene.paragraphs) if offset < end), len(self.scene.paragraphs))


def speaker_of(casting: Casting, reading: Reading, source: Source | None) -> Answer | None:
    """The speaker of a reading, by the first rule that knows; remembered for what comes after."""
    casting.reading = reading
    answer = _of_source(casting, source) if source is not None else _without_source(casting, reading)
    if answer is not None and reading.rule != "cue-in-quotation":
        casting.said.append((reading.start, answer))
    return answer


def _of_source(casting: Casting, source: Source) -> Answer | None:
    rules: Sequence[Callable[[Casting, Source], Answer | None]] = (
        _pronoun,
        _person_in_mention,
        _writing_of_body,
        _body_in_mention,
        _role_of_person,
        _short_form_of_body,
        _unnamed_before,
        _role_unstated,
        _last_body,
        _unnamed,
    )
    return next((answer for rule in rules if (answer := rule(casting, source)) is not None), None)


def _of_named(named: Named, rule: str, rivals: Sequence[Named] = ()) -> Answer:
    full = named.fullest
    kind = SpeakerKind.PERSON if named.kind == "person" else SpeakerKind.ORGANIZATION
    return Answer(kind, (full.start, full.end), rule, named, tuple(rivals))


# --- sources that name --------------------------------------------------------------------------------------------------


def _person_in_mention(casting: Casting, source: Source) -> Answer | None:
    """The mention is a person's name, with or without a title, or has one as its apposition."""
    syntax, names = casting.syntax, casting.names
    word = syntax.words[source.head]
    for place in (source.head, *(p for p in source.places if p != source.head)):
        named = names.naming_at(place)
        if named is not None and named.kind == "person" and _is_same_referent(syntax, place, source.head, named, names):
            return _of_named(named, "name")
    last = source.places[-1]
    named = names.naming_at(last)
    if (
        named is not None
        and named.kind == "person"
        and last > source.head
        and _is_titled(syntax, source.head, last, named, names)
    ):
        return _of_named(named, "name")
    for apposition in syntax.dependents(source.head, "appos"):
        named = names.naming_at(apposition.index)
        if named is not None and named.kind == "person":
            return _of_named(named, "apposition")
    governor = syntax.head(word)
    if word.relation == "appos" and governor is not None:
        named = names.naming_at(governor.index)
        if named is not None and named.kind == "person":
            return _of_named(named, "apposition")
    return None


def _is_titled(syntax: Syntax, head: int, last: int, named: Named, names: Names) -> bool:
    """Whether a title runs right up to the name that ends a mention."""
    first = last
    while first > 0 and names.naming_at(first - 1) is named:
        first -= 1
    between = syntax.words[head:first]
    allowed = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM")
    titled = all(w.upos in allowed or w.text in (",", "and") for w in between) and len(between) <= 10
    return titled and (not between or between[-1].upos != "ADP")


def _is_same_referent(syntax: Syntax, place: int, head: int, named: Named, names: Names) -> bool:
    """Whether a name within a mention names whom the mention is about: not "Smith's lawyer", "the Clinton campaign"."""
    if names.naming_at(head) is named:
        return True
    word = syntax.words[place]
    while word.index != head:
        if word.relation not in ("flat", "appos", "compound", "nmod") or syntax.dependents(word.index, "case"):
            return False
        if word.relation in ("compound", "nmod") and (word.deprel == "nmod:poss" or word.index < head):
            return False
        if word.head < 0:
            return False
        word = syntax.words[word.head]
    return True


def _body_in_mention(casting: Casting, source: Source) -> Answer | None:
    """The mention is an organization's name, or a place's that speaks through its government."""
    syntax, names = casting.syntax, casting.names
    if syntax.words[source.head].text.isupper() and (answer := _role_of_person(casting, source)) is not None:
        return answer
    named = names.naming_at(source.head)
    if named is not None and named.kind == "organization":
        return _of_named(named, "organization")
    for apposition in syntax.dependents(source.head, "appos"):
        named = names.naming_at(apposition.index)
        near = apposition.index == source.head + 1 or syntax.words[source.head].lemma.lower() in BODIES
        if named is not None and named.kind == "organization" and near:
            return _of_named(named, "apposition")
    head = syntax.words[source.head]
    if head.upos == "PROPN" and head.text[:1].isupper() and head.text.lower() not in BODIES and not is_role_noun(head):
        if head.text.isupper() and len(head.text) > 1:
            return _abbreviation(casting, head)
        places = [p for p in source.places if syntax.words[p].upos == "PROPN"] or [source.head]
        start, end = syntax.characters(places)
        known = _known(casting.names, syntax.text[start:end])
        if known is not None:
            return _of_named(known, "name")
        run = run_of(syntax, head.text) if len(places) == 1 else None
        if run is not None:
            start, end = syntax.characters(range(*run))
        return Answer(SpeakerKind.PERSON, (start, end), "proper-noun")
    return None


def _abbreviation(casting: Casting, head: Word) -> Answer:
    """The body whose initials a word of capitals is."""
    for body in casting.names.bodies:
        if any(head.text.casefold() in initials(n.text) for n in body.namings if len(parts(n.text)) > 1):
            return _of_named(body, "organization")
    return Answer(SpeakerKind.ORGANIZATION, (head.start, head.end), "proper-noun")


def _known(names: Names, text: str) -> Named | None:
    """Who bears a name that was not seen as one where it stands."""
    wanted = parts(text)
    if not wanted:
        return None
    for named in [*names.people, *names.bodies]:
        if any(parts(n.text) == wanted for n in named.namings):
            return named
    for named in names.people:
        name = parts(named.name)
        if wanted[-1] in (name[-1], name[0]) and len(wanted) == 1:
            return named
    return None


def _abbreviated_before(casting: Casting, source: Source) -> Named | None:
    """The body whose abbreviation stands before the head of a mention: "the EU declaration"."""
    texts = (casting.syntax.words[place].text for place in source.places if place < source.head)
    return next((n for t in texts if t.isupper() and len(t) > 1 and (n := _known(casting.names, t)) is not None), None)


def _writing_of_body(casting: Casting, source: Source) -> Answer | None:
    """ "data from GfK", "the APRM report", "a statement by the ministry": the body that issued it."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.lemma.lower() not in WRITINGS:
        return None
    issuer = _abbreviated_before(casting, source)
    if issuer is not None:
        return _of_named(issuer, "issuing-body")
    for word in syntax.dependents(source.head, "nmod", "compound", "nmod:poss", "obl", "amod"):
        if word.relation == "compound" and word.lemma.casefold() in BODIES:
            body = _short_form_of_body(casting, Source(word.index, (source.places[0], word.index), "issuing-body"))
            if body is not None:
                return evolve(body, rule="issuing-body")
        places = [word.index, *(w.index for w in syntax.dependents(word.index, "appos", "flat", "compound"))]
        for place in places:
            named = casting.names.naming_at(place)
            case = [c.text.lower() for c in syntax.dependents(word.index, "case")]
            if (
                named is not None
                and named.kind == "organization"
                and (not case or case[0] in ("by", "from", "of", "'s", "’s"))
            ):
                return _of_named(named, "issuing-body")
            if case and case[0] in ("by", "from", "of", "'s", "’s") and syntax.dependents(word.index, "det"):
                meant = Source(word.index, tuple(mention(syntax, word)), "issuing-body")
                body = _short_form_of_body(casting, meant) or _last_body(casting, meant)
                if body is not None:
                    return evolve(body, rule="issuing-body")
    return (
        _agent_of_writing(casting, source) or _issuer_of_writing(casting, source) or _owner_of_writing(casting, source)
    )


def _issuer_of_writing(casting: Casting, source: Source) -> Answer | None:
    """ "the ministry issued a statement saying": whoever issued it."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    verb = syntax.head(head)
    if head.relation != "obj" or verb is None or verb.lemma.lower() not in ISSUING:
        return None
    for subject in syntax.dependents(verb.index, "nsubj"):
        answer = _of_source(casting, Source(subject.index, tuple(mention(syntax, subject)), "issuing-body"))
        return evolve(answer, rule="issuing-body") if answer is not None else None
    return None


def _agent_of_writing(casting: Casting, source: Source) -> Answer | None:
    """ "a statement released by X", "a survey conducted by X": whoever did that."""
    syntax = casting.syntax
    for clause in syntax.dependents(source.head, "acl"):
        for word in syntax.dependents(clause.index, "obl", "obl:agent"):
            if any(c.text.lower() == "by" for c in syntax.dependents(word.index, "case")):
                answer = _of_source(casting, Source(word.index, tuple(mention(syntax, word)), "issuing-body"))
                return evolve(answer, rule="issuing-body") if answer is not None else None
    return None


def _owner_of_writing(casting: Casting, source: Source) -> Answer | None:
    """ "its statement", "the statement": the body that the pronoun means, or that last spoke."""
    syntax = casting.syntax
    first = next(iter(syntax.dependents(source.head, "nmod:poss")), syntax.words[source.places[0]])
    if first.text.casefold() in ("its", "it", "their"):
        answer = _it(casting, first)
        return evolve(answer, rule="issuing-body") if answer is not None else None
    if not _is_definite(syntax, source) or len(source.places) > 2:
        return None
    here = casting.paragraph(first.start)
    for at, answer in reversed(casting.said[-4:]):
        spoke = answer.rule == "issuing-body" or answer.kind is SpeakerKind.ORGANIZATION
        if spoke and here - casting.paragraph(at) <= 3:
            return evolve(answer, rule="issuing-body")
    return None


# --- sources that describe ----------------------------------------------------------------------------------------------


def _role_of_person(casting: Casting, source: Source) -> Answer | None:
    """ "the minister" for the last person before it whose stated role holds that noun."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.upos not in ("NOUN", "PROPN") or not _is_definite(syntax, source):
        return None
    wanted = head.text.casefold() if head.text.isupper() else head.lemma.casefold()
    fits = [
        p
        for n, p in enumerate(casting.names.people)
        if any(_fits(casting, role, source, wanted) for role in casting.roles[n])
        or any(TITLE_ROLES.get(naming.title) == wanted for naming in p.namings)
    ]
    ranked = sorted(fits, key=lambda p: _recency(casting, p, head.start), reverse=True)
    return _of_named(ranked[0], "role", ranked[1:]) if ranked else None


def _fits(casting: Casting, role: Role, source: Source, noun: str) -> bool:
    """Whether a stated role may be what a mention says: its noun, the same rank, and no other body."""
    syntax = casting.syntax
    if not _holds(syntax, role, noun) or role.role is None:
        return False
    stated = set(re.findall(r"\w+", syntax.text[role.role[0] : role.role[1]].casefold()))
    said = {syntax.words[p].text.casefold() for p in source.places}
    return stated & RANKS == said & RANKS and _is_of(casting, role, source)


def _is_of(casting: Casting, role: Role, source: Source) -> bool:
    """Whether a role may be held where the mention says: "Norfell's governor" is no governor of another body."""
    syntax = casting.syntax
    owners = [w for w in syntax.dependents(source.head, "nmod:poss") if w.upos == "PROPN"]
    if not owners or role.organization is None:
        return not owners or role.organization is None
    words = parts(syntax.text[role.organization[0] : role.organization[1]])
    named = casting.names.naming_at(syntax.at(role.organization[0]))
    same = any(casting.names.naming_at(w.index) is named and named is not None for w in owners)
    return same or any(w.text.casefold() in words for w in owners)


def _role_unstated(casting: Casting, source: Source) -> Answer | None:
    """ "the far-right leader" for the person just spoken of, though no role of that name is stated."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    first = syntax.words[source.places[0]].text.casefold()
    described = any(
        syntax.words[syntax.subtree(w.index)[0] - 1].text != "," for w in syntax.dependents(source.head, "nmod", "acl")
    )
    described = described and not head.text[0].isupper()
    if casting.scene.quoting(source.head) is not None:
        return None
    bare = head.upos == "NOUN" and not syntax.dependents(source.head, "det", "nummod", "nmod:poss")
    if not (first == "the" or bare) or head.xpos not in ("NN", "NNP") or not is_role_noun(head) or described:
        return None
    last = casting.said[-1] if casting.said else None
    here = casting.paragraph(head.start)
    near = last is not None and last[1].kind is SpeakerKind.PERSON and here - casting.paragraph(last[0]) <= 2
    before = None if near else _subject_before(casting, head.start)
    answer = evolve(last[1], rule="role-unstated") if near and last else None
    if before is not None:
        answer = _of_named(before[1], "role-unstated")
    number = next((n for n, p in enumerate(casting.names.people) if answer is not None and p is answer.named), None)
    if number is not None:
        casting.roles[number] += role_of_phrase(syntax, casting.names, source.places, source.head)
    return answer


def _is_definite(syntax: Syntax, source: Source) -> bool:
    first = syntax.words[source.places[0]].text.casefold()
    owned = bool(syntax.dependents(source.head, "nmod:poss"))
    known = first in ("the", "this", "that", "his", "her", "its", "their") or owned
    return known or syntax.words[source.head].upos == "PROPN"


RANKS = frozenset({"vice", "deputy", "former"})
"""What makes another role of one: the vice-president is not the president."""
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
"""Titles before names, with the nouns that take them up: "Dr Amin ... the doctor"."""


def _holds(syntax: Syntax, role: Role, noun: str) -> bool:
    if role.role is None:
        return False
    stated = syntax.text[role.role[0] : role.role[1]]
    words = parts(stated)
    held = noun in words and (is_role(noun) or noun == words[-1])
    return held or (len(noun) > 1 and noun in initials(stated.title()))


def _recency(casting: Casting, named: Named, offset: int) -> tuple[int, int]:
    last = named.before(offset)
    return (1, last.start) if last is not None else (0, -named.namings[0].start)


def _may_be_short(syntax: Syntax, source: Source) -> bool:
    """Whether a mention may stand for a body that the article names: "the association", of which nothing more is said."""
    head = syntax.words[source.head]
    if head.upos not in ("NOUN", "PROPN") or not _is_definite(syntax, source) or head.has("Number=Plur"):
        return False
    owners = [w for w in syntax.dependents(source.head, "nmod:poss") if w.upos != "PRON"]
    return not (owners or syntax.dependents(source.head, "acl") or _is_described(syntax, source))


def _short_form_of_body(casting: Casting, source: Source) -> Answer | None:
    """ "the association", "the agency": the last named body before it that is one."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.lemma.casefold() == "police" and len(source.places) == 1:
        return _only_police(casting)
    if not _may_be_short(syntax, source):
        return None
    wanted = head.lemma.casefold()
    acting = _acting_before(casting, head.sentence, near=False) if wanted in UNNAMED_KINDS else None
    if acting is not None and _is_organization(acting) and _may_be(acting, wanted):
        return _of_named(acting, "short-form")
    fits = [b for b in casting.names.bodies if any(wanted in parts(n.text)[1:] for n in b.namings)]
    ranked = sorted(fits, key=lambda b: _recency(casting, b, head.start), reverse=True)
    if ranked:
        return _of_named(ranked[0], "short-form", ranked[1:])
    described = [b for b in casting.names.bodies if _is_organization(b) and wanted in _descriptions(syntax, b)]
    ranked = sorted(described, key=lambda b: _recency(casting, b, head.start), reverse=True)
    if ranked:
        return _of_named(ranked[0], "described-organization", ranked[1:])
    return None


def _only_police(casting: Casting) -> Answer | None:
    """ "police" for the one police force that the article names."""
    forces = [b for b in casting.names.bodies if parts(b.name)[-1:] == ["police"] and len(parts(b.name)) > 1]
    return _of_named(forces[0], "short-form") if len(forces) == 1 else None


def _is_described(syntax: Syntax, source: Source) -> bool:
    """Whether a phrase with a preposition says which one is meant: "the party of the president"."""
    return any(w.relation == "nmod" and w.deprel != "nmod:poss" for w in syntax.dependents(source.head, "nmod"))


def _descriptions(syntax: Syntax, body: Named) -> Iterator[str]:
    """The nouns that say what a named body is: "civil society group Article 13", "Grain & Table, a trade body"."""
    for naming in body.namings:
        places = range(naming.first, naming.last)
        head = next((syntax.words[p] for p in places if syntax.words[p].head not in places), syntax.words[naming.first])
        for word in syntax.dependents(head.index, "appos", "compound", "nmod"):
            described = word.upos == "NOUN" and not syntax.dependents(word.index, "case") and not is_role_noun(word)
            if word.index not in places and described:
                yield word.lemma.casefold()
        governor = syntax.head(head)
        tied = governor is not None and governor.upos == "NOUN" and head.relation in ("appos", "flat", "compound")
        if governor is not None and tied and not is_role_noun(governor):
            yield governor.lemma.casefold()


def _last_body(casting: Casting, source: Source) -> Answer | None:
    """The organization that "the company" may mean: spoke last, is near, acts, is named often; of no other kind by its name."""
    head = casting.syntax.words[source.head]
    if head.lemma.casefold() not in GROUPS | BODIES or not _may_be_short(casting.syntax, source):
        return None
    here = casting.paragraph(head.start)
    spoke = next((a.named for at, a in reversed(casting.said) if a.kind is SpeakerKind.ORGANIZATION and a.named), None)
    best: tuple[float, Named] | None = None
    for body in casting.names.bodies:
        naming = body.before(head.start)
        if naming is None or naming.kind != "organization" or not _may_be(body, head.lemma.casefold()):
            continue
        away = here - casting.paragraph(naming.start)
        score = 3.0 * (body is spoke) + 1.0 * _is_subject(casting.syntax, naming) - 0.2 * away
        score += 0.3 * min(len(body.namings), 5)
        if best is None or score >= best[0]:
            best = (score, body)
    return _of_named(best[1], "last-organization") if best is not None and best[0] >= 1.0 else None


def _is_organization(body: Named) -> bool:
    """Whether a body is no mere place."""
    return body.kind == "organization" and any(n.kind == "organization" for n in body.namings)


def _may_be(body: Named, noun: str) -> bool:
    """Whether no form of a body's name says that it is of another kind than a noun does: no ministry is "the company"."""
    kind = KIND_OF_BODY.get(noun) if noun not in ANY_KIND else None
    said = {KIND_OF_BODY[word] for n in body.namings for word in parts(n.text) if word in KIND_OF_BODY}
    return kind is None or not said or kind in said


def _unnamed_before(casting: Casting, source: Source) -> Answer | None:
    """ "the official" for "an official of the weather office", who spoke before without a name."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.upos != "NOUN" or len(source.places) > 4 or not _is_definite(syntax, source):
        return None
    wanted = {syntax.words[p].lemma for p in source.places if syntax.words[p].upos not in ("DET", "PRON", "PUNCT")}
    for _, answer in reversed(casting.said):
        nouns = [syntax.words[p] for p in syntax.inside(*answer.name)]
        same = any(w.lemma == head.lemma and w.xpos == head.xpos and w.relation != "compound" for w in nouns)
        told = {w.lemma for w in nouns if w.upos not in ("DET", "PRON", "PUNCT")}
        more = wanted < told or (wanted == told and nouns[0].text.casefold() in ("a", "an", "one", "another"))
        if answer.kind is SpeakerKind.UNNAMED and same and more:
            return evolve(answer, rule="unnamed-before")
    return None


def _unnamed(casting: Casting, source: Source) -> Answer | None:
    """The noun phrase as it stands."""
    syntax = casting.syntax
    head = syntax.words[source.head]
    if head.upos == "PRON" and head.lemma.lower() in PRONOUNS:
        return None
    return Answer(SpeakerKind.UNNAMED, syntax.characters(source.places), "unnamed")


# --- pronouns -----------------------------------------------------------------------------------------------------------


def _pronoun(casting: Casting, source: Source) -> Answer | None:
    word = casting.syntax.words[source.head]
    if word.upos != "PRON":
        return None
    text = word.text.casefold()
    turn = casting.scene.turn_at(word.start) if text in FIRST_PERSON else None
    if turn is not None:
        return _labelled(casting, turn.label, "turn")
    if text in SINGULAR:
        return _he_or_she(casting, word, SINGULAR[text])
    if text == "it":
        return _it(casting, word)
    if text in PLURAL:
        return _they(casting, word)
    return None


def _he_or_she(casting: Casting, word: Word, gender: str) -> Answer | None:
    """The likeliest person before a pronoun: near, a subject, the last speaker, and of the right gender."""
    scored = sorted(_antecedents(casting, word, gender), key=lambda item: -item[0])
    if not scored:
        return None
    best = scored[0][1]
    if isinstance(best, Answer):
        return evolve(best, rule="pronoun")
    if best.gender is None:
        best.gender = gender
    rivals = [p for score, p in scored[1:3] if isinstance(p, Named) and score > scored[0][0] - 1.0]
    return _of_named(best, "pronoun", rivals)


def _antecedents(casting: Casting, word: Word, gender: str) -> Iterator[tuple[float, Named | Answer]]:
    syntax = casting.syntax
    here = casting.paragraph(word.start)
    last = casting.said[-1][1] if casting.said else None
    for person in casting.names.people:
        if person.gender not in (None, gender):
            continue
        naming = _last_outside_marks(casting, person, word)
        if naming is None:
            continue
        away = here - casting.paragraph(naming.start)
        between = word.sentence - syntax.words[naming.first].sentence
        score = -WORTH.sentence_between * min(between, 6) - WORTH.paragraph_between * away
        score += WORTH.subject * _is_subject(syntax, naming) + WORTH.known_gender * (person.gender == gender)
        score += WORTH.last_speaker * (last is not None and last.named is person)
        if between == 0:
            score += WORTH.topic if _is_topic(syntax, naming) else -WORTH.same_sentence
        if casting.reading is not None and any(s <= naming.start < e for s, e in casting.reading.pieces):
            score -= WORTH.reported
        if away <= 8:
            yield score, person
    if last is not None and last.named is None and last.kind is not SpeakerKind.ORGANIZATION:
        place = syntax.at(last.name[0])
        away = here - casting.paragraph(last.name[0])
        noun = syntax.words[place].lemma.casefold()
        single = syntax.words[place].xpos in ("NN", "NNP") or any(
            syntax.words[p].xpos == "NN" and is_role_noun(syntax.words[p]) for p in syntax.inside(*last.name)
        )
        if (
            single
            and noun not in BODIES
            and away <= 2
            and not (noun in MALE and gender == "Fem")
            and not (noun in FEMALE and gender == "Masc")
        ):
            yield 1.4 - 0.35 * (word.sentence - syntax.words[place].sentence), last


def _is_topic(syntax: Syntax, naming: Naming) -> bool:
    """Whether a name is what a sentence is said to be about: "For Smith", "As for Smith"."""
    start = syntax.sentences[syntax.words[naming.first].sentence].start
    return [w.text.casefold() for w in syntax.words[start : naming.first]] in (["for"], ["as", "for"])


def _last_outside_marks(casting: Casting, person: Named, word: Word) -> Naming | None:
    """The last naming of a person before a word, not within a quotation, and not one that only owns something."""
    for naming in reversed(person.namings):
        if naming.end <= word.start and casting.scene.quoting(naming.first) is None:
            return naming
    return None


def _is_subject(syntax: Syntax, naming: Naming) -> bool:
    """Whether a name is a subject, or stands right before a verb of saying that the tree hangs it on in some other way."""
    places = range(naming.first, naming.last)
    head = next((syntax.words[p] for p in places if syntax.words[p].head not in places), syntax.words[naming.first])
    after = syntax.words[naming.last] if naming.last < len(syntax.words) else None
    if after is not None and after.upos == "VERB" and head.head == after.index and after.lemma.lower() in SAYING:
        return True
    if (
        head.relation in ("flat", "appos", "compound", "nmod")
        and head.head >= 0
        and not syntax.dependents(head.index, "case")
    ):
        head = syntax.words[head.head]
    return head.relation in ("nsubj", "csubj") or head.deprel == "obl:agent"


def _it(casting: Casting, word: Word) -> Answer | None:
    """The body that acts in the sentence before; the last one that spoke; else the last organization that was a subject."""
    acting = _acting_before(casting, word.sentence)
    if acting is not None and acting.kind == "organization" and casting.scene.quoting(word.index) is None:
        return _of_named(acting, "pronoun-it")
    for _, answer in reversed(casting.said[-3:]):
        if answer.kind is SpeakerKind.ORGANIZATION or (
            answer.kind is SpeakerKind.UNNAMED and _is_of_nouns(casting, answer, WRITINGS | BODIES)
        ):
            return evolve(answer, rule="pronoun-it")
    own = _body_of_last_speaker(casting)
    if own is not None:
        return own
    best: tuple[int, Named] | None = None
    for body in casting.names.bodies:
        naming = body.before(word.start)
        if naming is None or not _is_subject(casting.syntax, naming):
            continue
        if casting.syntax.words[naming.first].sentence < word.sentence - 3:
            continue
        if best is None or naming.start > best[0]:
            best = (naming.start, body)
    return _of_named(best[1], "pronoun-it") if best else None


def _acting_before(casting: Casting, sentence: int, *, near: bool = True) -> Named | None:
    """Who is the subject of the sentence right before one (in the same paragraph where ``near``): a person or a body with a name."""
    syntax = casting.syntax
    if sentence == 0:
        return None
    before, here = syntax.sentences[sentence - 1], syntax.sentences[sentence]
    if near and casting.paragraph(syntax.words[before[0]].start) != casting.paragraph(syntax.words[here[0]].start):
        return None
    for place in before:
        word = syntax.words[place]
        top = syntax.head(word)
        if word.relation == "nsubj" and top is not None and top.head < 0 and casting.scene.quoting(place) is None:
            return casting.names.naming_at(place)
    return None


def _body_of_last_speaker(casting: Casting) -> Answer | None:
    """The organization that the last speaker speaks for."""
    last = casting.said[-1][1] if casting.said else None
    number = next((n for n, p in enumerate(casting.names.people) if last is not None and p is last.named), None)
    if number is None:
        return None
    for role in casting.roles[number]:
        if role.organization is not None:
            named = casting.names.naming_at(casting.syntax.at(role.organization[0]))
            if named is not None and named.kind == "organization":
                return _of_named(named, "body-of-speaker")
    return None


def _is_of_nouns(casting: Casting, answer: Answer, nouns: frozenset[str]) -> bool:
    """Whether the phrase of an answer holds one of some nouns."""
    return not nouns.isdisjoint(parts(casting.syntax.text[answer.name[0] : answer.name[1]]))


def _they(casting: Casting, word: Word) -> Answer | None:
    """The last speakers that were several, or an organization."""
    for _, answer in reversed(casting.said[-2:]):
        single = answer.kind is SpeakerKind.UNNAMED and _is_somebody(casting, answer)
        if answer.kind is not SpeakerKind.PERSON and not single and not _is_of_nouns(casting, answer, WRITINGS):
            return evolve(answer, rule="pronoun-they")
    return _several_before(casting, word)


def _is_somebody(casting: Casting, answer: Answer) -> bool:
    """Whether the phrase of an answer stands for one person: "the administrator of the farm"."""
    place = casting.syntax.at(answer.name[0])
    words = casting.syntax.words[place : place + 4]
    role = next((w for w in words if is_role_noun(w)), None)
    return role is not None and role.xpos in ("NN", "NNP")


def _several_before(casting: Casting, word: Word) -> Answer | None:
    """The subject of one of the two sentences before, where it is several or a body."""
    syntax = casting.syntax
    for number in range(word.sentence - 1, max(-1, word.sentence - 3), -1):
        for place in syntax.sentences[number]:
            subject = syntax.words[place]
            if subject.relation != "nsubj" or casting.scene.quoting(place) is not None:
                continue
            named = casting.names.naming_at(place)
            if named is not None and named.kind == "organization":
                return _of_named(named, "pronoun-they")
            if subject.xpos in ("NNS", "NNPS") and named is None:
                places = mention(syntax, subject)
                return Answer(SpeakerKind.UNNAMED, syntax.characters(places), "pronoun-they")
    return None


# --- no source at all ---------------------------------------------------------------------------------------------------


def _without_source(casting: Casting, reading: Reading) -> Answer | None:
    if reading.cue is not None:
        return None
    if reading.label is not None:
        return _labelled(casting, reading.label, reading.rule)
    rules = (_introduced, _goes_on)
    return next((answer for rule in rules if (answer := rule(casting, reading)) is not None), None)


def _labelled(casting: Casting, label: tuple[int, int], found_by: str) -> Answer:
    """Whom a label names, before a turn or after a dash: the person whose surname it ends with; else the label as it stands."""
    rule = "label" if found_by == "turn" else "name-after-dash"
    start, end = label
    words = parts(casting.syntax.text[start:end])
    for place in casting.syntax.inside(start, end):
        named = casting.names.naming_at(place)
        if named is not None and named.kind == "person":
            return _of_named(named, rule)
    for person in casting.names.people:
        if words and words[-1] in (parts(person.name)[-1], parts(person.name)[0]) and len(parts(person.name)) > 1:
            return _of_named(person, rule)
    if found_by != "turn":
        return Answer(SpeakerKind.PERSON, label, rule)
    kind = SpeakerKind.ORGANIZATION if len(words) > 1 else SpeakerKind.UNNAMED
    return Answer(kind, label, rule)


def _introduced(casting: Casting, reading: Reading) -> Answer | None:
    """A sentence before the marks that ends in a colon: the last person in it, the subject first."""
    syntax = casting.syntax
    start = reading.start
    before = syntax.text[:start].rstrip(' \t\r\n"“”*')
    if not before.endswith(":"):
        return None
    place = syntax.at(len(before) - 1)
    sentence = syntax.sentences[syntax.words[place].sentence]
    outside = [p for p in sentence if p <= place and casting.scene.quoting(p) is None]
    people = [(p, n) for p in outside if (n := casting.names.naming_at(p)) is not None and n.kind == "person"]
    if people:
        last, person = people[-1]
        naming = next(n for n in person.namings if n.first <= last < n.last)
        places = range(naming.first, naming.last)
        head = next((p for p in places if syntax.words[p].head not in places), naming.first)
        beside = syntax.characters(mention(syntax, syntax.words[head]))
        return evolve(_of_named(person, "colon"), beside=beside)
    subjects = [syntax.words[p] for p in outside if syntax.words[p].relation == "nsubj"]
    for subject in subjects:
        answer = _of_source(casting, Source(subject.index, tuple(mention(syntax, subject)), "colon"))
        if answer is not None:
            return evolve(answer, rule="colon")
    return None


def _goes_on(casting: Casting, reading: Reading) -> Answer | None:
    """A quotation without a cue goes on with the speaker before it, unless somebody else has the sentence before it."""
    syntax = casting.syntax
    here = casting.paragraph(reading.start)
    first = casting.scene.paragraphs[here][0]
    acting = _acting_before(casting, syntax.words[syntax.at(reading.start)].sentence)
    if acting is not None and acting.kind == "organization":
        return _of_named(acting, "subject-before")
    subject = _subject_before(casting, reading.start)
    last = next(((at, a) for at, a in reversed(casting.said) if at < reading.start), None)
    if subject is not None and (last is None or last[0] < subject[0]) and subject[1].kind == "person":
        answer = _of_named(subject[1], "subject-before")
        return evolve(answer, beside=_mention_at(casting, subject[0])) if subject[0] >= first else answer
    if last is None or here - casting.paragraph(last[0]) > 2:
        return None
    alone = not syntax.text[first : reading.start].strip(" \t-–—*…")
    return evolve(last[1], rule="same-speaker" if alone else "same-paragraph")


def _mention_at(casting: Casting, offset: int) -> tuple[int, int]:
    """The characters of the mention that a name at an offset belongs to."""
    syntax = casting.syntax
    place = syntax.at(offset)
    while syntax.words[place].relation == "flat" and syntax.words[place].head >= 0:
        place = syntax.words[place].head
    return syntax.characters(mention(syntax, syntax.words[place]))


def _subject_before(casting: Casting, offset: int) -> tuple[int, Named] | None:
    """The last person that is a subject in the two paragraphs up to a character."""
    here = casting.paragraph(offset)
    best: tuple[int, Named] | None = None
    for person in casting.names.people:
        naming = person.before(offset)
        if naming is None or here - casting.paragraph(naming.start) > 1 or not _is_subject(casting.syntax, naming):
            continue
        if casting.scene.quoting(naming.first) is None and (best is None or naming.start > best[0]):
            best = (naming.start, person)
    return best

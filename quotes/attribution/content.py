"""Which words are reported?  Quotations and clauses -> the content of each cue.

Quoted runs come first: each is given to the cue that its dependencies, the model's links and its neighbourhood name.  Then the
clauses that cues govern, or that govern cues.  A content is a clause or a quoted run, not a bag of tags: the model's tags choose between
readings, syntax draws the edges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from quotes.attribution.cues import ATTITUDE, FINDING, NAMING, SAYING, URGING, Cue
from quotes.attribution.marks import Quotation
from quotes.attribution.sources import according_source, source_places
from quotes.attribution.syntax import Syntax, Word
from quotes.attribution.tagging import Tagging
from quotes.attribution.turns import Turn, turns

ABBREVIATED = "".join(
    rf"(?<!\b{word})"
    for word in "[A-Z] Mr Mrs Ms Dr St Jr Sr Rep Sen Gov Gen Col Lt Sgt Capt Del Atty Prof Rev Hon No Inc Co Corp Ltd vs".split()
)
"""Not after a word that a full stop shortens: a title, an initial."""
SENTENCE_END = re.compile(rf"{ABBREVIATED}[.!?…][\"”’»')\]]*\s+(?=[\"“‘«(\[]*[A-Z])")
DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,}(?:,? ?[A-Z][\w.'’ ]*)*(?:,? \d{1,2}(?:, \d{4})?)? ?(?:\([^)]{1,40}\) ?)?(?:--|[—–-]) "
)
EDGE = " \t\r\n,;:.-–—…"
LONG = 5
"""From this many words on, a quoted run in news is nearly always speech (98 % in PolNeAR)."""


@frozen
class Reading:
    """One cue with what it reports: character ranges in text order, and the rule that found them; in a transcript the label instead."""

    cue: Cue | None
    pieces: tuple[tuple[int, int], ...]
    rule: str
    quotations: tuple[Quotation, ...] = ()
    label: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        return self.pieces[0][0]


@define
class Scene:
    """All that content is read from."""

    syntax: Syntax
    tagging: Tagging
    paragraphs: Sequence[tuple[int, int]]
    quotations: list[Quotation]
    cues: list[Cue]
    outer: list[Quotation] = field(init=False)
    turns: list[Turn] = field(init=False)
    _claims: dict[int, Quotation] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.outer = [q for q in self.quotations if q.depth == 0]
        self.turns = list(turns(self.syntax.text, self.paragraphs))
        for q in self.outer:
            for place in self.syntax.inside(q.start, q.end):
                self._claims[place] = q

    def quoting(self, place: int) -> Quotation | None:
        """The outermost quotation around a word."""
        return self._claims.get(place)

    def turn_at(self, offset: int) -> Turn | None:
        """The turn of a transcript that holds a character."""
        return next((t for t in self.turns if any(start <= offset < end for start, end in t.pieces)), None)

    def place_of(self, cue: Cue) -> tuple[int, int]:
        """The characters of a cue."""
        return self.syntax.characters(cue.places)


def words_in(text: str, span: tuple[int, int]) -> int:
    """How many words stand in the characters of a span."""
    return len(re.findall(r"\w[\w'’-]*", text[span[0] : span[1]]))


def is_title_case(text: str) -> bool:
    """Whether a run of words is written as titles of works are."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    long = [w for w in words if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.8 * len(long) and len(words) > 1


# --- quoted runs -------------------------------------------------------------------------------------------------------


def cue_of(scene: Scene, quotation: Quotation) -> Cue | None:
    """The cue that reports a quoted run, if there is one in its paragraph (or at the end of the one before)."""
    start, end = _surroundings(scene, quotation)
    best: tuple[float, Cue] | None = None
    inside = scene.syntax.inside(*quotation.inner)
    votes = scene.tagging.votes(inside)
    least = 1.5 if _is_sentence_like(scene.syntax.text, quotation) else 2.4
    for cue in scene.cues:
        at = scene.place_of(cue)
        if at[1] <= start or at[0] >= end or scene.quoting(cue.head) is not None:
            continue
        score = _attachment(scene, quotation, cue, at, _share(votes, cue, len(inside)), inside)
        if score >= least and (best is None or score > best[0]):
            best = (score, cue)
    return best[1] if best else None


def _surroundings(scene: Scene, quotation: Quotation) -> tuple[int, int]:
    """The paragraph of a quoted run, with the next one where that goes on in the midst of a sentence: '..."/said Smith'."""
    start, end = scene.paragraphs[quotation.paragraph]
    text = scene.syntax.text
    following = scene.paragraphs[quotation.paragraph + 1 : quotation.paragraph + 2]
    if following and not text[quotation.end : end].strip() and text[following[0][0] : following[0][0] + 1].islower():
        return start, following[0][1]
    return start, end


def _is_sentence_like(text: str, quotation: Quotation) -> bool:
    """Whether a quoted run could stand alone as speech: some words, or a sentence's punctuation within the marks."""
    start, end = quotation.inner
    return (
        words_in(text, (start, end)) >= LONG
        or text[start:end].rstrip()[-1:] in ".!?…"
        or (
            text[start:end].rstrip()[-1:] == ","
            and text[start : start + 1].isupper()
            and not is_title_case(text[start:end])
        )
    )


def _share(votes: dict[int, int], cue: Cue, size: int) -> float:
    return votes.get(cue.head, 0) / size if size else 0.0


def _attachment(
    scene: Scene, quotation: Quotation, cue: Cue, at: tuple[int, int], share: float, inside: range
) -> float:
    """How well a cue goes with a quoted run: the model's links, the tree, and what stands between the two."""
    text = scene.syntax.text
    after = at[0] >= quotation.end
    gap = (quotation.end, at[0]) if after else (at[1], quotation.start)
    between = text[gap[0] : gap[1]]
    score = 2.0 * share + 1.5 * _linked(scene.syntax, cue, inside)
    distance = words_in(text, gap)
    if distance > 3 and not _is_sentence_like(text, quotation):
        score -= 0.6
    score += 1.0 if distance <= 5 else 0.6 if distance <= 12 else 0.2 if distance <= 25 else -0.5
    if SENTENCE_END.search(between + (" A" if not after and between.rstrip().endswith((".", "!", "?")) else "")):
        score -= 1.5
    if any(gap[0] <= other.start and other.end <= gap[1] for other in scene.outer):
        score -= 0.8
    if after and any(_says_between(scene, other, gap) for other in scene.cues if other.head != cue.head):
        score -= 1.5
    last = text[quotation.inner[1] - 1 : quotation.inner[1]]
    if after and last == "." and _own_clause(scene, cue):
        score -= 2.0
    if cue.is_according and last == "." and after and text[at[0]].isupper():
        score -= 2.0
    if cue.lemma in SAYING:
        score += 0.5
    elif cue.lemma in ATTITUDE:
        score -= 0.3
    return score + 0.7 * ((cue.probability if cue.probability is not None else 0.5) - 0.3)


def _says_between(scene: Scene, cue: Cue, gap: tuple[int, int]) -> bool:
    """Whether a likely verb of saying stands in a gap: "..., he said, adding that"."""
    start, end = scene.place_of(cue)
    return gap[0] <= start and end <= gap[1] and cue.lemma in SAYING and (cue.probability or 0.0) > 0.5


def _linked(syntax: Syntax, cue: Cue, inside: range) -> bool:
    """Whether the tree joins a cue and a quoted run: one of them hangs on the other."""
    head = syntax.words[cue.head]
    if head.head in inside:
        return True
    roots = (syntax.words[place] for place in inside if syntax.words[place].head not in inside)
    return any(r.head == cue.head and r.relation in ("ccomp", "obj", "parataxis", "xcomp", "obl", "dep") for r in roots)


def _own_clause(scene: Scene, cue: Cue) -> bool:
    """Whether a cue governs a clause outside of all quotation marks."""
    clauses = scene.syntax.dependents(cue.head, "ccomp", "xcomp", "obj")
    return any(c.index > cue.head and scene.quoting(c.index) is None for c in clauses)


# --- clauses -----------------------------------------------------------------------------------------------------------


def clause_of(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """The words that a cue reports by syntax, with the rule that says so."""
    syntax = scene.syntax
    if cue.is_according:
        return _according(scene, cue)
    head = syntax.words[cue.head]
    subjects = syntax.dependents(cue.head, "csubj") if syntax.dependents(cue.head, "aux:pass") else []
    clauses = [c for c in [*syntax.dependents(cue.head, "ccomp"), *subjects] if not _is_cue_block(syntax, c)]
    added = _added(syntax, cue)
    if added is not None:
        clauses = [c for c in clauses if c.index < added]
    if not clauses and (rest := _after_participle(syntax, cue)):
        return rest, "clause-of-cue"
    if clauses:
        after = [c for c in clauses if c.index > cue.head]
        places = syntax.subtree((after or clauses)[0].index)
        if after and any(
            _says_between(scene, other, (syntax.words[places[0]].start, syntax.words[cue.head].start))
            for other in scene.cues
        ):
            places = [p for p in places if p > cue.head]
        return _without_mark(syntax, places), "clause-of-cue"
    if head.relation in ("parataxis", "discourse") and head.head >= 0 and cue.lemma in SAYING:
        return syntax.subtree(head.head, without=[cue.head]), "cue-in-content"
    if cue.lemma in SAYING | FINDING:
        loose = [c for c in syntax.dependents(cue.head, "parataxis") if c.index > cue.head]
        if loose and loose[0].upos in ("VERB", "AUX", "ADJ", "NOUN"):
            return syntax.subtree(loose[0].index), "clause-of-cue"
    return _infinitive(syntax, cue) or _noun_phrase(scene, cue)


def _added(syntax: Syntax, cue: Cue) -> int | None:
    """The participle that goes on after a cue: "adding" of "she said, adding that"; what follows it is its own content."""
    end = syntax.sentences[syntax.words[cue.head].sentence].stop
    for place in range(cue.places[-1] + 2, min(cue.places[-1] + 12, end - 1)):
        word = syntax.words[place]
        if (
            word.xpos == "VBG"
            and word.lemma.lower() in SAYING
            and syntax.words[place - 1].text == ","
            and (word.lemma.lower() == "add" or syntax.words[place + 1].text.lower() == "that")
        ):
            return place
    return None


def _after_participle(syntax: Syntax, cue: Cue) -> list[int]:
    """What follows "adding that" up to the end of its sentence, where the tree hangs that clause elsewhere."""
    after = cue.places[-1] + 1
    stop = syntax.sentences[syntax.words[cue.head].sentence].stop
    if syntax.words[cue.head].xpos != "VBG" or after >= stop or syntax.words[after].text.lower() != "that":
        return []
    return list(range(after + 1, stop))


def _is_cue_block(syntax: Syntax, clause: Word) -> bool:
    return clause.upos == "PUNCT"


def _without_mark(syntax: Syntax, places: list[int]) -> list[int]:
    """A clause without the "that" that opens it."""
    while places and (syntax.words[places[0]].upos == "PUNCT" or syntax.words[places[0]].text.lower() == "that"):
        first = syntax.words[places[0]]
        if first.text.lower() == "that" and first.relation != "mark":
            break
        places = places[1:]
    return places


def _according(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """The clause that "according to" hangs on; the rest of the sentence where that is most of it, or the model says so."""
    syntax, tagging = scene.syntax, scene.tagging
    source = according_source(syntax, cue)
    if source is None:
        return None
    block = set(syntax.subtree(source.index)) if source.index > cue.head else {cue.head}
    block = {p for p in block if p <= _end_of_block(scene, source, cue)} | set(cue.places)
    rest = [p for p in syntax.sentences[source.sentence] if p not in block and syntax.words[p].upos != "PUNCT"]
    content = syntax.head(source)
    if content is None or source.relation not in ("obl", "nmod", "parataxis", "advmod", "advcl", "dep"):
        return rest, "according-to"
    while content.relation in ("nmod", "obl", "obj", "xcomp", "acl", "nsubj") and 0 <= content.head < cue.head:
        content = syntax.words[content.head]
    places = [p for p in syntax.subtree(content.index, without=[source.index]) if p not in block]
    missing = [p for p in rest if p not in set(places)]
    tagged = sum(tagging.tagged("content", p) for p in missing)
    if not tagging.present or len(missing) * 3 < len(rest) or tagged * 2 > len(missing):
        return rest, "according-to"
    return places, "according-to"


def _end_of_block(scene: Scene, source: Word, cue: Cue) -> int:
    """The last word of "according to X": up to the comma that ends it, where it opens the sentence."""
    syntax = scene.syntax
    sentence = syntax.sentences[source.sentence]
    tree = syntax.subtree(source.index)
    if cue.head - sentence[0] > 2:
        return tree[-1]
    commas = [p for p in range(source.index, sentence[-1]) if syntax.words[p].text == ","]
    for comma in commas:
        if comma < tree[-1] and scene.tagging.tagged("content", comma + 1):
            return comma
    return commas[0] if commas and commas[0] < tree[-1] and source.relation in ("root", "nsubj") else tree[-1]


def _infinitive(syntax: Syntax, cue: Cue) -> tuple[list[int], str] | None:
    """ "urged the government to act": what somebody is to do."""
    if cue.lemma not in URGING:
        return None
    places = [cue.head, *(w.index for w in syntax.dependents(cue.head, "obj", "obl", "iobj", "nsubj:pass"))]
    for place in places:
        for word in syntax.dependents(place, "xcomp", "advcl", "acl", "ccomp"):
            if word.index > cue.head and any(m.text.lower() == "to" for m in syntax.dependents(word.index, "mark")):
                return syntax.subtree(word.index), "infinitive-of-cue"
    return None


def _noun_phrase(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """ "dismissed the speech as lies", "proposed a parallel vote": a noun phrase with what goes with it."""
    syntax, tagging = scene.syntax, scene.tagging
    if cue.lemma not in NAMING or (cue.probability or 0.0) < 0.5:
        return None
    start = cue.places[-1] + 1
    objects = [w for w in syntax.dependents(cue.head, "obj", "obl", "xcomp", "ccomp", "nmod") if w.index >= start]
    if not objects:
        return None
    places = [p for w in objects for p in syntax.subtree(w.index)]
    tagged = [p for p in places if tagging.tagged("content", p)]
    if tagging.present and len(tagged) * 2 < len(places):
        return None
    if tagging.present:
        first = tagged[0]
        while first - 1 >= start and syntax.words[first - 1].upos == "DET":
            first -= 1
        places = list(range(first, tagged[-1] + 1))
    return places, "phrase-of-cue"


def is_clause(scene: Scene, places: list[int]) -> bool:
    """Whether some words hold a verb with its subject, an infinitive, or a quoted run."""
    words, held = scene.syntax.words, set(places)
    spoken = any(words[p].relation in ("nsubj", "csubj", "expl") and words[p].head in held for p in places)
    return spoken or words[places[0]].text.lower() == "to" or any(scene.quoting(p) is not None for p in places)


def tagged_content(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """What the model's tags give a cue, where syntax gives nothing: one run of words in the cue's sentence that holds a verb."""
    if not scene.tagging.present or (cue.probability or 0.0) < 0.6:
        return None
    sentence = scene.syntax.sentences[scene.syntax.words[cue.head].sentence]
    added = _added(scene.syntax, cue) or sentence.stop
    places = [
        p for p in scene.tagging.linked("content", cue.head) if p in sentence and p not in cue.places and p < added
    ]
    if len(places) < 3 or not any(scene.syntax.words[p].upos in ("VERB", "AUX") for p in places):
        return None
    return places, "tagged-content"


# --- readings ----------------------------------------------------------------------------------------------------------


def readings(scene: Scene) -> Iterator[Reading]:
    """What each cue reports, and the quoted runs that no cue reports."""
    given: dict[int, list[Quotation]] = {}
    loose: list[Quotation] = []
    previous: tuple[Cue | None, Quotation] | None = None
    for quotation in scene.outer:
        cue = cue_of(scene, quotation) if _is_attributable(scene, quotation) else None
        if cue is None and previous is not None and _runs_on(scene, previous[1], quotation):
            cue = previous[0]
            if cue is None and loose and loose[-1] is previous[1]:
                loose.append(quotation)
                previous = (None, quotation)
                continue
        if cue is not None:
            given.setdefault(cue.head, []).extend([*_led_up(loose, quotation), quotation])
        else:
            loose.append(quotation)
        previous = (cue, quotation)
    for cue in scene.cues:
        reading = _reading(scene, cue, given.get(cue.head, []))
        if reading is not None:
            yield reading
    said = [Reading(None, turn.pieces, "turn", label=turn.label) for turn in scene.turns]
    yield from said
    spoken = [piece for reading in said for piece in reading.pieces]
    yield from _loose(scene, [q for q in loose if not any(start <= q.start < end for start, end in spoken)])


def _led_up(loose: list[Quotation], quotation: Quotation) -> list[Quotation]:
    """The paragraphs of one quotation before that which its cue stands in, taken out of the loose ones."""
    taken: list[Quotation] = []
    while quotation.reopened and loose and loose[-1].paragraph == quotation.paragraph - 1 and not loose[-1].closed:
        quotation = loose.pop()
        taken.insert(0, quotation)
    return taken


def _is_attributable(scene: Scene, quotation: Quotation) -> bool:
    start, end = quotation.inner
    text = scene.syntax.text
    count = words_in(text, (start, end))
    if count == 1 and text[start : start + 1].isupper() and text[end - 1 : end].isalnum():
        return False
    if count < LONG and text[: quotation.start].rstrip().casefold().endswith("so-called"):
        return False
    return count > 0 and not (count < LONG and is_title_case(text[start:end]) and text[end - 1 : end] not in ".!?…")


def _runs_on(scene: Scene, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quoted run goes on with what the one before began: a split quotation, or a paragraph reopened."""
    if quotation.reopened:
        return before.paragraph == quotation.paragraph - 1 and not before.closed
    if before.paragraph != quotation.paragraph:
        return False
    text = scene.syntax.text
    between = text[before.end : quotation.start]
    if words_in(text, quotation.inner) < 3 and text[quotation.inner[0] : quotation.inner[0] + 1].islower():
        return False
    return len(SENTENCE_END.findall(between + "A")) <= 1 and words_in(text, (before.end, quotation.start)) <= 40


def _reading(scene: Scene, cue: Cue, quoted: list[Quotation]) -> Reading | None:
    """The content of one cue: its quoted runs, the clause around them, or a clause without any."""
    if scene.quoting(cue.head) is not None:
        return _nested(scene, cue)
    clause = _clause(scene, cue)
    if not quoted:
        if clause is None or all(scene.quoting(p) is not None for p in clause[0]):
            return None
        pieces = pieces_of(scene, cue, clause[0])
        return Reading(cue, pieces, clause[1], tuple(_held(scene, pieces))) if pieces else None
    inside = [p for q in quoted if _same_sentence(scene, cue, q) for p in scene.syntax.inside(q.start, q.end)]
    if clause is not None and _is_mixed(scene, cue, clause[0], quoted):
        return _mixed(scene, cue, sorted({*clause[0], *inside}), quoted, clause[1])
    around = _tagged_around(scene, cue, quoted)
    if around:
        return _mixed(scene, cue, sorted({*around, *inside}), quoted, "tagged-content")
    return Reading(cue, tuple((q.start, q.end) for q in quoted), "quotation-beside-cue", tuple(quoted))


def _mixed(scene: Scene, cue: Cue, places: list[int], quoted: list[Quotation], rule: str) -> Reading:
    """A clause with the quoted runs that it holds, and those that follow it."""
    pieces = pieces_of(scene, cue, places)
    rest = [(q.start, q.end) for q in quoted if not any(start <= q.start < end for start, end in pieces)]
    return Reading(cue, tuple(sorted([*pieces, *rest])), rule, tuple(quoted))


def _tagged_around(scene: Scene, cue: Cue, quoted: list[Quotation]) -> list[int]:
    """Words beside the quoted runs, in the cue's sentence, that the model tags as content of the same cue: two at least, or none."""
    syntax, tagging = scene.syntax, scene.tagging
    sentence = syntax.sentences[syntax.words[cue.head].sentence]
    barred = set(cue.places) | set(source_places(syntax, tagging, cue))
    linked = {
        p for p in tagging.linked("content", cue.head) if p in sentence and p not in barred and scene.quoting(p) is None
    }
    found: set[int] = set()
    for quotation in quoted:
        inside = syntax.inside(quotation.start, quotation.end)
        for place, step in ((inside.start - 1, -1), (inside.stop, 1)):
            while place in linked or (
                place in sentence and syntax.words[place].upos == "PUNCT" and place + step in linked
            ):
                found.add(place)
                place += step
    words = [p for p in found if syntax.words[p].upos not in ("PUNCT", "SCONJ", "CCONJ")]
    return sorted(found) if len(words) >= 2 else []


def _tagged_clause(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """What the tags give, without the "that" that opens it."""
    found = tagged_content(scene, cue)
    return (_without_mark(scene.syntax, found[0]), found[1]) if found is not None else None


def _clause(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """What a cue reports as a clause: by syntax, its ends settled with the tags; by the tags where the two have no word in common."""
    found = clause_of(scene, cue)
    fronted = _fronted(scene, cue)
    if fronted and (found is None or len(set(found[0]) & set(fronted)) * 2 < len(fronted)):
        found = fronted, "clause-of-cue"
    if found is None or found[1] not in ("clause-of-cue", "cue-in-content", "infinitive-of-cue"):
        return found or _tagged_clause(scene, cue)
    places, rule = found
    sentence = scene.syntax.sentences[scene.syntax.words[cue.head].sentence]
    tagged = {p for p in scene.tagging.linked("content", cue.head) if p in sentence}
    if tagged and tagged.isdisjoint(places):
        return _tagged_clause(scene, cue) or found
    settled = _reconciled(scene, cue, places)
    if rule == "infinitive-of-cue":
        return [p for p in settled if p >= places[0]], rule
    return _without_mark(scene.syntax, _from_its_start(scene, cue, settled)), rule


def _fronted(scene: Scene, cue: Cue) -> list[int]:
    """All before the comma of "..., Smith said.", where the cue and its subject end the sentence."""
    syntax = scene.syntax
    words, sentence = syntax.words, syntax.sentences[syntax.words[cue.head].sentence]
    if cue.is_according or cue.lemma not in SAYING or words[cue.head].xpos not in ("VBD", "VBZ"):
        return []
    block = {*cue.places, *source_places(syntax, scene.tagging, cue)}
    comma = min(block) - 1
    rest = [p for p in range(max(block) + 1, sentence.stop) if words[p].upos != "PUNCT"]
    before = range(sentence.start, max(sentence.start, comma))
    if comma < sentence.start or words[comma].text != "," or len(rest) > 4 or len(before) < 5:
        return []
    allowed = (*WHEN, "obj", "iobj") if cue.lemma == "tell" else WHEN
    if _only_when(syntax, before) or any(words[p].relation not in allowed for p in rest if words[p].head == cue.head):
        return []
    if any(scene.quoting(p) is not None for p in before) or any(words[p].upos in ("VERB", "AUX") for p in rest):
        return []
    return list(before) if any(words[p].upos in ("VERB", "AUX") for p in before) else []


WHEN = ("obl", "nmod", "advcl", "parataxis")
"""What may follow the cue that ends a sentence: "..., Smith said on Tuesday"."""


def _only_when(syntax: Syntax, before: range) -> bool:
    """Whether words are one clause that tells when or why something was said: "When asked about it, Smith said little"."""
    first = syntax.words[before.start]
    opens = first.relation == "mark" or first.xpos in ("WRB", "VBN", "VBG") or first.deprel == "case"
    return opens and all(syntax.words[p].text != "," for p in before)


def _from_its_start(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """A clause with what opens it: all after "that", or all from the start of the sentence where the cue comes after it.

    A fronted phrase ("that, in addition to X, the president must") hangs elsewhere in the tree now and then.
    """
    syntax = scene.syntax
    sentence = syntax.sentences[syntax.words[cue.head].sentence]
    inside = [p for p in places if p in sentence]
    if not inside:
        return places
    if inside[-1] < cue.head:
        start = sentence[0]
    else:
        after = range(cue.places[-1] + 1, inside[0])
        start = next((p + 1 for p in after if syntax.words[p].text.lower() == "that"), inside[0])
    fresh = range(start, inside[0])
    likely = [other for other in scene.cues if (other.probability or 0.0) >= 0.5]
    barred = set(source_places(syntax, scene.tagging, cue)) | {p for other in likely for p in other.places}
    if len(fresh) > 25 or any(p in barred or scene.quoting(p) is not None for p in fresh):
        return places
    return sorted({*places, *fresh})


def _reconciled(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """A clause by syntax with its ends moved to where the model sees them, within the sentence.

    It grows over neighbouring words that are tagged as content of the cue, loses what another cue reports, and loses a tail or a head that
    the model calls no content.
    """
    syntax, tagging = scene.syntax, scene.tagging
    others = _other_reports(scene, cue, places)
    held = [p for p in places if p not in others]
    if not tagging.present or not held:
        return held
    sentence = syntax.sentences[syntax.words[cue.head].sentence]
    barred = others | set(cue.places) | set(source_places(syntax, tagging, cue))
    linked = {p for p in tagging.linked("content", cue.head) if p in sentence and p not in barred}
    if not linked & set(held):
        return held
    first, last = min(held), max(held)
    while first - 1 >= sentence[0] and (
        first - 1 in linked or (syntax.words[first - 1].upos == "PUNCT" and first - 2 in linked)
    ):
        first -= 1
    while last + 1 <= sentence[-1] and (
        last + 1 in linked or (syntax.words[last + 1].upos == "PUNCT" and last + 2 in linked)
    ):
        last += 1
    grown = sorted({*held, *(p for p in range(first, last + 1) if p in linked)})
    low = [p for p in grown if tagging.probability("content", p) >= 0.3]
    if len(low) * 2 > len(grown):
        grown = [p for p in grown if low[0] - 1 <= p <= low[-1] + 1]
    return grown


def _other_reports(scene: Scene, cue: Cue, places: list[int]) -> set[int]:
    """What a second cue that the tree hangs on the first one's clause says: "emphasized that A but acknowledged that B"."""
    syntax = scene.syntax
    held = set(places)
    gone: set[int] = set()
    for other in scene.cues:
        word = syntax.words[other.head]
        if other.head == cue.head or other.head not in held or word.relation not in ("conj", "advcl", "parataxis"):
            continue
        if word.relation != "conj" and not (word.xpos == "VBG" and other.lemma in SAYING):
            continue
        likely = other.probability or 0.0
        if (
            likely < 0.5
            and not (other.lemma in SAYING and says_that(syntax, other))
            and not (other.lemma == "say" and word.relation == "conj" and syntax.dependents(other.head, "ccomp"))
            and not (other.lemma in URGING and likely > 0.2)
        ):
            continue
        if (
            word.head in held
            and not syntax.dependents(other.head, "nsubj")
            and syntax.dependents(other.head, "ccomp", "obj", "xcomp", "obl")
        ):
            gone |= set(syntax.subtree(other.head))
    return gone


def says_that(syntax: Syntax, cue: Cue) -> bool:
    """Whether a cue governs a clause that "that" opens."""
    clauses = syntax.dependents(cue.head, "ccomp")
    return any(m.text.lower() == "that" for c in clauses for m in syntax.dependents(c.index, "mark"))


def _same_sentence(scene: Scene, cue: Cue, quotation: Quotation) -> bool:
    start, end = sorted((scene.place_of(cue)[0], quotation.start))
    return not SENTENCE_END.search(scene.syntax.text[start:end])


def _is_mixed(scene: Scene, cue: Cue, places: list[int], quoted: list[Quotation]) -> bool:
    """Whether a clause says more than the quoted run that it holds: two words or more outside the marks."""
    words = scene.syntax.words
    clause = set(places)
    if not any(p in clause for q in quoted for p in scene.syntax.inside(q.start, q.end)):
        return False
    source = set(source_places(scene.syntax, scene.tagging, cue))
    outside = [
        p
        for p in places
        if scene.quoting(p) is None
        and words[p].upos not in ("PUNCT", "CCONJ")
        and p not in source
        and p not in cue.places
    ]
    at = scene.place_of(cue)
    if all(at[0] >= q.end for q in quoted):
        outside = [p for p in outside if words[p].end <= quoted[0].start]
    elif all(at[1] <= q.start for q in quoted) and not _ends_clause(scene, quoted[0]):
        outside = [p for p in outside if p > cue.head]
    near = [p for p in outside if _reaches(scene, p, quoted)]
    return len(near) >= 2 or any(words[p].upos in ("VERB", "NOUN", "PROPN", "ADJ", "AUX", "DET") for p in near)


def _ends_clause(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quoted run after its cue can only be the end of a clause before it: "It stays, she said, “until May.”"."""
    start = quotation.inner[0]
    return scene.syntax.text[start : start + 1].islower()


def _reaches(scene: Scene, place: int, quoted: list[Quotation]) -> bool:
    """Whether no sentence ends between a word and the nearest quoted run."""
    word = scene.syntax.words[place]
    gaps = [(word.end, q.start) if word.end <= q.start else (q.end, word.start) for q in quoted]
    gap = min(gaps, key=lambda g: g[1] - g[0])
    before = scene.syntax.text[gap[0] - 2 : gap[0]] if gap[0] >= 2 and word.start >= gap[1] else ""
    return not SENTENCE_END.search(before + scene.syntax.text[gap[0] : gap[1]] + "A")


def _nested(scene: Scene, cue: Cue) -> Reading | None:
    """Speech reported within a quotation: only where a clause is plainly said by a third person."""
    if cue.lemma not in ("say", "tell", "announce", "claim", "warn", "argue", "show") or cue.is_according:
        return None
    subjects = scene.syntax.dependents(cue.head, "nsubj")
    if not subjects or subjects[0].lemma.lower() in (
        "i",
        "we",
        "you",
        "it",
        "they",
        "who",
        "that",
        "which",
        "one",
        "people",
    ):
        return None
    clauses = scene.syntax.dependents(cue.head, "ccomp")
    if not clauses:
        return None
    pieces = pieces_of(scene, cue, _without_mark(scene.syntax, scene.syntax.subtree(clauses[0].index)))
    return Reading(cue, pieces, "cue-in-quotation") if pieces else None


def _held(scene: Scene, pieces: Iterable[tuple[int, int]]) -> Iterator[Quotation]:
    spans = list(pieces)
    return (q for q in scene.outer if any(start <= q.start and q.end <= end for start, end in spans))


def pieces_of(scene: Scene, cue: Cue, places: list[int]) -> tuple[tuple[int, int], ...]:
    """The words of a content as character ranges: from first to last, without the cue and its source, within the paragraph."""
    syntax = scene.syntax
    sentence = syntax.sentences[syntax.words[cue.head].sentence]
    held = [p for p in places if p in sentence or scene.quoting(p) is not None]
    held = [p for p in held if syntax.words[p].upos != "PUNCT" or scene.quoting(p) is not None]
    if not held:
        return ()
    barred = set(cue.places) | set(source_places(syntax, scene.tagging, cue))
    if not cue.is_according and not barred.isdisjoint(range(held[0], held[-1] + 1)):
        barred |= {p for p in syntax.subtree(cue.head) if p not in set(places)} & set(range(held[0], held[-1] + 1))
    runs: list[list[int]] = []
    for place in range(held[0], held[-1] + 1):
        if place in barred:
            continue
        if runs and not any(p in barred for p in range(runs[-1][-1], place)):
            runs[-1].append(place)
        else:
            runs.append([place])
    runs = _believed(scene, cue, runs)
    around = scene.quoting(cue.head)
    spans = (trimmed(scene, *syntax.characters(run), within=around) for run in runs)
    return tuple(span for span in spans if span is not None and words_in(syntax.text, span))


def _believed(scene: Scene, cue: Cue, runs: list[list[int]]) -> list[list[int]]:
    """The runs that a cue parts a content into, without those that the model does not link to it; one always stays."""
    if not scene.tagging.present or len(runs) < 2:
        return runs
    linked = set(scene.tagging.linked("content", cue.head))
    best = max(runs, key=lambda run: (len(linked.intersection(run)), len(run)))

    opening = scene.syntax.sentences[scene.syntax.words[cue.head].sentence].start

    def stays(run: list[int]) -> bool:
        held = len(linked.intersection(run)) >= 0.3 * len(run) or any(scene.quoting(p) is not None for p in run)
        return held or run[0] == opening

    return [run for run in runs if run is best or stays(run)]


def trimmed(scene: Scene, start: int, end: int, within: Quotation | None = None) -> tuple[int, int] | None:
    """A range without punctuation at its edges, grown to hold whole quotations (but for the one that it is ``within``)."""
    text = scene.syntax.text
    dateline = DATELINE.match(text, start, end)
    if dateline is not None and any(start == opening for opening, _ in scene.paragraphs):
        start = dateline.end()
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE and not text[start:end].endswith(("U.S.", "Inc.", "Co.", "Jr.")):
        end -= 1
    for quotation in scene.outer:
        if quotation is not within and quotation.start < end and start < quotation.end:
            most = quotation.end - quotation.start
            if start > quotation.start and end <= quotation.end and (end - start) * 2 < most:
                continue
            start, end = min(start, quotation.start), max(end, quotation.end)
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return (start, end) if start < end else None


# --- quoted runs without a cue ------------------------------------------------------------------------------------------


def _loose(scene: Scene, quotations: Sequence[Quotation]) -> Iterator[Reading]:
    """Quoted runs that no cue reports: those that are speech by their looks, runs of one speech together."""
    group: list[Quotation] = []
    for quotation in quotations:
        if group and _runs_on(scene, group[-1], quotation):
            group.append(quotation)
            continue
        if group:
            yield from _loose_reading(scene, group)
        group = [quotation]
    if group:
        yield from _loose_reading(scene, group)


def _loose_reading(scene: Scene, group: Sequence[Quotation]) -> Iterator[Reading]:
    text = scene.syntax.text
    kept = [q for q in group if _looks_spoken(text, q)]
    if kept:
        label = _name_after_dash(scene, kept[-1])
        yield Reading(None, tuple((q.start, q.end) for q in kept), "quotation-alone", tuple(kept), label)


_END_OF_NAME = re.compile(rf"[,;(]|\.$|{ABBREVIATED}[.]\s")
_DASH = re.compile(r"\s*(?:[-–—―~]{1,2})\s*(?=[A-Z])")


def _name_after_dash(scene: Scene, quotation: Quotation) -> tuple[int, int] | None:
    """ "... " - Commissioner Geoffrey Starks: the title and name that follow a dash after the marks, to the end of the paragraph."""
    text = scene.syntax.text
    _, end = scene.paragraphs[quotation.paragraph]
    found = _DASH.match(text, quotation.end, end)
    if found is None or words_in(text, (found.end(), end)) > 12:
        return None
    stop = _END_OF_NAME.search(text, found.end(), end)
    name = text[found.end() : stop.start() if stop and stop.start() - found.end() > 3 else end].rstrip(" .")
    capitals = re.findall(r"\b[A-Z]", name)
    return (found.end(), found.end() + len(name)) if len(capitals) >= 2 else None


def _looks_spoken(text: str, quotation: Quotation) -> bool:
    """A quoted run of some length that is written like a sentence, not like a title or a coined term."""
    start, end = quotation.inner
    inner = text[start:end].strip()
    count = words_in(text, (start, end))
    if count < LONG or is_title_case(inner):
        return False
    return inner[-1:] in ".!?,…-–—" or inner[:1].isupper() or count >= 10 or not quotation.closed

"""Where does a reported clause begin and end, by syntax and by the model's tags?"""

from __future__ import annotations

from quotes.attribution.asides import without_aside, without_judgement
from quotes.attribution.clauses import added_after, clause_of, says_that, second_subjects, without_mark
from quotes.attribution.cues import ATTITUDE, CASTING, SAYING, URGING, Cue
from quotes.attribution.marks import Quotation
from quotes.attribution.nouns import BODIES, is_role_noun
from quotes.attribution.scene import Scene
from quotes.attribution.sources import source_places
from quotes.attribution.syntax import Syntax, Word


def reported_clause(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """What a cue reports as a clause: by syntax, its ends settled with the tags; by the tags where the two have no word in common."""
    found = clause_of(scene, cue)
    fronted = _fronted(scene, cue)
    if fronted and (found is None or len(set(found[0]) & set(fronted)) * 2 < len(fronted)):
        found = fronted, "clause-of-cue"
    if found is None or found[1] == "phrase-of-cue":
        rest = _rest_of_sentence(scene, cue)
        if rest and (found is None or _holds_main_verb(scene.syntax, found[0])):
            found = rest, "clause-of-cue"
    if found is None or found[1] not in ("clause-of-cue", "cue-in-content", "infinitive-of-cue", "gerund-of-cue"):
        return _with_cast(scene, cue, found) if found else _tagged_clause(scene, cue)
    places, rule = found
    sentence = scene.syntax.sentences[scene.syntax.words[cue.head].sentence]
    tagged = {p for p in scene.tagging.linked("content", cue.head) if p in sentence}
    if tagged and tagged.isdisjoint(places):
        return _tagged_clause(scene, cue) or found
    settled = _reconciled(scene, cue, places)
    if rule in ("infinitive-of-cue", "gerund-of-cue"):
        held = [p for p in settled if p >= places[0]]
        opens = [p for p in places if held and p < held[0]]
        return [*(opens if len(opens) < 3 else []), *held], rule
    whole = without_mark(scene.syntax, _whole(scene, cue, _from_its_start(scene, cue, settled)))
    return [*_before_aside(scene, cue, whole), *whole], rule


def _before_aside(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """What stands before a cue and its subject in commas: "Therefore" of "Therefore, he said, the yard was busy"."""
    syntax = scene.syntax
    words, sentence = syntax.words, syntax.sentences[syntax.words[cue.head].sentence]
    block = {*cue.places, *source_places(syntax, scene.tagging, cue)}
    first, last = min(block), max(block)
    before = range(sentence.start, max(sentence.start, first - 1))
    if not before or len(before) > 20 or not places or last + 1 >= sentence.stop or not last + 1 < places[0]:
        return []
    if words[first - 1].text != "," or words[last + 1].text != "," or last - first > 12 or cue.is_according:
        return []
    others = {p for other in scene.cues if (other.probability or 0.0) >= 0.5 for p in other.places}
    opener = words[before.start]
    when = (
        opener.text == "On"
        or opener.xpos in ("VBN", "VBG")
        or any(p in others or scene.quoting(p) is not None for p in before)
    )
    adverbial = opener.upos in ("ADP", "ADV", "SCONJ", "VERB")
    relative = words[before[-1]].xpos in ("WRB", "WDT", "WP", "WP$")
    unseen = adverbial and scene.tagging.present and scene.tagging.mean("content", before) < 0.3
    return [] if when or unseen or relative else list(before)


def _with_cast(scene: Scene, cue: Cue, found: tuple[list[int], str]) -> tuple[list[int], str]:
    """An object with the "as" after it that says what it is called: "the plan | as a trick"."""
    syntax, (places, rule) = scene.syntax, found
    after = syntax.words[places[-1] + 1 : places[-1] + 2]
    if rule != "phrase-of-cue" or cue.lemma not in CASTING or not after or after[0].text != "as" or after[0].head < 0:
        return found
    rest = [p for p in syntax.subtree(after[0].head) if p >= after[0].index]
    run = [p for n, p in enumerate(rest) if p == after[0].index + n]
    while run and syntax.words[run[-1]].upos == "PUNCT":
        run.pop()
    return [*places, *run], rule


def _whole(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """A clause without what is not its own at either end, or takes up what stands before the cue: "which" of "which he said was late"."""
    judged = without_judgement(scene, cue, places)
    held = _without_stump(scene, _after_late_that(scene, cue, without_aside(scene, cue, judged)))
    alone = len(held) > 1 and held[0] < cue.head < held[1] and scene.syntax.words[held[0]].xpos in ("WDT", "WP")
    return held[1:] if alone else held


def _after_late_that(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """A clause without when it was said: "said later in the afternoon that | the yard was busy"."""
    words = scene.syntax.words
    if not places or places[0] < cue.head or words[places[0]].upos not in ("ADP", "ADV"):
        return places
    late = next((n for n, p in enumerate(places[:7]) if words[p].text == "that" and words[p].relation == "mark"), 0)
    before = (words[p].upos for p in places[:late])
    return (
        places[late + 1 :] if late and all(upos not in ("VERB", "AUX", "PRON", "SCONJ") for upos in before) else places
    )


def _without_stump(scene: Scene, places: list[int]) -> list[int]:
    """A clause without the beginning of another one at its end: "the yard was busy, as it"."""
    words, held = scene.syntax.words, list(places)
    if len(held) > 4 and words[held[-1]].upos == "PRON" and words[held[-2]].upos in ("SCONJ", "CCONJ"):
        held = held[:-2]
    while len(held) > 2 and (words[held[-1]].upos in ("SCONJ", "CCONJ", "DET") or _is_cut_off(words, held)):
        held.pop()
    return held


def _is_cut_off(words: list[Word], held: list[int]) -> bool:
    """Whether the last word of a clause is an auxiliary of a verb right after it that is no part of it: "and was | impressed"."""
    last = words[held[-1]]
    return last.upos == "AUX" and held[-1] < last.head <= held[-1] + 4 and last.relation in ("aux", "cop")


def _rest_of_sentence(scene: Scene, cue: Cue) -> list[int]:
    """All after "Smith said" up to the end of the sentence, where the tree sees no clause in it though a verb stands there."""
    syntax = scene.syntax
    words, sentence = syntax.words, syntax.sentences[syntax.words[cue.head].sentence]
    start = cue.places[-1] + 1
    opened = start < sentence.stop and words[start].text.lower() == "that" and words[start].relation == "mark"
    known = cue.lemma in TELLING or (opened and cue.lemma in SAYING)
    if not known or words[cue.head].xpos not in ("VBD", "VBZ", "VBP", "VBG", "VBN"):
        return []
    start += start < sentence.stop and words[start].text.lower() == "that"
    _, end = scene.paragraphs[scene.paragraph(words[cue.head].start)]
    places = [p for p in range(start, sentence.stop) if words[p].start < end]
    while places and words[places[-1]].upos == "PUNCT":
        places.pop()
    opens = opened or (bool(places) and words[places[0]].upos in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"))
    if len(places) < 4 or not (opens or second_subjects(syntax, cue)):
        return []
    comma = next((n for n, p in enumerate(places) if words[p].text == ","), len(places))
    whole = opened or (words[cue.head].xpos != "VBG" and cue.lemma in ("say", "state"))
    first = places if whole else places[:comma]
    if any(scene.quoting(p) is not None for p in places) or not (
        _holds_main_verb(syntax, first) or _is_seen(scene, cue, places)
    ):
        return []
    return places


def _is_seen(scene: Scene, cue: Cue, places: list[int]) -> bool:
    """Whether the model calls most of what follows a "said" its content, though the tree sees no clause: "said the plan needed to"."""
    verbal = any(scene.syntax.words[p].upos in ("VERB", "AUX") for p in places)
    linked = scene.tagging.linked("content", cue.head)
    return cue.lemma in ("say", "state") and verbal and sum(p in linked for p in places) * 2 > len(places)


def _holds_main_verb(syntax: Syntax, places: list[int]) -> bool:
    """Whether some words hold a finite verb that the tree hangs in no relative or adverbial clause."""
    words = syntax.words
    for place in places:
        finite = words[place].xpos in ("VBD", "VBZ", "VBP", "MD")
        governor = syntax.head(words[place]) if words[place].relation in ("aux", "cop") else None
        verb = governor if governor is not None else words[place]
        subjects = syntax.dependents(verb.index, "nsubj", "nsubj:pass", "csubj")
        if finite and verb.relation not in ("acl", "advcl") and all(s.xpos not in ("WP", "WDT") for s in subjects):
            return True
    return False


def _tagged_clause(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """What the tags give, without the "that" that opens it."""
    found = _tagged_content(scene, cue)
    return (without_mark(scene.syntax, found[0]), found[1]) if found is not None else None


def _tagged_content(scene: Scene, cue: Cue) -> tuple[list[int], str] | None:
    """What the model's tags give a cue, where syntax gives nothing: one run of words in the cue's sentence that holds a verb."""
    if not scene.tagging.present or (cue.probability or 0.0) < 0.6:
        return None
    sentence = scene.syntax.sentences[scene.syntax.words[cue.head].sentence]
    added = added_after(scene.syntax, cue) or sentence.stop
    places = [
        p for p in scene.tagging.linked("content", cue.head) if p in sentence and p not in cue.places and p < added
    ]
    if len(places) < 3 or not any(scene.syntax.words[p].upos in ("VERB", "AUX") for p in places):
        return None
    words, last = scene.syntax.words, places[-1]
    to_do = words[places[0]].xpos == "VB" and words[places[0] - 1].xpos == "TO"
    head = words[last].head if words[last].relation in ("compound", "amod", "nummod") else last
    rest = range(last + 1, head + 1) if head <= last + 3 else range(0)
    if (
        not rest
        and last + 1 in sentence
        and words[last + 1].head == last
        and words[last + 1].relation in ("flat", "nummod")
    ):
        rest = range(last + 1, last + 2)
    return [*([places[0] - 1] if to_do else []), *places, *rest], "tagged-content"


def tagged_around(scene: Scene, cue: Cue, quoted: list[Quotation]) -> list[int]:
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
                if step < 0 and cue.lemma in URGING and syntax.words[place].xpos == "TO":
                    break
                place += step
    words = [p for p in found if syntax.words[p].upos not in ("PUNCT", "SCONJ", "CCONJ")]
    lacking = any(syntax.words[p].text.lower() == "without" for p in words[:1]) and len(words) == 2
    to_do = cue.lemma in URGING and [syntax.words[p].xpos for p in words] == ["TO"]
    return sorted(found) if to_do or (len(words) >= 2 and not lacking) else []


def _fronted(scene: Scene, cue: Cue) -> list[int]:
    """All before the comma of "..., Smith said.", where the cue and its subject end the sentence."""
    syntax = scene.syntax
    words, sentence = syntax.words, syntax.sentences[syntax.words[cue.head].sentence]
    if cue.is_according or cue.lemma not in SAYING | {"hear"} or words[cue.head].xpos not in ("VBD", "VBZ"):
        return []
    block = {*cue.places, *source_places(syntax, scene.tagging, cue)}
    comma = min(block) - 1
    rest = [p for p in range(max(block) + 1, sentence.stop) if words[p].upos != "PUNCT"]
    before = range(sentence.start, max(sentence.start, comma))
    added = added_after(syntax, cue)
    if added is not None:
        rest = [p for p in rest if p < added]
    if _only_tells_whom(words, cue, rest):
        rest = []
    if comma < sentence.start or words[comma].text != "," or len(rest) > 4 or len(before) < 5:
        return []
    allowed = (*WHEN, "obj", "iobj") if cue.lemma == "tell" else WHEN
    if _only_when(syntax, before) or any(words[p].relation not in allowed for p in rest if words[p].head == cue.head):
        return []
    if any(scene.quoting(p) is not None for p in before) or any(words[p].upos in ("VERB", "AUX") for p in rest):
        return []
    return list(before) if any(words[p].upos in ("VERB", "AUX") for p in before) else []


def _only_tells_whom(words: list[Word], cue: Cue, rest: list[int]) -> bool:
    """Whether what follows "told" is whom it was told, and when: "told a symposium on Thursday attended by officials"."""
    near = cue.lemma == "tell" and bool(rest) and rest[0] == cue.places[-1] + 1 and len(rest) <= 16
    opens = near and words[rest[0]].upos in ("DET", "NOUN", "PROPN", "ADJ") and words[rest[0]].text != "that"
    return opens and all(words[p].xpos not in ("VBD", "VBZ", "VBP", "MD", "TO", "WRB") for p in rest)


TELLING = frozenset("say state claim stress confirm suggest add insist argue explain maintain emphasize".split())
"""Verbs after which a clause may stand without "that"."""
TOWARDS = frozenset(
    """blame accuse condemn denounce urge call criticise criticize thank deny reject vow promise pledge praise dismiss appeal uphold
    order direct award grant stand reiterate""".split()
)
"""What only people and bodies do, with words: no thing that is spoken of."""
AGAINST = frozenset({"while", "whereas", "whilst"})
"""What sets what somebody else says against what is said."""
GRANTING = frozenset({"although", "though"})
"""What opens what a speaker grants besides what was said."""
CONCEDING = frozenset({"agree", "admit", "concede", "acknowledge", "add", "accept", "note", "caution", "warn", "say"})
"""How it is granted: "said it was safe, although he agreed that it was old"."""
JOINING = AGAINST | {"and", "but"}
"""What opens a clause beside another one."""
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
        start = next(
            (p + 1 for p in after if syntax.words[p].text.lower() == "that"), _stray_subject(syntax, cue, after)
        )
    fresh = range(start, inside[0])
    likely = [other for other in scene.cues if (other.probability or 0.0) >= 0.5]
    barred = set(source_places(syntax, scene.tagging, cue)) | {p for other in likely for p in other.places}
    if len(fresh) > 25 or any(p in barred or scene.quoting(p) is not None for p in fresh):
        return places
    return sorted({*places, *fresh})


def _stray_subject(syntax: Syntax, cue: Cue, after: range) -> int:
    """Where a clause starts whose subject the tree hangs on the cue, which has one already: "He said the yard | was busy"."""
    subjects = [w for w in second_subjects(syntax, cue) if w.index in after]
    return syntax.subtree(subjects[0].index)[0] if subjects else after.stop


def _reconciled(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """A clause by syntax with its ends moved to where the model sees them, within the sentence.

    It grows over neighbouring words that are tagged as content of the cue, loses what another cue reports, and loses a tail or a head that
    the model calls no content.
    """
    syntax, tagging = scene.syntax, scene.tagging
    others = _other_reports(scene, cue, places) | _deeds(syntax, cue, places) | _disowned(scene, cue, places)
    held = [p for p in places if p not in others]
    if not tagging.present or not held:
        return held
    sentence = syntax.sentences[syntax.words[cue.head].sentence]
    barred = others | set(cue.places) | set(source_places(syntax, tagging, cue)) | _joined_reports(scene, cue)
    linked = {p for p in tagging.linked("content", cue.head) if p in sentence and p not in barred}
    if not linked & set(held):
        return held
    first, last = min(held), max(held)
    while first - 1 >= sentence[0] and (
        first - 1 in linked or (syntax.words[first - 1].upos == "PUNCT" and first - 2 in linked)
    ):
        first -= 1
    while (following := next((p for p in range(last + 1, min(last + 4, sentence.stop)) if p in linked), None)) and all(
        syntax.words[p].upos in ("PUNCT", "ADP", "DET", "NUM", "PROPN", "NOUN", "ADJ", "ADV", "PART")
        and p not in barred
        for p in range(last + 1, following)
    ):
        last = following
    grown = sorted({*held, *(p for p in range(first, last + 1) if p in linked or p > max(held))})
    low = [p for p in grown if tagging.probability("content", p) >= 0.3]
    if len(low) * 2 > len(grown):
        end = low[-1] + 1 if _may_end(syntax, grown, low[-1]) else grown[-1]
        grown = [p for p in grown if low[0] - 1 <= p <= end]
    return grown


def _may_end(syntax: Syntax, places: list[int], last: int) -> bool:
    """Whether a clause may end at a word: before a mark, a conjunction, a preposition or a participle, not in the midst of a phrase."""
    rest = [p for p in places if p > last]
    after = syntax.words[rest[0]] if rest else None
    return after is None or after.upos in ("PUNCT", "CCONJ", "SCONJ", "ADP", "ADV") or after.xpos in ("VBG", "VBN")


def _joined_reports(scene: Scene, cue: Cue) -> set[int]:
    """What another cue says that the tree joins with this one: the tags may reach into it, the clause does not."""
    syntax = scene.syntax
    joined = {w.index for w in syntax.dependents(cue.head, "conj") if w.index > cue.head}
    others = (c for c in scene.cues if c.head in joined and (c.lemma in SAYING or (c.probability or 0.0) >= 0.5))
    return {p for other in others for p in syntax.subtree(other.head)}


def _other_reports(scene: Scene, cue: Cue, places: list[int]) -> set[int]:
    """What a second cue that the tree hangs on the first one's clause says: "emphasized that A but acknowledged that B"."""
    syntax = scene.syntax
    held = set(places)
    gone: set[int] = set()
    for other in scene.cues:
        word = syntax.words[other.head]
        if other.head == cue.head or other.head not in held or word.relation not in ("conj", "advcl", "parataxis"):
            continue
        if _is_set_against(syntax, other):
            gone |= set(syntax.subtree(other.head))
            continue
        if word.relation != "conj" and not (word.xpos == "VBG" and other.lemma in SAYING):
            continue
        likely = other.probability or 0.0
        if (
            likely < 0.5
            and not (other.lemma in SAYING | ATTITUDE and says_that(syntax, other))
            and not (other.lemma == "say" and word.relation == "conj" and syntax.dependents(other.head, "ccomp"))
            and not (other.lemma in URGING and likely > 0.2)
        ):
            continue
        if (
            word.head in held
            and all(w.lemma.lower() in ("he", "she") for w in syntax.dependents(other.head, "nsubj"))
            and syntax.dependents(other.head, "ccomp", "obj", "xcomp", "obl")
        ):
            gone |= set(syntax.subtree(other.head))
    return gone


def _is_set_against(syntax: Syntax, cue: Cue) -> bool:
    """Whether a cue with its own subject says otherwise: "while Reed argues that the yard is busy"."""
    marks = {m.text.casefold() for m in syntax.dependents(cue.head, "mark")}
    subjects = syntax.dependents(cue.head, "nsubj")
    told = says_that(syntax, cue) or syntax.dependents(cue.head, "ccomp") or (cue.probability or 0.0) > 0.5
    other = not marks.isdisjoint(AGAINST) and cue.lemma in SAYING and any(w.upos != "PRON" for w in subjects)
    granted = (
        not marks.isdisjoint(GRANTING) and cue.lemma in CONCEDING and any(w.lemma in ("he", "she") for w in subjects)
    )
    return bool(told) and (other or granted)


def _deeds(syntax: Syntax, cue: Cue, places: list[int]) -> set[int]:
    """What the source did besides, which the tree joins with what is said: "said the yard is busy, and expressed thanks"."""
    words = syntax.words
    if words[cue.head].xpos not in ("VBD", "VBZ") or min(places) < cue.head:
        return set()
    told, then = ("VBD", ("VBZ", "VBP", "MD")) if words[cue.head].xpos == "VBD" else ("VBZ", ("VBD",))
    gone: set[int] = set()
    for word in (words[p] for p in places):
        if word.relation != "conj" or word.xpos != told or word.head not in places:
            continue
        main = [words[word.head], *syntax.dependents(word.head, "cop", "aux")]
        top = words[word.head].head not in places
        apart = top and any(w.xpos in then for w in main)
        subjects = syntax.dependents(word.head, "nsubj", "nsubj:pass")
        things = all(w.upos == "NOUN" and not is_role_noun(w) and w.lemma.lower() not in BODIES for w in subjects)
        saying = word.lemma.lower() in TOWARDS and bool(subjects) and things
        if (apart or saying) and not syntax.dependents(word.index, "nsubj"):
            gone |= set(syntax.subtree(word.index))
    return gone


def _disowned(scene: Scene, cue: Cue, places: list[int]) -> set[int]:
    """A clause that the tree joins with what is said while the model calls it no content: "found it legal, but quashed a rule"."""
    syntax, tagging = scene.syntax, scene.tagging
    if not tagging.present or min(places) < cue.head:
        return set()

    def likely(some: list[int]) -> float:
        return sum(tagging.probability("content", p) for p in some) / max(1, len(some))

    for word in (syntax.words[p] for p in places):
        joined = word.relation in ("conj", "advcl") and word.xpos in ("VBD", "VBZ", "VBP") and word.head in places
        first = next((p for p in syntax.subtree(word.index) if syntax.words[p].upos != "PUNCT"), word.index)
        before = [p for p in places if p < first]
        opens = [p for p in places if first <= p <= word.index + 1]
        joined = joined and len(before) > 2 and syntax.words[first].lemma in JOINING
        if joined and likely(before) > 0.6 and likely(opens) < 0.35:
            return {p for p in places if p >= first}
    return set()

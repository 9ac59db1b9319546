"""What follows a reported clause in its sentence and is no part of it: what the speaker did by saying it, what others say of it."""

from __future__ import annotations

from quotes.attribution.cues import CASTING, CLAIMS, NAMING, SAYING, Cue, base_form
from quotes.attribution.looks import CLOSING_MARKS
from quotes.attribution.scene import Scene
from quotes.attribution.syntax import Word

JUDGED = CLAIMS | frozenset("account charge view version theory notion idea report rumour rumor figure".split())
JUDGING = frozenset(
    "deny dispute reject ridicule dismiss contest question refute accept confirm share echo repeat rubbish brand describe call".split()
)
"""What others do to what somebody has said: "a claim the judge did not accept"."""
ASIDES = frozenset(
    """refer point hope believe add state note stress emphasize emphasise cite express describe insist thank praise urge
    remark observe explain allude warn""".split()
)
"""Verbs whose participle after a comma tells what a speaker did by saying something: "said it was late, referring to the vote"."""
PLACES = frozenset(
    "paper statement post letter interview report email video tweet article study speech note memo message blog comment".split()
)
"""What something is said in."""


def without_judgement(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """A clause without what others say of it: "he was ill, | a claim the judge did not accept"."""
    syntax = scene.syntax
    for place in places[3:]:
        noun = syntax.words[place]
        if noun.upos != "NOUN" or noun.lemma.casefold() not in JUDGED:
            continue
        mark, article = syntax.words[place - 2 : place]
        opens = article.text.casefold() in ("a", "an") and mark.text in (",", "–", "—")
        relative = (w for w in syntax.words[place + 1 : place + 8] if w.relation == "acl")
        judged = any(w.lemma.casefold() in JUDGING and w.sentence == noun.sentence for w in relative)
        if opens and judged and place > cue.head and places[0] < mark.index:
            return [p for p in places if p < mark.index]
    return places


def without_aside(scene: Scene, cue: Cue, places: list[int]) -> list[int]:
    """A clause without what the speaker did by saying it, or where: ", referring to the strike", ", in a paper published today"."""
    for place in places[3:]:
        start = _start_of_aside(scene, place) if place > cue.head else None
        if start is not None:
            return [p for p in places if p < start]
    return places


def _start_of_aside(scene: Scene, place: int) -> int | None:
    """Where what is no content begins, if a word is the preposition or the participle of that."""
    words = scene.syntax.words
    word, before = words[place], words[place - 1].text
    after = words[place + 1].text if place + 1 < len(words) else ""
    writing = next((w for w in words[place + 2 : place + 6] if w.upos == "NOUN"), None)
    if before == "," and word.text == "in" and after in ("a", "an") and writing is not None and writing.lemma in PLACES:
        return place - 1
    closed = before in CLOSING_MARKS and words[place - 2].text == "," and not _is_seen(scene, place)
    if _takes_up(words[place - 1 : place + 3]) or (closed and word.xpos in ("VBG", "IN")):
        return place
    if word.xpos != "VBG":
        return None
    if before == "without" and word.lemma in ("elaborate", "specify", "give", "name"):
        return place - 1
    if before == "while" and word.lemma in SAYING | CASTING:
        return place - 1
    comma = before == "," or words[place - 1].upos == "ADV"
    exemplifies = word.lemma in ("give", "cite") and any(w.lemma == "example" for w in words[place : place + 4])
    aside = word.lemma in ASIDES and not (word.lemma == "add" and after == "to")
    reports = word.lemma in SAYING and after in ("that", ":") and scene.quoting(place) is None
    return place if reports or (comma and (exemplifies or aside)) else None


def _is_seen(scene: Scene, place: int) -> bool:
    """Whether the model calls what begins at a word content, unless that is a participle of saying."""
    if base_form(scene.syntax.words[place].lemma) in ASIDES | SAYING | CASTING:
        return False
    rest = range(place, min(place + 4, scene.syntax.sentences[scene.syntax.words[place].sentence].stop))
    return scene.tagging.present and scene.tagging.mean("content", rest) > 0.7


def _takes_up(words: list[Word]) -> bool:
    """Whether the speaker is cited anew for more: ", whom he said", ", which she called"."""
    texts = [w.text.lower() for w in words]
    relative = texts[:1] == [","] and texts[1:2] in (["who"], ["whom"], ["which"])
    cited = texts[2:3] in (["he"], ["she"], ["they"], ["it"]) and words[-1].lemma in SAYING | CASTING | NAMING
    return relative and cited

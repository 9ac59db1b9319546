"""Do two people or phrases agree?  When a source, a speaker or an affiliation counts as the same as the gold one."""

from __future__ import annotations

import re
from collections import Counter

from quotes.evaluation.gold import GoldAffiliation, GoldSpeaker, Range
from quotes.evaluation.predictions import PredictedAffiliation
from quotes.model import SpeakerKind

TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "prof", "professor", "sir", "president", "minister"),
        *("sen", "rep", "gov", "senator", "governor", "the", "a", "an"),
    }
)

SAME_PHRASE = 0.6
SAME_AFFILIATION = 0.7


def name_words(name: str | None) -> list[str]:
    """The words of a name, case folded, without titles, articles and the possessive."""
    plain = (name or "").casefold().replace("’s", "").replace("'s", "")
    return [word for word in re.findall(r"\w+", plain) if word not in TITLES]


def same_source(text: str, gold: Range | None, predicted: Range | None) -> bool:
    """Half of the characters shared, or some of them and the last word; no source agrees only with no source."""
    if not gold or not predicted:
        return gold is None and predicted is None
    ours, theirs = set(range(*gold)), set(range(*predicted))
    if len(ours & theirs) * 2 >= len(ours | theirs):
        return True
    return bool(ours & theirs) and _last_word(text, gold) == _last_word(text, predicted)


def _last_word(text: str, place: Range) -> str:
    words: list[str] = re.findall(r"\w+", text[place[0] : place[1]])
    return words[-1].casefold() if words else ""


def same_speaker(gold: GoldSpeaker | None, predicted: str | None) -> bool:
    """The full name, with up to three more words or one less; a phrase for somebody unnamed, by the words it shares."""
    wanted, given = name_words(gold.name if gold else None), name_words(predicted)
    if gold is None or not wanted or not given:
        return False
    if gold.kind is SpeakerKind.UNNAMED:
        return word_f1(wanted, given) >= SAME_PHRASE
    fuller = set(wanted) <= set(given) and len(given) <= len(wanted) + 3
    shorter = set(given) <= set(wanted) and len(given) >= 2 and len(wanted) <= len(given) + 1
    return fuller or shorter


def same_affiliation(gold: GoldAffiliation, predicted: PredictedAffiliation) -> bool:
    """Role and organization together share most of their words."""
    return word_f1(_affiliation_words(gold), _affiliation_words(predicted)) >= SAME_AFFILIATION


def _affiliation_words(affiliation: GoldAffiliation | PredictedAffiliation) -> list[str]:
    return name_words(" ".join(filter(None, (affiliation.role, affiliation.organization))))


def word_f1(wanted: list[str], given: list[str]) -> float:
    """F1 of two bags of words, 0 where either is empty."""
    if not wanted or not given:
        return 0.0
    common = sum((Counter(wanted) & Counter(given)).values())
    return 2 * common / (len(wanted) + len(given))

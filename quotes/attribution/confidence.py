"""How sure are we?  The chance that a quote's content and its speaker are both right, from its own evidence.

Two logistic regressions, one for the content and one for the speaker given the content, over the rules that decided and the
circumstances; their product is the confidence.  The weights are fitted on annotated articles by ``python -m quotes.evaluation
calibrate`` and lie beside this module; a rule that they do not know counts as the average one.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

from attrs import frozen

from quotes.model import Quote, SpeakerKind

CUE_PROBABILITY = "cue-probability"
CONTENT_PROBABILITY = "content-probability"
SOURCE_PROBABILITY = "source-probability"
"""The evidence that holds how likely the model finds the cue, the content's words and the source's, on average (0 to 1)."""
LINK_PROBABILITY = "link-probability"
"""The evidence that holds how likely the model takes the source for the one that it decided on (0 to 1)."""

PLAIN = frozenset({"say", "tell", "add", "according to", "announce", "warn", "explain", "state", "write", "note"})

Weights = Mapping[str, float]


@frozen
class Calibration:
    """Weights by feature: of the content's regression, and of the speaker's."""

    content: Weights
    speaker: Weights


@cache
def calibration() -> Calibration:
    """The weights that are shipped."""
    plain = json.loads(resources.files(__package__).joinpath("confidence.json").read_text(encoding="utf-8"))
    return Calibration(plain["content"], plain["speaker"])


def confidence(quote: Quote) -> float:
    """Between 0 and 1, to two places: how likely content and speaker are both right; low where there is no speaker."""
    speaker = chance(speaker_features(quote), calibration().speaker)
    return round(min(0.99, content_chance(quote) * speaker), 2)


def content_chance(quote: Quote) -> float:
    """Between 0 and 1: how likely the content alone is right."""
    return chance(content_features(quote), calibration().content)


def chance(features: Mapping[str, float], weights: Weights) -> float:
    """The logistic of the weighted features."""
    total = sum(value * weights.get(name, 0.0) for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def _probability(quote: Quote, name: str) -> float | None:
    return next((float(e.detail) for e in quote.evidence if e.rule == name), None)


def content_features(quote: Quote) -> dict[str, float]:
    """What bears on the content: the rule, the kind, the cue, the length."""
    rule = quote.evidence[1].rule
    words = len(quote.text.split())
    probability = _probability(quote, CUE_PROBABILITY)
    features = {"bias": 1.0, f"rule:{rule}": 1.0, f"kind:{quote.kind}": 1.0, f"rule:{rule}:{quote.kind}": 1.0}
    features |= {"short": float(words < 5), "tiny": float(words < 3), "long": min(words, 60) / 60}
    features |= {"pieces": float(len(quote.content) > 1), "attitude": float(quote.relation == "attitude")}
    if quote.cue is not None:
        features["cue:plain"] = float(quote.cue.lemma in PLAIN)
        features["cue:lower"] = float(quote.content[0].text[:1].islower())
    if quote.cue is not None and probability is not None:
        features |= {"cue:tagged": 1.0, "cue:doubt": 1.0 - probability, "cue:unlikely": float(probability < 0.5)}
    held = _probability(quote, CONTENT_PROBABILITY)
    if held is not None:
        features |= {"content:doubt": 1.0 - held, "content:unlikely": float(held < 0.6)}
    if quote.source is None:
        features["source:none"] = 1.0
    return features


def speaker_features(quote: Quote) -> dict[str, float]:
    """What bears on the speaker: the rule, what kind of speaker, rivals, the form of the name."""
    rule = quote.evidence[0].rule
    features = {"bias": 1.0, f"rule:{rule}": 1.0, "rivals": float(len(quote.candidates) > 1)}
    speaker = quote.speaker
    if speaker is None:
        return features | {"none": 1.0}
    words = speaker.name.split()
    held = _probability(quote, SOURCE_PROBABILITY)
    if held is not None:
        features |= {"source:doubt": 1.0 - held, "source:unlikely": float(held < 0.5)}
    features |= {f"kind:{speaker.kind}": 1.0, "affiliated": float(bool(quote.affiliations))}
    features["once"] = float(len(speaker.mentions) < 2)
    if speaker.kind is SpeakerKind.PERSON:
        features["name:single"] = float(len(words) == 1)
    if speaker.kind is SpeakerKind.UNNAMED:
        features |= {
            "phrase:single": float(len(words) == 1),
            "phrase:the": float(words[0].lower() in ("the", "his", "her", "their")),
            "phrase:long": float(len(words) > 5),
            "phrase:article": float(words[0].lower() in ("a", "an", "one", "another")),
        }
    if speaker.kind is SpeakerKind.ORGANIZATION:
        features["body:single"] = float(len(words) == 1)
    return features

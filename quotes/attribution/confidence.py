"""How sure are we?

The confidence of a quote is the measured precision of the rules that found its content and its speaker, adjusted by what else was at hand.
"""

from __future__ import annotations

from quotes.attribution.content import Reading
from quotes.attribution.speakers import Answer

CONTENT = {
    "quotation-beside-cue": 0.97,
    "clause-of-cue": 0.9,
    "cue-in-content": 0.85,
    "according-to": 0.88,
    "infinitive-of-cue": 0.75,
    "phrase-of-cue": 0.6,
    "tagged-content": 0.6,
    "cue-in-quotation": 0.6,
    "quotation-alone": 0.9,
    "turn": 0.95,
}
SPEAKER = {
    "name": 0.98,
    "apposition": 0.95,
    "organization": 0.95,
    "proper-noun": 0.85,
    "issuing-body": 0.85,
    "role": 0.85,
    "short-form": 0.85,
    "last-organization": 0.7,
    "described-organization": 0.8,
    "role-unstated": 0.6,
    "unnamed": 0.9,
    "pronoun": 0.9,
    "pronoun-it": 0.75,
    "pronoun-they": 0.6,
    "name-after-dash": 0.9,
    "label": 0.95,
    "colon": 0.85,
    "subject-before": 0.6,
    "same-speaker": 0.75,
    "same-paragraph": 0.7,
}


def confidence(reading: Reading, answer: Answer | None) -> float:
    """Between 0 and 1: how likely content and speaker are both right."""
    content = CONTENT[reading.rule]
    if reading.cue is not None and reading.cue.probability is not None and not reading.quotations:
        content *= 0.7 + 0.3 * reading.cue.probability
    if answer is None:
        return round(content * 0.3, 2)
    sure = content * SPEAKER[answer.rule]
    return round(sure * (0.85 if answer.rivals else 1.0), 2)

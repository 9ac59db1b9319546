"""What would the Gender Gap Tracker's evaluation say?  Its measure at the scores .3 and .8 (Asr et al., 2021).

The score of a prediction is the share of the gold quote's characters that it covers, however much more it holds; each
gold quote, in order, takes the best prediction above the threshold that is left.  A speaker is right where the two
mentions share a character, or where neither side has one.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from quotes.evaluation.counts import Counts, ratio
from quotes.evaluation.gold import GoldCorpus, GoldDocument, GoldQuote, Range, slices
from quotes.evaluation.predictions import Prediction, Predictions

THRESHOLDS = (0.3, 0.8)


@frozen
class GapScores:
    """Counts of quotes at a threshold; ``speakers`` and ``verbs`` say of how many found quotes these hold too."""

    quotes: Counts = field(factory=Counts)
    speakers: int = 0
    verbs: int = 0

    def __add__(self, other: GapScores) -> GapScores:
        return GapScores(self.quotes + other.quotes, self.speakers + other.speakers, self.verbs + other.verbs)

    @property
    def speaker_accuracy(self) -> float:
        return ratio(self.speakers, self.quotes.hits)

    @property
    def verb_accuracy(self) -> float:
        return ratio(self.verbs, self.quotes.hits)


def gap_scores(corpus: GoldCorpus, predictions: Predictions) -> dict[float, GapScores]:
    """The measure at each threshold, summed over a corpus."""
    scores = dict.fromkeys(THRESHOLDS, GapScores())
    for document in corpus.documents:
        found = predictions.get(document.name, ())
        table = coverage(document.quotes, found)
        for threshold in THRESHOLDS:
            scores[threshold] += _document(document, found, table, threshold)
    return scores


def coverage(gold: Sequence[GoldQuote], predicted: Sequence[Prediction]) -> list[list[float]]:
    """Which part of each gold quote's characters each prediction holds: a row for each gold quote."""
    wanted = [_characters(quote.content) for quote in gold]
    given = [_characters(prediction.content) for prediction in predicted]
    return [[ratio(len(ours & theirs), len(ours)) for theirs in given] for ours in wanted]


def _characters(ranges: Sequence[Range]) -> set[int]:
    return {place for start, end in ranges for place in range(start, end)}


def _document(
    document: GoldDocument, predictions: Sequence[Prediction], table: list[list[float]], threshold: float
) -> GapScores:
    left = list(range(len(predictions)))
    found: list[tuple[GoldQuote, Prediction]] = []
    for gold, row in zip(document.quotes, table, strict=True):
        best = max(left, key=row.__getitem__, default=None)
        if best is not None and row[best] > threshold:
            left.remove(best)
            found.append((gold, predictions[best]))
    return GapScores(
        Counts(len(found), len(predictions), len(document.quotes)),
        speakers=sum(_same_mention(gold, prediction) for gold, prediction in found),
        verbs=sum(_same_verb(document.text, gold, prediction) for gold, prediction in found),
    )


def _same_mention(gold: GoldQuote, prediction: Prediction) -> bool:
    if gold.source is None or prediction.source is None:
        return gold.source is prediction.source
    return max(gold.source[0], prediction.source[0]) < min(gold.source[1], prediction.source[1])


def _same_verb(text: str, gold: GoldQuote, prediction: Prediction) -> bool:
    ours = slices(text, (prediction.cue,)) if prediction.cue else ""
    return slices(text, gold.cue).lower().strip() == ours.lower().strip()

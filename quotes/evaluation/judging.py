"""Which answers are right?  A verdict on every gold quote and every prediction, one to one.

A quote is right where its content overlaps that of a gold quote and its speaker is the gold one; in corpora that do
not resolve speakers, where the mention beside the cue is the gold source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from quotes.evaluation.agreement import same_affiliation, same_source, same_speaker
from quotes.evaluation.counts import Counts
from quotes.evaluation.gold import GoldAffiliation, GoldCorpus, GoldDocument, GoldQuote, kind_by_marks
from quotes.evaluation.matching import content_characters, match
from quotes.evaluation.predictions import PredictedAffiliation, Prediction, Predictions
from quotes.model import Kind, SpeakerKind


class Outcome(StrEnum):
    """What became of a quote, worst first; only the last one is right."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    WRONG_SPEAKER = "wrong speaker"
    RIGHT = "right"


@frozen
class Verdict:
    """A gold quote and the prediction that stands for it, or either one alone.

    ``exact``: both contents hold the same letters.  ``source``, ``speaker`` and ``same_kind``: both have the same.
    """

    document: GoldDocument
    kind: Kind
    gold: GoldQuote | None = None
    prediction: Prediction | None = None
    exact: bool = False
    source: bool = False
    speaker: bool = False
    same_kind: bool = False

    @property
    def outcome(self) -> Outcome:
        if self.prediction is None:
            return Outcome.MISSED
        if self.gold is None:
            return Outcome.SPURIOUS
        return Outcome.RIGHT if self.speaker else Outcome.WRONG_SPEAKER

    @property
    def found(self) -> bool:
        """Whether gold and prediction stand for each other."""
        return self.gold is not None and self.prediction is not None

    @property
    def right(self) -> bool:
        return self.outcome is Outcome.RIGHT


@frozen
class DocumentVerdicts:
    """The verdicts on one article's quotes, and the counts of its speakers' affiliations."""

    verdicts: tuple[Verdict, ...]
    affiliations: Counts


def by_kind(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    """``all`` verdicts, and those on each kind that there is, direct first."""
    rows = list(verdicts)
    kinds = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
    parts = {str(kind): [row for row in rows if row.kind is kind] for kind in kinds}
    return {"all": rows, **{kind: part for kind, part in parts.items() if part}}


def judge(corpus: GoldCorpus, predictions: Predictions) -> Iterator[DocumentVerdicts]:
    """Verdicts on each article of a corpus, one without predictions included."""
    for document in corpus.documents:
        found = predictions.get(document.name, ())
        yield judge_document(document, found, resolves_speakers=corpus.resolves_speakers)


def judge_document(
    document: GoldDocument, predictions: Sequence[Prediction], *, resolves_speakers: bool
) -> DocumentVerdicts:
    """Verdicts in text order of the gold, then the spurious predictions."""
    gold = [content_characters(document.text, quote.content) for quote in document.quotes]
    ours = [content_characters(document.text, prediction.content) for prediction in predictions]
    pairs = match(gold, ours)
    found = {
        i: _found(document, document.quotes[i], predictions[j], exact=gold[i] == ours[j], resolved=resolves_speakers)
        for i, j in pairs.items()
    }
    missed = {i: Verdict(document, quote.kind, gold=quote) for i, quote in enumerate(document.quotes)}
    spurious = [
        Verdict(document, _kind(document, prediction, resolved=resolves_speakers), prediction=prediction)
        for j, prediction in enumerate(predictions)
        if j not in pairs.values()
    ]
    verdicts = [found.get(i, missed[i]) for i in missed] + spurious
    affiliations = _affiliations(document, list(found.values())) if resolves_speakers else Counts()
    return DocumentVerdicts(tuple(verdicts), affiliations)


def _found(document: GoldDocument, gold: GoldQuote, prediction: Prediction, *, exact: bool, resolved: bool) -> Verdict:
    source = same_source(document.text, gold.source, prediction.source)
    return Verdict(
        document,
        gold.kind,
        gold,
        prediction,
        exact=exact,
        source=source,
        speaker=same_speaker(gold.speaker, prediction.speaker) if resolved else source,
        same_kind=gold.kind == prediction.kind or not resolved,
    )


def _kind(document: GoldDocument, prediction: Prediction, *, resolved: bool) -> Kind:
    """The kind under which a spurious prediction counts: told the way in which the gold tells it."""
    return prediction.kind if resolved else kind_by_marks(document.text, prediction.content)


def _affiliations(document: GoldDocument, found: Sequence[Verdict]) -> Counts:
    """Affiliations of each speaker who is no organization, over all quotes that were given to the right one."""
    wanted: dict[str, tuple[GoldAffiliation, ...]] = {}
    for quote in document.quotes:
        if quote.speaker and quote.speaker.kind is not SpeakerKind.ORGANIZATION:
            wanted.setdefault(quote.speaker.name, quote.speaker.affiliations)
    given: dict[str, dict[PredictedAffiliation, None]] = {}
    for verdict in found:
        if verdict.right and verdict.gold and verdict.gold.speaker and verdict.prediction:
            ours = given.setdefault(verdict.gold.speaker.name, {})
            ours.update(dict.fromkeys(verdict.prediction.affiliations))
    counts = (_affiliation_counts(affiliations, given.get(name, {})) for name, affiliations in wanted.items())
    return sum(counts, start=Counts())


def _affiliation_counts(wanted: Sequence[GoldAffiliation], given: dict[PredictedAffiliation, None]) -> Counts:
    rest = list(given)
    for affiliation in wanted:
        hit = next((ours for ours in rest if same_affiliation(affiliation, ours)), None)
        if hit is not None:
            rest.remove(hit)
    return Counts(len(given) - len(rest), len(given), len(wanted))

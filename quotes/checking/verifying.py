"""Did they say that?  A claimed quotation against the index."""

from __future__ import annotations

import re

from attrs import frozen

from quotes.checking.alignment import Op, Steps, closest, edits, exact
from quotes.checking.candidates import Candidate, Weights, candidates, weights, with_phrase
from quotes.checking.claims import Claim, claim_of
from quotes.checking.differences import changes, notes_on
from quotes.checking.matches import Names, match_of
from quotes.checking.splicing import SHORTEST, Splice, splice
from quotes.checking.verdicts import Attribution, Match, Verdict, Verification
from quotes.index.database import Index

NEAR = 0.5
"""From this score on, words that differ are an altered quotation and not another one."""
FOUND, NEAREST = 5, 3
"""So many matches are shown for words that were found, and for words that were not."""
COMPARED = 8
"""So many candidates that do not hold the very words are compared with the claim word by word."""
SAID = frozenset({Verdict.VERBATIM, Verdict.ELIDED, Verdict.SPLICED})
"""Verdicts by which all words of a claim stand in sources."""
LONGEST = 5_000
"""Words of a claim beyond so many are refused: no quotation is that long."""


@frozen(eq=False)
class Finding:
    """How one candidate bears on the claim; ``own`` is the share of matched words that are direct speech."""

    candidate: Candidate
    steps: Steps
    score: float
    own: float
    attribution: Attribution

    @property
    def verdict(self) -> Verdict:
        """The verdict if this candidate alone decides."""
        if self.own < (1.0 if not edits(self.steps) else 0.5):
            return Verdict.PARAPHRASE
        if edits(self.steps):
            return Verdict.ALTERED
        if self.attribution is Attribution.WRONG:
            return Verdict.MISATTRIBUTED
        return Verdict.ELIDED if any(step.op is Op.OMITTED for step in self.steps) else Verdict.VERBATIM

    @property
    def order(self) -> tuple[bool | float, ...]:
        """What makes one finding better than another: the very words, else how near; whose, how sure, how recent."""
        wrong, paraphrase = self.attribution is Attribution.WRONG, self.verdict is Verdict.PARAPHRASE
        unsure = self.attribution is Attribution.UNKNOWN
        differs, near = bool(edits(self.steps)), round(self.score, 1)
        return (differs, -near, wrong, paraphrase, unsure, -self.score, len(self.steps), not self.candidate.current)


def verify(index: Index, words: str, speaker: str | None = None) -> Verification:
    """The verdict on a claimed quotation, with or without its quotation marks, and on who is claimed to have said it.

    Raises ``IndexProblem`` where the index cannot be read.
    """
    claim = claim_of(words)
    speaker = speaker if speaker and speaker.strip() else None
    if not claim.words or len(claim.words) > LONGEST:
        problem = "more words than a quotation can have" if claim.words else "there are no words to look for"
        attribution = Attribution.UNKNOWN if speaker else Attribution.UNCLAIMED
        return Verification(words, speaker, Verdict.UNSUPPORTED, attribution, notes=(problem,))
    names = Names(index, speaker)
    result = _verified(index, words, claim, names)
    if not claim.inserted or not any("[" in match.text for match in result.matches):
        return result
    literal = _verified(index, words, claim_of(words, literal=True), names)
    return literal if literal.verdict in SAID or _stands_in_brackets(result) else result


def _stands_in_brackets(result: Verification) -> bool:
    """Whether the words for which the claim has brackets stand in brackets in the source too."""
    match = result.matches[0]
    brackets = re.findall(r"\[[^\[\]]*\]", match.text)
    left_out = [change.source for change in match.diff if change.op == "omitted"]
    return any(words in bracket for words in left_out for bracket in brackets)


def _verified(index: Index, words: str, claim: Claim, names: Names) -> Verification:
    """The verdict on a claim; the quotes that hold its very words are looked at first."""
    known = weights(index, claim)
    found = with_phrase(index, claim, names.claimed)
    findings = _findings(claim, found, known, names)
    if findings and findings[0].verdict is Verdict.VERBATIM:
        return _found(index, words, claim, findings, names)
    found += candidates(index, claim, known)
    return _searched(index, words, claim, list({one.number: one for one in found}.values()), known, names)


def _searched(
    index: Index, words: str, claim: Claim, found: list[Candidate], known: Weights, names: Names
) -> Verification:
    """The verdict where no quote simply has the words: are they cut, changed, joined, somebody else's, or not there?"""
    findings = _findings(claim, found, known, names)
    best = findings[0] if findings else None
    if best is None or edits(best.steps):
        joined = splice(claim, found, known) or splice(claim, found + _others(index, claim, best), known)
        if joined and joined.quotes > 1 and (best is None or joined.cost < edits(best.steps)):
            return _spliced(index, words, claim, joined, names)
        if joined and best is not None and best.score < NEAR:
            best = next((f for f in findings if f.candidate is joined.stretches[0].candidate), best)
            return _found(index, words, claim, [best], names)
    if best is None or best.score < NEAR:
        return _unsupported(index, words, claim, findings, names)
    return _found(index, words, claim, findings, names)


def _others(index: Index, claim: Claim, best: Finding | None) -> list[Candidate]:
    """Quotes that hold the longest run of words which the best one lacks: everyday words may be joined to it."""
    if best is None:
        return []
    lacking = (step.claim for step in best.steps if step.op in (Op.ADDED, Op.CHANGED))
    missing = sorted(position for position in lacking if position is not None)
    runs: list[list[int]] = []
    for position in missing:
        if runs and position == runs[-1][-1] + 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    longest = max(runs, key=len, default=[])
    if len(longest) < SHORTEST:
        return []
    return with_phrase(index, Claim(claim.text, claim.words[longest[0] : longest[-1] + 1]))


def _findings(claim: Claim, found: list[Candidate], known: Weights, names: Names) -> list[Finding]:
    """What each candidate says, best first: those with the very words, and the nearest of the others."""
    findings = []
    rest = []
    for candidate in found:
        steps = exact(claim, candidate.words)
        if steps:
            findings.append(_finding(claim, candidate, steps, known, names))
        else:
            rest.append(candidate)
    if not findings:
        for candidate in _nearest(claim, rest, known):
            findings.append(_finding(claim, candidate, closest(claim, candidate.words), known, names))
    return sorted(findings, key=lambda finding: finding.order)


def _nearest(claim: Claim, rest: list[Candidate], known: Weights) -> list[Candidate]:
    """The candidates that share the most with the claim, in order, by a measure that is quick."""
    from rapidfuzz.distance import LCSseq

    wanted = [word.folded for word in claim.words]
    weight = {word.folded: known.of(word) for word in claim.words}

    def shared(candidate: Candidate) -> float:
        said = [word.folded for word in candidate.words]
        together = sum(weight[word] for word in set(said) & weight.keys())
        return LCSseq.similarity(wanted, said) / len(wanted) + together / sum(weight.values())

    return sorted(rest, key=shared, reverse=True)[:COMPARED]


def _finding(claim: Claim, candidate: Candidate, steps: Steps, known: Weights, names: Names) -> Finding:
    kept = [step for step in steps if step.op in (Op.SAME, Op.CASE)]
    own = sum(candidate.own[step.source] for step in kept if step.source is not None) / max(1, len(kept))
    score = score_of(claim, candidate, steps, known)
    return Finding(candidate, steps, score, own, names.attribution(candidate))


def score_of(claim: Claim, candidate: Candidate, steps: Steps, known: Weights) -> float:
    """How near, from 0 to 1: the mean of the share of words kept, and of that share with rare words weighing more."""
    if not edits(steps):
        return 1.0
    kept = total = kept_weight = total_weight = 0.0
    for step in steps:
        if step.op is Op.OMITTED:
            continue
        word = claim.words[step.claim] if step.claim is not None else candidate.words[step.source or 0]
        weight = known.of(word) if step.claim is not None else 1.0
        total, total_weight = total + 1, total_weight + weight
        if step.op in (Op.SAME, Op.CASE):
            kept, kept_weight = kept + 1, kept_weight + weight
    return min(0.99, (kept / total + kept_weight / total_weight) / 2)


def _found(index: Index, words: str, claim: Claim, findings: list[Finding], names: Names) -> Verification:
    best = findings[0]
    near = [finding for finding in findings if finding.score >= max(NEAR, best.score - 0.2)] or [best]
    same = [finding for finding in near if finding.verdict is best.verdict]
    others = [finding for finding in near if finding.verdict is not best.verdict]
    matches = tuple(_match(index, claim, finding, names) for finding in (same + others)[:FOUND])
    notes = notes_on(claim, best.candidate, best.steps, best.own)
    return Verification(words, names.claimed, best.verdict, best.attribution, matches, notes)


def _match(index: Index, claim: Claim, finding: Finding, names: Names) -> Match:
    diff = changes(claim, finding.candidate, finding.steps)
    return match_of(index, finding.candidate, finding.score, finding.attribution, diff)


def _spliced(index: Index, words: str, claim: Claim, joined: Splice, names: Names) -> Verification:
    matches = []
    for stretch in joined.stretches:
        part = Claim(claim.text, claim.words[stretch.start : stretch.end])
        steps = exact(part, stretch.candidate.words) or closest(part, stretch.candidate.words)
        score = round((stretch.end - stretch.start) / len(claim.words), 3)
        attribution = names.attribution(stretch.candidate)
        matches.append(match_of(index, stretch.candidate, score, attribution, changes(part, stretch.candidate, steps)))
    speakers = {match.speaker for match in matches}
    said: tuple[str, ...] = (f"joined from {joined.quotes} separate quotes",)
    if len(speakers) > 1:
        said += ("the parts are by different speakers: " + ", ".join(sorted(name or "unknown" for name in speakers)),)
    worst = max((match.attribution for match in matches), key=_badness)
    return Verification(words, names.claimed, Verdict.SPLICED, worst, tuple(matches), said)


def _badness(attribution: Attribution) -> int:
    return [Attribution.UNCLAIMED, Attribution.RIGHT, Attribution.UNKNOWN, Attribution.WRONG].index(attribution)


def _unsupported(index: Index, words: str, claim: Claim, findings: list[Finding], names: Names) -> Verification:
    nearest = sorted(findings, key=lambda finding: -finding.score)[:NEAREST]
    matches = tuple(_match(index, claim, finding, names) for finding in nearest)
    attribution = Attribution.UNKNOWN if names.claimed else Attribution.UNCLAIMED
    return Verification(words, names.claimed, Verdict.UNSUPPORTED, attribution, matches)

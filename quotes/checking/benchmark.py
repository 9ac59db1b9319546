"""How often are verdicts right?  Claims of known kind, made from the quotes of an index: one command, one seed.

python -m quotes.checking.benchmark --index quotes.db --seed 1 --each 100
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import click
from attrs import frozen

from quotes.checking.names import same_person
from quotes.checking.verdicts import Verdict
from quotes.checking.verifying import verify
from quotes.checking.words import NEGATIONS, words
from quotes.index.database import Index
from quotes.index.errors import IndexProblem


@frozen
class Saying:
    """A stored quote as material for claims: its words with their punctuation, and who said it."""

    text: str
    kind: str
    speaker: str | None

    @property
    def parts(self) -> list[str]:
        """The words of one piece, without quotation marks around them."""
        return self.text.split(" … ")[0].strip(" “”\"‘’'«»„").split()


@frozen
class Case:
    """A claim with the verdict that is right for it."""

    name: str
    claim: str
    speaker: str | None
    right: Verdict


class Maker:
    """Makes claims from the quotes of an index."""

    def __init__(self, index: Index, seed: int) -> None:
        self.chance = random.Random(seed)
        rows = index.rows(
            "SELECT q.text, q.kind, s.name FROM quotes q LEFT JOIN appearances p ON p.number = q.appearance "
            "LEFT JOIN speakers s ON s.number = p.speaker WHERE q.shown ORDER BY q.id LIMIT 200000"
        )
        sayings = [Saying(*row) for row in rows]
        self.direct = [one for one in sayings if one.kind == "direct" and 7 <= len(words(" ".join(one.parts))) <= 80]
        self.indirect = [one for one in sayings if one.kind == "indirect" and len(one.parts) >= 7]
        spoken = {word.folded for one in self.direct for word in words(one.text)}
        self.vocabulary = sorted(word for word in spoken if word.isalpha() and len(word) > 3)
        self.names = sorted({one.speaker for one in sayings if one.speaker})
        self.said = {_folded(" ".join(one.parts)) for one in sayings}
        self.directly = {_folded(" ".join(one.parts)) for one in sayings if one.kind != "indirect"}

    def cases(self, each: int) -> Iterator[Case]:
        """So many claims of each class, as far as the index has material for them."""
        for name, make in MAKERS.items():
            made: set[tuple[str, str | None]] = set()
            for _ in range(each * 60):
                case = make(self)
                if case is not None and (case.claim, case.speaker) not in made:
                    made.add((case.claim, case.speaker))
                    yield Case(name, case.claim, case.speaker, case.right)
                if len(made) == each:
                    break

    def one(self) -> Saying:
        """Any direct quote."""
        return self.chance.choice(self.direct)

    def other_word(self, than: str) -> str:
        """A word of the index that differs from this one, with the same capital and punctuation."""
        bare = than.strip(".,;:!?")
        new = self.chance.choice([word for word in self.chance.sample(self.vocabulary, 3) if word != bare.casefold()])
        return than.replace(bare, new.capitalize() if bare[:1].isupper() else new)

    def is_said(self, claim: str, among: set[str] | None = None) -> bool:
        """Whether some quote holds these very words after all."""
        wanted = _folded(claim)
        return any(wanted in said for said in among or self.said)


def _folded(text: str) -> str:
    """The words of a text, with blanks around, so that finding one text in another finds whole words."""
    return f" {' '.join(word.folded for word in words(text))} "


def _verbatim(maker: Maker) -> Case:
    one = maker.one()
    parts = one.parts
    start = maker.chance.choice((0, 0, maker.chance.randrange(max(1, len(parts) - 6))))
    return Case("", " ".join(parts[start:]), maker.chance.choice((None, one.speaker)), Verdict.VERBATIM)


def _typographic(maker: Maker) -> Case:
    one = maker.one()
    claim = " ".join(one.parts)
    swaps = [("’", "'"), ("'", "’"), ("“", '"'), ("”", '"'), ("—", " - "), ("–", "-"), (" ", "\u00a0"), (" ", "  ")]
    for old, new in maker.chance.sample(swaps, 4):
        claim = claim.replace(old, new)
    claim = (claim[0].lower() if maker.chance.random() < 0.5 else claim[0].upper()) + claim[1:]
    return Case("", f"„{claim.rstrip(',.')}{maker.chance.choice('.,!?…')}“", one.speaker, Verdict.VERBATIM)


def _elided(maker: Maker) -> Case:
    one = maker.one()
    parts = one.parts
    start = maker.chance.randrange(2, len(parts) - 3)
    end = min(len(parts) - 2, start + maker.chance.randrange(1, 5))
    mark = maker.chance.choice(("…", "...", "[…]", "[...]", ". . .", "(…)"))
    if not any(words(part) for part in parts[start:end]):
        return Case("", " ".join(parts), one.speaker, Verdict.VERBATIM)
    return Case("", " ".join([*parts[:start], mark, *parts[end:]]), one.speaker, Verdict.ELIDED)


def _changed(maker: Maker) -> Case | None:
    one = maker.one()
    parts = one.parts
    where = maker.chance.choice([i for i, part in enumerate(parts) if part.strip(".,;:!?").isalpha()] or [0])
    parts[where] = maker.other_word(parts[where])
    return _unless_said(maker, Case("", " ".join(parts), one.speaker, Verdict.ALTERED))


def _negation(maker: Maker) -> Case | None:
    """A negation dropped; where the quote has none, one put in."""
    one = maker.one()
    parts = one.parts
    negated = [i for i, part in enumerate(parts) if 0 < i < len(parts) - 1 and part.casefold() in NEGATIONS]
    if negated:
        del parts[maker.chance.choice(negated)]
    else:
        parts.insert(maker.chance.randrange(1, len(parts)), "not")
    return _unless_said(maker, Case("", " ".join(parts), one.speaker, Verdict.ALTERED))


def _number(maker: Maker) -> Case | None:
    one = maker.one()
    parts = one.parts
    numbers = [i for i, part in enumerate(parts) if any(c.isdigit() for c in part)]
    if not numbers:
        return None
    where = maker.chance.choice(numbers)
    digit = maker.chance.choice([i for i, c in enumerate(parts[where]) if c in "0123456789"])
    new = maker.chance.choice([d for d in "123456789" if d != parts[where][digit]])
    parts[where] = parts[where][:digit] + new + parts[where][digit + 1 :]
    return _unless_said(maker, Case("", " ".join(parts), one.speaker, Verdict.ALTERED))


def _spliced(maker: Maker) -> Case | None:
    one, other = maker.one(), maker.one()
    if one.text == other.text:
        return None
    first, second = one.parts, other.parts
    head, tail = (
        first[: maker.chance.randrange(5, len(first) + 1)],
        second[-maker.chance.randrange(5, len(second) + 1) :],
    )
    return _unless_said(maker, Case("", " ".join([*head, *tail]), None, Verdict.SPLICED))


def _wrong_speaker(maker: Maker) -> Case | None:
    one = maker.one()
    claimed = maker.chance.choice(maker.names)
    if one.speaker is None or same_person(claimed, [one.speaker]):
        return None
    return Case("", " ".join(one.parts), claimed, Verdict.MISATTRIBUTED)


def _indirect(maker: Maker) -> Case | None:
    """Indirect speech as if it were direct, all of it or a stretch, unless somebody says just that directly."""
    one = maker.chance.choice(maker.indirect)
    start = maker.chance.choice((0, maker.chance.randrange(len(one.parts) - 6)))
    claim = " ".join(one.parts[start:])
    return None if maker.is_said(claim, maker.directly) else Case("", claim, one.speaker, Verdict.PARAPHRASE)


def _invented(maker: Maker) -> Case | None:
    """A sentence as fluent as pairs of words can make it: each word follows the last one somewhere in the index."""
    follow = _followers(maker)
    word = maker.chance.choice(sorted(follow))
    claim = [word]
    for _ in range(maker.chance.randrange(8, 20)):
        word = maker.chance.choice(follow.get(word) or maker.vocabulary)
        if maker.chance.random() < 0.4:
            word = maker.chance.choice(maker.vocabulary)
        claim.append(word)
    return _unless_said(maker, Case("", " ".join(claim), None, Verdict.UNSUPPORTED))


def _followers(maker: Maker) -> dict[str, list[str]]:
    follow: dict[str, list[str]] = {}
    for one in maker.chance.sample(maker.direct, min(200, len(maker.direct))):
        said = [word.folded for word in words(" ".join(one.parts))]
        for first, second in pairwise(said):
            follow.setdefault(first, []).append(second)
    return follow


def _unless_said(maker: Maker, case: Case) -> Case | None:
    return None if maker.is_said(case.claim) else case


MAKERS: dict[str, Callable[[Maker], Case | None]] = {
    "verbatim": _verbatim,
    "typographic": _typographic,
    "elided": _elided,
    "one word changed": _changed,
    "negation": _negation,
    "number changed": _number,
    "spliced": _spliced,
    "wrong speaker": _wrong_speaker,
    "indirect as direct": _indirect,
    "invented": _invented,
}


@frozen
class Outcome:
    """A case with the verdict that was given."""

    case: Case
    given: Verdict

    @property
    def right(self) -> bool:
        """Whether the verdict is the right one."""
        return self.given is self.case.right


def run(index: Index, seed: int, each: int) -> list[Outcome]:
    """The verdict on every case.  Raises ``IndexProblem``."""
    return [Outcome(case, verify(index, case.claim, case.speaker).verdict) for case in Maker(index, seed).cases(each)]


def table(outcomes: list[Outcome]) -> list[dict[str, Any]]:
    """For each class: cases, right verdicts, and which wrong ones were given."""
    rows = []
    for name in MAKERS:
        mine = [one for one in outcomes if one.case.name == name]
        wrong = Counter(one.given.value for one in mine if not one.right)
        rows.append({"class": name, "cases": len(mine), "right": sum(one.right for one in mine), "wrong": dict(wrong)})
    return rows


@click.command()
@click.option("--index", "path", required=True, metavar="FILE")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--each", type=click.IntRange(min=1), default=100, show_default=True, help="Claims of each class.")
@click.option("--show-wrong", is_flag=True, help="Print the claims whose verdict is wrong.")
def main(path: str, seed: int, each: int, show_wrong: bool) -> None:
    """Measure verdicts on claims made from the quotes of an index."""
    started = time.perf_counter()
    try:
        with Index.open(path) as index:
            outcomes = run(index, seed, each)
    except IndexProblem as problem:
        raise click.ClickException(str(problem)) from problem
    for row in table(outcomes):
        share = row["right"] / row["cases"] if row["cases"] else 0.0
        click.echo(f"{row['class']:20} {row['right']:5} of {row['cases']:5}  {share:7.2%}  {row['wrong'] or ''}")
    right = sum(one.right for one in outcomes)
    false = sum(one.given is Verdict.VERBATIM and not one.right for one in outcomes)
    took = time.perf_counter() - started
    click.echo(f"overall {right} of {len(outcomes)} = {right / max(1, len(outcomes)):.2%}; wrongly verbatim: {false}")
    click.echo(f"{took:.1f} s, seed {seed}")
    for one in outcomes if show_wrong else ():
        if not one.right:
            click.echo(f"[{one.case.name}] {one.given.value}: {one.case.claim}  ({one.case.speaker})")


if __name__ == "__main__":
    main()

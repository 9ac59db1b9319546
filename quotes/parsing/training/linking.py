"""How is the linker trained?  On the states of the finished network, over chains of mentions.

The loss is the marginal likelihood of Lee et al. (2017): of each mention whose antecedents are known, that one of them is
chosen, or none where it is the first of its chain.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence

import torch
from attrs import frozen
from torch import Tensor, nn

from quotes.parsing.bundle import Bundle, linker_of
from quotes.parsing.coreference import described
from quotes.parsing.linking import Linker, Seen
from quotes.parsing.mentions import head_of, heads_of, mentions_of
from quotes.parsing.newswire import tagged
from quotes.parsing.segments import pretokenized
from quotes.parsing.training.chains import Chained


@frozen
class Plan:
    """The settings of a run: how often all documents are seen, and newspapers for each time that the treebank is."""

    rounds: int = 8
    newspapers: int = 4
    rate: float = 1e-3
    decay: float = 0.01
    warmup: int = 100
    most: int = 120
    seed: int = 20


@frozen
class Lesson:
    """A document: its mentions as the linker sees them, and those that are asked, each with the earlier ones of its chain."""

    seen: Seen
    asked: list[tuple[int, list[int]]]


def lessons(documents: Iterable[Chained], bundle: Bundle, device: torch.device) -> Iterator[Lesson]:
    """Documents as the network sees them."""
    for chained in documents:
        document = pretokenized(chained.sentences)
        states = tagged([document], bundle, device)[0]
        mentions = mentions_of(document)
        number = {place: n for n, place in enumerate(mentions.places.tolist())}
        seen = Seen.of(mentions, described(mentions, states, bundle).clone())
        yield Lesson(seen, sorted(_asked(chained, heads_of(document), number).items()))


def _asked(chained: Chained, heads: list[int], number: dict[int, int]) -> dict[int, list[int]]:
    """The mentions of chains that are asked, by their numbers, with those before them in the chain."""
    found: dict[int, list[int]] = {}
    for chain in chained.chains:
        known = [(number.get(head_of(heads, m.start, m.end)), m.asked) for m in chain]
        for mention, asked in known:
            if mention is not None and asked:
                before = sorted({other for other, _ in known if other is not None and other < mention})
                found.setdefault(mention, before)
    return found


def loss_of(linker: Linker, lesson: Lesson, asked: Sequence[tuple[int, list[int]]]) -> Tensor:
    """The mean loss over some mentions of a document."""
    rows = torch.tensor([mention for mention, _ in asked], device=lesson.seen.states.device)
    scores = linker(lesson.seen, linker.encoded(lesson.seen), rows, 0, len(lesson.seen.states)).log_softmax(1)
    right = torch.zeros_like(scores, dtype=torch.bool)
    for row, (_, before) in enumerate(asked):
        right[row, [1 + other for other in before] or [0]] = True
    loss: Tensor = -scores.masked_fill(~right, -1e4).logsumexp(1).mean()
    return loss


def train_linker(
    treebank: list[Lesson], newspapers: list[Lesson], bundle: Bundle, plan: Plan, report: Callable[[float, str], None]
) -> Linker:
    """A linker for the network of a bundle; ``report`` is given the share that is done, and what is to be said."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    linker = linker_of(bundle.network).train()
    optimizer = torch.optim.AdamW(linker.parameters(), lr=plan.rate, weight_decay=plan.decay)
    lessons = [lesson for lesson in [*treebank, *newspapers * plan.newspapers] if lesson.asked]
    steps, step, mean = plan.rounds * len(lessons), 0, 0.0
    for _ in range(plan.rounds):
        for lesson in chance.sample(lessons, len(lessons)):
            asked = chance.sample(lesson.asked, min(plan.most, len(lesson.asked)))
            for group in optimizer.param_groups:
                group["lr"] = plan.rate * min(1.0, (step + 1) / plan.warmup) * (1 - step / steps)
            loss = loss_of(linker, lesson, asked)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(linker.parameters(), 1.0)
            optimizer.step()
            step, mean = step + 1, 0.99 * mean + 0.01 * float(loss.detach()) if step else float(loss.detach())
            if step % 100 == 0:
                report(step / steps, f"link {step} of {steps}  loss {mean:.3f}")
    return linker.eval()

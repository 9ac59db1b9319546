"""How is the network trained?  Tasks in turn, AdamW, linear decay, an average of the weights, checkpoints."""

from __future__ import annotations

import itertools
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from attrs import frozen
from torch import Tensor

from quotes.parsing.network import BIO, ROLES, Batch, Network
from quotes.parsing.training.batches import Cut, Task, batches, tensors
from quotes.parsing.training.examples import IGNORE
from quotes.parsing.wordpieces import WordPieces

log = logging.getLogger(__name__)

AVERAGE_EVERY = 4


@frozen
class Plan:
    """The settings of a training run; ``steps`` may be bounded by ``seconds`` of wall time instead.

    With ``seconds``, progress (and so the learning rate) follows the clock: the run ends when the time is up.
    """

    steps: int
    seconds: float | None = None
    budget: int = 2400
    encoder_rate: float = 2.5e-4
    head_rate: float = 2e-3
    warmup: float = 0.04
    decay: float = 0.99
    seed: int = 20
    schedule: tuple[str, ...] = ("trees", "entities", "trees", "attribution")
    check_every: int = 100
    report_every: int = 20


def persons_only(scores: Tensor, persons: tuple[int, int]) -> Tensor:
    """Scores [B, W, 3] of no person, B and I: those of all other entity tags are summed, as nothing tells them apart."""
    others = [column for column in range(scores.shape[2]) if column not in persons]
    return torch.stack([scores[..., others].logsumexp(2), *(scores[..., column] for column in persons)], dim=2)


def loss_of(
    network: Network, task: str, batch: Batch, targets: dict[str, Tensor], persons: tuple[int, int] = (0, 0)
) -> Tensor:
    """The loss of one batch of a task; ``persons`` are the columns of B and I of persons among the entity scores."""
    states = network.words(batch)

    def crossed(scores: Tensor, target: Tensor) -> Tensor:
        if not bool((target != IGNORE).any()):
            return scores.sum() * 0.0
        return F.cross_entropy(scores.float().flatten(0, 1), target.flatten(), ignore_index=IGNORE)

    if task == "trees":
        arcs = network.arc_scores(states, batch.sentence)
        relations = network.relation_scores(states, targets["heads"].clamp(min=0))
        tags = crossed(network.upos(states), targets["upos"]) + crossed(network.xpos(states), targets["xpos"])
        return crossed(arcs, targets["heads"]) + crossed(relations, targets["relations"]) + 0.3 * tags
    if task in ("entities", "names", "newsroom-names"):
        return crossed(network.entities(states), targets["entities"])
    if task == "persons":
        return crossed(persons_only(network.entities(states).float(), persons), targets["persons"])
    scores = network.roles(states).unflatten(2, (len(ROLES), len(BIO)))
    total = sum((crossed(scores[:, :, i], targets[f"role_{role}"]) for i, role in enumerate(ROLES)), torch.zeros(()))
    here = (batch.sentence >= 0)[:, None, :]
    for role, pointer in (("source", network.source_link), ("content", network.content_link)):
        links = pointer(states).float().masked_fill(~F.pad(here, (1, 0), value=True), -1e4)
        total = total + 0.25 * crossed(links, targets[f"link_{role}"])
    return total


class Average:
    """The exponential moving average of a network's weights."""

    def __init__(self, network: Network, decay: float) -> None:
        self.decay = decay
        self.weights = {name: value.detach().clone() for name, value in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network: Network, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, value in network.state_dict().items():
            self.weights[name].lerp_(value, 1 - decay)


def optimizer_of(network: Network, plan: Plan) -> torch.optim.AdamW:
    """AdamW with the encoder's rate below that of the heads; no decay on biases and norms."""
    groups = []
    for part, rate in ((True, plan.encoder_rate), (False, plan.head_rate)):
        for matrix in (True, False):
            chosen = [
                p
                for name, p in network.named_parameters()
                if (name.startswith("encoder.") and not name.startswith(("encoder.mix", "encoder.shapes"))) == part
                and (p.dim() > 1) == matrix
            ]
            groups.append({"params": chosen, "lr": rate, "peak": rate, "weight_decay": 0.01 if matrix else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def rate_at(progress: float, warmup: float) -> float:
    """The share of the peak learning rate at a point of the run (0 to 1): up in the warm-up, then down to nothing."""
    return progress / warmup if progress < warmup else max(0.0, (1 - progress) / (1 - warmup))


def order(tasks: Sequence[Task], plan: Plan) -> Iterator[tuple[str, list[Cut]]]:
    """The endless stream of batches."""
    streams = {task.name: batches(task, plan.budget, plan.seed) for task in tasks}
    for name in itertools.cycle(plan.schedule):
        yield name, next(streams[name])


class Run:
    """A training run that can be stopped, and started again from its last checkpoint.

    ``persons`` are the columns of B and I of persons among the entity scores, where a task asks for persons alone.
    """

    def __init__(
        self, network: Network, plan: Plan, folder: Path, device: torch.device, persons: tuple[int, int] = (0, 0)
    ) -> None:
        self.network, self.plan, self.folder, self.device = network.to(device), plan, folder, device
        self.persons = persons
        self.optimizer = optimizer_of(network, plan)
        self.average = Average(network, plan.decay)
        self.step, self.spent = 0, 0.0

    @property
    def checkpoint(self) -> Path:
        return self.folder / "checkpoint.pt"

    def save(self) -> None:
        """Write the checkpoint beside the old one, then put it in its place."""
        state = {"network": self.network.state_dict(), "average": self.average.weights, "step": self.step}
        state |= {"optimizer": self.optimizer.state_dict(), "spent": self.spent, "chance": torch.get_rng_state()}
        beside = self.checkpoint.with_suffix(".new")
        torch.save(state, beside)
        beside.replace(self.checkpoint)

    def resume(self) -> None:
        """Go on from the checkpoint, where there is one."""
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, weights_only=True, map_location=self.device)
            self.network.load_state_dict(state["network"])
            self.average.weights = state["average"]
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.spent = state["step"], state["spent"]
            torch.set_rng_state(state.get("chance", torch.get_rng_state()).cpu())

    def progress(self) -> float:
        plan = self.plan
        return self.spent / plan.seconds if plan.seconds is not None else self.step / plan.steps

    def train(self, tasks: Sequence[Task], table: WordPieces, report: Callable[[str], None]) -> None:
        """Train to the end of the plan."""
        plan = self.plan
        stream = itertools.islice(order(tasks, plan), self.step, None)
        losses: dict[str, float] = {}
        clock = time.monotonic()
        while self.progress() < 1 and (plan.seconds is not None or self.step < plan.steps):
            name, cuts = next(stream)
            batch, targets = tensors(cuts, table, self.device, random.Random(f"{plan.seed}-{self.step}"))
            loss = self._update(name, batch, targets)
            losses[name] = 0.95 * losses.get(name, loss) + 0.05 * loss
            self.step += 1
            now = time.monotonic()
            self.spent, clock = self.spent + now - clock, now
            if self.step % plan.report_every == 0:
                said = " ".join(f"{task} {value:.3f}" for task, value in losses.items())
                report(f"step {self.step} {self.progress():6.1%} {self.spent:6.0f} s  {said}")
            if self.step % plan.check_every == 0:
                self.save()
        self.save()

    def _update(self, name: str, batch: Batch, targets: dict[str, Tensor]) -> float:
        self.network.train()
        share = rate_at(self.progress(), self.plan.warmup)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * share
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            loss = loss_of(self.network, name, batch, targets, self.persons)
        self.optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        if self.step % AVERAGE_EVERY == 0:
            self.average.update(self.network, self.step // AVERAGE_EVERY)
        return float(loss.detach())

"""How is the bundled model made, from corpora to files?  Stage by stage; a stage that is done is not done again."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import torch
from attrs import asdict, evolve, frozen
from torch import Tensor

from quotes.parsing import bundle
from quotes.parsing.errors import ParsingError
from quotes.parsing.network import Network
from quotes.parsing.training import lexicon, linking, segmentation
from quotes.parsing.training.batches import Task
from quotes.parsing.training.cache import read_examples, write_examples
from quotes.parsing.training.chains import gum_chains, newsroom_chains
from quotes.parsing.training.corpora import Corpora, unpack
from quotes.parsing.training.encoder import Encoder
from quotes.parsing.training.examples import (
    Example,
    Split,
    attribution_examples,
    entity_examples,
    entity_names,
    tags_of,
    tree_examples,
)
from quotes.parsing.training.fit import Plan, Run
from quotes.parsing.training.names import name_examples, recased
from quotes.parsing.training.newsroom import named_examples, newsroom_examples
from quotes.parsing.training.persons import columns_of, person_examples
from quotes.parsing.training.progress import Progress
from quotes.parsing.training.splitting import splitter
from quotes.parsing.training.treebanks import TreeSentence, read_conllu
from quotes.parsing.wordpieces import WordPieces

SCHEDULE = ("trees", "entities", "attribution", "trees", "attribution", "entities")
WINDOWS = {
    "trees": (15, 130),
    "entities": (30, 160),
    "attribution": (60, 220),
    "names": (30, 160),
    "persons": (30, 160),
    "newsroom": (60, 220),
    "newsroom-names": (60, 220),
}
"""Words of a window of each task: the fewest and the most that are aimed at."""

PUBLISHED = Plan(steps=0, seconds=75 * 60, schedule=SCHEDULE, warmup=0.04)
"""How the published network was trained: by the clock, on one core of two."""

POLISH = Plan(
    steps=0,
    seconds=45 * 60,
    encoder_rate=1e-4,
    head_rate=8e-4,
    schedule=(
        *("trees", "entities", "attribution", "trees", "names", "persons"),
        *("attribution", "trees", "entities", "attribution", "persons"),
    ),
)
"""How it is polished: from the averaged weights, with names from GUM and persons from EWT, at lower rates."""

POLISHED = 0.7
"""The share of the polished weights in those that are published; the rest is the weights from before."""

NEWSROOM = Plan(
    steps=850,
    encoder_rate=6e-5,
    head_rate=4.8e-4,
    schedule=(
        *("newsroom", "trees", "newsroom-names", "attribution", "trees", "entities"),
        *("newsroom", "persons", "trees", "newsroom-names", "newsroom", "names"),
        *("trees", "attribution", "newsroom-names", "persons", "entities", "trees"),
    ),
)
"""How it learns from newspapers of all regions at last: from the polished weights, at rates lower still."""

NEWSROOMED = 0.6
"""The share of the weights after that in those that are published."""

LINKING = linking.Plan()
"""How the linker is trained, on the states of the published weights."""

RECASED = {"entities": 0.05, "names": 0.1, "persons": 0.1}
"""Which share of the documents the polish also sees without capitals, or in capitals only."""


@frozen
class Seeds:
    """What the chances of each stage start from."""

    restyling: int = 7
    segmentation: int = 1234
    network: int = 20
    linker: int = 20


@frozen
class Settings:
    """Everything that decides what comes out; the defaults are those of the published model."""

    plan: Plan = PUBLISHED
    polish: Plan = POLISH
    newsroom: Plan = NEWSROOM
    linker: linking.Plan = LINKING
    tokenizer_steps: int = 4000
    expander_epochs: int = 4
    seeds: Seeds = Seeds()

    def seeded(self, seed: int) -> Settings:
        """The same settings with one seed for all stages."""
        return evolve(self, seeds=Seeds(seed, seed, seed, seed))


TINY = Settings(
    plan=Plan(steps=12, budget=400, schedule=SCHEDULE, check_every=6, report_every=1),
    polish=evolve(POLISH, steps=7, seconds=None, budget=400, report_every=1),
    newsroom=evolve(NEWSROOM, steps=7, budget=400, report_every=1),
    linker=linking.Plan(rounds=1, newspapers=1),
    tokenizer_steps=20,
    expander_epochs=1,
)
"""A run of seconds, to see that every stage works; what comes out is no good."""


@frozen
class Kitchen:
    """Where and with what the model is made: corpora, the encoder to start from, a folder for files, a device."""

    corpora: Corpora
    encoder: Encoder
    work: Path
    settings: Settings
    device: torch.device

    @property
    def bundle(self) -> Path:
        """The folder that the shipped files come to lie in."""
        return self.work / "bundle"


def make(kitchen: Kitchen, progress: Progress) -> Path:
    """Do every stage that is not done yet; the folder of the finished bundle."""
    kitchen.bundle.mkdir(parents=True, exist_ok=True)
    same_settings(kitchen)
    sentences = [s for path in kitchen.corpora.treebanks for s in read_conllu(path)]
    with progress.stage("tokenizer and expander"):
        make_segmentation(kitchen, sentences)
    with progress.stage("lexicon"):
        lexicon.write(lexicon.learn(sentences), kitchen.bundle / bundle.LEXICON)
    with progress.stage("words of the attributions"):
        attributions = list(split_attributions(kitchen))
        newsroom = list(split_newsroom(kitchen))
    with progress.stage("network"):
        make_network(kitchen, sentences, attributions, newsroom, progress)
    with progress.stage("linker"):
        make_linker(kitchen, progress)
    bundle.write_manifest(kitchen.bundle)
    return kitchen.bundle


def same_settings(kitchen: Kitchen) -> None:
    """Record the settings in the working folder; raises ``ParsingError`` where a run with others was begun there."""
    path = kitchen.work / "settings.json"
    text = json.dumps(asdict(kitchen.settings), indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise ParsingError(f"{kitchen.work} holds a run with other settings: give another folder to --out")
    path.write_text(text, encoding="utf-8")


def make_segmentation(kitchen: Kitchen, sentences: list[TreeSentence]) -> None:
    """``tokenizer.pt`` and ``mwt.pt``, by Stanza's training code."""
    folder, settings = kitchen.work / "segmentation", kitchen.settings
    folder.mkdir(exist_ok=True)
    made = [kitchen.bundle / name for name in (bundle.TOKENIZER, bundle.EXPANDER)]
    if not all(path.exists() for path in made):
        segmentation.write_data(folder, "train", sentences, random.Random(settings.seeds.restyling))
        segmentation.write_data(folder, "dev", read_conllu(kitchen.corpora.held_out), None)
    seed = settings.seeds.segmentation
    if not made[0].exists():
        _keep(segmentation.train_tokenizer(folder, steps=settings.tokenizer_steps, seed=seed), made[0])
    if not made[1].exists():
        _keep(segmentation.train_expander(folder, epochs=settings.expander_epochs, seed=seed), made[1])


def _keep(made: Path, kept: Path) -> None:
    """Copy a finished file so that it is there whole or not at all."""
    beside = kept.with_suffix(".new")
    shutil.copyfile(made, beside)
    beside.replace(kept)


def split_attributions(kitchen: Kitchen) -> Iterable[Example]:
    """The attribution examples, with words as the new tokenizer splits them."""

    def fresh(split: Split) -> Iterable[Example]:
        return attribution_examples(unpack(kitchen.corpora.attributions, kitchen.work), split)

    return _kept_examples(kitchen, "attributions", fresh)


def split_newsroom(kitchen: Kitchen) -> Iterable[Example]:
    """The same of the newspapers of all regions."""
    return _kept_examples(kitchen, "newsroom", lambda split: newsroom_examples(kitchen.corpora.articles, split))


def _kept_examples(kitchen: Kitchen, name: str, fresh: Callable[[Split], Iterable[Example]]) -> Iterable[Example]:
    """Examples that depend on the tokenizer, kept on disk for its digest."""
    digest = bundle.digest(kitchen.bundle / bundle.TOKENIZER)
    path = kitchen.work / f"{name}-{digest[:12]}.jsonl"
    if not path.exists():
        write_examples(path, fresh(splitter(kitchen.bundle, kitchen.work / "resources")))
    return read_examples(path)


def make_network(
    kitchen: Kitchen,
    sentences: list[TreeSentence],
    attributions: list[Example],
    newsroom: list[Example],
    progress: Progress,
) -> None:
    """Train the network in three rounds, each after the first from a mean of weights; each goes on from its last checkpoint."""
    settings, encoder = kitchen.settings, kitchen.encoder
    tags = tags_of(sentences, entity_names(kitchen.corpora.entities))
    torch.manual_seed(settings.seeds.network)
    network = Network(encoder.shape(tags))
    network.from_bert(encoder.weights)
    table = WordPieces(encoder.vocabulary)

    def after_round(name: str, plan: Plan, tasks: list[Task]) -> dict[str, Tensor]:
        folder = kitchen.work / name
        folder.mkdir(exist_ok=True)
        run = Run(network, plan, folder, kitchen.device, columns_of(tags))
        run.resume()
        run.train(tasks, table, lambda said: progress.at(run.progress(), said))
        return run.average.weights

    seed = settings.seeds.network
    tasks = list(tasks_of(kitchen, tags, attributions))
    weights = after_round("first", evolve(settings.plan, seed=seed), tasks)
    tasks = list(with_names(kitchen, tags, tasks))
    for name, plan, share in (("polish", settings.polish, POLISHED), ("newsroom", settings.newsroom, NEWSROOMED)):
        network.load_state_dict(weights)
        if name == "newsroom":
            named = list(named_examples(newsroom, tags))
            tasks = [*tasks, *(Task(t, e, *WINDOWS[t]) for t, e in ((name, newsroom), (f"{name}-names", named)))]
        seed += 1
        after = after_round(name, evolve(plan, seed=seed), tasks)
        weights = {part: torch.lerp(value, after[part], share) for part, value in weights.items()}
    network.load_state_dict(weights)
    bundle.save(kitchen.bundle, network, tags, encoder.vocabulary)


def make_linker(kitchen: Kitchen, progress: Progress) -> None:
    """Train the linker on the finished network, unless that is done."""
    if (kitchen.bundle / bundle.LINKER).exists():
        return
    settings, corpora = kitchen.settings, kitchen.corpora
    made = bundle.load_unlinked(kitchen.bundle, kitchen.device)
    split = splitter(kitchen.bundle, kitchen.work / "resources")
    treebank = list(linking.lessons(gum_chains(corpora.treebanks[-1]), made, kitchen.device))
    newspapers = list(linking.lessons(newsroom_chains(corpora.articles, split), made, kitchen.device))
    plan = evolve(settings.linker, seed=settings.seeds.linker)
    linker = linking.train_linker(treebank, newspapers, made, plan, progress.at)
    bundle.save_linker(kitchen.bundle, linker)


def tasks_of(kitchen: Kitchen, tags: bundle.Tags, attributions: list[Example]) -> Iterator[Task]:
    """The three corpora as examples, with the lengths of their windows."""
    examples = {
        "trees": [example for path in kitchen.corpora.treebanks for example in tree_examples(path, tags)],
        "entities": entity_examples(kitchen.corpora.entities, tags),
        "attribution": attributions,
    }
    for name, found in examples.items():
        yield Task(name, found, *WINDOWS[name])


def with_names(kitchen: Kitchen, tags: bundle.Tags, tasks: list[Task]) -> Iterator[Task]:
    """The tasks of the polish: those before, persons in the first treebank, names in the last; with copies in other case."""
    first, last = kitchen.corpora.treebanks[0], kitchen.corpora.treebanks[-1]
    named = {"names": name_examples(last, tags), "persons": person_examples(first)}
    for task in [*tasks, *(Task(name, list(found), *WINDOWS[name]) for name, found in named.items())]:
        chance = random.Random(f"{kitchen.settings.seeds.network}-{task.name}")
        copies = recased(task.examples, RECASED.get(task.name, 0.0), chance)
        yield evolve(task, examples=[*task.examples, *copies])


def install(made: Path, folder: Path = bundle.FOLDER) -> None:
    """Copy a finished bundle over the one that the package ships, the manifest last."""
    bundle.verify(made)
    folder.mkdir(exist_ok=True)
    for name in (*bundle.FILES, bundle.MANIFEST):
        shutil.copyfile(made / name, folder / name)

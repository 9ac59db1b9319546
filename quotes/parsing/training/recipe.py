"""How is the bundled model made, from corpora to files?  Stage by stage; a stage that is done is not done again."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from attrs import asdict, evolve, frozen

from quotes.parsing import bundle
from quotes.parsing.errors import ParsingError
from quotes.parsing.network import Network
from quotes.parsing.training import lexicon, segmentation
from quotes.parsing.training.batches import Task
from quotes.parsing.training.cache import read_examples, write_examples
from quotes.parsing.training.corpora import Corpora, unpack
from quotes.parsing.training.encoder import Encoder
from quotes.parsing.training.examples import (
    Example,
    attribution_examples,
    entity_examples,
    entity_names,
    tags_of,
    tree_examples,
)
from quotes.parsing.training.fit import Plan, Run
from quotes.parsing.training.progress import Progress
from quotes.parsing.training.splitting import splitter
from quotes.parsing.training.treebanks import TreeSentence, read_conllu
from quotes.parsing.wordpieces import WordPieces

SCHEDULE = ("trees", "entities", "attribution", "trees", "attribution", "entities")
WINDOWS = {"trees": (15, 130), "entities": (30, 160), "attribution": (60, 220)}
"""Words of a window of each task: the fewest and the most that are aimed at."""

PUBLISHED = Plan(steps=0, seconds=75 * 60, schedule=SCHEDULE, warmup=0.04)
"""How the published network was trained: by the clock, on one core of two."""


@frozen
class Seeds:
    """What the chances of each stage start from."""

    restyling: int = 7
    segmentation: int = 1234
    network: int = 20


@frozen
class Settings:
    """Everything that decides what comes out; the defaults are those of the published model."""

    plan: Plan = PUBLISHED
    tokenizer_steps: int = 4000
    expander_epochs: int = 4
    seeds: Seeds = Seeds()

    def seeded(self, seed: int) -> Settings:
        """The same settings with one seed for all stages."""
        return evolve(self, seeds=Seeds(seed, seed, seed))


TINY = Settings(
    plan=Plan(steps=12, budget=400, schedule=SCHEDULE, check_every=6, report_every=1),
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
    with progress.stage("network"):
        make_network(kitchen, sentences, attributions, progress)
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
    """The attribution examples, with words as the new tokenizer splits them; kept on disk for the tokenizer's digest."""
    digest = bundle.digest(kitchen.bundle / bundle.TOKENIZER)
    path = kitchen.work / f"attributions-{digest[:12]}.jsonl"
    if not path.exists():
        folder = unpack(kitchen.corpora.attributions, kitchen.work)
        write_examples(path, attribution_examples(folder, splitter(kitchen.bundle, kitchen.work / "resources")))
    return read_examples(path)


def make_network(
    kitchen: Kitchen, sentences: list[TreeSentence], attributions: list[Example], progress: Progress
) -> None:
    """Train the network, from its last checkpoint where there is one, and write the averaged weights."""
    settings, encoder = kitchen.settings, kitchen.encoder
    tags = tags_of(sentences, entity_names(kitchen.corpora.entities))
    torch.manual_seed(settings.seeds.network)
    network = Network(encoder.shape(tags))
    network.from_bert(encoder.weights)
    plan = evolve(settings.plan, seed=settings.seeds.network)
    run = Run(network, plan, kitchen.work, kitchen.device)
    run.resume()
    tasks = list(tasks_of(kitchen, tags, attributions))
    run.train(tasks, WordPieces(encoder.vocabulary), lambda said: progress.at(run.progress(), said))
    network.load_state_dict(run.average.weights)
    bundle.save(kitchen.bundle, network, tags, encoder.vocabulary)


def tasks_of(kitchen: Kitchen, tags: bundle.Tags, attributions: list[Example]) -> Iterator[Task]:
    """The three corpora as examples, with the lengths of their windows."""
    examples = {
        "trees": [example for path in kitchen.corpora.treebanks for example in tree_examples(path, tags)],
        "entities": entity_examples(kitchen.corpora.entities, tags),
        "attribution": attributions,
    }
    for name, (shortest, longest) in WINDOWS.items():
        yield Task(name, examples[name], shortest, longest)


def install(made: Path, folder: Path = bundle.FOLDER) -> None:
    """Copy a finished bundle over the one that the package ships, the manifest last."""
    bundle.verify(made)
    folder.mkdir(exist_ok=True)
    for name in (*bundle.FILES, bundle.MANIFEST):
        shutil.copyfile(made / name, folder / name)

"""Which files is the bundled model made of, are they sound, and how is the network loaded from them?"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import torch
from attrs import asdict, frozen
from safetensors import SafetensorError
from safetensors.torch import load_file
from safetensors.torch import save as serialized

from quotes.parsing.errors import DamagedModel
from quotes.parsing.lexicon import Lexicon
from quotes.parsing.network import Network, Shape
from quotes.parsing.wordpieces import WordPieces

FOLDER = Path(__file__).parent / "bundled"
MANIFEST = "manifest.json"
WEIGHTS, TABLES, VOCABULARY, LEXICON = "newswire.safetensors", "newswire.json", "pieces.txt", "lexicon.json"
TOKENIZER, EXPANDER, RESOURCES = "tokenizer.pt", "mwt.pt", "resources.json"
FILES = (WEIGHTS, TABLES, VOCABULARY, LEXICON, TOKENIZER, EXPANDER, RESOURCES)


@frozen
class Tags:
    """The names behind the numbers that the heads give, in order."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    entities: list[str]


@frozen
class Bundle:
    """The network with all that it needs to read words and to name what it finds."""

    network: Network
    tags: Tags
    pieces: WordPieces
    lexicon: Lexicon


def digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder: Path) -> None:
    """Record the digest of each file of a bundle."""
    names = sorted(p.name for p in folder.iterdir() if p.is_file() and p.name != MANIFEST)
    text = json.dumps({name: digest(folder / name) for name in names}, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def verify(folder: Path = FOLDER) -> dict[str, str]:
    """The digests of a bundle's files, checked; raises ``DamagedModel`` that names the file."""
    try:
        wanted = {
            name: str(value) for name, value in json.loads((folder / MANIFEST).read_text(encoding="utf-8")).items()
        }
    except (OSError, ValueError, AttributeError) as error:
        raise DamagedModel(f"the bundled model has no readable {MANIFEST} in {folder}: install quotes again") from error
    for name in FILES:
        path = folder / name
        if name not in wanted or not path.is_file():
            raise DamagedModel(f"the bundled model lacks {name} in {folder}: install quotes again")
        if digest(path) != wanted[name]:
            raise DamagedModel(f"the bundled model's {name} in {folder} is damaged: install quotes again")
    return wanted


def load(folder: Path, device: torch.device) -> Bundle:
    """The bundle of a folder; raises ``DamagedModel`` where a file does not say what it should."""
    try:
        tables = json.loads((folder / TABLES).read_text(encoding="utf-8"))
        pieces = WordPieces((folder / VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1])
        network = read_network(folder / WEIGHTS, Shape(**tables["shape"]))
        lexicon = Lexicon.read(folder / LEXICON)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError) as error:
        what = next(iter(str(error).splitlines()), type(error).__name__)
        raise DamagedModel(f"the bundled model in {folder} cannot be read: {what}") from error
    return Bundle(network.to(device).eval(), Tags(**tables["tags"]), pieces, lexicon)


def read_network(path: Path, shape: Shape) -> Network:
    """A network of this shape, in single precision, with the weights of a file in half precision.

    Raises ``OSError``, ``SafetensorError`` or ``RuntimeError`` where the file does not fit.
    """
    network = Network(shape)
    network.load_state_dict(load_file(path))
    return network


def save(folder: Path, network: Network, tags: Tags, vocabulary: list[str]) -> None:
    """Write weights in half precision, the tables that belong to them, and what Stanza must know of the bundle."""
    kinds: dict[str, object] = {kind: {"newswire": {}} for kind in ("tokenize", "mwt", "newswire")}
    (folder / RESOURCES).write_text(
        json.dumps({"en": {"lang_name": "English", **kinds}}, indent=1) + "\n", encoding="utf-8"
    )
    weights = {name: value.to(torch.float16).contiguous() for name, value in network.state_dict().items()}
    (folder / WEIGHTS).write_bytes(serialized(weights))
    tables = {"shape": asdict(network.shape), "tags": asdict(tags)}
    (folder / TABLES).write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")
    (folder / VOCABULARY).write_text("\n".join(vocabulary) + "\n", encoding="utf-8")

"""Which files is the bundled model made of, are they sound, and how is the network loaded from them?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from attrs import asdict, evolve, frozen
from safetensors import SafetensorError
from safetensors.torch import load_file
from safetensors.torch import save as serialized

from quotes.parsing.errors import DamagedModel
from quotes.parsing.lexicon import Lexicon
from quotes.parsing.linking import Linker
from quotes.parsing.network import Network, Shape
from quotes.parsing.wordpieces import WordPieces

FOLDER = Path(__file__).parent / "bundled"
MANIFEST = "manifest.json"
WEIGHTS, TABLES, VOCABULARY, LEXICON = "newswire.safetensors", "newswire.json", "pieces.txt", "lexicon.json"
LINKER = "linker.safetensors"
TOKENIZER, EXPANDER, RESOURCES = "tokenizer.pt", "mwt.pt", "resources.json"
FILES = (WEIGHTS, LINKER, TABLES, VOCABULARY, LEXICON, TOKENIZER, EXPANDER, RESOURCES)


@frozen
class Tags:
    """The names behind the numbers that the heads give, in order."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    entities: list[str]


@frozen
class Bundle:
    """The network with all that it needs to read words and to name what it finds; the linker, but while that is trained."""

    network: Network
    tags: Tags
    pieces: WordPieces
    lexicon: Lexicon
    linker: Linker | None = None


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
    bundle = load_unlinked(folder, device)
    linker = linker_of(bundle.network)
    with _readable(folder):
        linker.load_state_dict(load_file(folder / LINKER))
    return evolve(bundle, linker=linker.to(device).eval())


def load_unlinked(folder: Path, device: torch.device) -> Bundle:
    """The same without its linker, which is trained on the rest."""
    with _readable(folder):
        tables = json.loads((folder / TABLES).read_text(encoding="utf-8"))
        pieces = WordPieces((folder / VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1])
        network = read_network(folder / WEIGHTS, Shape(**tables["shape"]))
        lexicon = Lexicon.read(folder / LEXICON)
        return Bundle(network.to(device).eval(), Tags(**tables["tags"]), pieces, lexicon)


@contextmanager
def _readable(folder: Path) -> Iterator[None]:
    """Raises ``DamagedModel`` instead of what reading a damaged file raises."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError) as error:
        what = next(iter(str(error).splitlines()), type(error).__name__)
        raise DamagedModel(f"the bundled model in {folder} cannot be read: {what}") from error


def linker_of(network: Network) -> Linker:
    """A linker, not trained yet, for the states that a network has of a word, and its pieces' embeddings beside them."""
    return Linker(2 * network.shape.hidden)


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
    _write_weights(folder / WEIGHTS, network)
    tables = {"shape": asdict(network.shape), "tags": asdict(tags)}
    (folder / TABLES).write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")
    (folder / VOCABULARY).write_text("\n".join(vocabulary) + "\n", encoding="utf-8")


def save_linker(folder: Path, linker: Linker) -> None:
    """Write the linker's weights in half precision."""
    _write_weights(folder / LINKER, linker)


def _write_weights(path: Path, module: torch.nn.Module) -> None:
    weights = {name: value.to(torch.float16).contiguous() for name, value in module.state_dict().items()}
    beside = path.with_suffix(".new")
    beside.write_bytes(serialized(weights))
    beside.replace(path)

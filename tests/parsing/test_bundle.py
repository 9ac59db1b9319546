from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from quotes.parsing import bundle
from quotes.parsing.errors import DamagedModel
from quotes.parsing.lexicon import Lexicon
from quotes.parsing.network import Network, Shape
from quotes.parsing.pipeline import bundled_pipeline
from quotes.parsing.training import lexicon
from quotes.parsing.wordpieces import SHAPES
from tests.parsing.training.small import VOCABULARY

CPU = torch.device("cpu")
TAGS = bundle.Tags(["NOUN", "VERB"], ["NN", "VB"], ["root", "nsubj", "obj"], ["O", "B-Person", "I-Person"])
SHAPE = Shape(len(VOCABULARY), SHAPES, 2, 2, 3, 3, hidden=16, layers=1, heads=2, feed=32, positions=64)
NETWORK_FILES = (bundle.WEIGHTS, bundle.LINKER, bundle.TABLES, bundle.VOCABULARY, bundle.LEXICON)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bundle of a network with random weights."""
    torch.manual_seed(1)
    network = Network(SHAPE)
    bundle.save(tmp_path, network, TAGS, VOCABULARY)
    bundle.save_linker(tmp_path, bundle.linker_of(network))
    lexicon.write(Lexicon({}, frozenset(), {}, {}), tmp_path / bundle.LEXICON)
    for name in (bundle.TOKENIZER, bundle.EXPANDER):
        (tmp_path / name).write_bytes(b"Stanza's own file")
    bundle.write_manifest(tmp_path)
    return tmp_path


def test_what_was_saved_is_loaded_in_half_precision(folder: Path) -> None:
    torch.manual_seed(1)
    saved = Network(SHAPE).state_dict()
    found = bundle.load(folder, CPU)
    assert set(bundle.verify(folder)) == set(bundle.FILES)
    assert found.tags == TAGS
    assert len(found.pieces) == len(VOCABULARY)
    assert not found.network.training
    for name, value in found.network.state_dict().items():
        assert torch.equal(value.half(), saved[name].half()), name


@pytest.mark.parametrize("name", bundle.FILES)
def test_a_damaged_file_is_named_in_one_line(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(DamagedModel, match=name) as caught:
        bundled_pipeline(folder, CPU)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", [*bundle.FILES, bundle.MANIFEST])
def test_a_missing_file_is_named_in_one_line(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(DamagedModel, match=name) as caught:
        bundled_pipeline(folder, CPU)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}"])
def test_a_manifest_that_is_none_is_damage(folder: Path, text: str) -> None:
    (folder / bundle.MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(DamagedModel):
        bundle.verify(folder)


@pytest.mark.parametrize("name", NETWORK_FILES)
def test_a_cut_file_is_damage_even_where_nobody_checked_digests(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes()[:20])
    with pytest.raises(DamagedModel) as caught:
        bundle.load(folder, CPU)
    assert "\n" not in str(caught.value)


def test_weights_of_another_shape_are_damage(folder: Path) -> None:
    tables = json.loads((folder / bundle.TABLES).read_text(encoding="utf-8"))
    tables["shape"]["feed"] += 1
    (folder / bundle.TABLES).write_text(json.dumps(tables), encoding="utf-8")
    with pytest.raises(DamagedModel) as caught:
        bundle.load(folder, CPU)
    assert "\n" not in str(caught.value)

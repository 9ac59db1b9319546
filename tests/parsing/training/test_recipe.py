from __future__ import annotations

from pathlib import Path

import pytest
import torch
from click.testing import CliRunner, Result

from quotes.parsing import bundle
from quotes.parsing.pipeline import bundled_pipeline
from quotes.parsing.training import chains, newsroom, persons, recipe
from quotes.parsing.training.__main__ import main, settings_of
from quotes.parsing.trees import is_tree
from tests.parsing.training.small import write_chains, write_data, write_encoder, write_marks, write_names


def train(folder: Path, *more: str) -> Result:
    places = [("--data", "data"), ("--encoder", "encoder"), ("--out", "work")]
    options = [part for option, name in places for part in (option, str(folder / name))]
    return CliRunner().invoke(main, [*options, "--threads", "1", "--device", "cpu", *more])


@pytest.mark.model
def test_from_corpora_to_a_parse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_data(tmp_path / "data")
    write_encoder(tmp_path / "encoder")
    marks = tmp_path / "persons.tsv"
    marks.write_text("# persons; sentences: 36\n1\t0\t2\n", encoding="utf-8")
    monkeypatch.setattr(persons, "MARKED", marks)
    monkeypatch.setattr(newsroom, "MARKED", write_marks(tmp_path / "newsroom.tsv"))
    monkeypatch.setattr(newsroom, "NAMED", write_names(tmp_path / "newsroom_names.tsv"))
    monkeypatch.setattr(chains, "CHAINS", write_chains(tmp_path / "newsroom_chains.tsv"))
    done = train(tmp_path, "--tiny")
    assert done.exit_code == 0, done.output
    made = tmp_path / "work" / "bundle"
    assert done.stdout.splitlines()[-1] == str(made)

    document = bundled_pipeline(made, torch.device("cpu"))("“We won't sink,” said Ada Brandt. The boats came back.")
    for sentence in document.sentences:
        assert is_tree([word.head for word in sentence.words])
        assert all(word.upos and word.lemma is not None and word.deprel for word in sentence.words)

    before = bundle.verify(made)
    again = train(tmp_path, "--tiny")
    assert again.exit_code == 0
    assert bundle.verify(made) == before, "what is done is not done again"
    recipe.install(made, tmp_path / "installed")
    assert bundle.verify(tmp_path / "installed") == before

    other = train(tmp_path, "--tiny", "--seed", "3")
    assert other.exit_code == 1
    assert "other settings" in other.stderr


def test_missing_data_are_named(tmp_path: Path) -> None:
    write_encoder(tmp_path / "encoder")
    write_data(tmp_path / "data")
    for name in ("worldnews/articles.tar.xz", "polnear/train.tar.xz"):
        (tmp_path / "data" / name).unlink()
        done = train(tmp_path, "--tiny")
        assert done.exit_code == 1
        assert name.partition("/")[2] in done.stderr


def test_the_options_make_the_settings() -> None:
    published = settings_of(None, None, None, tiny=False)
    assert published == recipe.Settings()
    timed = settings_of(6, None, None, tiny=False)
    assert (timed.plan.seconds, timed.polish.seconds, timed.newsroom.seconds) == (360, 216, 108)
    by_steps = settings_of(None, 70, 4, tiny=False)
    assert (by_steps.plan.steps, by_steps.plan.seconds) == (70, None)
    assert (by_steps.polish.steps, by_steps.polish.seconds) == (42, None)
    assert (by_steps.newsroom.steps, by_steps.newsroom.seconds) == (11, None)
    assert by_steps.seeds == recipe.Seeds(4, 4, 4, 4)
    assert CliRunner().invoke(main, ["--minutes", "1"]).exit_code == 2

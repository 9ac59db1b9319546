from __future__ import annotations

from pathlib import Path

import pytest

from quotes.parsing.errors import ParsingError
from quotes.parsing.training.chains import CHAINS, Mentioned, gum_chains, newsroom_chains
from quotes.parsing.training.treebanks import open_text
from tests.parsing.training.small import ARTICLE, write_archive, write_chains
from tests.parsing.training.test_names import CONLLU
from tests.parsing.training.test_newsroom import split


def test_the_mentions_of_one_entity_are_a_chain(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU * 2, encoding="utf-8")
    first, second = gum_chains(path)
    assert [len(sentence) for sentence in first.sentences] == [9, 10]
    assert first == second
    ada = next(chain for chain in first.chains if chain[0] == Mentioned(0, 3))
    assert [(m.start, m.end) for m in ada] == [(0, 3), (9, 10), (16, 17)]
    assert all(mentioned.asked for chain in first.chains for mentioned in chain)


def test_the_sources_of_newspapers_are_asked(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "articles.tar", {"articles/a.txt": ARTICLE})
    (article,) = newsroom_chains(archive, split, write_chains(tmp_path / "chains.tsv"))
    words = [word for sentence in article.sentences for word in sentence]
    assert [[(words[m.start : m.end], m.asked) for m in chain] for chain in article.chains] == [
        [(["Ada", "Brandt."], True), (["She"], False)],
        [(["The", "boats"], True)],
    ]


def test_a_missing_article_is_named(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "articles.tar", {"articles/b.txt": ARTICLE})
    with pytest.raises(ParsingError, match=r"a\.txt"):
        list(newsroom_chains(archive, split, write_chains(tmp_path / "chains.tsv")))


def test_the_chains_that_come_with_the_project_are_sound() -> None:
    _, *lines = open_text(CHAINS)
    assert len({line.partition("\t")[0] for line in lines}) > 500
    for line in lines:
        spans = [part.rstrip("*").split("-") for part in line.partition("\t")[2].split()]
        pairs = [(int(start), int(end)) for start, end in spans]
        assert pairs == sorted(set(pairs))
        assert all(start < end for start, end in pairs)
        assert "*" in line

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.parsing.bundle import Tags
from quotes.parsing.errors import ParsingError
from quotes.parsing.network import BIO
from quotes.parsing.training.examples import IGNORE, Example
from quotes.parsing.training.newsroom import (
    DOUBTFUL,
    MARKED,
    NAMED,
    NAMES,
    named_examples,
    newsroom_examples,
    read_marks,
)
from tests.parsing.training.small import ARTICLE, write_archive, write_marks, write_names


def split(text: str) -> list[list[tuple[str, int, int]]]:
    """Words at spaces, sentences at lines."""

    def words() -> Iterator[list[tuple[str, int, int]]]:
        start = 0
        for line in text.split("\n"):
            found = []
            at = start
            for word in line.split():
                at = text.index(word, at)
                found.append((word, at, at + len(word)))
                at += len(word)
            if found:
                yield found
            start += len(line) + 1

    return list(words())


def example_of(folder: Path) -> Example:
    """The article with all its marks."""
    archive = write_archive(folder / "articles.tar", {"articles/a.txt": ARTICLE})
    (example,) = newsroom_examples(archive, split, write_marks(folder / "marks.tsv"), write_names(folder / "names.tsv"))
    return example


def tags(folder: Path, role: str) -> dict[str, int]:
    """The target of a role by word and its place, but for words outside of it."""
    example = example_of(folder)
    targets = example.targets[f"role_{role}"].tolist()
    return {f"{place}:{word}": tag for place, (word, tag) in enumerate(zip(example.words, targets, strict=True)) if tag}


def test_marks_become_targets(tmp_path: Path) -> None:
    begins, goes_on = BIO.index("B"), BIO.index("I")
    doubtful = dict.fromkeys(["10:She", "11:said", "12:it", "13:rained."], IGNORE)
    assert tags(tmp_path, "cue") == {"3:said": begins, **doubtful}
    assert tags(tmp_path, "source") == {"4:Ada": begins, "5:Brandt.": goes_on, **doubtful}
    assert tags(tmp_path, "content") == {"0:“We": begins, "1:won’t": goes_on, "2:sink,”": goes_on, **doubtful}


def test_names_become_entity_targets(tmp_path: Path) -> None:
    entities = ["O", *(f"{mark}-{kind}" for kind in ("Date", *NAMES) for mark in "BI")]
    (example,) = named_examples([example_of(tmp_path)], Tags([], [], [], entities))
    labels = example.targets["entities"].tolist()
    said = {word: label for word, label in zip(example.words, labels, strict=True) if label}
    assert said == {"Ada": entities.index("B-Person"), "Brandt.": entities.index("I-Person"), "boats": IGNORE}


def test_articles_whose_names_nobody_marked_teach_none(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "articles.tar", {"articles/a.txt": ARTICLE})
    names = tmp_path / "names.tsv"
    names.write_text("# names\n", encoding="utf-8")
    examples = list(newsroom_examples(archive, split, write_marks(tmp_path / "marks.tsv"), names))
    assert all(set(example.targets["names"].tolist()) == {IGNORE} for example in examples)
    assert list(named_examples(examples, Tags([], [], [], ["O"]))) == []


def test_a_missing_article_is_named(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "articles.tar", {"articles/b.txt": ARTICLE})
    with pytest.raises(ParsingError, match=r"a\.txt"):
        list(newsroom_examples(archive, split, write_marks(tmp_path / "marks.tsv"), write_names(tmp_path / "n.tsv")))


def test_an_article_may_report_no_speech(tmp_path: Path) -> None:
    marks = tmp_path / "marks.tsv"
    marks.write_text("# marks\nquiet\t\t\t\n", encoding="utf-8")
    assert read_marks(marks, write_names(tmp_path / "names.tsv"))["quiet"].quotes == []


def test_the_published_marks_are_in_order() -> None:
    marks = read_marks(MARKED, NAMED)
    assert (len(marks), sum(len(m.quotes) for m in marks.values())) == (520, 5287)
    for name, mark in marks.items():
        ranges = [span for quote in mark.quotes for spans in quote.values() for span in spans]
        ranges += [span for spans in mark.names.values() for span in spans]
        assert mark.names.keys() <= {*NAMES, DOUBTFUL}, name
        assert all(0 <= start < end for start, end in [*ranges, *mark.doubtful]), name
        assert all(len(quote["source"]) <= 1 and len(quote["cue"]) <= 1 and quote["content"] for quote in mark.quotes)

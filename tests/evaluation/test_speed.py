import tarfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from quotes.evaluation.articles import article_of, read_articles
from quotes.evaluation.speed import WARM_UP, Timing, count_words, timed


def archive(folder: Path, number: int) -> Path:
    path = folder / "articles.tar.xz"
    with tarfile.open(path, "w:xz") as tar:
        for name in [f"articles/{place:02}.txt" for place in reversed(range(number))] + ["articles/list.csv"]:
            text = f"Article {name}.".encode()
            member = tarfile.TarInfo(name)
            member.size = len(text)
            tar.addfile(member, BytesIO(text))
    return path


def test_the_same_articles_are_chosen_evenly_over_the_names(tmp_path: Path) -> None:
    path = archive(tmp_path, 9)
    assert read_articles(path, 3) == [f"Article articles/{place:02}.txt." for place in (0, 3, 6)]
    assert len(read_articles(path, 99)) == 9


def test_a_long_article_has_just_so_many_words() -> None:
    text = article_of(["one two\nthree", "four"], 10)
    assert text.split() == ["one", "two", "three", "four"] * 2 + ["one", "two"]


def test_words_and_signs_are_counted() -> None:
    assert count_words(['"No," she said.', ""]) == 7


def test_a_reader_warms_up_and_then_reads_everything_each_round() -> None:
    read: list[int] = []

    def reader(texts: Sequence[str]) -> None:
        read.append(len(texts))

    timing = timed(reader, ["a b"] * 20, rounds=2)
    assert read == [WARM_UP, 20, 20]
    assert timing.words == 40
    assert timing.rate > 0


def test_no_time_is_no_rate() -> None:
    assert Timing(10, 0.0).rate == 0

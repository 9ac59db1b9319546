"""Many articles in one process and in several: order, failures, processes that die."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from quotes.jobs import Failure, Outcome, Settings, cores, extract_all
from quotes.model import Document
from quotes.parsing.errors import MissingModel
from tests.fakes import make_fake, make_reporting_fake

FINE = [Document(f"“Article {number},” said Ines Calder.", source=f"{number}.txt") for number in range(12)]
BAD = Document("RAISE", source="bad.txt")
DEADLY = Document("DIE", source="deadly.txt")


def sources(outcomes: list[Outcome]) -> list[str]:
    return [outcome.source for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("total", [None, 14])
def test_results_keep_their_order_and_failures_their_place(jobs: int, total: int | None) -> None:
    unread = Failure("gone.txt", "gone.txt: there is no such file")
    inputs: list[Outcome] = [*FINE[:5], BAD, *FINE[5:], unread]
    outcomes = list(extract_all(inputs, jobs=jobs, total=total, make=make_fake))
    assert sources(outcomes) == sources(inputs)
    assert outcomes[5] == Failure("bad.txt", "bad.txt: could not be analysed (ValueError: cannot cope)")
    assert outcomes[-1] == unread
    assert all(len(one.quotes) == 1 for one in outcomes if isinstance(one, Document))


def test_a_process_that_dies_takes_no_other_article_with_it() -> None:
    inputs = [FINE[0], DEADLY, *FINE[1:]]
    outcomes = list(extract_all(inputs, jobs=2, total=len(inputs), make=make_fake))
    assert sources(outcomes) == sources(inputs)
    assert [one for one in outcomes if isinstance(one, Failure)] == [
        Failure("deadly.txt", "deadly.txt: the process that analysed it died, perhaps for want of memory")
    ]


def test_the_work_is_shared_and_the_cores_are_divided() -> None:
    outcomes = list(extract_all(FINE, jobs=2, total=len(FINE), make=make_reporting_fake))
    told = [str(one.title).split() for one in outcomes if isinstance(one, Document)]
    assert {threads for threads, _ in told} == {str(max(1, cores() // 2))}
    assert str(os.getpid()) not in {process for _, process in told}


@pytest.mark.parametrize("jobs", [1, 2])
def test_models_that_cannot_be_had_are_no_failure_of_an_article(jobs: int) -> None:
    with pytest.raises(MissingModel, match="missing"):
        list(extract_all(FINE, Settings(models="missing"), jobs=jobs, make=make_fake))


def test_inputs_are_taken_as_they_are_needed() -> None:
    taken = []

    def inputs() -> Iterator[Document]:
        for document in FINE:
            taken.append(document.source)
            yield document

    assert next(extract_all(inputs(), total=2, make=make_fake)).source == "0.txt"
    assert taken == ["0.txt"]


def test_no_inputs() -> None:
    assert list(extract_all([], jobs=2, total=0, make=make_fake)) == []


def test_attitudes_are_asked_for() -> None:
    hoping = Document("They hoped.", source="hope.txt")
    for attitudes in (False, True):
        (found,) = extract_all([hoping], Settings(attitudes=attitudes), make=make_fake)
        assert isinstance(found, Document)
        assert len(found.quotes) == attitudes

"""What the self-examination says, well and ill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from quotes.doctor import Finding, examine, self_test
from quotes.jobs import Extracts, Settings
from quotes.model import Document
from quotes.parsing.errors import DamagedModel
from tests.fakes import FakeExtractor, make_fake


def described(models: str) -> dict[str, str]:
    return {"device": "cpu", "models": models}


def without_stanza(models: str) -> dict[str, str]:
    raise ModuleNotFoundError("No module named 'stanza'")


def damaged(settings: Settings, threads: int | None) -> Extracts:
    raise DamagedModel("newswire.safetensors is not the file that was published")


class Blind(FakeExtractor):
    """Finds nothing."""

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
        return (evolve(document, quotes=()) for document in documents)


def test_all_is_well() -> None:
    findings = list(examine(Settings(), make=make_fake, describe=described))
    assert all(finding.sound for finding in findings)
    assert {finding.about for finding in findings} >= {"python", "quotes", "device", "models", "self-test"}


def test_the_self_test_fails_where_nothing_is_found() -> None:
    finding = self_test(Blind())
    assert not finding.sound
    assert "found nothing" in finding.found


def test_a_missing_package_is_one_clear_line() -> None:
    *_, last = examine(Settings(), make=make_fake, describe=without_stanza)
    assert last == Finding("parser", "cannot be used: No module named 'stanza'", sound=False)


def test_a_damaged_model_is_one_clear_line() -> None:
    *_, last = examine(Settings(), make=damaged, describe=described)
    assert last == Finding(
        "parser", "cannot be used: newswire.safetensors is not the file that was published", sound=False
    )

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from quotes.evaluation import peers
from quotes.evaluation.evaluation import evaluate
from quotes.evaluation.gold import GoldCorpus, GoldDocument
from quotes.evaluation.peers import PeerError, peer_predictions, textacy_finder
from quotes.evaluation.predictions import Prediction
from quotes.model import Kind
from tests.evaluation.fixtures import harbour


def marked(paragraph: str) -> Iterator[Prediction]:
    """Everything between the first two marks; cannot read a paragraph with one."""
    if paragraph.count('"') == 1:
        raise ValueError("odd number of quotation marks")
    if '"' in paragraph:
        start = paragraph.index('"')
        yield Prediction(((start, paragraph.index('"', start + 1) + 1),), Kind.DIRECT, source=(0, 3), cue=(4, 6))


def test_offsets_of_a_paragraph_become_offsets_of_the_article() -> None:
    text = 'First.\n\nHe is "so" kind.\n  \nHe is "so'
    corpus = GoldCorpus((GoldDocument("a", text, ()),), resolves_speakers=False)
    ((found,),) = peer_predictions(corpus, marked).values()
    ((start, end),) = found.content
    assert text[start:end] == '"so"'
    assert found.source is not None
    assert text[slice(*found.source)] == "He "


def test_textacys_triples_become_predictions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Token(str):
        idx = 0

    def quotations(doc: str) -> Iterator[SimpleNamespace]:
        if '"We have' in doc:
            start = doc.index('"We have')
            she, said = Token("she"), Token("said")
            she.idx, said.idx = doc.index("she said"), doc.index("she said") + 4
            content = SimpleNamespace(start_char=start, end_char=start + 20)
            yield SimpleNamespace(speaker=[she], cue=[said], content=content)

    modules = {
        "textacy.extract": SimpleNamespace(direct_quotations=quotations),
        peers.SPACY_PACKAGE: SimpleNamespace(load=lambda: str),
    }
    monkeypatch.setattr(peers.importlib, "import_module", modules.__getitem__)
    corpus = harbour(tmp_path)
    evaluation = evaluate(corpus, peer_predictions(corpus, textacy_finder()))
    assert evaluation.strict["direct"].overlap.hits == 1
    assert evaluation.strict["direct"].source_accuracy == 1


def test_peers_that_are_not_installed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(peers.importlib, "import_module", missing)
    with pytest.raises(PeerError, match=r"textacy.extract is not installed; pip install 'quotes\[peers\]'"):
        textacy_finder()

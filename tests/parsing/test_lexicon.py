from __future__ import annotations

from pathlib import Path

import pytest

from quotes.parsing.lexicon import Lexicon
from quotes.parsing.training.lexicon import learn, write
from quotes.parsing.training.treebanks import read_conllu
from tests.parsing.training.small import CONLLU

BASES = {"hope/VERB", "stop/VERB", "walk/VERB", "try/VERB", "make/VERB", "big/ADJ", "large/ADJ", "bus/NOUN", "box/NOUN"}
LEXICON = Lexicon(
    {"said/VERB": "say", "men/NOUN": "man", "n't/PART": "not"}, BASES, {"she/PRP": "Gender=Fem"}, {"NOUN/NNS": "N=P"}
)


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("said", "VERB", "VBD", "say"),
        ("Said", "PROPN", "NNP", "Said"),
        ("Men", "NOUN", "NNS", "man"),
        ("hoped", "VERB", "VBD", "hope"),
        ("stopped", "VERB", "VBN", "stop"),
        ("walking", "VERB", "VBG", "walk"),
        ("tries", "VERB", "VBZ", "try"),
        ("tried", "VERB", "VBD", "try"),
        ("making", "VERB", "VBG", "make"),
        ("bigger", "ADJ", "JJR", "big"),
        ("largest", "ADJ", "JJS", "large"),
        ("boxes", "NOUN", "NNS", "box"),
        ("cities", "NOUN", "NNS", "city"),
        ("bus", "NOUN", "NN", "bus"),
        ("Brandts", "PROPN", "NNPS", "Brandts"),
        ("7", "NUM", "CD", "7"),
        ("s", "NOUN", "NNS", ""),
    ],
)
def test_lemmas_come_from_the_table_or_by_rule(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert LEXICON.lemma(form, upos, xpos) == lemma


def test_features_come_from_the_form_or_the_tag() -> None:
    assert LEXICON.features("She", "PRON", "PRP") == "Gender=Fem"
    assert LEXICON.features("boats", "NOUN", "NNS") == "N=P"
    assert LEXICON.features("boats", "NOUN", "XX") is None


def test_what_is_learned_is_written_and_read(tmp_path: Path) -> None:
    (tmp_path / "small.conllu").write_text(CONLLU, encoding="utf-8")
    learned = learn(read_conllu(tmp_path / "small.conllu"))
    assert learned.lemma("said", "VERB", "VBD") == "say"
    assert learned.lemma("wo", "AUX", "MD") == "will"
    assert "boats/NOUN" not in learned.lemmas, "the rules find it"
    assert learned.features("she", "PRON", "PRP") == "Case=Nom|Number=Sing"
    write(learned, tmp_path / "lexicon.json")
    assert Lexicon.read(tmp_path / "lexicon.json") == learned

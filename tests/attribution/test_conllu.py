"""The fixtures themselves: their offsets are slices, their trees are trees."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quotes.attribution.syntax import syntax_of
from tests.attribution import conllu
from tests.attribution.reported import NAMES, fixture, untagged

ROWS = (
    "# newpar\n# text = “I can't,” Wu said.\n"
    "1\t“\t“\tPUNCT\t``\t_\t3\tpunct\t_\tSpaceAfter=No\n"
    "2\tI\tI\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n"
    "3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "3\tca\tcan\tAUX\tMD\t_\t8\tccomp\t_\t_\n"
    "4\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "5\t,\t,\tPUNCT\t,\t_\t3\tpunct\t_\tSpaceAfter=No\n"
    "6\t”\t”\tPUNCT\t''\t_\t3\tpunct\t_\t_\n"
    "7\tWu\tWu\tPROPN\tNNP\t_\t8\tnsubj\t_\tNER=S-Person\n"
    "8\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No|Cue=B|CueP=99\n"
    "9\t.\t.\tPUNCT\t.\t_\t8\tpunct\t_\t_\n"
)


@pytest.mark.parametrize("name", NAMES)
def test_words_are_slices_of_the_text(name: str) -> None:
    document = fixture(name)
    assert all(document.text[w.start : w.end] == w.text for w in syntax_of(document).words)


@pytest.mark.parametrize("name", NAMES)
def test_trees_have_one_root_and_no_cycle(name: str) -> None:
    syntax = syntax_of(fixture(name))
    for sentence in syntax.sentences:
        roots = [place for place in sentence if syntax.words[place].head < 0]
        assert len(roots) == 1
        assert syntax.subtree(roots[0]) == list(sentence)


def test_words_of_one_token_share_its_characters() -> None:
    syntax = syntax_of(conllu.read(ROWS))
    assert [(w.text, w.start, w.end) for w in syntax.words[2:4]] == [("ca", 3, 5), ("n't", 5, 8)]


def test_entities_and_tags_come_from_the_last_field() -> None:
    document = conllu.read(ROWS)
    syntax = syntax_of(document)
    assert [(e.first, e.last, e.kind) for e in syntax.entities] == [(6, 7, "person")]
    assert syntax.words[7].misc == "SpaceAfter=No|Cue=B|CueP=99"
    assert syntax_of(untagged(document)).words[7].misc == ""


def test_sentences_are_parted_by_a_space_and_paragraphs_by_a_blank_line() -> None:
    second = ROWS.replace("# newpar\n", "")
    assert (
        conllu.read(f"{ROWS}\n{second}\n{ROWS}").text
        == "“I can't,” Wu said. “I can't,” Wu said.\n\n“I can't,” Wu said."
    )


@pytest.mark.parametrize("wrong", ["# text = “I can't,” Wu said. Yes.", "# text = “I can not,” Wu said."])
def test_tokens_must_be_the_text(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"does not stand|no tokens"):
        conllu.read(ROWS.replace("# text = “I can't,” Wu said.", wrong))


def test_attribution_loads_neither_stanza_nor_torch() -> None:
    code = "import sys, quotes.attribution; sys.exit(bool({'stanza', 'torch'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

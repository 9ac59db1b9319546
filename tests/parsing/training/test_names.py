from __future__ import annotations

import random
from pathlib import Path

import pytest

from quotes.parsing.bundle import Tags
from quotes.parsing.training.examples import IGNORE, Example
from quotes.parsing.training.names import mentions, name_examples, recased
from quotes.parsing.training.treebanks import read_conllu

TAGS = Tags([], [], [], ["O", *(f"{mark}-{name}" for name in ("Person", "Organization", "Location") for mark in "BI")])

CONLLU = """# newdoc id = small
1	President	President	PROPN	NNP	_	4	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1,2,3-coref-Ada_Brandt
2	Ada	Ada	PROPN	NNP	_	1	flat	_	_
3	Brandt	Brandt	PROPN	NNP	_	1	flat	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_
5	the	the	DET	DT	_	7	det	_	Entity=(2-organization-new-nnnnn-cf2-2,3-sgl
6	Lindau	Lindau	PROPN	NNP	_	7	compound	_	Entity=(3-place-new-nnnnn-cf3-1-sgl)
7	Council	Council	PROPN	NNP	_	4	obj	_	Entity=2)
8	in	in	ADP	IN	_	9	case	_	_
9	May	May	PROPN	NNP	_	4	obl	_	Entity=(4-time-new-nnnnn-cf4-1-sgl)

1	Her	her	PRON	PRP$	_	2	nmod:poss	_	Entity=(5-person-new-nnnnn-cf1-2-sgl(1-person-giv:act-nnnnn-cf2-1-ana)
2	brother	brother	NOUN	NN	_	3	nsubj	_	Entity=5)
3	saw	see	VERB	VBD	_	0	root	_	_
4	Norwegians	Norwegian	PROPN	NNPS	_	3	obj	_	Entity=(6-person-new-nnnnn-cf3-1-sgl)
5	in	in	ADP	IN	_	6	case	_	_
6	Lindau	Lindau	PROPN	NNP	_	3	obl	_	Entity=(3-place-giv:inact-nnnnn-cf4-1-coref)
7	near	near	ADP	IN	_	9	case	_	_
8	Ada	Ada	PROPN	NNP	_	9	compound	_	Entity=(7-place-new-nnnnn-cf5-1,2-sgl(1-person-giv:act-nnnnn-cf6-1-coref)
9	Hall	Hall	PROPN	NNP	_	3	obl	_	Entity=7)
10	.	.	PUNCT	.	_	3	punct	_	_

"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def labels(example: Example) -> list[str]:
    return ["?" if label == IGNORE else TAGS.entities[label] for label in example.targets["entities"]]


def test_mentions_nest(path: Path) -> None:
    first, second = read_conllu(path)
    assert [(m.start, m.end, m.kind) for m in mentions(first.words)] == [
        (0, 3, "person"),
        (5, 6, "place"),
        (4, 7, "organization"),
        (8, 9, "time"),
    ]
    assert [m.core for m in mentions(second.words)] == [(0,), (1,), (3,), (5,), (7,), (7, 8)]


def test_titles_are_left_out_and_what_is_doubtful_says_nothing(path: Path) -> None:
    (example,) = name_examples(path, TAGS)
    first, second = labels(example)[:9], labels(example)[9:]
    assert first == ["O", "B-Person", "I-Person", "O", "?", "?", "I-Organization", "O", "?"]
    assert second == ["O", "O", "O", "?", "O", "B-Location", "O", "?", "?", "O"]
    assert example.starts == [0, 9, 19]


def test_copies_lose_their_case_and_keep_their_targets(path: Path) -> None:
    examples = list(name_examples(path, TAGS)) * 40
    copies = list(recased(examples, 0.5, random.Random(1)))
    assert 10 < len(copies) < 30
    assert {copy.words[1] for copy in copies} == {"ada", "ADA"}
    assert all(copy.targets is examples[0].targets or labels(copy) == labels(examples[0]) for copy in copies)

"""What links of the model mean, followed up to names; without a model."""

from __future__ import annotations

import pytest

from quotes.attribution.coreference import Coreference
from quotes.attribution.names import names_of
from quotes.attribution.syntax import syntax_of
from quotes.model import Evidence
from tests.attribution import conllu
from tests.attribution.reported import fixture, quotes_in

PARSE = """\
# newpar
# text = Ines Calder met a nurse.
1	Ines	Ines	PROPN	NNP	_	3	nsubj	_	NER=B-Person
2	Calder	Calder	PROPN	NNP	_	1	flat	_	NER=E-Person
3	met	meet	VERB	VBD	_	0	root	_	_
4	a	a	DET	DT	_	5	det	_	_
5	nurse	nurse	NOUN	NN	_	3	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_

# text = She waved.
1	She	she	PRON	PRP	_	2	nsubj	_	Links=2:30,6:60
2	waved	wave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# text = The woman left.
1	The	the	DET	DT	_	2	det	_	_
2	woman	woman	NOUN	NN	_	3	nsubj	_	Links=4:50,6:20
3	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_
"""
NURSE, SHE, WOMAN = 4, 6, 10


@pytest.fixture
def coreference() -> Coreference:
    syntax = syntax_of(conllu.read(PARSE))
    return Coreference(syntax, names_of(syntax))


def test_links_lead_to_names(coreference: Coreference) -> None:
    (calder,) = coreference.names.people
    assert coreference.chance(SHE, calder) == pytest.approx(0.6)
    assert coreference.chance_within(SHE, [NURSE]) == pytest.approx(0.3)
    assert coreference.meanings(SHE)[SHE] == pytest.approx(0.1)


def test_a_link_to_a_pronoun_counts_for_what_that_means(coreference: Coreference) -> None:
    (calder,) = coreference.names.people
    assert coreference.likeliest(WOMAN) == (calder, pytest.approx(0.5 * 0.6))
    assert coreference.chance_within(WOMAN, [NURSE]) == pytest.approx(0.2 + 0.5 * 0.3)
    assert sum(coreference.meanings(WOMAN).values()) == pytest.approx(1.0)


def test_words_without_links_mean_nobody_known(coreference: Coreference) -> None:
    assert coreference.meanings(NURSE) == {}
    assert coreference.likeliest(NURSE) is None


def test_where_a_link_decided_the_evidence_says_how_likely_it_is() -> None:
    (quote,) = quotes_in(fixture("linked_to_a_person"))
    assert quote.evidence[0].rule == "linked"
    assert Evidence("link-probability", "0.71") in quote.evidence

"""Attribution ends on any tree, however odd, and quotes nothing but the text."""

from __future__ import annotations

from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.attribution.syntax import syntax_of
from tests.attribution import conllu
from tests.attribution.reported import NAMES, fixture, quotes_in

Edit = tuple[int, int, str]
"""Which word of a document gets which head, by their places, and the relation between them."""
RELATIONS = "acl advcl amod appos case ccomp compound conj csubj dep flat mark nmod nmod:poss nsubj obj obl parataxis xcomp".split()
EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(RELATIONS)), max_size=12)
NORFELL = conllu.read(
    "# text = The secretary-general of Norfell said it rained.\n"
    "1\tThe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n"
    "2\tsecretary\tsecretary\tNOUN\tNN\t_\t4\tcompound\t_\tSpaceAfter=No\n"
    "3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No\n"
    "4\tgeneral\tgeneral\tNOUN\tNN\t_\t7\tnsubj\t_\t_\n"
    "5\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_\n"
    "6\tNorfell\tNorfell\tPROPN\tNNP\t_\t4\tnmod\t_\t_\n"
    "7\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "8\tit\tit\tPRON\tPRP\t_\t9\tnsubj\t_\t_\n"
    "9\trained\train\tVERB\tVBD\t_\t7\tccomp\t_\tSpaceAfter=No\n"
    "10\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_\n"
)
"""A tree in which "secretary" hangs on the "general" after its hyphen."""


def rehung(sentence: conllu.Sentence, edits: list[Edit]) -> conllu.Sentence:
    """A sentence with some words hung elsewhere, where that leaves it a tree."""
    words = {word.id: word for token in sentence.tokens for word in token.words}

    def above(place: int) -> set[int]:
        found = {place}
        while place := words[place].head:
            found.add(place)
        return found

    for place, head, relation in edits:
        if place in words and head in words and words[place].head and place not in above(head):
            words[place] = evolve(words[place], head=head, deprel=relation)
    tokens = [evolve(token, words=[words[word.id] for word in token.words]) for token in sentence.tokens]
    return evolve(sentence, tokens=tokens)


def odd(document: conllu.Document, edits: list[Edit]) -> conllu.Document:
    return evolve(document, sentences=[rehung(sentence, edits) for sentence in document.sentences])


@given(st.sampled_from(NAMES).map(fixture) | st.just(NORFELL), EDITS)
@example(NORFELL, [])
def test_what_is_quoted_stands_in_the_text(document: conllu.Document, edits: list[Edit]) -> None:
    quotes = quotes_in(odd(document, edits))
    spans = [span for quote in quotes for span in (*quote.content, quote.source, quote.cue) if span is not None]
    assert all(document.text[span.start : span.end] == span.text for span in spans)


@given(st.sampled_from(NAMES).map(fixture) | st.just(NORFELL), EDITS)
@example(NORFELL, [])
def test_a_repaired_tree_is_a_tree(document: conllu.Document, edits: list[Edit]) -> None:
    words = syntax_of(odd(document, edits)).words
    for word in words:
        seen = {word.index}
        while word.head >= 0:
            word = words[word.head]
            assert word.index not in seen
            seen.add(word.index)

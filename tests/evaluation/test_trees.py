from pathlib import Path

from quotes.evaluation.trees import TreeScores, raw_text, raw_text_scores, tree_scores
from quotes.parsing.training.treebanks import read_conllu
from tests.evaluation.stanzas import Fixed, document, token, word

TREEBANK = """# newdoc id = a
# text = We've won.
1-2\tWe've\t_\t_\t_\t_\t_\t_\t_\t_
1\tWe\twe\tPRON\tPRP\t_\t3\tnsubj\t3:nsubj\t_
2\t've\thave\tAUX\tVBP\t_\t3\taux\t_\t_
3\twon\twin\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
3.1\tgold\tgold\tNOUN\tNN\t_\t_\t_\t3:obj\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# text = Prices were cut
1\tPrices\tprice\tNOUN\tNNS\t_\t3\tnsubj:pass\t_\t_
2\twere\tbe\tAUX\tVBD\t_\t3\taux:pass\t_\t_
3\tcut\tcut\tVERB\tVBN\t_\t0\troot\t_\t_

"""


def treebank(folder: Path) -> Path:
    path = folder / "small.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return path


TEXT = "We've won.\n\nPrices were cut"


def parsed(*, prices: str = "nsubj", were_head: int = 3) -> Fixed:
    rows = [
        [("We", "PRON", 3, "nsubj"), ("'ve", "AUX", 3, "aux"), ("won", "VERB", 0, "root"), (".", "PUNCT", 3, "punct")],
        [("Prices", "NOUN", 3, prices), ("were", "AUX", were_head, "aux"), ("cut", "NOUN", 0, "root")],
    ]
    first, second = (
        [
            word(text, TEXT.index(text), id=number, upos=upos, head=head, deprel=deprel)
            for number, (text, upos, head, deprel) in enumerate(row, start=1)
        ]
        for row in rows
    )
    return Fixed(document([token(*first[:2]), *map(token, first[2:])], list(map(token, second)), text=TEXT))


def test_subtypes_of_relations_do_not_count(tmp_path: Path) -> None:
    parser = parsed()
    scores = tree_scores(parser, treebank(tmp_path))
    assert parser.asked == [["We", "'ve", "won", "."], ["Prices", "were", "cut"]]
    assert scores == TreeScores(words=7, tagged=6, attached=7, labelled=7)


def test_a_wrong_head_has_no_right_relation(tmp_path: Path) -> None:
    scores = tree_scores(parsed(prices="obj", were_head=1), treebank(tmp_path))
    assert (scores.words, scores.attached, scores.labelled) == (7, 6, 5)
    assert scores.las == 5 / 7


def test_the_text_of_a_treebank_has_its_spaces_and_paragraphs(tmp_path: Path) -> None:
    assert raw_text(read_conllu(treebank(tmp_path))) == TEXT


def test_raw_text_is_scored_as_in_the_shared_task(tmp_path: Path) -> None:
    parser = parsed(were_head=1)
    scores = raw_text_scores(parser, treebank(tmp_path))
    assert parser.asked == [TEXT]
    assert scores["Tokens"].f1 == scores["Sentences"].f1 == 1
    assert (scores["LAS"].hits, scores["LAS"].gold) == (6, 7)


def test_a_token_whose_text_stanza_does_not_keep_is_still_found(tmp_path: Path) -> None:
    parser = parsed()
    parser.documents[0].sentences[1].words[0].text = "<UNK>"
    assert raw_text_scores(parser, treebank(tmp_path))["LAS"].f1 == 1

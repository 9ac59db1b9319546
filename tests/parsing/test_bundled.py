"""The model that the package ships, on texts that are easy, hard and strange."""

from __future__ import annotations

import pytest
from stanza.models.common.doc import Document, Word

from quotes.parsing.newswire_tags import attribution_tags
from quotes.parsing.pipeline import Parser, chunks, describe
from quotes.parsing.trees import is_tree

pytestmark = pytest.mark.model

ARTICLE = (
    "LINDAU, Germany (AP) — The harbour will stay open, Mayor Ada Brandt said on Monday.\r\n\r\n"
    "“We won’t give up,” she told reporters. “We have the money.”\r\n"
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(device="cpu", threads=1)


def words_of(document: Document) -> list[Word]:
    return [word for sentence in document.sentences for word in sentence.words]


def check(text: str, document: Document) -> None:
    """Every token is a slice of the text, and every sentence a tree."""
    assert document.text == text
    last = 0
    for sentence in document.sentences:
        assert is_tree([word.head for word in sentence.words])
        for token in sentence.tokens:
            assert last <= token.start_char < token.end_char <= len(text)
            last = token.end_char
            if token.text != "<UNK>":
                assert text[token.start_char : token.end_char].split() == token.text.split()
    shown = "".join(text[t.start_char : t.end_char] for s in document.sentences for t in s.tokens)
    assert "".join(shown.split()) == "".join(text.split())


def test_an_article_is_read(parser: Parser) -> None:
    (document,) = parser.parse([ARTICLE])
    check(ARTICLE, document)
    said = next(word for word in words_of(document) if word.text == "said")
    assert (said.upos, said.lemma, said.deprel) == ("VERB", "say", "root")
    assert attribution_tags(said)["cue"] == "B"
    assert "Ada Brandt" in {entity.text for entity in document.ents if entity.type == "Person"}
    assert [(word.text, word.lemma) for word in words_of(document) if word.text in ("wo", "n’t")] == [
        ("wo", "will"),
        ("n’t", "not"),
    ]
    marked = {word.text for word in words_of(document) if attribution_tags(word)["content"] != "O"}
    assert {"harbour", "stay", "give", "money"} <= marked


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\u00a0\r\n",
        "“👍🏽 yes,” 👩‍👩‍👧 said. 🇲🇺 won 3️⃣–0.",
        'قال الوزير: «سنبني الجسر». \u200fאמר השר: "נבנה".',
        "“”\"\"''«»„“ " * 50,
        "e\u0301 \u200b\u200b said\u200b.",
        "a" * 3000 + " said so.",
        "Said\x00the\x07mayor.",
    ],
    ids=["empty", "white space", "emoji", "right to left", "marks", "invisible", "a long word", "control characters"],
)
def test_strange_texts_are_read(parser: Parser, text: str) -> None:
    (document,) = parser.parse([text])
    assert document.text == text
    assert all(is_tree([word.head for word in sentence.words]) for sentence in document.sentences)
    spans = [(token.start_char, token.end_char) for sentence in document.sentences for token in sentence.tokens]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_sentence_of_2000_words_is_one_tree(parser: Parser) -> None:
    (document,) = (parser.parse_pretokenized([["the", "mayor", "and"] * 667]),)
    (sentence,) = document.sentences
    assert len(sentence.words) == 2001
    assert is_tree([word.head for word in sentence.words])
    assert sum(word.deprel == "root" for word in sentence.words) == 1


def test_texts_keep_their_order_and_do_not_mix(parser: Parser) -> None:
    texts = [ARTICLE, "", "The boats came back. “Good,” she said.", ARTICLE]
    documents = parser.parse(texts)
    for text, document in zip(texts, documents, strict=True):
        check(text, document)
    first, _, _, last = documents
    (alone,) = parser.parse([ARTICLE])
    for other in (last, alone):
        pairs = list(zip(words_of(first), words_of(other), strict=True))
        same = sum((a.upos, a.head) == (b.upos, b.head) for a, b in pairs)
        assert same >= 0.95 * len(pairs), "the same but for what the number format rounds"


def test_the_files_in_use_are_told() -> None:
    assert {"stanza", "torch", "newswire.safetensors", "tokenizer.pt"} <= set(describe())


def test_texts_are_parsed_together_up_to_a_size() -> None:
    assert list(chunks(["aa", "b", "cccc", "d"], 3)) == [["aa", "b"], ["cccc"], ["d"]]
    assert list(chunks([], 3)) == []


@pytest.mark.parametrize("text", ["Its statement was short.", "The bureau lost its records."])
def test_its_is_one_word(parser: Parser, text: str) -> None:
    (document,) = parser.parse([text])
    (its,) = (token for sentence in document.sentences for token in sentence.tokens if token.text.casefold() == "its")
    assert [word.text for word in its.words] == [its.text]
    assert its.words[0].deprel == "nmod:poss"

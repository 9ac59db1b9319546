from pathlib import Path
from types import SimpleNamespace

from quotes.evaluation.counts import Counts
from quotes.evaluation.gold import GoldCorpus, GoldDocument, GoldQuote
from quotes.evaluation.tagging import tag_scores
from quotes.model import Kind
from tests.evaluation.stanzas import Fixed, document, token, word

TEXT = "We've won, she said."
GOLD = GoldQuote(((0, 9),), Kind.INDIRECT, cue=((15, 19),), sources=((11, 14),))


def tags(found: SimpleNamespace) -> dict[str, str]:
    return {"content": "O", "source": "O", "cue": "O", **found.tags}


def parsed() -> Fixed:
    """``'ve`` has no place of its own; ``won`` is missed; the comma is tagged as well."""
    we, have = word("We", tags={"content": "B"}), word("'ve", tags={"content": "I"})
    rest = [
        word("won", 6, tags={}),
        word(",", 9, tags={"content": "I"}),
        word("she", 11, tags={"source": "B"}),
        word("said", 15, tags={"cue": "B"}),
        word(".", 19, tags={}),
    ]
    return Fixed(document([token(we, have, start=0, end=5), *map(token, rest)]))


def test_words_count_by_role(tmp_path: Path) -> None:
    corpus = GoldCorpus((GoldDocument("a", TEXT, (GOLD,)),), resolves_speakers=False)
    parser = parsed()
    scores = tag_scores(parser, corpus, tags)
    assert parser.asked == [TEXT]
    assert scores == {"content": Counts(2, 3, 3), "source": Counts(1, 1, 1), "cue": Counts(1, 1, 1)}

"""Is any text too much for the parser?  Very long, empty and strange ones are parsed, and the time that it takes.

A parse that raises an error raises it here as well.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from quotes.evaluation.articles import article_of
from quotes.evaluation.counts import ratio
from quotes.evaluation.figures import Figure
from quotes.evaluation.parses import Parses

STRANGE = {
    "an empty text": "",
    "spaces and line ends": " \n\n \u00a0\r\n",
    "emoji": "“👍🏽 yes,” 👩‍👩‍👧 said. 🇲🇺 won 3️⃣–0.",
    "right to left": 'قال الوزير: «سنبني الجسر». \u200fאמר השר: "נבנה".',
    "only quotation marks": "“”\"\"''«»„“ " * 200,
}

LONG_SENTENCE = 2_000
LONG_DOCUMENT = 200_000
SHARE = 4
"""A document of this share of the words is timed as well, to see how the time grows."""

LINEAR_AT_MOST = 1.5 * SHARE
"""By how much the time may grow where the text grows by :data:`SHARE`."""


def hard_figures(parser: Parses, articles: Sequence[str]) -> Iterator[Figure]:
    """Seconds for each hard text; ``articles`` are what the long document is made of."""
    part = "hard texts"
    for name, text in STRANGE.items():
        yield Figure(part=part, name=name, value=seconds(parser, text), unit="s")
    sentence = " ".join(["the mayor and"] * (LONG_SENTENCE // 3)) + " the town council agreed."
    yield Figure(part=part, name=f"a sentence of {LONG_SENTENCE:,} words", value=seconds(parser, sentence), unit="s")
    part_of_it = seconds(parser, article_of(list(articles), LONG_DOCUMENT // SHARE))
    whole = seconds(parser, article_of(list(articles), LONG_DOCUMENT))
    yield Figure(part=part, name=f"a document of {LONG_DOCUMENT:,} words", value=whole, unit="s")
    growth = ratio(whole, part_of_it)
    yield Figure(part=part, name=f"its time beside 1/{SHARE} of it", value=growth, unit="x", at_most=LINEAR_AT_MOST)


def seconds(parser: Parses, text: str) -> float:
    """How long one text takes."""
    started = time.perf_counter()
    parser.parse([text])
    return time.perf_counter() - started

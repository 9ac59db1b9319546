"""How fast is the parser?  Words a second beside others on the same articles in the same run, and beside the floor.

Words are counted once, the same way for all, so the ratios do not depend on how a system cuts words.  Loading is left
out: each system reads a few articles before the clock starts.
"""

from __future__ import annotations

import importlib
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from quotes.evaluation.counts import ratio
from quotes.evaluation.figures import Figure
from quotes.evaluation.parses import bundled_parser
from quotes.evaluation.peers import SPACY_PACKAGE

WARM_UP = 5
"""Articles read before the clock starts."""

SAMPLE = 20
"""Articles on which the encoder's operations are counted."""

FEW = 40
"""Sentences on which the throw-away parser is made."""

Reader = Callable[[Sequence[str]], object]
"""Reads all texts to the end."""


@frozen
class Timing:
    """So many words read in so many seconds."""

    words: int
    seconds: float

    @property
    def rate(self) -> float:
        """Words a second."""
        return ratio(self.words, self.seconds)


def count_words(texts: Sequence[str]) -> int:
    """Words and single signs."""
    return sum(len(re.findall(r"\w+|[^\w\s]", text)) for text in texts)


def timed(reader: Reader, texts: Sequence[str], rounds: int = 1) -> Timing:
    """The fastest of some rounds, after a short warm-up."""
    reader(texts[:WARM_UP])
    seconds = min(_seconds(reader, texts) for _ in range(rounds))
    return Timing(count_words(texts), seconds)


def _seconds(reader: Reader, texts: Sequence[str]) -> float:
    started = time.perf_counter()
    reader(texts)
    return time.perf_counter() - started


def speed_figures(texts: Sequence[str], data: Path, threads: int, rounds: int) -> Iterator[Figure]:
    """Rates, ratios and the distance from the floor, as they are measured."""
    ours = timed(bundled_parser(threads=threads).parse, texts, rounds)
    yield Figure(part="quotes", name="whole parse", value=ours.rate, unit="words/s")
    spacy = spacy_reader()
    if spacy is not None:
        theirs = timed(spacy, texts, rounds)
        yield Figure(part="spaCy sm", name="full pipeline", value=theirs.rate, unit="words/s")
        yield Figure(part="quotes", name="times spaCy sm", value=ratio(ours.rate, theirs.rate), unit="x", at_least=0.6)
    with tempfile.TemporaryDirectory() as work:
        theirs = timed(stanza_reader(data, Path(work), threads), texts)
    yield Figure(part="Stanza", name="its own tagger and parser", value=theirs.rate, unit="words/s")
    yield Figure(part="quotes", name="times Stanza's", value=ratio(ours.rate, theirs.rate), unit="x", at_least=4.0)
    yield from floor_figures(texts, ours, threads)


def spacy_reader() -> Reader | None:
    """spaCy's small English model, its full pipeline and default batches; None where it is not installed."""
    try:
        model = importlib.import_module(SPACY_PACKAGE).load()
    except ImportError:
        return None
    return lambda texts: list(model.pipe(texts))


def stanza_reader(data: Path, work: Path, threads: int) -> Reader:
    """Stanza's own tagger and parser at their default sizes, with our tokenizer."""
    from quotes.parsing.conll import plain_conllu
    from quotes.parsing.reference import ReferenceParser, make
    from quotes.parsing.training.treebanks import open_text

    sentences = plain_conllu(open_text(data / "ud" / "en_ewt-ud-dev.conllu.xz")).split("\n\n")[:FEW]
    make("\n\n".join(sentences) + "\n\n", work)
    return ReferenceParser(work, threads=threads).parse


def floor_figures(texts: Sequence[str], ours: Timing, threads: int) -> Iterator[Figure]:
    """What the encoder must compute, what the processor can, and the words a second that these allow."""
    from quotes.parsing.floor import bundled, encoder_operations, product_rates

    bundle, sample, part = bundled(), texts[:SAMPLE], "floor"
    documents = bundled_parser(threads=threads).parse(sample)
    operations = ratio(encoder_operations(documents, bundle), count_words(sample))
    yield Figure(part=part, name="encoder, a word", value=operations / 1e6, unit="MFLOP")
    for precision, rate in product_rates(bundle.network.shape, threads=threads).items():
        most = ratio(rate, operations)
        yield Figure(part=part, name=f"processor, {precision}", value=rate / 1e9, unit="GFLOP/s")
        yield Figure(part=part, name=f"encoder alone, {precision}", value=most, unit="words/s")
        yield Figure(part=part, name=f"we reach of that, {precision}", value=100 * ratio(ours.rate, most))

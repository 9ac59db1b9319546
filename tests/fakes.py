"""An extractor that needs no model: it takes what stands in quotation marks, and falters where it is told to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from quotes.jobs import Extracts, Settings
from quotes.model import Document, Quote, Relation, Span, Speaker, SpeakerKind
from quotes.parsing.errors import MissingModel
from tests.samples import quote

QUOTED = re.compile("“[^”]+”")


class FakeExtractor:
    """Finds marked words; the speaker is the word after “said”."""

    def __init__(self, models: str = "bundled", device: str = "auto", threads: int | None = None, **_: object) -> None:
        self.models, self.device, self.threads = models, device, threads
        if models == "missing":
            raise MissingModel("Stanza's English package 'missing' is not to be had here")

    def extract(self, document: Document) -> Document:
        return next(self.extract_many([document]))

    def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
        for document in documents:
            if "RAISE" in document.text:
                raise ValueError("cannot\ncope")
            if "INTERRUPT" in document.text:
                raise KeyboardInterrupt
            if "DIE" in document.text:
                os._exit(9)
            yield evolve(document, quotes=tuple(self._quotes(document.text, attitudes)))

    def _quotes(self, text: str, attitudes: bool) -> Iterator[Quote]:
        for number, found in enumerate(QUOTED.finditer(text)):
            said = re.compile(r" said (?:the )?(\w+ \w+)").match(text, found.end())
            speaker = Speaker(said[1], SpeakerKind.PERSON) if said else None
            yield quote(Span.of(text, *found.span()), text=text, speaker=speaker, confidence=max(0.0, 0.9 - number / 2))
        if attitudes and "hoped" in text:
            hoped = text.index("hoped")
            yield quote(Span.of(text, hoped, hoped + 5), text=text, relation=Relation.ATTITUDE)


def make_fake(settings: Settings, threads: int | None) -> Extracts:
    return FakeExtractor(settings.models, settings.device, threads)


def make_reporting_fake(settings: Settings, threads: int | None) -> Extracts:
    """A fake that gives its number of threads and its process as title of what it returns."""

    class Reporting(FakeExtractor):
        def extract_many(self, documents: Iterable[Document], *, attitudes: bool = False) -> Iterator[Document]:
            yield from (evolve(document, title=f"{threads} {os.getpid()}") for document in documents)

    return Reporting()

"""Text -> Stanza Document: with the bundled model, or with any English package that Stanza offers."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import stanza
import torch
from stanza.models.common.doc import Document

from quotes.parsing import newswire
from quotes.parsing.bundle import EXPANDER, FOLDER, TOKENIZER, verify
from quotes.parsing.errors import MissingModel, ParsingError
from quotes.parsing.loading import without_optimizers
from quotes.parsing.segments import gathered, hand_back, join, pretokenized
from quotes.parsing.unbroken import unbroken

BUNDLED = "bundled"
STANZA_PROCESSORS = "tokenize,mwt,pos,lemma,depparse,ner"
CHUNK_CHARACTERS = 1_500_000
"""Texts are parsed together up to this many characters, to bound memory."""


def device_of(name: str) -> torch.device:
    """The torch device for ``auto``, ``cpu`` or ``cuda``; raises ``ParsingError`` where there is none."""
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if name == "cuda" and not torch.cuda.is_available():
        raise ParsingError("no CUDA device is to be had here: use --device cpu")
    return torch.device(name)


class Parser:
    """Parses texts; loads its models once.

    ``models`` is ``bundled`` or the name of a Stanza package (``default``, ``default_fast``, ``default_accurate``),
    which is looked for in the local Stanza directory, and fetched from its hub only with ``download``.  ``threads``
    bounds the threads that torch uses in this process.  Raises ``ParsingError`` with one clear line.
    """

    def __init__(
        self, models: str = BUNDLED, device: str = "auto", threads: int | None = None, *, download: bool = False
    ) -> None:
        if threads is not None:
            torch.set_num_threads(threads)
        self.models = models
        self.device = device_of(device)
        self._threads = torch.get_num_threads()
        self._pipeline = bundled_pipeline(FOLDER, self.device) if models == BUNDLED else self._package(download)

    def _package(self, download: bool) -> stanza.Pipeline:
        method = stanza.DownloadMethod.REUSE_RESOURCES if download else None
        try:
            return stanza.Pipeline(
                "en",
                package=self.models,
                processors=STANZA_PROCESSORS,
                download_method=method,
                device=str(self.device),
                logging_level="ERROR",
            )
        except (OSError, ValueError, KeyError) as error:
            hint = "" if download else " (use --download to fetch it from Stanza's hub)"
            raise MissingModel(f"Stanza's English package {self.models!r} is not to be had here{hint}") from error
        except Exception as error:  # Stanza raises bare Exceptions of its own for what its resources lack
            if type(error).__module__.partition(".")[0] not in ("stanza", "requests"):
                raise
            raise MissingModel(f"Stanza's English package {self.models!r} is not to be had here: {error}") from error

    def parse(self, texts: Sequence[str]) -> list[Document]:
        """One Stanza Document a text, in order; offsets count characters of that text."""
        return [document for chunk in chunks(texts, CHUNK_CHARACTERS) for document in self._parse(chunk)]

    def _parse(self, texts: Sequence[str]) -> list[Document]:
        joined = join(texts)
        if not joined.text.strip():
            return [gathered(text, []) for text in texts]
        with self._one_thread():
            segmented = self._run(Document([], text=joined.text), ("tokenize",))
            unbroken(segmented)
            one_word(segmented)
            segmented = self._run(segmented, ("mwt",))
        documents = hand_back(segmented, joined, texts)
        for name, processor in self._pipeline.processors.items():
            if name not in ("tokenize", "mwt"):
                documents = processor.bulk_process(documents)
        return documents

    def _run(self, document: Document, names: Sequence[str]) -> Document:
        for name in names:
            if name in self._pipeline.processors:
                document = self._pipeline.processors[name].process(document)
        return document

    @contextmanager
    def _one_thread(self) -> Iterator[None]:
        """The tokenizer's network is too small to share: several threads wait for each other longer than they work."""
        torch.set_num_threads(1)
        try:
            yield
        finally:
            torch.set_num_threads(self._threads)

    def parse_pretokenized(self, sentences: Sequence[Sequence[str]]) -> Document:
        """One Document of sentences of given syntactic words; offsets count a text of the words joined by spaces."""
        document = pretokenized(sentences)
        for name, processor in self._pipeline.processors.items():
            if name not in ("tokenize", "mwt"):
                document = processor.bulk_process([document])[0]
        return document


def bundled_pipeline(folder: Path, device: torch.device) -> stanza.Pipeline:
    """Stanza's pipeline of the bundle in a folder; raises ``DamagedModel`` where a file is not the one published."""
    verify(folder)
    with without_optimizers():
        return stanza.Pipeline(
            "en",
            dir=str(folder),
            package=None,
            processors={"tokenize": newswire.NAME, "mwt": newswire.NAME, newswire.NAME: newswire.NAME},
            tokenize_model_path=str(folder / TOKENIZER),
            mwt_model_path=str(folder / EXPANDER),
            newswire_model_path=str(folder),
            download_method=None,
            device=str(device),
            logging_level="ERROR",
        )


def one_word(document: Document) -> None:
    """Take back the mark of a multi-word token from "its": in web text it stands for "it's" too often, in news never."""
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.misc == "MWT=Yes" and token.text.casefold() == "its":
                token.misc = None


def chunks(texts: Sequence[str], most: int) -> Iterator[list[str]]:
    """Runs of texts of at most ``most`` characters together (a longer text makes a run of its own)."""
    held: list[str] = []
    size = 0
    for text in texts:
        if held and size + len(text) > most:
            yield held
            held, size = [], 0
        held.append(text)
        size += len(text)
    if held:
        yield held


def describe(models: str = BUNDLED) -> dict[str, str]:
    """Which model files, versions and devices are in use; raises ``DamagedModel`` where a file is not sound."""
    logging.getLogger("stanza").setLevel(logging.ERROR)
    said = {
        "stanza": stanza.__version__,
        "torch": str(torch.__version__),
        "device": str(device_of("auto")),
        "threads": str(torch.get_num_threads()),
        "models": models,
    }
    if models == BUNDLED:
        said |= {name: f"sha256 {value[:16]}…" for name, value in verify(FOLDER).items()}
    return said

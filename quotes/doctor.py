"""Is everything here that finding quotes needs?  Versions, models and devices in use, and one self-test."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

from attrs import frozen

from quotes.jobs import Extracts, Make, Settings, cores, load
from quotes.model import Document, Kind
from quotes.parsing.errors import ParsingError

SENTENCE = "“The bridge will open on Monday,” said Ines Calder, the mayor of Harrow."
WORDS = "“The bridge will open on Monday,”"
SPEAKER = "Ines Calder"


@frozen
class Finding:
    """One thing that was looked at, what was found, and whether all is well with it."""

    about: str
    found: str
    sound: bool = True


def describe_parser(models: str) -> dict[str, str]:
    """What the parser says of its models, versions and devices."""
    from quotes.parsing.pipeline import describe

    described: dict[str, str] = describe(models)
    return described


def examine(
    settings: Settings, *, make: Make = load, describe: Callable[[str], dict[str, str]] = describe_parser
) -> Iterator[Finding]:
    """What there is, one finding after the other; the last one is the self-test."""
    yield Finding("quotes", _version("quotes") or "not installed, run from a folder")
    yield Finding("python", f"{platform.python_version()} on {platform.platform()}, cores: {cores()}")
    pages = _version("trafilatura")
    yield Finding("trafilatura", pages or "is not installed, so that no web page can be read", sound=pages is not None)
    try:
        yield from (Finding(about, found) for about, found in describe(settings.models).items())
        yield self_test(make(settings, None))
    except (ParsingError, ImportError, OSError) as error:
        yield Finding("parser", " ".join(f"cannot be used: {error}".split()), sound=False)


def self_test(extractor: Extracts) -> Finding:
    """Whether the quote of a built-in sentence is found, with its speaker."""
    (document,) = extractor.extract_many([Document(SENTENCE, source="self-test")])
    found = [(quote.kind, quote.text, quote.speaker and quote.speaker.name) for quote in document.quotes]
    if found == [(Kind.DIRECT, WORDS, SPEAKER)]:
        return Finding("self-test", f"passed: {SPEAKER} is found to have said {WORDS}")
    return Finding("self-test", f"failed: found {found or 'nothing'} in: {SENTENCE}", sound=False)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None

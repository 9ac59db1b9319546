"""What can be wrong with an input: one class for each kind, each message one line that names the input."""

from __future__ import annotations


class ReadingError(Exception):
    """An input that cannot be read as an English article; ``source`` is the path as given."""

    def __init__(self, source: str, fault: str) -> None:
        super().__init__(f"{shown(source)}: {fault}")
        self.source = source


class MissingFileError(ReadingError):
    """There is no such file."""


class UnreadableFileError(ReadingError):
    """The operating system does not let the file be read."""


class NothingReadableError(ReadingError):
    """A folder without a text or web page in it."""


class EmptyFileError(ReadingError):
    """Nothing but white space."""


class BinaryFileError(ReadingError):
    """No text: an image, an archive, an office document."""


class TooLargeError(ReadingError):
    """More than an article can be."""


class UndecodableError(ReadingError):
    """Text in no encoding that could be found."""


class NoArticleError(ReadingError):
    """A web page without an article in it."""


class NotEnglishError(ReadingError):
    """An article in another language."""


class ReadingWarning(UserWarning):
    """Something to know about an input that was read all the same."""


def shown(source: str) -> str:
    """The name of an input as messages give it: on one line, and fit for any terminal."""
    if source == "-":
        return "standard input"
    return "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in source)

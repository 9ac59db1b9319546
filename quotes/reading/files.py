"""A path -> a :class:`Document`: what kind of file is it, and can it be read as an English article?"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable

from quotes.model import Document
from quotes.reading import decoding, html
from quotes.reading.errors import (
    BinaryFileError,
    EmptyFileError,
    MissingFileError,
    NotEnglishError,
    NothingReadableError,
    ReadingWarning,
    TooLargeError,
    UndecodableError,
    UnreadableFileError,
    shown,
)
from quotes.reading.inputs import SUFFIXES
from quotes.reading.language import is_english

LARGEST = 20_000_000
"""Bytes.  Saved pages with pictures in them come to several million, articles to some thousand."""

Warn = Callable[[str], None]
"""What is called with one line about something that an editor should know of an input."""


def read(source: str | os.PathLike[str], *, warn: Warn | None = None) -> Document:
    """The article in a text file or saved web page; ``-`` is standard input.

    The text is what stands in the file: line ends, white space and a byte order mark stay, and offsets count them.
    The text of a web page is the article that trafilatura finds in it.  Where something had to be guessed, ``warn``
    is called; without it, a :class:`ReadingWarning` is issued.  Raises a :class:`ReadingError`.
    """
    name = os.fspath(source)
    data = _bytes(name)
    if not data.strip():
        raise EmptyFileError(name, "the file is empty")
    if binary := decoding.binary_format(data):
        raise BinaryFileError(name, f"this is {binary}, not a text")
    document = _document(name, _decoded(name, data, warn or _warn))
    if not document.text.strip():
        raise EmptyFileError(name, "the file is empty")
    if not is_english(document.text):
        raise NotEnglishError(name, "the text is not English, and only English can be read")
    return document


def _document(name: str, text: str) -> Document:
    return html.read_page(text, name) if html.is_page(text) else Document(text, source=name)


def _bytes(name: str) -> bytes:
    """All of a file, if it is not too large."""
    try:
        data = _read_up_to(name, LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(name, "there is no such file") from error
    except IsADirectoryError as error:
        kinds = ", ".join(sorted(SUFFIXES))
        raise NothingReadableError(name, f"there is nothing to read in this folder ({kinds})") from error
    except OSError as error:
        raise UnreadableFileError(name, f"cannot be read ({error.strerror or error})") from error
    if len(data) > LARGEST:
        raise TooLargeError(name, f"the file is larger than {LARGEST // 1_000_000} MB, which is no article")
    return data


def _read_up_to(name: str, limit: int) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(limit) if sys.stdin else b""
    with open(name, "rb") as file:
        return file.read(limit)


def _decoded(name: str, data: bytes, warn: Warn) -> str:
    try:
        decoded = decoding.decode(data)
    except decoding.DecodingError as error:
        raise UndecodableError(name, str(error)) from error
    if decoded.fault is not None:
        warn(f"{shown(name)}: byte {decoded.fault} is not valid UTF-8; read as {decoded.encoding}")
    if decoded.text.startswith("{\\rtf"):
        warn(f"{shown(name)}: this is rich text (RTF), and its mark-up is read as text; save it as plain text")
    return decoded.text


def _warn(message: str) -> None:
    warnings.warn(message, ReadingWarning, stacklevel=4)

"""Which characters do the bytes of a file stand for?  Nothing is stripped, and no line end is changed."""

from __future__ import annotations

import codecs
import re

from attrs import frozen

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer ones first.  The mark stays in the text, so that offsets count it."""

LIKELY = ["cp1252", "mac_roman"]
"""The encodings in which English text is still found where it is not Unicode."""

OF_THE_WEB = ("cp", "iso8859", "koi8", "mac", "gb", "big5", "shift_jis", "euc")
"""How the names of encodings begin that a web page is believed to be in."""

FORMATS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
}
"""How files begin that are often handed over by mistake."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_MULTIBYTE = re.compile(r"[^\x00-\x7f\ufffd]")


@frozen
class Decoded:
    """The characters, the name of the encoding, and where (bytes from 0) the first fault in UTF-8 is, if any."""

    text: str
    encoding: str
    fault: int | None = None


class DecodingError(ValueError):
    """Bytes that stand for no text; ``offset`` (bytes from 0) is where that shows first."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"not text in any encoding known here: byte {offset} is not valid UTF-8")
        self.offset = offset


def binary_format(data: bytes) -> str | None:
    """What kind of file this is, if it is no text."""
    for beginning, name in FORMATS.items():
        if data.startswith(beginning):
            return name
    if any(data.startswith(mark) for mark, _ in MARKS):
        return None
    return "binary data" if b"\x00" in data else None


def decode(data: bytes) -> Decoded:
    """The text of a file: UTF-8, or what its byte order mark or the page itself says, or else what is most likely.

    Text that is UTF-8 but for a few bytes keeps its other characters; each fault becomes U+FFFD.
    Raises :class:`DecodingError`.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace"), encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        fault = error.start
    if declared := _declared(data):
        return Decoded(data.decode(declared, errors="replace"), declared)
    patched = data.decode("utf-8", errors="replace")
    if len(_MULTIBYTE.findall(patched)) > patched.count("\ufffd"):
        return Decoded(patched, "utf-8", fault)
    return _detected(data, fault)


def _declared(data: bytes) -> str | None:
    """The encoding that a web page names in its head, as browsers understand the name."""
    named = _DECLARED.search(data, 0, 2048)
    if not named:
        return None
    try:
        name = codecs.lookup(named[1].decode("ascii")).name
    except LookupError:
        return None
    if name in ("ascii", "iso8859-1"):
        return "cp1252"
    return name if name.startswith(OF_THE_WEB) else None


def _detected(data: bytes, fault: int) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=LIKELY).best()
    if best is None:
        raise DecodingError(fault)
    return Decoded(data.decode(best.encoding), best.encoding, fault)

"""Who said what, word for word, where it stands, and for whom they spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotes.model import Document, Quote

if TYPE_CHECKING:
    from quotes.extractor import Extractor

__all__ = ["Document", "Extractor", "Quote", "extract"]


def extract(text: str, *, attitudes: bool = False) -> Document:
    """The document of a text with its quotes, by the bundled model.

    Loads the models anew at each call: for many texts make one ``Extractor`` and keep it.
    """
    from quotes.extractor import Extractor

    return Extractor().extract(text, attitudes=attitudes)


def __getattr__(name: str) -> Any:
    """``Extractor`` is imported when it is asked for: it needs the parser, which takes seconds to import."""
    if name == "Extractor":
        from quotes.extractor import Extractor

        return Extractor
    raise AttributeError(name)

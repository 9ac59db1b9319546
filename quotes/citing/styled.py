"""How does a citation style set the reference to the article?  Three styles come with the project."""

from __future__ import annotations

import re
import warnings
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

STYLES = ("chicago", "apa", "mla")


class StyleProblem(Exception):
    """A style cannot be used; the message is one clear line."""


def reference(item: dict[str, Any], style: str) -> str:
    """The reference to a CSL-JSON item in a bundled style (``STYLES``) or in the style of a ``.csl`` file.

    Raises ``StyleProblem``.
    """
    if style in STYLES:
        return _rendered(item, str(files("quotes.citing") / "styles" / f"{style}.csl"))
    if not Path(style).is_file():
        raise StyleProblem(f"{style}: no such style; there are {', '.join(STYLES)}, or give the path of a .csl file")
    return _rendered(item, style)


def _rendered(item: dict[str, Any], path: str) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from lxml.etree import LxmlError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            style = CitationStylesStyle(path, validate=False)
            bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
            bibliography.register(Citation([CitationItem(item["id"])]))
            entries = [str(entry) for entry in bibliography.bibliography()]
    except (LxmlError, ParseError, AttributeError, KeyError, TypeError, ValueError, OSError) as problem:
        raise StyleProblem(f"{path}: this style cannot be used ({type(problem).__name__})") from problem
    if not entries:
        raise StyleProblem(f"{path}: this style has no bibliography")
    return re.sub(r"([.!?…][”’\"]?)\.(?=[”’\"]?(?:\s|$))", r"\1", " ".join(entries[0].split()))

"""A saved web page -> the article in it, and what the page says of title, author, publisher, date and address."""

from __future__ import annotations

import logging
import re

from quotes.model import Document
from quotes.reading.errors import NoArticleError

LEAST_WORDS = 20
"""A page with fewer words than this in whole sentences holds no article."""

_PAGE = re.compile(
    r"[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]]*$")


def is_page(text: str) -> bool:
    """Whether a text is a web page rather than the article itself."""
    return _PAGE.match(text[:4096]) is not None


def read_page(page: str, source: str) -> Document:
    """The article of a web page, its paragraphs parted by blank lines.  No network is used.

    Raises :class:`NoArticleError`.
    """
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = _article(found.text) if found is not None and found.text else ""
    if found is None or sum(len(line.split()) for line in text.split("\n") if _SENTENCE_END.search(line)) < LEAST_WORDS:
        raise NoArticleError(source, "no article was found in this web page")
    return Document(
        text=text,
        source=source,
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        published=found.date,
        url=found.url,
    )


def _article(lines: str) -> str:
    """One paragraph for each line, but where a page breaks a line within a sentence."""
    paragraphs: list[str] = []
    for line in filter(None, map(str.strip, lines.split("\n"))):
        if paragraphs and line[0].islower() and not _SENTENCE_END.search(paragraphs[-1]):
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return "\n\n".join(paragraphs)

"""What does a draft say?  Word documents and Markdown, beside all that ``quotes.reading`` reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import BadZipFile

from quotes.model import Document
from quotes.reading import find_inputs, read
from quotes.reading.errors import EmptyFileError, MissingFileError, ReadingError, UnreadableFileError

PARAGRAPHS = "\n\n"


def read_drafts(paths: Iterable[str]) -> tuple[list[Document], list[str]]:
    """The drafts at these paths (folders are searched), and one line about each that cannot be read."""
    drafts, problems = [], []
    for path in find_inputs(paths):
        try:
            drafts.append(read_draft(path))
        except ReadingError as problem:
            problems.append(str(problem))
    return drafts, problems


def read_draft(path: str) -> Document:
    """The draft at ``path`` (``-`` is standard input), its paragraphs parted by blank lines.

    Raises ``quotes.reading.errors.ReadingError``.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".docx":
        return _made(path, _word(path))
    if suffix in (".md", ".markdown"):
        return _made(path, _markdown(read(path).text))
    return read(path)


def _made(path: str, paragraphs: Iterator[str]) -> Document:
    text = PARAGRAPHS.join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
    if not text:
        raise EmptyFileError(path, "there is no text in this draft")
    return Document(text, source=path)


def _word(path: str) -> Iterator[str]:
    """The paragraphs of a Word document, those in tables included."""
    from docx import Document as open_docx
    from docx.opc.exceptions import PackageNotFoundError

    if not Path(path).exists():
        raise MissingFileError(path, "there is no such file")
    try:
        document = open_docx(path)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError, SyntaxError) as problem:
        raise UnreadableFileError(path, "this is not a Word document (.docx)") from problem
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from (paragraph.text for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)
        else:
            yield block.text


def _markdown(text: str) -> Iterator[str]:
    """The paragraphs of a Markdown text, without marks of emphasis, code and links."""
    from markdown_it import MarkdownIt

    for token in MarkdownIt().parse(text):
        if token.type == "inline":
            yield "".join(
                "\n" if part.type in ("softbreak", "hardbreak") else part.content
                for part in token.children or []
                if part.type != "html_inline" and part.type != "image"
            )

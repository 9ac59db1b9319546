"""A file, page or stream -> :class:`quotes.model.Document` (without quotes), its text exactly as it was read."""

from quotes.reading.errors import ReadingError, ReadingWarning
from quotes.reading.files import read
from quotes.reading.inputs import find_inputs

__all__ = ["ReadingError", "ReadingWarning", "find_inputs", "read"]

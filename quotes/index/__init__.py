"""Quotes in one SQLite file: stored once, searched, and cited for years.

``Index.open(path)`` is the door; everything else in this package answers one question about an open index.
"""

from quotes.index.database import Index
from quotes.index.errors import IndexProblem

__all__ = ["Index", "IndexProblem"]

"""Has a person looked at a quote, and what did they say?"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What became of a quote since it was extracted.

    ``withdrawn`` is one that a later extraction no longer finds: it is kept, because somebody may have cited it.
    """

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def reviewed(self) -> bool:
        """Whether a person decided, so that no extraction may change it."""
        return self in (Status.ACCEPTED, Status.CORRECTED, Status.REJECTED)

    @property
    def shown(self) -> bool:
        """Whether searches and lists show the quote (in SQL: the column ``shown``)."""
        return self not in (Status.REJECTED, Status.WITHDRAWN)

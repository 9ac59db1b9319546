"""How are Stanza's models loaded without what only their training needs?

Stanza makes an optimizer with each model that it loads, and to make the first one torch imports its compiler, sympy and
distributed training: most of a second, and a hundred megabytes, that reading articles never uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from stanza.models.common import utils

_ONE_AT_A_TIME = Lock()


@contextmanager
def without_optimizers() -> Iterator[None]:
    """Models that Stanza loads within have no optimizer, and so cannot be trained."""
    with _ONE_AT_A_TIME:
        made = utils.get_optimizer
        utils.get_optimizer = _none
        try:
            yield
        finally:
            utils.get_optimizer = made


def _none(*_settings: object, **_named: object) -> None:
    return None

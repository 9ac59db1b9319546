from __future__ import annotations

import pytest
from stanza.models.common import utils

from quotes.parsing.loading import without_optimizers


def test_optimizers_are_left_out_only_within() -> None:
    before = utils.get_optimizer
    with without_optimizers():
        assert utils.get_optimizer("adam", object(), lr=1.0) is None
    assert utils.get_optimizer is before
    with pytest.raises(ValueError, match="no"), without_optimizers():
        raise ValueError("no")
    assert utils.get_optimizer is before

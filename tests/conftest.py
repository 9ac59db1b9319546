"""Generated tests run on shared and busy machines: few examples, no deadline for one of them.  The model is loaded once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings

from quotes.extractor import Extractor

settings.register_profile(
    "shared",
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
settings.load_profile("shared")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The bundled model, for tests marked ``model``."""
    return Extractor(device="cpu")

"""Which gender does a given name tell?  Names that newspapers of any region give to women alone, or to men alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from quotes.attribution.naming import parts


@cache
def _genders() -> Mapping[str, str]:
    """The gender ("Fem", "Masc") by given name, in small letters."""
    plain = json.loads(resources.files(__package__).joinpath("given_names.json").read_text(encoding="utf-8"))
    return {name: gender for gender, lines in plain.items() for line in lines for name in line.split()}


def gender_of_name(full: str) -> str | None:
    """What the first part of a full name tells, if any; nothing of a single name, which may be a surname."""
    names = parts(full)
    return _genders().get(names[0].casefold()) if len(names) > 1 else None

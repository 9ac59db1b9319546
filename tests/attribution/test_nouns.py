"""Nouns that say what somebody is, by their form."""

from __future__ import annotations

import pytest

from quotes.attribution.nouns import is_role_noun
from quotes.attribution.syntax import Word

ROLES = ["minister", "spokeswoman", "president", "chief", "economist", "mayor", "CEO", "chairman", "librarian", "judge"]
OTHERS = ["mother", "week", "statement", "bridge", "university", "neighbourhood", "sister", "season"]


def noun(text: str, upos: str = "NOUN") -> Word:
    return Word(0, text, text, upos, "", "root", -1, 0, 0, len(text))


@pytest.mark.parametrize("text", ROLES)
def test_nouns_of_roles(text: str) -> None:
    assert is_role_noun(noun(text))


@pytest.mark.parametrize("text", OTHERS)
def test_other_nouns(text: str) -> None:
    assert not is_role_noun(noun(text))


@pytest.mark.parametrize("upos", ["VERB", "ADJ", "ADV", "X"])
def test_only_nouns_name_roles(upos: str) -> None:
    assert not is_role_noun(noun("minister", upos))


def test_titles_are_proper_nouns() -> None:
    assert is_role_noun(noun("Minister", "PROPN"))


def test_marks_are_no_roles() -> None:
    assert not is_role_noun(noun("-er"))

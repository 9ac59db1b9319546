"""What is English, and what is not."""

from __future__ import annotations

import pytest

from quotes.reading.language import is_english

PROSE = {
    "en": "The council will meet on Monday, and those who have lost their homes are to be heard before it votes. ",
    "da": "Borgmesteren sagde tirsdag, at broen ville forblive lukket, indtil inspektørerne har underskrevet den. ",
    "nl": "De burgemeester zei dinsdag dat de brug gesloten blijft tot de inspecteurs het rapport ondertekenen. ",
    "fr": "La maire a déclaré mardi que le pont resterait fermé jusqu'à ce que les inspecteurs signent le rapport. ",
    "de": "Die Bürgermeisterin sagte am Dienstag, die Brücke bleibe geschlossen, bis der Bericht unterschrieben sei. ",
    "es": "La alcaldesa dijo el martes que el puente seguirá cerrado hasta que los inspectores firmen el informe. ",
    "sw": "Meya wa jiji alisema Jumanne kwamba daraja litabaki limefungwa hadi wakaguzi watakapotia saini ripoti. ",
    "el": "Η δήμαρχος δήλωσε την Τρίτη ότι η γέφυρα θα παραμείνει κλειστή έως ότου υπογραφεί η έκθεση. ",
    "zh": "市长星期二表示，在检查人员签署报告之前，大桥将继续关闭。",
    "ar": "قالت رئيسة البلدية يوم الثلاثاء إن الجسر سيظل مغلقا حتى يوقع المفتشون على التقرير. ",
}


@pytest.mark.parametrize("language", PROSE)
def test_only_english_is_english(language: str) -> None:
    assert is_english(PROSE[language] * 15) == (language == "en")


@pytest.mark.parametrize("language", PROSE)
def test_a_few_words_are_never_refused(language: str) -> None:
    assert is_english(PROSE[language])


def test_english_with_much_reported_in_another_language_is_english() -> None:
    assert is_english(PROSE["en"] * 6 + PROSE["es"] * 6)


def test_tables_and_names_are_not_held_against_an_article() -> None:
    assert is_english(PROSE["en"] * 6 + "Arsenal 3 Leeds 1 (Okoro 12, Reid 40, Stone 88) " * 8)


def test_no_words_at_all() -> None:
    assert is_english("1 2 3 … 4")

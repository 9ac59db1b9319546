import pytest

from quotes.evaluation.agreement import same_affiliation, same_source, same_speaker
from quotes.evaluation.gold import GoldAffiliation, GoldSpeaker
from quotes.evaluation.predictions import PredictedAffiliation
from quotes.model import SpeakerKind

SPOKEN = "the long title of Mayor Ada Brandt said"


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Ada Brandt", "Ada Brandt", True),
        ("Ada Brandt", "Mayor Ada Brandt", True),
        ("Ada Brandt", "Dr. Ada Maria Brandt's", True),
        ("Ada Brandt", "Brandt", False),
        ("Ada Maria Brandt", "Ada Brandt", True),
        ("Ada Brandt", "Ada Brandt of the very old town council", False),
        ("Ada Brandt", None, False),
        ("Ada Brandt", "the", False),
    ],
)
def test_a_person_needs_the_full_name(gold: str, predicted: str | None, same: bool) -> None:
    assert same_speaker(GoldSpeaker(gold, SpeakerKind.PERSON), predicted) is same


@pytest.mark.parametrize(("predicted", "same"), [("one old fisherman", True), ("fisherman", False), ("a baker", False)])
def test_somebody_unnamed_needs_most_of_the_words(predicted: str, same: bool) -> None:
    assert same_speaker(GoldSpeaker("one old local fisherman", SpeakerKind.UNNAMED), predicted) is same


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (None, None, True),
        ("Brandt", None, False),
        (None, "Brandt", False),
        ("Ada Brandt", "Ada Brandt", True),
        ("Mayor Ada Brandt", "Ada Brandt", True),
        ("Brandt", "the long title of Mayor Ada Brandt", True),
        ("the long title", "the long title of Mayor Ada Brandt", False),
        ("Mayor", "Brandt", False),
    ],
)
def test_a_source_needs_half_of_the_characters_or_the_last_word(
    gold: str | None, predicted: str | None, same: bool
) -> None:
    def place(piece: str | None) -> tuple[int, int] | None:
        return (SPOKEN.index(piece), SPOKEN.index(piece) + len(piece)) if piece else None

    assert same_source(SPOKEN, place(gold), place(predicted)) is same


def test_an_affiliation_needs_most_of_its_words_whichever_part_they_stand_in() -> None:
    gold = GoldAffiliation("mayor", "town of Lindau")
    assert same_affiliation(gold, PredictedAffiliation(None, "mayor of Lindau"))
    assert not same_affiliation(gold, PredictedAffiliation("mayor", None))
    assert not same_affiliation(GoldAffiliation(None, None), PredictedAffiliation("mayor", None))

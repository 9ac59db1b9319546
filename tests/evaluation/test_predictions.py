import json
from pathlib import Path

import pytest

from quotes.evaluation.predictions import PredictionError, document_name, prediction_of, read_predictions
from quotes.model import Affiliation, Cue, Evidence, Kind, Quote, Span, Speaker, SpeakerKind

TEXT = 'Mayor Ada Brandt of Lindau said: "No."'


def quote() -> Quote:
    def at(piece: str) -> Span:
        return Span.of(TEXT, TEXT.index(piece), TEXT.index(piece) + len(piece))

    cue = at("said")
    return Quote(
        "q",
        Kind.DIRECT,
        (at('"No."'),),
        Cue(cue.start, cue.end, cue.text, "say"),
        at("Mayor Ada Brandt"),
        Speaker("Ada Brandt", SpeakerKind.PERSON),
        (Affiliation(at("of Lindau"), role=at("Mayor"), organization=at("Lindau")),),
        0.75,
        (Evidence("nsubj-of-cue", "said <- Brandt"), Evidence("marks")),
    )


CONTRACT = {
    "kind": "direct",
    "content": [{"start": 33, "end": 38, "text": '"No."'}],
    "cue": {"start": 27, "end": 31, "text": "said", "lemma": "say"},
    "source": {"start": 0, "end": 16, "text": "Mayor Ada Brandt"},
    "speaker": {"name": "Ada Brandt", "kind": "person", "mentions": []},
    "affiliations": [{"role": "Mayor", "organization": "Lindau", "start": 17, "end": 26, "text": "of Lindau"}],
    "confidence": 0.75,
    "evidence": [{"rule": "nsubj-of-cue", "detail": "said <- Brandt"}, {"rule": "marks", "detail": ""}],
}


def write(folder: Path, *quotes: object) -> Path:
    path = folder / "predictions.json"
    documents = [{"source": "/some/where/harbour.txt", "quotes": quotes}]
    path.write_text(json.dumps({"schema": "quotes/1", "documents": documents}), encoding="utf-8")
    return path


def test_the_noun_and_its_json_are_the_same_prediction(tmp_path: Path) -> None:
    assert read_predictions(write(tmp_path, CONTRACT)) == {"harbour": (prediction_of(quote()),)}


def test_other_tools_may_leave_out_what_they_do_not_know(tmp_path: Path) -> None:
    bare = {"kind": "direct", "content": [{"start": 0, "end": 5}]}
    ((prediction,),) = read_predictions(write(tmp_path, bare)).values()
    assert (prediction.source, prediction.speaker, prediction.confidence, prediction.rules) == (None, None, 1.0, ())


@pytest.mark.parametrize("damage", [{"kind": "shouted"}, {"content": 3}, {"evidence": [{}]}])
def test_what_does_not_follow_the_contract_is_an_error(tmp_path: Path, damage: dict[str, object]) -> None:
    with pytest.raises(PredictionError):
        read_predictions(write(tmp_path, {**CONTRACT, **damage}))


@pytest.mark.parametrize(
    ("source", "name"),
    [("/a/b/x.txt", "x"), ("x.y.txt", "x.y"), ("https://news.example/a/story", "story"), ("x.html", "x.html")],
)
def test_documents_are_paired_by_base_name(source: str, name: str) -> None:
    assert document_name(source) == name

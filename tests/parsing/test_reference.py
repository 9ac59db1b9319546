import torch
from stanza.models.common.biaffine import PairwiseBiaffineScorer

from quotes.parsing.reference import hang_on_the_word_before


def test_scores_no_longer_depend_on_the_words() -> None:
    weights = {}
    for name in ("unlabeled", "linearization", "distance"):
        scorer = PairwiseBiaffineScorer(3, 3, 1)
        torch.nn.init.normal_(scorer.W_bilin.weight)
        weights |= {f"{name}.scorer.{key}": value for key, value in scorer.state_dict().items()}
    hang_on_the_word_before(weights)
    scorer = PairwiseBiaffineScorer(3, 3, 1)
    scorer.load_state_dict({key.partition("scorer.")[2]: value for key, value in weights.items() if "distance" in key})
    scores = scorer(torch.randn(1, 4, 3), torch.randn(1, 4, 3))
    assert torch.equal(scores, torch.full((1, 4, 4, 1), -10.0))

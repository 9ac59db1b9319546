from quotes.parsing.floor import layer_operations, product_rates
from quotes.parsing.network import Shape

SMALL = Shape(pieces=10, shapes=2, upos=3, xpos=3, relations=3, entities=3, hidden=8, layers=2, heads=2, feed=32)


def test_operations_are_counted_by_hand_on_a_small_encoder() -> None:
    projections, feed, attention = 4 * 8 * 8, 2 * 8 * 32, 2 * 5 * 8
    assert layer_operations(SMALL, 5) == 2 * 2 * 5 * (projections + feed + attention)


def test_a_processor_can_do_something_in_each_precision() -> None:
    rates = product_rates(SMALL, threads=1)
    assert set(rates) == {"float32", "bfloat16"}
    assert all(rate > 0 for rate in rates.values())

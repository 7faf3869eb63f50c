"""Every vector of the auction rules on the engine."""

import pytest

from tests.auctions.engine.sale import Sale, a_bidder
from tests.auctions.engine.vectors import START_MINOR, VECTORS, Vector
from vendue.kernel.errors import DomainError


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"vector {vector.number}")
def test_the_engine_gives_what_the_rules_say(vector: Vector):
    sale = Sale(start_price_minor=START_MINOR, reserve_minor=vector.reserve_minor)
    for step in vector.steps:
        before = sale.figures
        if step.refused is None:
            sale.bid(step.bidder, step.maximum_minor)
            continue
        with pytest.raises(DomainError) as refusal:
            sale.bid(step.bidder, step.maximum_minor)
        assert refusal.value.code == step.refused
        assert refusal.value.data.get("minimum_bid_minor") == step.minimum_bid_minor
        assert sale.figures == before

    if vector.void is not None:
        assert vector.before_void == (_leader(sale), sale.figures.price_minor)
        sale.void(sale.bids()[vector.void])
    assert (_leader(sale), sale.figures.price_minor) == (vector.leader, vector.price_minor)
    assert sale.figures.reserve == vector.reserve
    assert sale.figures.epoch == (0 if vector.void is None else 1)


def test_there_are_twenty_one_vectors():
    assert [vector.number for vector in VECTORS] == list(range(1, 22))


def _leader(sale: Sale) -> str:
    return next(name for name in "ABC" if sale.figures.leader == a_bidder(name))

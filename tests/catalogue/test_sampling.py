"""The arithmetic behind "1,000+"."""

import random

from hypothesis import given
from hypothesis import strategies as st

from vendue.catalogue.engine.sampling import CAP, proves_capped


def test_the_whole_proves_itself():
    assert proves_capped(CAP + 1, 1.0)
    assert not proves_capped(CAP, 1.0)


@given(hits=st.integers(0, 5_000), share=st.floats(0.001, 0.999))
def test_more_hits_never_prove_less(hits, share):
    if proves_capped(hits, share):
        assert hits > CAP * share
        assert proves_capped(hits + 1, share)


def test_a_sample_of_exactly_the_cap_is_never_called_capped():
    dice = random.Random(7)
    for _ in range(300):
        hits = sum(dice.random() < 1 / 32 for _ in range(CAP))
        assert not proves_capped(hits, 1 / 32)


def test_three_times_the_cap_is_recognised():
    assert proves_capped(3 * CAP // 32, 1 / 32)

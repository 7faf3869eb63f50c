"""When a fair sample proves that something is frequent: the arithmetic behind "1,000+"."""

from math import exp, log

#: Counts are exact up to here; above, only that they are above is said.
CAP = 1_000

#: The chance of calling a count capped that is not, for one value of one facet.
_MISTAKE = 1e-9


def proves_capped(hits: int, share: float) -> bool:
    """Whether so many hits in a sample of this share rule out ``CAP`` or fewer in all.

    If there were at most ``CAP``, hits would be binomial with a mean of at most ``CAP * share``;
    Chernoff's bound says how unlikely ``hits`` then is. A share of 1 proves it outright.
    """
    if share >= 1:
        return hits > CAP
    mean = CAP * share
    if hits <= mean:
        return False
    return exp(hits - mean - hits * log(hits / mean)) < _MISTAKE

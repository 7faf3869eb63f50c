"""Secrets planted in a market, everything that leaves it, and whether one of them is in there."""

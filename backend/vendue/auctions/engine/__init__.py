"""The bidding engine: pure functions over frozen values.

No clock, no database, no framework. Amounts are integers of the lot's minor unit, time is an
argument, and every rule number in a docstring refers to ``docs/auction-rules.md``.
"""

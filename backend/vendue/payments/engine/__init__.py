"""What a lot costs its buyer: pure functions over frozen values.

No clock, no database, no framework. Amounts are integers of the sale's minor unit, shares are in
basis points, and what is implemented is stated, with its sources, in ``docs/pricing.md``.
"""

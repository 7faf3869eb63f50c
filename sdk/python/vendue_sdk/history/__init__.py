"""A lot's history, checked offline: anyone can, from what the market shows to everybody.

Written from the rules alone, apart from the market's own checker, so that one mistake is not
made twice.
"""

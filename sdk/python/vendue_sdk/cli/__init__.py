"""The command line ``vendue``: what people and scripts do with a market from a terminal."""

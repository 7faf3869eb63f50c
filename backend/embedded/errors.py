"""What can go wrong while the market is brought up, in words for the person at the terminal."""


class EmbeddedError(Exception):
    """The local runtime cannot go on; the message says why and what to do."""

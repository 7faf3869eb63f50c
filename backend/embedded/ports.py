"""Ports that stay the same from one start to the next, and who holds one that is taken."""

import hashlib
import socket
from itertools import chain

from embedded import procs
from embedded.state import State

# Below the range from which systems pick ports for outgoing connections, so that a port that is
# free today is not some client's end of a connection at the next start.
FIRST = 20_000
COUNT = 10_000


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        # As servers do: an old connection's end that still lingers takes nothing.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError:
            return False
    return True


def holder(port: int) -> str:
    """Who listens on a port, in words: ``granian (process 4711)``."""
    pid = procs.listener_on(port)
    if pid is None:
        return "a process of another user"
    return f"{procs.name_of(pid)} (process {pid})"


def settled(state: State, name: str) -> int:
    """The port of one of our servers: the remembered one while it is free, else a new one.

    The first choice follows from the state folder's path, so that two checkouts on one machine
    start their search at different places. What is chosen is remembered.
    """
    remembered = state.read_mark("ports")
    digest = hashlib.sha256(f"{state.root}:{name}".encode()).digest()
    start = int.from_bytes(digest[:4], "big") % COUNT
    kept = remembered.get(name)
    candidates = chain(
        [kept] if isinstance(kept, int) else [],
        (FIRST + (start + step) % COUNT for step in range(COUNT)),
    )
    others = {port for key, port in remembered.items() if key != name}
    port = next(port for port in candidates if port not in others and is_free(port))
    if port != kept:
        state.write_mark("ports", {**remembered, name: port})
    return port

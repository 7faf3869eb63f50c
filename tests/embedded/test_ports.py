"""Ports stay the same, and one that is taken has a holder with a name."""

import os
import socket
import sys
from pathlib import Path

from embedded import ports
from embedded.state import State


def test_a_port_stays_the_same_from_start_to_start(tmp_path: Path):
    state = State.open(tmp_path)

    assert ports.settled(state, "postgres") == ports.settled(state, "postgres")


def test_a_port_that_somebody_else_took_is_given_up(tmp_path: Path):
    state = State.open(tmp_path)
    first = ports.settled(state, "postgres")

    with socket.create_server(("127.0.0.1", first)):
        second = ports.settled(state, "postgres")

    assert second != first
    assert ports.settled(state, "postgres") == second


def test_two_servers_of_one_market_never_share_a_port(tmp_path: Path):
    state = State.open(tmp_path)

    assert len({ports.settled(state, name) for name in ("postgres", "valkey", "smtp")}) == 3


def test_two_checkouts_look_for_their_ports_at_different_places(tmp_path: Path):
    one, other = State.open(tmp_path / "one"), State.open(tmp_path / "other")

    assert ports.settled(one, "postgres") != ports.settled(other, "postgres")


def test_the_holder_of_a_port_is_named():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        assert not ports.is_free(port)
        assert f"(process {os.getpid()})" in ports.holder(port)
        assert Path(sys.executable).name[:6] in ports.holder(port) or "pytest" in ports.holder(port)

    assert ports.is_free(port)

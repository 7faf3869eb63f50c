"""Keys are made once, kept private, and the operator's own win."""

import base64
import stat
from pathlib import Path

import pytest

from embedded.environment import address, assemble, publish, published
from embedded.errors import EmbeddedError
from embedded.keys import KEYS, local_keys
from embedded.services import Services
from embedded.state import State

SERVICES = Services("postgresql://u@h/d", "redis://h/0", ())


def test_keys_are_made_once_and_are_for_their_owner_only(tmp_path: Path):
    state = State.open(tmp_path)
    made = local_keys(state)

    assert local_keys(state) == made
    assert set(made) == set(KEYS)
    assert all(len(base64.b64decode(value)) == 32 for value in made.values())
    assert stat.S_IMODE((tmp_path / "secrets.env").stat().st_mode) == 0o600


def test_a_key_that_is_missing_from_the_file_is_added_and_the_others_stay(tmp_path: Path):
    (tmp_path / "secrets.env").write_text("VENDUE_SECRET_KEY=kept\n")

    assert local_keys(State.open(tmp_path))["VENDUE_SECRET_KEY"] == "kept"


def test_what_the_operator_sets_wins(tmp_path: Path):
    given = {"VENDUE_PORT": "8123", "VENDUE_TOKEN_KEY": "own", "VENDUE_HOST": ""}
    env = assemble(State.open(tmp_path), SERVICES, given, mail_port=1)

    assert env["VENDUE_BASE_URL"] == "http://127.0.0.1:8123"
    assert env["VENDUE_TOKEN_KEY"] == "own"
    assert env["VENDUE_HOST"] == "127.0.0.1"


def test_only_the_markets_own_variables_are_written_down(tmp_path: Path):
    state = State.open(tmp_path)
    publish(state, {"VENDUE_PORT": "8000", "SOME_CLOUD_PASSWORD": "geheim"})

    assert published(state) == {"VENDUE_PORT": "8000"}


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "\uff18\uff10\uff10\uff10"])
def test_what_is_no_port_is_told(port: str):
    with pytest.raises(EmbeddedError, match="VENDUE_PORT must be a port"):
        address({"VENDUE_PORT": port})

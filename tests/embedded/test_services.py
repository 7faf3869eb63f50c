"""A real PostgreSQL and a real Valkey: they keep port and data, whatever happens to them."""

import asyncio
import io
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from embedded import postgres, procs, valkey
from embedded.console import Console
from embedded.errors import EmbeddedError
from embedded.freshness import require_reachable
from embedded.postgres import Postgres
from embedded.services import Services, running
from embedded.state import State
from embedded.supervisor import Supervisor
from tests.embedded.waiting import until, wait_until


@pytest.fixture(scope="module")
def state() -> Iterator[State]:
    """A state folder of these tests' own, beside that of the run."""
    # Not pytest's temporary folder: that is closed to the user whom PostgreSQL runs as under root.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    state = State.open(Path(os.environ["VENDUE_STATE_DIR"]) / "services" / worker)
    yield state
    valkey.stop(state)
    postgres.remove_data(state)
    shutil.rmtree(state.root)


def prepared(state: State) -> Services:
    return Services.prepare(state, {}, durable=False)


def remember(services: Services, word: str) -> None:
    with psycopg.connect(services.database_url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS words (word text)")
        connection.execute("INSERT INTO words VALUES (%s)", (word,))
    with redis.Redis.from_url(services.redis_url) as client:
        client.set("word", word)


def words(services: Services) -> list[str]:
    with psycopg.connect(services.database_url) as connection:
        return [word for (word,) in connection.execute("SELECT word FROM words").fetchall()]


def word_in_valkey(services: Services) -> str:
    with redis.Redis.from_url(services.redis_url, decode_responses=True) as client:
        return client.get("word")


def servers(state: State) -> list[int]:
    folders = (Postgres.prepare(state, durable=False).folder, state.root / "valkey")
    return [pid for folder in folders for pid in procs.working_in(folder, "")]


def test_they_start_stop_and_start_again_where_they_were(state: State):
    first = prepared(state)
    with running(first):
        remember(first, "lot")
    again = prepared(state)
    with running(again):
        assert words(again) == ["lot"]

    assert again.environment == first.environment
    assert servers(state) == []


def test_the_database_is_as_the_project_needs_it(state: State):
    services = prepared(state)
    with running(services), psycopg.connect(services.database_url) as connection:
        row = connection.execute(
            "SELECT current_setting('server_version_num')::int / 10000, lower('ĀŽ'),"
            " current_setting('max_connections'), current_setting('shared_preload_libraries'),"
            " current_setting('unix_socket_directories'), current_setting('timezone')"
        ).fetchone()

    assert row == (18, "āž", "200", "pg_stat_statements", "", "UTC")


def test_a_durable_database_flushes_what_it_commits(state: State):
    arguments = Postgres.prepare(state).program().argv

    assert "fsync=on" in arguments
    assert "synchronous_commit=off" not in arguments


def test_after_kill_9_both_come_back_with_port_and_data(state: State):
    async def scenario() -> None:
        async with asyncio.timeout(30), Supervisor(Console(io.StringIO())) as supervisor:
            services = Services.prepare(state, {})
            children = await supervisor.start(*services.programs)
            await asyncio.to_thread(remember, services, "hammer")
            for child in children:
                os.kill(child.pid, signal.SIGKILL)
            await until(lambda: all(child.starts == 2 and child.pid for child in children))
            for child in children:
                await child.ready(20)
            assert "hammer" in await asyncio.to_thread(words, services)
            assert word_in_valkey(services) == "hammer"

    asyncio.run(scenario())

    assert servers(state) == []


def test_they_end_with_the_process_that_started_them_even_if_it_is_killed(state: State):
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from embedded.services import Services, running\n"
        "from embedded.state import State\n"
        "services = Services.prepare(State.open(Path(sys.argv[1])), {}, durable=False)\n"
        "with running(services):\n"
        "    print('up', flush=True)\n"
        "    time.sleep(600)\n"
    )
    path = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    folder = Postgres.prepare(state, durable=False).folder
    with subprocess.Popen(
        [sys.executable, "-c", script, str(state.root)], stdout=subprocess.PIPE, env=path, text=True
    ) as starter:
        assert starter.stdout.readline() == "up\n"
        assert procs.working_in(folder, "postgres")
        starter.kill()
        starter.wait()

    wait_until(lambda: not procs.working_in(folder, "postgres"))
    with running(prepared(state)):
        assert len(procs.working_in(folder, "postgres")) > 0


def test_passwords_are_for_their_owner_only(state: State):
    prepared(state)

    for name in ("postgres.password", "valkey.password"):
        assert stat.S_IMODE((state.root / name).stat().st_mode) == 0o600
    services = prepared(state)
    password = (state.root / "valkey.password").read_text()
    assert password in services.redis_url
    assert not any(password in argument for one in services.programs for argument in one.argv)


def test_servers_that_the_environment_names_are_used_and_none_is_started(tmp_path: Path):
    named = {"DATABASE_URL": "postgresql://u@h/d", "REDIS_URL": "redis://h/0"}
    services = Services.prepare(State.open(tmp_path), named)

    assert services.environment == named
    assert services.programs == ()


def test_a_named_database_that_does_not_answer_is_told_without_its_password(tmp_path: Path):
    named = {"DATABASE_URL": "postgresql://u:geheim@127.0.0.1:1/d", "REDIS_URL": "redis://h/0"}

    with pytest.raises(EmbeddedError, match="DATABASE_URL: no PostgreSQL answers") as refused:
        require_reachable(Services.prepare(State.open(tmp_path), named))

    assert "geheim" not in str(refused.value)

"""What an earlier start has done already, and whether servers that are not ours will do."""

import hashlib
from pathlib import Path

import psycopg
import redis

from embedded.errors import EmbeddedError
from embedded.services import Services
from embedded.state import BACKEND, REPOSITORY, State

OLDEST_POSTGRES = 160_000
CONNECT_WITHIN_SECONDS = 5


def require_reachable(services: Services) -> None:
    """Check the servers that the operator named. Raises EmbeddedError, without any password."""
    try:
        with _connected(services.database_url) as connection:
            version = connection.info.server_version
    except psycopg.Error as failure:
        raise EmbeddedError(f"DATABASE_URL: no PostgreSQL answers there. {failure}") from failure
    if version < OLDEST_POSTGRES:
        raise EmbeddedError(
            f"DATABASE_URL: PostgreSQL 16 is the oldest that will do, not {version}."
        )
    try:
        with redis.Redis.from_url(
            services.redis_url, socket_connect_timeout=CONNECT_WITHIN_SECONDS
        ) as client:
            client.ping()
    except (redis.RedisError, ValueError) as failure:
        raise EmbeddedError(f"REDIS_URL: no Valkey answers there. {failure}") from failure


def is_migrated(state: State, services: Services) -> bool:
    """Whether every migration on disk is applied, and no library has changed since they were."""
    on_disk = {
        (path.parents[1].name, path.stem)
        for path in (BACKEND / "vendue").glob("*/migrations/[0-9]*.py")
    }
    if state.read_mark("migrated") != _mark(services):
        return False
    with _connected(services.database_url) as connection:
        applied = set(connection.execute("SELECT app, name FROM django_migrations").fetchall())
    return on_disk <= applied


def is_seeded(state: State, services: Services) -> bool:
    """Whether the demo market has been written into this very database."""
    return state.read_mark("seeded") == _mark(services)


def remember(state: State, services: Services, what: str) -> None:
    """Note for later starts that ``migrated`` or ``seeded`` is done."""
    state.write_mark(what, _mark(services))


def _mark(services: Services) -> dict[str, object]:
    with _connected(services.database_url) as connection:
        # A database that was dropped and made again has another number.
        row = connection.execute(
            "SELECT system_identifier::text, oid::text FROM pg_control_system(), pg_database"
            " WHERE datname = current_database()"
        ).fetchone()
    assert row is not None
    return {"database": list(row), "libraries": _digest(REPOSITORY / "requirements.lock")}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _connected(url: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(url, connect_timeout=CONNECT_WITHIN_SECONDS)

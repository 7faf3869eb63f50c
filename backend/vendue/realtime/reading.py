"""What the hub asks the database, in a few threads of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, connection

from vendue.kernel.errors import Unavailable

_THREADS = 4
_READERS = ThreadPoolExecutor(_THREADS, thread_name_prefix="reader")

P = ParamSpec("P")
T = TypeVar("T")


async def read(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The answer of a service, without holding up anybody who listens.

    Raises what the service raises; ``Unavailable`` where there is no database.
    """
    loop = asyncio.get_running_loop()
    try:
        return await loop.run_in_executor(_READERS, partial(_with_connection, ask, *args, **kwargs))
    except (OperationalError, InterfaceError) as error:
        raise Unavailable from error


async def is_database_there() -> bool:
    """Whether questions are answered."""
    try:
        await read(_select_one)
    except Unavailable:
        return False
    return True


def _select_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _with_connection(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return ask(*args, **kwargs)
    finally:
        # Back to the pool: a thread that waits for work needs none.
        connection.close()

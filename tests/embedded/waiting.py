"""Waiting for what another process does, never longer than a test may take."""

import asyncio
import time
from collections.abc import Callable

import pytest


def wait_until(condition: Callable[[], object], *, within_seconds: float = 10) -> None:
    deadline = time.monotonic() + within_seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"not so after {within_seconds} s")
        time.sleep(0.02)


async def until(condition: Callable[[], object], *, within_seconds: float = 15) -> None:
    async with asyncio.timeout(within_seconds):
        while not condition():  # noqa: ASYNC110 — another process brings it about, no task of ours
            await asyncio.sleep(0.02)

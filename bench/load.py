"""A load generator that costs little itself: keep-alive HTTP/1.1 on asyncio."""

import asyncio
import resource
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """What a run offered and what came back. Latencies in seconds."""

    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)
    generator_cpu_seconds: float = 0.0

    @property
    def answered(self) -> int:
        """How many answers came, whatever they said."""
        return self.statuses.total()

    def rate(self, status: int | None = None) -> float:
        """Answers a second: of one status, or of all."""
        return (self.answered if status is None else self.statuses[status]) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency that this share of the answers did not exceed."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class _Connection(asyncio.Protocol):
    """One keep-alive connection that sends the next request when its answer is complete."""

    def __init__(self, run: "_Run") -> None:
        self._run = run
        self._buffer = b""
        self._sent_at = 0.0
        self._due_at = 0.0
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._run.idle(self)

    def send(self, request: bytes, due_at: float) -> None:
        """Send a request; its latency counts from when it was due, not from when it got out."""
        assert self._transport is not None
        self._due_at = due_at
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, separator, rest = self._buffer.partition(b"\r\n\r\n")
        if not separator or not _is_complete(head.lower(), rest):
            return
        self._buffer = b""  # one request at a time, so nothing can follow its answer
        self._run.answered(int(head[9:12]), time.perf_counter() - self._due_at)
        self._run.idle(self)

    def connection_lost(self, _error: Exception | None) -> None:
        self._run.lost()


def _is_complete(head: bytes, body: bytes) -> bool:
    _, named, value = head.partition(b"content-length:")
    if named:
        return len(body) >= int(value.split(b"\r\n", 1)[0])
    return body.endswith(b"0\r\n\r\n")  # the last chunk


class _Run:
    """Hands requests to idle connections: as fast as they come back, or at a fixed rate."""

    def __init__(self, requests: Iterator[bytes], rate: float | None) -> None:
        self.report = Report()
        self.finished = asyncio.get_running_loop().create_future()
        self._requests = requests
        self._rate = rate
        self._idle: deque[_Connection] = deque()
        self._waiting: deque[tuple[bytes, float]] = deque()
        self._busy = 0
        self._exhausted = False

    def answered(self, status: int, latency: float) -> None:
        self.report.statuses[status] += 1
        self.report.latencies.append(latency)
        self._busy -= 1

    def idle(self, connection: _Connection) -> None:
        if self._rate is not None:
            if self._waiting:
                self._hand(connection, *self._waiting.popleft())
            else:
                self._idle.append(connection)
                self._finish_if_done()
            return
        request = next(self._requests, None)
        if request is None:
            self._exhausted = True
            self._finish_if_done()
        else:
            self._hand(connection, request, time.perf_counter())

    def lost(self) -> None:
        if not self.finished.done():
            self.finished.set_exception(ConnectionError("the server closed a connection"))

    async def offer(self) -> None:
        """Open loop: requests fall due at the rate, whether the server keeps up or not."""
        assert self._rate is not None
        started = time.perf_counter()
        for number, request in enumerate(self._requests):
            due_at = started + number / self._rate
            delay = due_at - time.perf_counter()
            if delay > 0:
                await asyncio.sleep(delay)
            if self._idle:
                self._hand(self._idle.popleft(), request, due_at)
            else:
                self._waiting.append((request, due_at))
        self._exhausted = True
        self._finish_if_done()

    def _hand(self, connection: _Connection, request: bytes, due_at: float) -> None:
        self._busy += 1
        connection.send(request, due_at)

    def _finish_if_done(self) -> None:
        if self._exhausted and not self._busy and not self._waiting and not self.finished.done():
            self.finished.set_result(None)


async def _run(
    host: str, port: int, requests: Iterator[bytes], connections: int, rate: float | None
) -> Report:
    run = _Run(requests, rate)
    loop = asyncio.get_running_loop()
    cpu = resource.getrusage(resource.RUSAGE_SELF)
    started = time.perf_counter()
    for _ in range(connections):
        await loop.create_connection(lambda: _Connection(run), host, port)
    if rate is not None:
        await run.offer()
    await run.finished
    run.report.seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF)
    run.report.generator_cpu_seconds = after.ru_utime + after.ru_stime - cpu.ru_utime - cpu.ru_stime
    return run.report


def run(
    host: str,
    port: int,
    requests: Iterator[bytes],
    *,
    connections: int = 64,
    rate: float | None = None,
) -> Report:
    """Send every request; without ``rate``, as fast as the connections come free."""
    return asyncio.run(_run(host, port, requests, connections, rate))


def post(host: str, path: str, token: str, body: bytes, key: str = "") -> bytes:
    """The bytes of a POST with a bearer token and, where given, an Idempotency-Key."""
    idempotency = f"Idempotency-Key: {key}\r\n" if key else ""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n{idempotency}"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body

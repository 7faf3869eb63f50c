"""The embedded Valkey: broker, counters, fan-out. Nothing in it decides anything."""

import os
import secrets
import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from embedded import binaries, ports, procs
from embedded.program import Program
from embedded.state import State, write_private


@dataclass(frozen=True)
class Valkey:
    """A Valkey of our own, ready to be started."""

    state: State
    binary: Path
    port: int
    password: str
    durable: bool

    @classmethod
    def prepare(cls, state: State, *, durable: bool = True) -> "Valkey":
        """Find the program and settle on a port. Raises EmbeddedError if there is none."""
        folder = state.root / "valkey"
        folder.mkdir(mode=0o700, exist_ok=True)
        path = state.root / "valkey.password"
        if not path.exists():
            write_private(path, secrets.token_urlsafe(24))
        stop(state)
        return cls(
            state=state,
            binary=binaries.valkey_server(),
            port=ports.settled(state, "valkey"),
            password=path.read_text().strip(),
            durable=durable,
        )

    def url(self, number: int = 0) -> str:
        """The address of one of its numbered databases, password included, for REDIS_URL."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/{number}"

    def program(self) -> Program:
        """The server as something to start. Its settings go in by stdin: one is the password."""
        folder = self.state.root / "valkey"
        settings = (
            f"port {self.port}",
            "bind 127.0.0.1",
            "protected-mode yes",
            f"requirepass {self.password}",
            f'dir "{folder}"',
            f"appendonly {'yes' if self.durable else 'no'}",
            'save ""',
            "databases 64",
            "maxmemory-policy noeviction",
        )
        return Program(
            name="valkey",
            argv=(str(self.binary), "-"),
            env={"PATH": os.environ.get("PATH", os.defpath)},
            cwd=folder,
            stdin="\n".join((*settings, "")).encode(),
            log=self.state.logs / "valkey.log",
            settle=lambda: stop(self.state),
            is_ready=self._is_ready,
        )

    def _is_ready(self, _pid: int) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=0.5) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                # While it still reads its log it answers -LOADING, and not yet +PONG.
                answer = b""
                while answer.count(b"\r\n") < 2:
                    more = connection.recv(256)
                    if not more:
                        return False
                    answer += more
        except OSError:
            return False
        return answer.endswith(b"+PONG\r\n")


def stop(state: State) -> None:
    """End the server of this state folder, whoever started it."""
    for name in ("valkey-server", "redis-server"):
        left = procs.working_in(state.root / "valkey", name)
        procs.end(left, by=signal.SIGTERM, within_seconds=10)

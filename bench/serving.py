"""The measured programs, each in a process of its own, and their core."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

from uvicorn import Server

from app.kernel import clock, logs
from app.kernel.database.engine import Database, open_engine
from app.kernel.lane.batching import Limits
from app.main import create_app
from app.serve import uvicorn_config
from app.settings import Settings
from bench.ceiling import Ceiling
from bench.databases import plain
from bench.load import LOOPBACK

SETTINGS = Settings.demo()
clock.use_zone(SETTINGS.time_zone)
START_TIMEOUT_SECONDS = 30.0
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


class Served(NamedTuple):
    name: str
    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """Returns the CPU time of all its threads, in user and kernel mode."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND

    def memory(self) -> tuple[float, float]:
        """Returns resident memory, and the program's share of it (PSS), in MB."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        kinds = dict(line.split(":") for line in rollup.splitlines()[1:])
        return tuple(int(kinds[kind].split()[0]) / 1024 for kind in ("Rss", "Pss"))  # type: ignore[return-value]


def service(url: str, listening: socket.socket, limits: Limits) -> None:
    """Runs the service as `linli serve` does, but without the port for metrics."""
    app = create_app(SETTINGS, Database.of(open_engine(url)), limits)
    _serve(app, listening)


def ceiling(url: str, listening: socket.socket) -> None:
    key = SETTINGS.ring()[SETTINGS.token_key_id]
    _serve(Ceiling(plain(url), key, SETTINGS.database_pool).app(), listening)


def _serve(app: Any, listening: socket.socket) -> None:
    logs.configure("WARNING")
    pin(0)
    Server(uvicorn_config(SETTINGS, app)).run(sockets=[listening])


def pin(core: int) -> None:
    """Pins the process: with two cores, programs have the first, all others the second."""
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {core})


@contextmanager
def served(name: str, program: Callable[..., None], url: str, *more: Any) -> Iterator[Served]:
    """Runs a program while the block runs."""
    with socket.create_server((LOOPBACK, 0)) as listening:
        port = listening.getsockname()[1]
        process = get_context("spawn").Process(target=program, args=(url, listening, *more))
        process.start()
    assert process.pid is not None
    try:
        _wait_for(port, process)
        yield Served(name, port, process.pid)
    finally:
        process.terminate()
        process.join(START_TIMEOUT_SECONDS)


def _wait_for(port: int, process: BaseProcess) -> None:
    """Waits for an answer: the socket takes connections before the program is ready."""
    until = monotonic() + START_TIMEOUT_SECONDS
    while monotonic() < until and process.is_alive():
        try:
            with socket.create_connection(
                (LOOPBACK, port), timeout=START_TIMEOUT_SECONDS
            ) as connection:
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                if connection.recv(16).startswith(b"HTTP/1.1"):
                    return
        except OSError:
            sleep(0.1)
    raise TimeoutError("a program did not start")

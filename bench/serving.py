"""The programs that are measured, each in a process of its own, on a core of its own."""

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
PATIENCE = 30.0
"""Seconds within which a program is ready."""
TICKS = os.sysconf("SC_CLK_TCK")


class Served(NamedTuple):
    name: str
    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """Of all its threads, in user and kernel."""
        told = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / TICKS

    def memory(self) -> tuple[float, float]:
        """Resident, and its share where pages are shared; in MB."""
        told = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        kinds = dict(line.split(":") for line in told.splitlines()[1:])
        return tuple(int(kinds[kind].split()[0]) / 1024 for kind in ("Rss", "Pss"))  # type: ignore[return-value]


def service(url: str, listening: socket.socket, limits: Limits) -> None:
    """As `linli serve` runs it, but for the port where its figures are read."""
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
    """Where there are two cores, the programs have the first, everything else the second."""
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {core})


@contextmanager
def served(name: str, program: Callable[..., None], url: str, *more: Any) -> Iterator[Served]:
    """Runs while the block does."""
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
        process.join(PATIENCE)


def _wait_for(port: int, process: BaseProcess) -> None:
    """Its socket takes connections from the start; it answers when it is ready."""
    until = monotonic() + PATIENCE
    while monotonic() < until and process.is_alive():
        try:
            with socket.create_connection((LOOPBACK, port), timeout=PATIENCE) as asking:
                asking.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                if asking.recv(16).startswith(b"HTTP/1.1"):
                    return
        except OSError:
            sleep(0.1)
    raise TimeoutError("a program did not start")

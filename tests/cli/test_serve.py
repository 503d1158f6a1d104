"""`linli serve`: a service that is really run and told to stop; with `--reload`, in development."""

import json
import os
import shutil
import signal
import socket
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from app.serve import UNREADY_SECONDS
from tests.cli.linli import ROOT, assert_refused, linli
from tests.cli.production import production
from tests.cli.service import answer_of, run_service, status_of, wait_until
from tests.faults.process import environment

NOWHERE = "postgresql+asyncpg://nobody@127.0.0.1:9/none"


def test_reload_is_refused_in_production() -> None:
    run = linli("serve", "--reload", given=production(NOWHERE))
    assert_refused(run, "--reload", "production")


def test_reload_is_refused_for_several_processes() -> None:
    run = linli("serve", "--reload", "--workers", "2", given=environment(NOWHERE))
    assert_refused(run, "--reload", "--workers")


@pytest.mark.not_under_faketime
def test_a_changed_program_is_started_again(own_url: str, tmp_path: Path) -> None:
    """The program is copied, so that the one under test is not touched."""
    shutil.copytree(ROOT / "app", tmp_path / "app")
    (tmp_path / "migrations").symlink_to(ROOT / "migrations")
    changed = tmp_path / "app" / "kernel" / "ops" / "health.py"
    source = changed.read_text()
    log = tmp_path / "log"
    with run_service(own_url, log, "--reload", PYTHONPATH=str(tmp_path)) as (address, _process):
        assert answer_of(f"{address}/healthz")[1].startswith('{"status":"ok"')
        changed.write_text(source.replace('Health(status="ok")', 'Health(status="changed")'))
        wait_until(lambda: "changed" in answer_of(f"{address}/healthz")[1])
    assert "Traceback" not in log.read_text()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_service_that_is_told_to_end_is_unready_first(
    own_url: str, tmp_path: Path, workers: str
) -> None:
    log = tmp_path / "log"
    with run_service(own_url, log, "--workers", workers) as (address, process):
        assert status_of(f"{address}/healthz") == 200
        process.send_signal(signal.SIGTERM)
        while status_of(f"{address}/readyz") == 200:
            time.sleep(0.05)
        assert status_of(f"{address}/readyz") == 503
        assert status_of(f"{address}/healthz") == 200
        process.wait(UNREADY_SECONDS + 10)
        assert status_of(f"{address}/healthz") == 0
    lines = log.read_text().splitlines()
    assert "Traceback" not in "".join(lines)
    assert all(json.loads(line) for line in lines)


def test_a_hundred_megabytes_are_cut(own_url: str, tmp_path: Path) -> None:
    """The memory of the process stays where it was."""
    with run_service(own_url, tmp_path / "log") as (address, process):
        before = resident_memory(process.pid)
        host, _, port = address.removeprefix("http://").partition(":")
        sent, answer = pour(host, int(port))
        assert sent < 100 * 2**20 or b" 413 " in answer
        assert resident_memory(process.pid) - before < 20 * 2**20
        assert status_of(f"{address}/healthz") == 200


@pytest.mark.not_under_faketime
def test_strangers_hold_little(own_url: str, tmp_path: Path, subtests: pytest.Subtests) -> None:
    """Half heads, half bodies and half sheets of people without a login, all open at a time."""
    with run_service(own_url, tmp_path / "log") as (address, process):
        host, _, port = address.removeprefix("http://").partition(":")
        before = resident_memory(process.pid)
        with ExitStack() as stack:
            for name, (head, size, many) in HALVES.items():
                for _ in range(many):
                    connection = socket.create_connection((host, int(port)), timeout=30)
                    drip(stack.enter_context(connection), head, size)
                grown = resident_memory(process.pid) - before
                with subtests.test(name):
                    assert grown < 40 * 2**20, f"{grown / 2**20:.0f} MB"
                    assert status_of(f"{address}/healthz") == 200


JSON_HEAD = (
    b"POST /admin/v1/auth/sessions HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
)
SHEET_HEAD = (
    b"POST /admin/v1/regions/imports HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: text/csv\r\nContent-Length: %d\r\n\r\n"
)
HALVES = {
    "a head without end": (b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ", 24 * 2**20, 1),
    "sheets": (SHEET_HEAD % (5 * 2**20), 5 * 2**20 - 1, 12),
    "bodies": (JSON_HEAD % (256 * 2**10), 256 * 2**10 - 1, 200),
}
"""The beginning of each request, the bytes that follow it, and how many of them come at a time."""


def drip(connection: socket.socket, head: bytes, size: int) -> None:
    """Sends this much, as far as the other end takes it."""
    with suppress(OSError):
        connection.sendall(head)
        piece = b"x" * 2**16
        for _ in range(size // len(piece)):
            connection.sendall(piece)
        connection.sendall(piece[: size % len(piece)])


@pytest.mark.not_under_faketime
def test_a_pile_of_marks_holds_nobody_up(own_url: str, tmp_path: Path) -> None:
    """A login of marks that had to be put in order stopped the process for half a minute."""
    marks = "\u0301\u0316" * 60_000
    body = json.dumps({"username": marks, "password": marks[:100]}, ensure_ascii=False).encode()
    with run_service(own_url, tmp_path / "log") as (address, _process):
        began = time.monotonic()
        assert "422" in sent_to(f"{address}/admin/v1/auth/sessions", body)
        assert time.monotonic() - began < 10


def sent_to(address: str, body: bytes) -> str:
    headers = {"Content-Type": "application/json"}
    try:
        with urlopen(Request(address, body, headers), timeout=120) as answer:
            return str(answer.status)
    except HTTPError as refused:
        with refused:
            return str(refused.code)


def pour(host: str, port: int) -> tuple[int, bytes]:
    """Sends a chunked body of 100 MB until the other end closes."""
    head = (
        b"POST /v1/auth/wechat/sessions HTTP/1.1\r\nHost: localhost\r\n"
        b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    piece, sent = b"10000\r\n" + b" " * 65_536 + b"\r\n", 0
    with socket.create_connection((host, port), timeout=30) as connection:
        connection.sendall(head)
        try:
            while sent < 100 * 2**20:
                connection.sendall(piece)
                sent += 65_536
            return sent, connection.recv(65_536)
        except OSError:
            return sent, b""


def resident_memory(process: int) -> int:
    statistics = Path(f"/proc/{process}/statm")
    if not statistics.exists():
        pytest.skip("no /proc here")
    return int(statistics.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

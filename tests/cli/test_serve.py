"""`linli serve`: a service that is really run and told to stop; with `--reload`, in development."""

import json
import os
import shutil
import signal
import socket
import time
from pathlib import Path

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


def pour(host: str, port: int) -> tuple[int, bytes]:
    """Sends a chunked body of 100 MB until the other end closes."""
    head = (
        b"POST /v1/auth/wechat/sessions HTTP/1.1\r\nHost: linli.test\r\n"
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

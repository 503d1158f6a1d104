"""`linli`, as an operator types it; and a service that is really run and told to end."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from asyncio import to_thread
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from typer.testing import CliRunner

from app.cli import app
from app.communities.models import Role, RoleGrant
from app.doctor import findings
from app.identity.models import Administrator
from app.kernel.database.engine import Database
from app.serve import UNREADY_SECONDS, read_settings
from app.settings import Settings
from tests.faults.process import environment

LINLI = [sys.executable, "-m", "app.cli"]
PASSWORD = "korrekt-Pferd-Batterie-77"


def linli(
    url: str, *arguments: str, stdin: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*LINLI, *arguments],
        env=os.environ | environment(url, **more),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_help_names_what_there_is() -> None:
    run = subprocess.run([*LINLI, "--help"], capture_output=True, text=True, check=True)
    for command in ("migrate", "serve", "worker", "create-admin", "export-openapi", "doctor"):
        assert command in run.stdout


def test_unsafe_settings_are_named_and_not_shown() -> None:
    run = linli("postgresql+asyncpg://none", "doctor", LINLI_SECRET_KEY="short-and-secret")
    assert run.returncode == 1
    assert "LINLI_SECRET_KEY" in run.stderr
    assert "short-and-secret" not in run.stderr + run.stdout
    assert "Traceback" not in run.stderr


def test_a_file_of_settings_is_read_only_when_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = environment("postgresql+asyncpg://none", LINLI_PORT="4711").items()
    (tmp_path / ".env").write_text("\n".join(f"{name}={value}" for name, value in lines))
    monkeypatch.chdir(tmp_path)
    assert read_settings(tmp_path / ".env").port == 4711
    with pytest.raises(ValueError, match="LINLI_"):
        read_settings()


async def test_the_first_administrator_is_made(own_url: str, own_database: Database) -> None:
    made = await to_thread(
        linli, own_url, "create-admin", "Zhang.Li", "--password-stdin", stdin=PASSWORD + "\n"
    )
    assert made.returncode == 0, made.stderr
    assert "otpauth://totp/" in made.stdout
    assert PASSWORD not in made.stdout + made.stderr
    async with own_database.transaction() as session:
        administrator = (await session.scalars(select(Administrator))).one()
        grant = (await session.scalars(select(RoleGrant))).one()
    assert (administrator.login_name, grant.user_id) == ("zhang.li", administrator.user_id)
    assert grant.role is Role.PLATFORM_ADMIN
    again = await to_thread(
        linli, own_url, "create-admin", "zhang.li", "--password-stdin", stdin=PASSWORD + "\n"
    )
    assert again.returncode == 1
    assert "Traceback" not in again.stderr


def test_a_weak_password_is_refused(own_url: str) -> None:
    run = linli(own_url, "create-admin", "zhang.li", "--password-stdin", stdin="zhang\n")
    assert run.returncode == 1
    assert "otpauth" not in run.stdout


async def test_the_doctor_finds_what_is_there(own_url: str, own_engine: AsyncEngine) -> None:
    settings = Settings.demo(database_url=own_url)
    found = {finding.what: finding async for finding in findings(settings)}
    assert all(finding.is_well for finding in found.values())
    assert {"settings", "embedded server", "database", "migrations", "clock skew", "role"} <= set(
        found
    )


async def test_the_doctor_tells_of_a_database_that_is_away() -> None:
    settings = Settings.demo(database_url="postgresql+asyncpg://nobody@127.0.0.1:9/none")
    found = [finding async for finding in findings(settings)]
    assert (found[-1].what, found[-1].is_well) == ("database", False)


async def test_the_worker_ends_after_one_round(own_url: str, own_database: Database) -> None:
    run = await to_thread(linli, own_url, "worker", "--once")
    assert run.returncode == 0, run.stderr
    settings = Settings.demo(database_url=own_url)
    found = {finding.what: finding.detail async for finding in findings(settings)}
    assert found["worker"] != "no worker"  # the time of the tests stands still


def test_a_document_that_is_not_the_one_there_is_named(tmp_path: Path) -> None:
    runner, folder = CliRunner(), str(tmp_path)
    assert runner.invoke(app, ["export-openapi", "--folder", folder]).exit_code == 0
    checked = ["export-openapi", "--check", "--folder", folder]
    assert runner.invoke(app, checked).exit_code == 0
    there = tmp_path / "resident.json"
    there.write_text(there.read_text().replace('"openapi": "3.1.0"', '"openapi": "3.0.0"'))
    refused = runner.invoke(app, checked)
    assert refused.exit_code == 1
    assert "resident.json:" in refused.output
    assert "3.0.0" in refused.output


@contextmanager
def run_service(
    url: str, log: Path, *arguments: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Runs a service in a session of its own, so that no process of it is left behind."""
    given = environment(url)
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*LINLI, "serve", *arguments],
            env=os.environ | given,
            stdout=written,
            stderr=written,
            start_new_session=True,
        )
    address = f"http://127.0.0.1:{given['LINLI_PORT']}"
    try:
        _wait_for(address)
        yield address, process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def _wait_for(address: str) -> None:
    for _ in range(1200):
        if status_of(f"{address}/readyz") == 200:
            return
        time.sleep(0.1)
    raise TimeoutError(address)


def status_of(address: str) -> int:
    try:
        with urlopen(address, timeout=30) as answer:
            status: int = answer.status
            return status
    except HTTPError as refused:
        with refused:
            return refused.code
    except OSError:
        return 0


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
    written = log.read_text()
    assert "Traceback" not in written
    assert all(json.loads(line) for line in written.splitlines())


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

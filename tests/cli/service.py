"""A service that is started by `linli serve`, and killed with all its processes."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.cli.linli import COMMAND
from tests.faults.process import environment

START_SECONDS = 120.0


@contextmanager
def run_service(
    url: str, log: Path, *arguments: str, **given: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Runs a service in a session of its own, so that no process of it is left behind."""
    variables = environment(url) | given
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*COMMAND, "serve", *arguments],
            env=os.environ | variables,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    address = f"http://127.0.0.1:{variables['LINLI_PORT']}"
    try:
        wait_until(lambda: status_of(f"{address}/readyz") == 200)
        yield address, process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def wait_until(is_so: Callable[[], bool], seconds: float = START_SECONDS) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.1)


def status_of(address: str) -> int:
    return answer_of(address)[0]


def answer_of(address: str) -> tuple[int, str]:
    """Status and body; 0 when nobody answers."""
    try:
        with urlopen(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()
    except OSError:
        return 0, ""

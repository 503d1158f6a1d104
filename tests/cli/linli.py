"""`linli` as a process of its own, as an operator or a developer types it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.faults.process import environment

COMMAND = [sys.executable, "-m", "app.cli"]
ROOT = Path(__file__).parents[2]


def linli(
    *arguments: str, stdin: str = "", given: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | dict(given or {}),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def linli_on(
    url: str, *arguments: str, stdin: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Makes the environment of the demo's settings, on the database of this address."""
    return linli(*arguments, stdin=stdin, given=environment(url, **more))


def assert_refused(run: subprocess.CompletedProcess[str], *parts: str) -> None:
    """Status 1 and one clear line, without a traceback."""
    assert run.returncode == 1, run.stdout + run.stderr
    for part in parts:
        assert part in run.stderr
    assert "Traceback" not in run.stderr

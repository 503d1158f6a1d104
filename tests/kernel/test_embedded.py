"""The embedded server stops with the last process that uses it."""

import subprocess
import sys
from pathlib import Path

START = """
from pathlib import Path
from app.kernel.database import embedded

_url, server = embedded.start(Path("postgres"))
server.global_process_id_list.get_and_add({other})
"""


def test_a_process_that_was_killed_does_not_keep_it_running(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    command = [sys.executable, "-c", START.format(other=killed.pid)]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "postgres" / "PG_VERSION").exists()
    assert not (tmp_path / "postgres" / "postmaster.pid").exists()

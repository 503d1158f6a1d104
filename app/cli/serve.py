"""`linli serve`."""

import asyncio
from contextlib import suppress
from typing import Annotated

import typer
from sqlalchemy.exc import DBAPIError

from app.cli.command import EnvFile, command_app, fail
from app.kernel.ops.settings import Environment
from app.kernel.privacy.key_checks import KeysRefused
from app.serve import exec_service, read_settings, require_own_keys
from app.settings import Settings

app = command_app()


@app.command()
def serve(
    workers: Annotated[int, typer.Option(min=1, help="Processes that share the port.")] = 1,
    reload: Annotated[
        bool, typer.Option("--reload", help="Start again when a file changes; for development.")
    ] = False,
    env_file: EnvFile = None,
) -> None:
    """Run the service until it is told to stop.

    Requests in flight are answered first.
    """
    # Unsafe settings are reported here, before the process is replaced.
    settings = read_settings(env_file)
    if reload and settings.environment is Environment.PRODUCTION:
        fail("--reload is for development: LINLI_ENVIRONMENT is production")
    if reload and workers > 1:
        fail("--reload runs one process: leave --workers away")
    if settings.database_url is not None:
        _require_own_keys(settings)
    exec_service(env_file, workers, reloads=reload)


def _require_own_keys(settings: Settings) -> None:
    """Exit where the database is there and knows other keys."""
    try:
        # A database that comes later is waited for by readiness, which looks at the keys, too.
        with suppress(OSError, DBAPIError):
            asyncio.run(require_own_keys(settings))
    except KeysRefused as refused:
        fail(str(refused))

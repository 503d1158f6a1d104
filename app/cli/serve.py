"""`linli serve`."""

from typing import Annotated

import typer

from app.cli.command import EnvFile, command_app, fail
from app.kernel.ops.settings import Environment
from app.serve import exec_service, read_settings

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
    exec_service(env_file, workers, reloads=reload)

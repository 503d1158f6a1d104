"""`linli serve`."""

from typing import Annotated

import typer

from app.cli.command import EnvFile, command_app
from app.serve import exec_service, read_settings

app = command_app()


@app.command()
def serve(
    workers: Annotated[int, typer.Option(min=1, help="Processes that share the port.")] = 1,
    env_file: EnvFile = None,
) -> None:
    """Run the service until it is told to stop.

    Requests in flight are answered first.
    """
    read_settings(env_file)  # Unsafe settings are reported here, before the process is replaced.
    exec_service(env_file, workers)

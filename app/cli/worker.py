"""`linli worker`."""

from typing import Annotated

import typer

from app.cli.command import EnvFile, command_app
from app.cli.database import run
from app.serve import read_settings, run_worker

app = command_app()


@app.command()
def worker(
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, then stop.")] = False,
    env_file: EnvFile = None,
) -> None:
    """Run listeners of events and time-driven sweeps until told to stop."""
    run(run_worker(read_settings(env_file), once=once))

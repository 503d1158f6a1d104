"""`linli doctor`."""

import asyncio

import typer

from app.cli.command import EnvFile, command_app
from app.doctor import findings
from app.serve import read_settings
from app.settings import Settings

app = command_app()


@app.command()
def doctor(env_file: EnvFile = None) -> None:
    """Examine settings, database, role, clock and worker.

    The status is 1 when something is wrong.
    """
    if not asyncio.run(_examine(read_settings(env_file))):
        raise typer.Exit(1)


async def _examine(settings: Settings) -> bool:
    is_well = True
    async for finding in findings(settings):
        mark = "ok  " if finding.is_well else "FAIL"
        typer.echo(f"{mark} {finding.what}: {finding.detail}")
        is_well = is_well and finding.is_well
    return is_well

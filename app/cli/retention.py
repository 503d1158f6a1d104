"""`linli retention`: how long personal data are stored, and what has been stored for its time."""

from typing import Annotated

import typer

from app.cli.command import EnvFile, command_app
from app.cli.database import run
from app.features import PERSONAL_DATA
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.kernel.jobs.personal_retention import Stored, overdue
from app.kernel.ops import database_clock
from app.kernel.privacy.personal_data import Kept
from app.serve import engine_of, read_settings
from app.worker import Worker

app = command_app()
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print what would go.")]


@app.command()
def retention(dry_run: DryRun = False, env_file: EnvFile = None) -> None:
    """Run the sweeps that are due once, or print what personal data would go."""
    settings = read_settings(env_file)
    keys.use(settings.keys())

    async def act() -> None:
        engine = engine_of(settings)
        try:
            database = Database.of(engine)
            await database_clock.set_clock(database)
            await _act(database, dry_run)
        finally:
            await engine.dispose()

    run(act())


async def _act(database: Database, dry_run: bool) -> None:
    if not dry_run:
        typer.echo(f"rows moved: {await Worker(database).sweep()}")
        return
    async with database.transaction() as session:
        stored = await overdue(session, PERSONAL_DATA, clock.now())
    for line in lines(stored):
        typer.echo(line)


def lines(stored: list[Stored]) -> list[str]:
    """Returns the table: what is stored for how long and how many rows have been there longer, then
    what no time ends, with the reason."""
    table = [f"{'table':24} {'days':>6} {'would go':>9}"]
    table += [f"{row.table:24} {row.lifetime.days:6} {row.overdue:9}" for row in stored]
    for data in PERSONAL_DATA:
        if isinstance(data.retention, Kept):
            table.append(f"{data.model.__tablename__:24} kept: {data.retention.because}")
    return table

"""`linli seed`."""

from typing import Annotated

import typer

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.demo.seed import DEFAULT_PEOPLE, MIN_PEOPLE
from app.demo.seed import seed as fill
from app.demo.town import Neighbourhood
from app.kernel.database.engine import Database
from app.kernel.ops.settings import Environment
from app.serve import engine_of, read_settings
from app.settings import Settings

app = command_app()


@app.command()
def seed(
    people: Annotated[int, typer.Option(min=MIN_PEOPLE, max=5000)] = DEFAULT_PEOPLE,
    env_file: EnvFile = None,
) -> None:
    """Fill an empty, migrated database with the demo town.

    It is refused in production.
    """
    settings = read_settings(env_file)
    if settings.environment is not Environment.DEMO:
        fail("LINLI_ENVIRONMENT must be demo: invented people have no place in production")
    town = run(_seed(settings, people))
    typer.echo(f"{sum(len(here.homes) for here in town)} households" if town else "already there")


async def _seed(settings: Settings, people: int) -> list[Neighbourhood]:
    engine = engine_of(settings)
    try:
        return await fill(Database.of(engine), settings, people=people)
    finally:
        await engine.dispose()

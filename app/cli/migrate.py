"""`linli migrate`."""

from typing import Annotated

import typer
from alembic.util import CommandError

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.kernel.crypto import keys
from app.kernel.database import migrations
from app.serve import database_url, read_settings

app = command_app()


@app.command()
def migrate(
    revision: Annotated[str, typer.Option(help="`head`, `base`, or a step like -1.")] = "head",
    env_file: EnvFile = None,
) -> None:
    """Bring the database to a revision, as its owner."""
    settings = read_settings(env_file)
    keys.use(settings.keys())
    try:
        run(migrations.migrate(database_url(settings, as_owner=True), revision))
    except CommandError as error:
        fail(str(error))
    typer.echo(f"database at {revision}")

"""`linli migrate`."""

from typing import Annotated

import typer
from alembic.util import CommandError

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.kernel.crypto import keys
from app.migrate import migrate as bring_to
from app.serve import database_url, read_settings

app = command_app()


@app.command()
def migrate(
    revision: Annotated[str, typer.Option(help="`head`, `base`, or a step like -1.")] = "head",
    new_secret_key: Annotated[
        bool,
        typer.Option(
            "--new-secret-key", help="Take a changed LINLI_SECRET_KEY: everybody logs in again."
        ),
    ] = False,
    env_file: EnvFile = None,
) -> None:
    """Bring the database to a revision, as its owner."""
    settings = read_settings(env_file)
    keys.use(settings.keys())
    try:
        url = database_url(settings, as_owner=True)
        run(bring_to(url, revision, is_new_secret_accepted=new_secret_key))
    except CommandError as error:
        fail(str(error))
    typer.echo(f"database at {revision}")

"""`linli reset-admin`: a one-time link for an administrator who cannot log in any more, as the last
platform administrator, above whom nobody stands."""

import typer

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.identity.account_links.service import IssuedLink, issue
from app.identity.actor import OPERATOR
from app.identity.administrators.queries import find_by_name
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.serve import engine_of, read_settings
from app.settings import Settings

app = command_app()


@app.command()
def reset_admin(login_name: str, env_file: EnvFile = None) -> None:
    """Print a one-time link for an administrator.

    By it they set a new password and a new second factor; until then the present ones stay valid.
    """
    settings = read_settings(env_file)
    link = run(_issue(settings, login_name.lower()))
    if link is None:
        fail(f"no administrator is called {login_name}")
    typer.echo(f"One-time token for {login_name}, good until {link.expires_at:%Y-%m-%d %H:%M} UTC:")
    typer.echo(link.token)


async def _issue(settings: Settings, login_name: str) -> IssuedLink | None:
    keys.use(settings.keys())
    engine = engine_of(settings)
    try:
        async with Database.of(engine).transaction() as session:
            administrator = await find_by_name(session, login_name)
            if administrator is None:
                return None
            return await issue(session, administrator, by=OPERATOR)
    finally:
        await engine.dispose()

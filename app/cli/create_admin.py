"""`linli create-admin`: the first administrator; there is no default account."""

import sys
from typing import Annotated, NamedTuple

import typer

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.communities.models import Role, RoleGrant, ScopeKind
from app.identity.account_links.service import IssuedLink, issue
from app.identity.actor import OPERATOR
from app.identity.administrators import passwords
from app.identity.administrators.service import enrol
from app.identity.models import Administrator
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.errors import DomainError
from app.kernel.privacy.audit import record
from app.kernel.privacy.key_checks import require_keys
from app.serve import engine_of, read_settings
from app.settings import Settings

app = command_app()


class Enrolled(NamedTuple):
    administrator: Administrator
    otpauth_uri: str | None
    link: IssuedLink | None


@app.command()
def create_admin(
    login_name: str,
    name: Annotated[str, typer.Option(help="The name that colleagues see.")] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    for_another: Annotated[
        bool,
        typer.Option("--link", help="Print a one-time token by which the person sets both."),
    ] = False,
    env_file: EnvFile = None,
) -> None:
    """Create the first administrator of the whole platform.

    There is no default account. The secret of the second factor is printed once.
    """
    settings = read_settings(env_file)
    password: str | None = None
    if for_another:
        pass
    elif password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        enrolled = run(_enrol(settings, login_name, name or login_name, password))
    except DomainError as error:
        texts = [text for text in (error.title, error.detail) if text is not None]
        fail("\n".join(f"{text.zh} · {text.en}" for text in texts))
    typer.echo(f"{enrolled.administrator.login_name} is an administrator of the platform")
    if enrolled.link is not None:
        expiry = f"{enrolled.link.expires_at:%Y-%m-%d %H:%M} UTC"
        typer.echo(f"One-time token for them, good until {expiry}:")
        typer.echo(enrolled.link.token)
    if enrolled.otpauth_uri is not None:
        typer.echo("Add this to an authenticator app; it is shown once:")
        typer.echo(enrolled.otpauth_uri)


async def _enrol(settings: Settings, login_name: str, name: str, password: str | None) -> Enrolled:
    """Creates the account, with the password and a second factor, or without both and with a
    link."""
    password_hash = None
    if password is not None:
        passwords.require_strong(password, login_name)
        password_hash = await passwords.hashed(password)
    keys.use(settings.keys())
    engine = engine_of(settings)
    try:
        async with Database.of(engine).transaction() as session:
            await require_keys(session)
            administrator, uri = await enrol(session, login_name, name, password_hash)
            await session.flush()
            grant = RoleGrant(
                user_id=administrator.user_id,
                role=Role.PLATFORM_ADMIN,
                scope_kind=ScopeKind.PLATFORM,
                scope_id=PLATFORM,
                valid_from=clock.now(),
                granted_by=PLATFORM,
            )
            session.add(grant)
            facts = {"role": grant.role.value, "channel": "command line"}
            record(session, OPERATOR, "administrator.created", administrator, **facts)
            if password_hash is not None:
                return Enrolled(administrator, uri, None)
            link = await issue(session, administrator, by=OPERATOR)
            return Enrolled(administrator, None, link)
    finally:
        await engine.dispose()

"""`linli`: what an operator types."""

import asyncio
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app import doctor as examination
from app.communities.models import Role, RoleGrant, ScopeKind
from app.demo.run import demo as run_demo
from app.demo.seed import PEOPLE
from app.demo.seed import seed as fill
from app.demo.tour import TourFailed
from app.demo.tour import tour as walk
from app.demo.town import Neighbourhood
from app.identity.administrators import passwords
from app.identity.administrators.service import Enrolled, enrol
from app.kernel import clock
from app.kernel.database import migrations
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database, open_engine
from app.kernel.errors import DomainError
from app.kernel.ops.settings import Environment, Settings
from app.kernel.privacy import sealed
from app.main import create_app
from app.openapi import documents, written
from app.serve import database_url, engine_of, read_settings, work
from app.serve import serve as become_the_service

OPENAPI = Path("openapi")

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
EnvFile = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A file of LINLI_… lines to read as well."),
]


def main() -> None:
    try:
        app()
    except ValidationError as unsafe:  # of the settings: names the variable, hides the value
        _fail("\n".join(_told(error) for error in unsafe.errors(include_input=False)))


def _told(error: ErrorDetails) -> str:
    name = "".join(f"LINLI_{part}: ".upper() for part in error["loc"][:1])
    return name + error["msg"].removeprefix("Value error, ")


def _fail(told: str) -> None:
    typer.echo(told, err=True)
    sys.exit(1)


@app.command()
def migrate(
    revision: Annotated[str, typer.Option(help="`head`, `base`, or a step like -1.")] = "head",
    env_file: EnvFile = None,
) -> None:
    """Bring the database to the newest revision, as its owner."""
    settings = read_settings(env_file)
    asyncio.run(migrations.migrate(database_url(settings, as_owner=True), revision))
    typer.echo(f"database at {revision}")


@app.command()
def serve(
    workers: Annotated[int, typer.Option(min=1, help="Processes that share the port.")] = 1,
    env_file: EnvFile = None,
) -> None:
    """Run the service until it is told to end; it then lets requests in flight finish."""
    read_settings(env_file)  # unsafe ones are told of here
    become_the_service(env_file, workers)


@app.command()
def worker(
    once: Annotated[bool, typer.Option("--once", help="What is due now, then end.")] = False,
    env_file: EnvFile = None,
) -> None:
    """Run what follows events, and what time does."""
    asyncio.run(work(read_settings(env_file), once=once))


@app.command()
def create_admin(
    login_name: str,
    name: Annotated[str, typer.Option(help="Shown to colleagues.")] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    env_file: EnvFile = None,
) -> None:
    """Make the first administrator, of the whole platform. There is no default account."""
    settings = read_settings(env_file)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        made = asyncio.run(_enrolled(settings, login_name, name or login_name, password))
    except DomainError as refused:
        return _fail(f"{refused.title.zh} · {refused.title.en}")
    typer.echo(f"{made.administrator.login_name} is an administrator of the platform")
    if made.otpauth_uri is not None:
        typer.echo("Add this to an authenticator app; it is shown once:")
        typer.echo(made.otpauth_uri)


async def _enrolled(settings: Settings, login_name: str, name: str, password: str) -> Enrolled:
    passwords.require_strong(password, login_name)
    password_hash = await passwords.hashed(password)
    sealed.use(settings.keys())
    engine = engine_of(settings)
    try:
        async with Database.of(engine).transaction() as session:
            made = await enrol(session, login_name, name, password_hash)
            await session.flush()
            grant = RoleGrant(
                user_id=made.administrator.user_id,
                role=Role.PLATFORM_ADMIN,
                scope_kind=ScopeKind.PLATFORM,
                scope_id=PLATFORM,
                valid_from=clock.now(),
                granted_by=PLATFORM,
            )
            session.add(grant)
    finally:
        await engine.dispose()
    return made


@app.command()
def export_openapi(
    check: Annotated[bool, typer.Option("--check", help="Only compare.")] = False,
    folder: Annotated[Path, typer.Option(help="Where the documents lie.")] = OPENAPI,
) -> None:
    """Write the OpenAPI documents; with --check, fail where they differ from what lies there."""
    for name, document in exported().items():
        path, text = folder / f"{name}.json", document
        if check:
            _compare(path, text)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def exported() -> dict[str, str]:
    """Needs no database: nothing is asked of one."""
    nowhere = Database.of(open_engine("postgresql+asyncpg://nowhere/none"))
    service = create_app(Settings.demo(), nowhere)
    return {name: written(document) for name, document in documents(service).items()}


def _compare(path: Path, text: str) -> None:
    there = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    wanted = text.splitlines()
    for number, (old, new) in enumerate(zip(there, wanted, strict=False), 1):
        if old != new:
            _fail(f"{path}:{number}: {old.strip()!r} should be {new.strip()!r}")
    if len(there) != len(wanted):
        _fail(f"{path} has {len(there)} lines and should have {len(wanted)}")


@app.command()
def doctor(env_file: EnvFile = None) -> None:
    """Look at settings, database, role, clock and worker; 1 when something is wrong."""
    settings = read_settings(env_file)
    if not asyncio.run(_examined(settings)):
        raise typer.Exit(1)


async def _examined(settings: Settings) -> bool:
    is_well = True
    async for finding in examination.findings(settings):
        typer.echo(f"{'ok  ' if finding.is_well else 'FAIL'} {finding.what}: {finding.told}")
        is_well = is_well and finding.is_well
    return is_well


@app.command()
def demo(
    host: Annotated[str, typer.Option(help="Where it listens.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 picks a free one.")] = 8000,
    people: Annotated[int, typer.Option(min=20, max=5000, help="Of a new town.")] = PEOPLE,
) -> None:
    """Run everything here and now, with a demo town: no settings, nothing leaves the machine."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: PostgreSQL stops, too
    with suppress(KeyboardInterrupt):
        asyncio.run(run_demo(typer.echo, host=host, port=port, people=people))


@app.command()
def seed(
    people: Annotated[int, typer.Option(min=20, max=5000)] = PEOPLE, env_file: EnvFile = None
) -> None:
    """Fill an empty, migrated database with the demo town; refused in production."""
    settings = read_settings(env_file)
    if settings.environment is not Environment.DEMO:
        _fail("LINLI_ENVIRONMENT must be demo: invented people have no place in production")
    made = asyncio.run(_seeded(settings, people))
    typer.echo(f"{sum(len(here.homes) for here in made)} households" if made else "there already")


async def _seeded(settings: Settings, people: int) -> list[Neighbourhood]:
    engine = engine_of(settings)
    try:
        return await fill(Database.of(engine), settings, people=people)
    finally:
        await engine.dispose()


@app.command()
def tour(
    base: Annotated[str, typer.Option(help="Where the demo listens.")] = "http://127.0.0.1:8000",
) -> None:
    """Walk the first job over HTTP against a running demo; 1 when something is not as promised."""
    try:
        walk(base, typer.echo)
    except (TourFailed, OSError) as failed:
        _fail(f"not as promised: {failed}")


if __name__ == "__main__":
    main()

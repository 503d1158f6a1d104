"""`linli shell`: a Python console on a database, read-only unless `--write` is given."""

import ast
import asyncio
import code
from collections.abc import Mapping
from contextlib import suppress
from inspect import iscoroutine
from types import CodeType, FunctionType
from typing import Annotated, Any

import sqlalchemy
import typer
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import explain_unreachable
from app.features import METADATA
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Base
from app.kernel.ops.settings import Environment
from app.serve import database_url, read_settings
from app.settings import Settings

with suppress(ImportError):
    import readline  # noqa: F401  (gives `input` history and editing where it is installed)

STATEMENT_TIMEOUT_SECONDS = 60

app = command_app()


@app.command()
def shell(
    demo: Annotated[
        bool, typer.Option("--demo", help="Use the embedded server, where the demo town is.")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Allow changes, which `await session.commit()` keeps.")
    ] = False,
    env_file: EnvFile = None,
) -> None:
    """Open a Python console with a database session and the models.

    `await` works at the top level. Without --write each statement is a read-only transaction of
    its own. In production --write is refused, and sealed values stay sealed.
    """
    settings = Settings.demo() if demo else read_settings(env_file)
    is_production = settings.environment is Environment.PRODUCTION
    if write and is_production:
        fail("--write is refused in production: what is changed there is done by the service")
    if not is_production:
        keys.use(settings.keys())
    clock.use_zone(settings.time_zone)
    with asyncio.Runner() as runner, explain_unreachable():
        url = database_url(settings)
        session = runner.run(_open_session(url, is_writing=write))
        console = Console(runner, names(session, settings))
        console.interact(banner(url, is_writing=write), exitmsg="")
        runner.run(session.close())


async def _open_session(url: str, *, is_writing: bool) -> AsyncSession:
    settings = {"timezone": "UTC", "statement_timeout": f"{STATEMENT_TIMEOUT_SECONDS}s"}
    options: dict[str, Any] = {}
    if not is_writing:
        settings["default_transaction_read_only"] = "on"
        options["isolation_level"] = "AUTOCOMMIT"  # A console that waits holds no transaction open.
    engine = create_async_engine(url, connect_args={"server_settings": settings}, **options)
    session = AsyncSession(engine, expire_on_commit=False)
    if await session.scalar(sqlalchemy.text("SELECT to_regclass('alembic_version')")) is None:
        fail("the database is empty: `linli migrate` makes the tables, `linli demo` a town")
    await session.close()  # Gives the connection back; the next statement takes one again.
    return session


def names(session: AsyncSession, settings: Settings) -> dict[str, Any]:
    """Names in the console: session, settings, clock, all models, functions of SQLAlchemy."""
    models = {mapper.class_.__name__: mapper.class_ for mapper in Base.registry.mappers}
    words = {name: getattr(sqlalchemy, name) for name in ("select", "func", "text", "update")}
    own = {"session": session, "settings": settings, "clock": clock, "METADATA": METADATA}
    return models | words | own


def banner(url: str, *, is_writing: bool) -> str:
    where = make_url(url).render_as_string(hide_password=True)
    mode = "可写 · writes: await session.commit()" if is_writing else "只读 · read-only"
    return (
        f"邻里控制台 · Linli console\n{where}\n{mode}\n"
        "session, settings, clock, select, func, text, update, and every model by its name.\n"
        "(await session.scalars(select(Community))).all()"
    )


class Console(code.InteractiveConsole):
    """Python console whose statements may await; the loop runs while one is executed."""

    def __init__(self, runner: asyncio.Runner, known: Mapping[str, Any]) -> None:
        super().__init__(dict(known))
        self.compile.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self._runner = runner

    def runcode(self, code: CodeType) -> None:
        """Execute one statement; a failed one is shown, and its transaction given up."""
        try:
            result = FunctionType(code, self.locals)()
            if iscoroutine(result):
                self._runner.run(result)
        except SystemExit:
            raise
        except DBAPIError as error:
            self.write(f"{type(error).__name__}: {error.orig}\n")
            self._end_transaction()
        except BaseException:  # Ctrl-C, too, ends the statement and not the console.
            self.showtraceback()
            self._end_transaction()

    def _end_transaction(self) -> None:
        with suppress(SQLAlchemyError):
            self._runner.run(self.locals["session"].close())

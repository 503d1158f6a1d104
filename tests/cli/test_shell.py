"""`linli shell`: statements are typed into it, as a developer would."""

from asyncio import to_thread
from subprocess import CompletedProcess

from sqlalchemy import URL, text

from app.kernel.database.engine import Database
from tests.cli.linli import assert_refused, linli
from tests.cli.production import production
from tests.faults.process import environment
from tests.fixtures import url_of

COUNT = "print('found', await session.scalar(select(func.count()).select_from(Region)))\n"
RENAME = """\
await session.execute(text("UPDATE communities SET name = 'changed'"))
await session.commit()
"""
OPEN = """\
from app.identity.models import User
from app.kernel.privacy.sealed import own
own(User(phone_sealed=bytes(50)), User.phone)
"""


async def typed(url: str, statements: str, *options: str) -> CompletedProcess[str]:
    return await to_thread(linli, "shell", *options, stdin=statements, given=environment(url))


async def test_models_and_the_session_are_there(own_url: str) -> None:
    run = await typed(own_url, COUNT + "METADATA.tables['regions'].name\n")
    assert run.returncode == 0, run.stderr
    assert "found 0" in run.stdout
    assert "'regions'" in run.stdout
    assert "只读" in run.stderr


async def name_of_the_platform(database: Database) -> str:
    async with database.transaction() as session:
        name: str = (await session.scalars(text("SELECT name FROM communities"))).one()
    return name


async def test_it_reads_only(own_url: str, own_database: Database) -> None:
    run = await typed(own_url, RENAME)
    assert "read-only transaction" in run.stderr
    assert await name_of_the_platform(own_database) == "Linli"


async def test_it_writes_when_told_to(own_url: str, own_database: Database) -> None:
    run = await typed(own_url, RENAME, "--write")
    assert run.returncode == 0, run.stderr
    assert "可写" in run.stderr
    assert await name_of_the_platform(own_database) == "changed"


async def test_an_error_ends_the_statement_and_not_the_console(own_url: str) -> None:
    run = await typed(own_url, "1 / 0\nawait session.execute(text('SELEKT'))\n" + COUNT, "--write")
    assert "ZeroDivisionError" in run.stderr
    assert 'syntax error at or near "SELEKT"' in run.stderr
    assert "found 0" in run.stdout


async def test_writing_is_refused_in_production(own_url: str) -> None:
    run = await to_thread(linli, "shell", "--write", given=production(own_url))
    assert_refused(run, "--write", "production")


async def test_in_production_it_reads_and_opens_nothing_sealed(own_url: str) -> None:
    run = await to_thread(linli, "shell", stdin=COUNT + OPEN, given=production(own_url))
    assert "found 0" in run.stdout
    assert "'_keys' is not defined" in run.stderr


async def test_an_empty_database_is_told_of(server: URL) -> None:
    url = url_of(server.set(database="postgres"))
    assert_refused(await typed(url, ""), "the database is empty")


async def test_a_database_that_is_away_is_told_of() -> None:
    run = await typed("postgresql+asyncpg://nobody@127.0.0.1:9/none", "")
    assert_refused(run, "no answer from the database")

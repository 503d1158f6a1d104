"""`linli`, as an operator types it: settings, migrations, administrators, doctor, worker."""

from asyncio import to_thread
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from typer.testing import CliRunner

from app.cli import app
from app.communities.models import Role, RoleGrant
from app.doctor import findings
from app.identity.account_links.token import AccountLinkToken
from app.identity.models import AccountLink, Administrator
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.database.revisions import head
from app.serve import read_settings
from app.settings import Settings
from tests.audit import audited
from tests.cli.linli import assert_refused, linli, linli_on
from tests.cli.production import production
from tests.faults.process import environment

AWAY = "postgresql+asyncpg://nobody@127.0.0.1:9/none"
PASSWORD = "korrekt-Pferd-Batterie-77"


def test_unsafe_settings_are_named_and_not_shown() -> None:
    run = linli_on("postgresql+asyncpg://none", "doctor", LINLI_SECRET_KEY="short-and-secret")
    assert_refused(run, "LINLI_SECRET_KEY")
    assert "short-and-secret" not in run.stderr + run.stdout


def test_a_file_of_settings_is_read_only_when_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = environment("postgresql+asyncpg://none", LINLI_PORT="4711").items()
    (tmp_path / ".env").write_text("\n".join(f"{name}={value}" for name, value in lines))
    monkeypatch.chdir(tmp_path)
    assert read_settings(tmp_path / ".env").port == 4711
    with pytest.raises(ValueError, match="LINLI_"):
        read_settings()


async def test_the_first_administrator_is_made(own_url: str, own_database: Database) -> None:
    made = await to_thread(
        linli_on, own_url, "create-admin", "Zhang.Li", "--password-stdin", stdin=PASSWORD + "\n"
    )
    assert made.returncode == 0, made.stderr
    assert "otpauth://totp/" in made.stdout
    assert PASSWORD not in made.stdout + made.stderr
    async with own_database.transaction() as session:
        administrator = (await session.scalars(select(Administrator))).one()
        grant = (await session.scalars(select(RoleGrant))).one()
    assert (administrator.login_name, grant.user_id) == ("zhang.li", administrator.user_id)
    assert grant.role is Role.PLATFORM_ADMIN
    [entry] = await audited(own_database)
    assert (entry.action, entry.actor_id) == ("administrator.created", PLATFORM)
    assert entry.facts == {"role": "platform_admin", "channel": "command line"}
    again = await to_thread(
        linli_on, own_url, "create-admin", "zhang.li", "--password-stdin", stdin=PASSWORD + "\n"
    )
    assert_refused(again, "·")


async def test_links_for_who_sets_both_themselves(own_url: str, own_database: Database) -> None:
    made = await to_thread(linli_on, own_url, "create-admin", "Zhang.Li", "--link")
    assert made.returncode == 0, made.stderr
    assert "otpauth" not in made.stdout
    first = made.stdout.splitlines()[-1]
    reset = await to_thread(linli_on, own_url, "reset-admin", "zhang.li")
    second = reset.stdout.splitlines()[-1]
    assert (len(first), len(second)) == (86, 86)
    async with own_database.transaction() as session:
        link = (await session.scalars(select(AccountLink))).one()
        administrator = (await session.scalars(select(Administrator))).one()
    assert AccountLinkToken.read(second).link_id == link.id
    assert administrator.password_hash is None
    unknown = await to_thread(linli_on, own_url, "reset-admin", "nobody")
    assert_refused(unknown, "no administrator is called nobody")


def test_a_weak_password_is_refused(own_url: str) -> None:
    run = linli_on(own_url, "create-admin", "zhang.li", "--password-stdin", stdin="zhang\n")
    assert_refused(run, "too weak", "at least 12 characters")
    assert "otpauth" not in run.stdout


async def test_the_doctor_finds_what_is_there(own_url: str, own_engine: AsyncEngine) -> None:
    settings = Settings.demo(database_url=own_url)
    found = {finding.what: finding async for finding in findings(settings)}
    assert all(finding.is_well for finding in found.values())
    assert {"settings", "embedded server", "database", "migrations", "clock skew", "role"} <= set(
        found
    )


async def test_the_doctor_tells_of_a_database_that_is_away() -> None:
    settings = Settings.demo(database_url="postgresql+asyncpg://nobody@127.0.0.1:9/none")
    found = [finding async for finding in findings(settings)]
    assert (found[-1].what, found[-1].is_well) == ("database", False)


async def test_the_worker_ends_after_one_round(own_url: str, own_database: Database) -> None:
    run = await to_thread(linli_on, own_url, "worker", "--once")
    assert run.returncode == 0, run.stderr
    settings = Settings.demo(database_url=own_url)
    found = {finding.what: finding.detail async for finding in findings(settings)}
    assert found["worker"] != "no worker"  # the time of the tests stands still


def test_a_document_that_is_not_the_one_there_is_named(tmp_path: Path) -> None:
    runner, folder = CliRunner(), str(tmp_path)
    assert runner.invoke(app, ["export-openapi", "--folder", folder]).exit_code == 0
    checked = ["export-openapi", "--check", "--folder", folder]
    assert runner.invoke(app, checked).exit_code == 0
    there = tmp_path / "resident.json"
    there.write_text(there.read_text().replace('"openapi": "3.1.0"', '"openapi": "3.0.0"'))
    refused = runner.invoke(app, checked)
    assert refused.exit_code == 1
    assert "resident.json:" in refused.output
    assert "3.0.0" in refused.output


async def test_a_revision_that_is_not_there_is_named(own_url: str) -> None:
    run = await to_thread(linli_on, own_url, "migrate", "--revision", "209912312359")
    assert_refused(run, "209912312359")


async def test_a_database_is_brought_down_and_up(own_url: str) -> None:
    down = await to_thread(linli_on, own_url, "migrate", "--revision", "-1")
    assert (down.returncode, down.stdout) == (0, "database at -1\n"), down.stderr
    behind = await to_thread(linli_on, own_url, "doctor")
    assert behind.returncode == 1
    assert "FAIL migrations" in behind.stdout
    up = await to_thread(linli_on, own_url, "migrate")
    assert (up.returncode, up.stdout) == (0, "database at head\n"), up.stderr
    assert head() is not None


@pytest.mark.parametrize(
    "command",
    [
        ("migrate",),
        ("seed",),
        ("create-admin", "zhang.li", "--password-stdin"),
        ("events", "list"),
    ],
    ids=lambda command: command[0],
)
def test_a_database_that_is_away_is_named(command: tuple[str, ...]) -> None:
    run = CliRunner().invoke(app, command, input=PASSWORD + "\n", env=environment(AWAY))
    assert run.exit_code == 1
    assert run.stderr.startswith("no answer from the database")


def test_a_worker_names_a_database_that_is_away() -> None:
    assert_refused(linli_on(AWAY, "worker", "--once"), "no answer from the database")


def test_the_demo_town_is_refused_in_production() -> None:
    assert_refused(linli("seed", given=production(AWAY)), "LINLI_ENVIRONMENT must be demo")


def test_a_file_of_settings_that_is_not_there_is_named() -> None:
    run = linli("doctor", "--env-file", "missing.env")
    assert run.returncode == 2
    assert "missing.env" in run.stderr

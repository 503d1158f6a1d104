"""New revisions are made from changed models, in the project's form, and go up and down."""

import re
import shutil
import subprocess
import sys
from asyncio import to_thread
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

import pytest
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import (
    URL,
    CheckConstraint,
    Column,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
)

from app.communities.models.entered import Channel, witnessed
from app.features import METADATA
from app.kernel.database.columns import text_enum, within
from app.kernel.database.migrations import INI, alembic_config, check, migrate
from app.kernel.database.new_revision import make_revision, newest_id, next_id

NAME, SENTENCE = "kernel_barrels", "Barrels that collect rain."


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Level(StrEnum):
    TWO_HOURS = "two_hours"
    ONE_DAY = "one_day"
    SEVEN_DAYS = "seven_days"
    FIFTEEN_DAYS = "fifteen_days"
    A_YEAR = "a_year"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A copy of the migrations, and the models as they are."""
    folder = tmp_path / "migrations"
    shutil.copytree(INI.parent / "migrations", folder)
    return config_of(folder, METADATA)


def config_of(folder: Path, metadata: MetaData) -> Config:
    config = alembic_config()
    config.set_main_option("script_location", str(folder))
    config.attributes["metadata"] = metadata
    return config


def changed(config: Config, metadata: MetaData) -> Config:
    return config_of(Path(config.get_main_option("script_location") or ""), metadata)


def copy_of_models() -> MetaData:
    copy = MetaData(naming_convention=METADATA.naming_convention)
    for table in METADATA.sorted_tables:
        table.to_metadata(copy)
    return copy


def add_tables(metadata: MetaData) -> None:
    """One of each kind; that of the community is entered by residents and has an enum."""
    key: Column[UUID] = Column("community_id", ForeignKey("communities.id"), primary_key=True)
    Table(
        "barrels",
        metadata,
        key,
        Column("id", Uuid, primary_key=True),
        Column("place_id", Uuid, nullable=False, index=True),
        Column("size", text_enum(Size), nullable=False),
        Column("entered_by", Uuid, nullable=False),
        Column("channel", text_enum(Channel), nullable=False),
        Column("witness_sealed", LargeBinary, nullable=True),
        CheckConstraint("place_id <> id", name="place"),
        within("places", "place_id"),
        witnessed(),
    )
    owner: Column[UUID] = Column("user_id", ForeignKey("users.id"), primary_key=True)
    Table("thirsts", metadata, owner, Column("id", Uuid, primary_key=True))
    Table("clouds", metadata, Column("id", Uuid, primary_key=True))


def change_columns(metadata: MetaData) -> None:
    """A column is added, another dropped, an enum gets a value, a rule another bound."""
    tickets, categories = metadata.tables["tickets"], metadata.tables["service_categories"]
    tickets.append_column(Column("size", text_enum(Size), nullable=True))
    replace_check(tickets, "disputes", "disputes BETWEEN 0 AND 3")
    drop_checks(categories, "level")
    categories.append_column(
        Column("level", text_enum(Level), nullable=False), replace_existing=True
    )
    drop_column(metadata.tables["ticket_ratings"], "solved")


def replace_check(table: Table, name: str, rule: str) -> None:
    drop_checks(table, name)
    table.append_constraint(CheckConstraint(rule, name=name))


def drop_checks(table: Table, *names: str) -> None:
    for one in list(table.constraints):
        if isinstance(one, CheckConstraint) and str(one.name).endswith(names):
            table.constraints.remove(one)


def drop_column(table: Table, name: str) -> None:
    drop_checks(table, name)
    table._columns.remove(table.columns[name])


async def cycle(url: str, after: Config) -> None:
    """Migrates up, down and up again; models and database are alike each time."""
    for _ in range(2):
        await migrate(url, config=after)
        await check(url, config=after)
        await migrate(url, "-1", config=after)
        await check(url)
    await migrate(url, config=after)


async def test_changes_of_models_are_written_and_go_up_and_down(
    server: URL, own_url: str, config: Config
) -> None:
    metadata = copy_of_models()
    add_tables(metadata)
    change_columns(metadata)
    after = changed(config, metadata)
    newest = newest_id(config)
    with pytest.raises(CommandError, match="a_year"):
        await check(own_url, config=changed(config, metadata))
    path = await make_revision(server, NAME, SENTENCE, config=after)
    assert path is not None
    assert re.fullmatch(rf"\d{{12}}_{NAME}\.py", path.name)
    source = path.read_text()
    assert_form(source, newest)
    assert_tables(source)
    assert_changes(*source.split("def downgrade"))
    await assert_style(path)
    await cycle(own_url, after)


def assert_form(source: str, newest: str | None) -> None:
    assert source.startswith(f'"""{SENTENCE}\n')
    assert f"down_revision: str | None = '{newest}'" in source
    assert source.count("() -> None:\n    prepare()\n") == 2
    assert "# ###" not in source


def assert_tables(source: str) -> None:
    for line in (
        "*community_columns('barrels')",
        "*sealed_entered_columns('barrels')",
        "enum_column('size', ('small', 'large'), check='size')",
        "\n    scoped('barrels')",
        "*user_columns('thirsts')",
        "\n    user_scoped('thirsts')",
        "*shared_columns('clouds')",
        "\n    shared('clouds')",
        "op.f('fk_barrels_community_id_place_id')",
        "op.f('ck_barrels_place')",
        "op.f('ix_barrels_place_id')",
        "op.drop_table('barrels')",
    ):
        assert line in source
    assert source.count("'channel'") == source.count("drop_index") == 0


def assert_changes(up: str, down: str) -> None:
    assert "enum_column('size', ('small', 'large'), check='size', nullable=True)" in up
    assert "set_check('tickets', 'ck_tickets_disputes', 'disputes BETWEEN 0 AND 3')" in up
    values = "'two_hours', 'one_day', 'seven_days', 'fifteen_days'"
    assert f"level IN ({values}, 'a_year')" in up
    assert f"level IN ({values})" in down
    assert "drop_check('ticket_ratings', 'ck_ticket_ratings_solved')" in up


async def assert_style(path: Path) -> None:
    """Ruff has nothing to say but what its own formatting and sorting mend."""
    ruff = [sys.executable, "-m", "ruff", "check", "--config", str(INI.parent / "pyproject.toml")]
    ruff += ["--ignore", "E501,I001", str(path)]
    run = await to_thread(subprocess.run, ruff, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


async def test_an_empty_revision_is_written_when_asked_for(
    server: URL, own_url: str, config: Config
) -> None:
    path = await make_revision(server, NAME, SENTENCE, may_be_empty=True, config=config)
    assert path is not None
    assert "op." not in path.read_text()
    await cycle(own_url, config)


async def test_a_table_with_another_key_is_refused(own_url: str, config: Config) -> None:
    metadata = copy_of_models()
    Table("oddities", metadata, Column("name", String, primary_key=True))
    with pytest.raises(CommandError, match="oddities"):
        await check(own_url, config=changed(config, metadata))


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        (None, "202611281200"),
        ("202611281159", "202611281200"),
        ("202611281200", "202611281201"),
        ("202612312359", "202701010000"),
    ],
)
def test_ids_grow_along_the_history(newest: str | None, expected: str) -> None:
    assert next_id(datetime(2026, 11, 28, 12, tzinfo=UTC), newest) == expected

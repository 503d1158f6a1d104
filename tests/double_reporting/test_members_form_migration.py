"""Free words of registration forms become remarks: up, down and up again with data."""

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from app.double_reporting.models import MemberRegistration
from app.double_reporting.models.membership import read_form
from app.kernel.crypto.boxes import Column
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.database.migrations import INI, check, migrate
from tests.double_reporting.members import a_registration
from tests.factories import a_community, a_participant

TABLE = "member_registrations"
CODED = "202611290701"
WRITTEN = {"skills": "会急救", "time_available": "", "willingness": "助老"}


async def test_what_was_written_freely_becomes_remarks(
    own_url: str, own_database: Database
) -> None:
    here = await a_community(own_database)
    me = await a_participant(own_database, here)
    row = await a_registration(own_database, me, uuid7())
    revisions = ScriptDirectory.from_config(Config(str(INI)))
    undone = list(revisions.iterate_revisions("head", CODED))
    await migrate(own_url, f"-{len(undone) + 1}")
    boxes = {name: Column(TABLE, f"{name}_sealed") for name in WRITTEN}
    key = {"here": here, "id": row.id}
    async with own_database.transaction() as session:
        former = await session.execute(
            text("SELECT skills_sealed, willingness_sealed FROM member_registrations")
        )
        [(skills, willingness)] = former.all()
        assert boxes["skills"].open(here, row.id, skills) == b"first_aid"
        assert boxes["willingness"].open(here, row.id, willingness).decode() == "会用急救设备"
        for name, words in WRITTEN.items():
            sealed = {"box": boxes[name].seal(here, row.id, words.encode())}
            update = f"UPDATE {TABLE} SET {name}_sealed = :box"
            await session.execute(
                text(f"{update} WHERE {TABLE}.community_id = :here AND {TABLE}.id = :id"),
                key | sealed,
            )
    await migrate(own_url)
    for _ in range(2):
        async with own_database.transaction() as session:
            form = read_form(await session.get_one(MemberRegistration, (here, row.id)))
        assert (form.real_name, form.contact, form.skills) == ("王秀英", "", ())
        assert form.remarks == "特长：会急救\n服务意愿：助老"
        await migrate(own_url, f"-{len(undone) + 1}")
        await migrate(own_url)
    await check(own_url)

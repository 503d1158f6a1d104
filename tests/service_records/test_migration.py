"""Shifts and sign-ups that were there before occasions get theirs."""

from datetime import timedelta

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import select

from app.kernel.database.engine import Database
from app.kernel.database.migrations import INI, migrate
from app.service_records.models import Attendance, Occasion
from tests.factories import a_community, a_shift, a_signup

BEFORE = "202611290503"


async def test_shifts_and_confirmed_signups_that_are_there_get_occasions_and_attendances(
    own_url: str, own_database: Database
) -> None:
    here = await a_community(own_database)
    shifts = [await a_shift(own_database, here, starts_in=timedelta(days=n)) for n in (2, 3)]
    confirmed = [await a_signup(own_database, shift) for shift in shifts]
    await a_signup(own_database, shifts[0])  # waits
    revisions = ScriptDirectory.from_config(Config(str(INI)))
    newer = list(revisions.iterate_revisions("head", BEFORE))
    await migrate(own_url, f"-{len(newer)}")
    await migrate(own_url)
    async with own_database.transaction() as session:
        occasions = (await session.scalars(select(Occasion).order_by(Occasion.starts_at))).all()
        attendances = (await session.scalars(select(Attendance).order_by(Attendance.id))).all()
    assert [one.id for one in occasions] == [shift.id for shift in shifts]
    assert [one.source_id for one in occasions] == [shift.activity_id for shift in shifts]
    assert [one.starts_at for one in occasions] == [shift.starts_at for shift in shifts]
    assert len({one.code_key for one in occasions}) == 2
    assert {len(one.code_key or b"") for one in occasions} == {32}
    assert [(one.id, one.occasion_id, one.status) for one in attendances] == [
        (signup.id, signup.shift_id, "expected") for signup in confirmed
    ]

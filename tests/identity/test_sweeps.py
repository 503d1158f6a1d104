"""Sweeps of identity: expired logins and old codes are deleted."""

from datetime import timedelta

from sqlalchemy import select

from app.identity.models import LoginSession, UsedCode
from app.identity.sweeps import SWEEPS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.factories import a_user, saved
from tests.now import NOW


async def test_what_is_too_old_is_removed_and_nothing_else(database: Database) -> None:
    old, fresh = await a_user(database), await a_user(database)
    async with database.transaction() as session:
        (await session.get_one(LoginSession, (old, old))).rotated_at = NOW - timedelta(days=31)
    for user, age in ((old, timedelta(days=2)), (fresh, timedelta(hours=1))):
        await saved(database, UsedCode(user_id=user, step=1, used_at=NOW - age))
    with clock.frozen(NOW):
        await Worker(database, sweeps=SWEEPS).sweep()
    async with database.transaction() as session:
        assert set(await session.scalars(select(LoginSession.user_id))) == {fresh}
        assert set(await session.scalars(select(UsedCode.user_id))) == {fresh}

"""Registrations that wait for the approval of a residence: reminded before 60 days are over, ended
then. The deadlines are sealed, for they tell when somebody registered: a community's registrations
are opened once a day, and nothing is written when the residence is approved."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from sqlalchemy import literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant, ParticipantKind
from app.double_reporting.events import MemberRegistrationLapsed, MemberResidenceStillPending
from app.double_reporting.members.service import revoke_receipt
from app.double_reporting.models import LIVE_MEMBER_REGISTRATION, MemberRegistration
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.sweeps import DueRows, Key

REMINDED_BEFORE = timedelta(days=7)
LAPSED_REASON = "居住核验未在期限内通过"
BATCH_SIZE = 500


def communities_to_look_at(now: datetime) -> DueRows:
    """Selects the communities with live registrations, each once a day."""
    id_ = MemberRegistration.community_id
    is_live = MemberRegistration.status.in_(LIVE_MEMBER_REGISTRATION)
    return select(id_, id_.label("row_id"), literal(now).label("due_at")).where(is_live).distinct()


async def look_at_residences(session: AsyncSession, key: Key, now: datetime) -> None:
    """Reminds and ends what is due in one community, and notes who has become a resident."""
    async for row in _live(session, key[0]):
        if row.is_whole and row.proceedings.residence_due_at is not None:
            await _look(session, row, now)


async def _live(session: AsyncSession, community_id: object) -> AsyncIterator[MemberRegistration]:
    statement = (
        select(MemberRegistration)
        .where(
            MemberRegistration.community_id == community_id,
            MemberRegistration.status.in_(LIVE_MEMBER_REGISTRATION),
        )
        .order_by(MemberRegistration.id)
        .limit(BATCH_SIZE)
    )
    rows = (await session.scalars(statement)).all()
    while rows:
        for row in rows:
            yield row
        rows = (await session.scalars(statement.where(MemberRegistration.id > rows[-1].id))).all()


async def _look(session: AsyncSession, row: MemberRegistration, now: datetime) -> None:
    """Reads the person without a lock: a registration and its person are never written together.
    A residence that is approved at the same moment is found by the next day's look, or too late."""
    person = await get_row(session, Participant, row.community_id, row.participant_id)
    await lock(session, row)
    noted = row.proceedings
    due_at = noted.residence_due_at
    if not row.is_live or due_at is None:
        return
    if person.kind is ParticipantKind.RESIDENT:
        row.proceedings = noted.with_(residence_due_at=None)
    elif due_at <= now:
        row.lapse(now, LAPSED_REASON)
        await revoke_receipt(session, row)
        emit(session, row.community_id, MemberRegistrationLapsed(registration_id=row.id))
    elif due_at - REMINDED_BEFORE <= now and noted.residence_told_at is None:
        row.proceedings = noted.with_(residence_told_at=now)
        emit(session, row.community_id, MemberResidenceStillPending(registration_id=row.id))

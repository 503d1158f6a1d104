"""Changes to duties: accepted, skipped with notice, handed on with consent; and days cancelled.
Locks are taken in one order: participant, claim, day, duty, attendance."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_active_participant, record_desk_act
from app.communities.errors import ParticipantInactive
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.double_reporting.duties.queries import (
    colleagues,
    days_ahead,
    live_duties_on,
    overlapping,
)
from app.double_reporting.duties.releases import release_duty
from app.double_reporting.errors import (
    AlreadyOnDuty,
    DutiesOverlap,
    DutyOfEverybody,
    DutyStarted,
)
from app.double_reporting.events import (
    DutyDayCancelled,
    DutyOffered,
    DutyTakenOver,
)
from app.double_reporting.models import (
    LIVE_DUTY,
    Duty,
    DutyDay,
    DutyDayStatus,
    DutyStatus,
    PostClaim,
    PostClaimStatus,
)
from app.kernel import clock
from app.kernel.database.engine import get_row, insert_once, lock
from app.kernel.errors import NotFound, UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.service_records.attendances.service import expect, note_promise, release
from app.service_records.occasions.service import cancel_occasion


async def accept(session: AsyncSession, duty: Duty, acting: ActingFor) -> Duty:
    """Accepts an invitation to a service day, until the day is over."""
    day = await _lock_day(session, duty)
    now = clock.now()
    day.require_in({DutyDayStatus.PLANNED}, wanted=DutyDayStatus.PLANNED)
    if day.ends_at <= now:
        raise DutyStarted
    duty.accept()
    await note_promise(session, duty.community_id, duty.id, is_promised=True)
    _record(session, duty, acting, "duty.accepted")
    return duty


async def skip(session: AsyncSession, duty: Duty, acting: ActingFor) -> Duty:
    """Says before the start that the person does not come. Nobody asks why; later than a day
    before, it is flagged. Raises the attendance's 409 for who has checked in."""
    day = await _lock_day(session, duty)
    now = clock.now()
    duty.require("skip")
    day.require_ahead(now)
    duty.skip(now)
    await release(session, duty.community_id, duty.id)
    _record(session, duty, acting, "duty.skipped")
    return duty


async def offer(session: AsyncSession, duty: Duty, to: UUID | None, acting: ActingFor) -> Duty:
    """Asks one person who serves on the post, or all of them, to take over. The duty stays with
    its person until somebody has accepted."""
    day = await _lock_day(session, duty)
    duty.require("hand_over")
    day.require_ahead(clock.now())
    if day.is_of_community:
        raise DutyOfEverybody
    asked = colleagues(duty, day)
    if to is not None and await session.scalar(asked.where(Participant.id == to)) is None:
        raise UnknownReference
    duty.offer(to)
    emit(session, duty.community_id, DutyOffered(duty_id=duty.id))
    _record(session, duty, acting, "duty.offered")
    return duty


async def withdraw_offer(session: AsyncSession, duty: Duty, acting: ActingFor) -> Duty:
    await _lock_day(session, duty)
    duty.withdraw_offer()
    _record(session, duty, acting, "duty.offer_withdrawn")
    return duty


async def accept_offer(session: AsyncSession, duty: Duty, acting: ActingFor) -> Duty:
    """Takes over the duty of another person who has asked for it: they are released, and the
    caller is expected, in one transaction. Raises DutiesOverlap for who serves elsewhere then."""
    me = await load_active_participant(session, duty.community_id, acting)
    await lock(session, me)
    if not me.is_active:
        raise ParticipantInactive
    day = await get_row(session, DutyDay, duty.community_id, duty.duty_day_id)
    claim = await session.scalar(_claim_on(day, me))
    if claim is None:
        raise NotFound
    await lock(session, day, duty)
    duty.require_offered_to(me.id)
    day.require_ahead(clock.now())
    await _require_free(session, me, day)
    duty.hand_over()
    await release(session, duty.community_id, duty.id)
    mine = _taken_over(duty, claim)
    if not await insert_once(session, mine):
        raise AlreadyOnDuty
    await expect(
        session,
        duty.community_id,
        attendance_id=mine.id,
        occasion_id=day.id,
        participant_id=me.id,
    )
    emit(session, duty.community_id, DutyTakenOver(duty_id=duty.id))
    _record(session, mine, acting, "duty.taken_over")
    return mine


def _taken_over(duty: Duty, claim: PostClaim) -> Duty:
    return Duty(
        community_id=duty.community_id,
        duty_day_id=duty.duty_day_id,
        claim_id=claim.id,
        participant_id=claim.participant_id,
        starts_at=duty.starts_at,
        status=DutyStatus.PLANNED,
        is_late_skip=False,
        is_offered=False,
        taken_over_from=duty.id,
    )


async def _require_free(session: AsyncSession, me: Participant, day: DutyDay) -> None:
    """Refuses a locked person who is on duty that day, or serves elsewhere at its time."""
    mine = select(Duty.id).where(
        Duty.community_id == me.community_id,
        Duty.duty_day_id == day.id,
        Duty.participant_id == me.id,
        Duty.status.in_(sorted(LIVE_DUTY)),
    )
    if await session.scalar(mine) is not None:
        raise AlreadyOnDuty
    others = await overlapping(
        session, me.community_id, me.id, day.starts_at, day.ends_at, but=[day.id]
    )
    if others:
        raise DutiesOverlap(titles=[title for title, *_ in others])


def _claim_on(day: DutyDay, me: Participant) -> Select[PostClaim]:
    """Selects and locks the claim through which a person serves on the post of the day."""
    return (
        select(PostClaim)
        .where(
            PostClaim.community_id == me.community_id,
            PostClaim.participant_id == me.id,
            PostClaim.post_id == day.post_id,
            PostClaim.status == PostClaimStatus.SERVING,
        )
        .with_for_update(key_share=True)
    )


async def cancel_day(session: AsyncSession, day: DutyDay, reason: str, *, by: Staff) -> DutyDay:
    """Cancels one date; everybody who was to come is told the reason, and released."""
    await lock(session, day)
    await cancel_locked(session, day, reason)
    record(session, by, "duty_day.cancelled", day)
    return day


async def cancel_locked(session: AsyncSession, day: DutyDay, reason: str) -> None:
    """Cancels a locked day. Who has checked in keeps their attendance."""
    day.cancel(reason)
    released = list(await session.scalars(live_duties_on(day)))
    for duty in released:
        await release_duty(session, duty)
    await cancel_occasion(session, day.community_id, day.id)
    people = [duty.participant_id for duty in released]
    event = DutyDayCancelled(duty_day_id=day.id, participant_ids=people)
    emit(session, day.community_id, event)


async def _lock_day(session: AsyncSession, duty: Duty) -> DutyDay:
    day = await get_row(session, DutyDay, duty.community_id, duty.duty_day_id)
    await lock(session, day, duty)
    return day


def _record(session: AsyncSession, duty: Duty, acting: ActingFor, act: str) -> None:
    """Audits what the desk does, and sends its person a message of the desk's act."""
    record_desk_act(session, duty.community_id, acting, act, duty)


async def cancel_ahead(
    session: AsyncSession, community_id: UUID, source_id: UUID, reason: str
) -> None:
    """Cancels the dates of a locked post or service day that lie ahead."""
    await session.flush()
    for day in (await session.scalars(days_ahead(community_id, source_id, clock.now()))).all():
        await cancel_locked(session, day, reason)

"""Reading of opinions by staff, and their reports by residents. Each change locks the topic first,
which counts what everybody may read."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_active_participant, record_desk_act
from app.communities.permissions import Staff
from app.communities.two_persons import require_not_entered_by
from app.consultations.errors import AlreadyReported, CannotReportOwnOpinion
from app.consultations.events import (
    OpinionHeld,
    OpinionHidden,
    OpinionPassed,
    OpinionReadEnded,
    OpinionRefused,
    OpinionRestored,
    OpinionToRead,
)
from app.consultations.models import Opinion, OpinionReport, OpinionStatus
from app.consultations.opinions.service import lock_with_topic, require_readable
from app.kernel import clock
from app.kernel.database.engine import insert_once
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record


async def pass_opinion(session: AsyncSession, opinion: Opinion, *, by: Staff) -> Opinion:
    """Show an opinion that a worker has read, or leave a reported one as it is. Raises
    SecondPersonNeeded for who has written or entered it."""
    topic = await lock_with_topic(session, opinion)
    is_settled = opinion.status is OpinionStatus.PASSED and opinion.is_to_read
    if not is_settled:
        opinion.require("pass")
    await require_not_entered_by(session, opinion.entered_by, by.id)
    if is_settled:
        opinion.settle_reports()
        emit(session, opinion.community_id, OpinionReadEnded(opinion_id=opinion.id))
    else:
        opinion.pass_()
        if opinion.is_counted:
            topic.count_opinion(opinion.stance, 1)
        emit(session, opinion.community_id, OpinionPassed(opinion_id=opinion.id))
    record(session, by, "opinion.passed", opinion, opinion.participant_id)
    return opinion


async def refuse(session: AsyncSession, opinion: Opinion, reason: str, *, by: Staff) -> Opinion:
    """Refuse to show an opinion; its author is told the reason. Raises SecondPersonNeeded for who
    has written or entered it."""
    await lock_with_topic(session, opinion)
    opinion.require("refuse")
    await require_not_entered_by(session, opinion.entered_by, by.id)
    opinion.refuse(by.id, reason)
    emit(session, opinion.community_id, OpinionRefused(opinion_id=opinion.id))
    record(session, by, "opinion.refused", opinion, opinion.participant_id, reason=reason)
    return opinion


async def report(session: AsyncSession, opinion: Opinion, reason: str, acting: ActingFor) -> None:
    """Report an opinion that is shown, once a person. The third report takes it from sight until
    it is read; its author is told that, and never by whom."""
    person = await load_active_participant(session, opinion.community_id, acting)
    topic = await lock_with_topic(session, opinion)
    require_readable(opinion, acting)
    if opinion.participant_id == person.id:
        raise CannotReportOwnOpinion
    row = OpinionReport(
        community_id=opinion.community_id,
        opinion_id=opinion.id,
        participant_id=person.id,
        reason=reason,
        at=clock.now(),
        **acting.columns,
    )
    if not await insert_once(session, row):
        raise AlreadyReported
    was_counted = opinion.is_counted
    opinion.report()
    if opinion.status is OpinionStatus.IN_REVIEW:
        if was_counted:
            topic.count_opinion(opinion.stance, -1)
        emit(session, opinion.community_id, OpinionHeld(opinion_id=opinion.id))
    emit(session, opinion.community_id, OpinionToRead(opinion_id=opinion.id))
    record_desk_act(session, opinion.community_id, acting, "opinion.reported", opinion)


async def hide(session: AsyncSession, opinion: Opinion, reason: str, *, by: Staff) -> Opinion:
    """Hide an opinion from everybody but its author, who is notified of the reason."""
    topic = await lock_with_topic(session, opinion)
    was_counted = opinion.is_counted
    opinion.hide(by.id, reason)
    if was_counted:
        topic.count_opinion(opinion.stance, -1)
    emit(session, opinion.community_id, OpinionHidden(opinion_id=opinion.id))
    record(session, by, "opinion.hidden", opinion, opinion.participant_id, reason=reason)
    return opinion


async def restore(session: AsyncSession, opinion: Opinion, reason: str, *, by: Staff) -> Opinion:
    """Restore a hidden opinion; its author is notified."""
    topic = await lock_with_topic(session, opinion)
    opinion.restore()
    if opinion.is_counted:
        topic.count_opinion(opinion.stance, 1)
    emit(session, opinion.community_id, OpinionRestored(opinion_id=opinion.id))
    record(session, by, "opinion.restored", opinion, opinion.participant_id, reason=reason)
    return opinion

"""Messages about what has changed in a shift or an activity, to all who have signed up for it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Span, Template
from app.volunteering.events import (
    WITH_ACTIVITY,
    ActivityMoved,
    AgreementAsked,
    RiskChanged,
    RoleRenamed,
    ShiftCancelled,
    ShiftMoved,
)
from app.volunteering.messages.about import (
    AboutShift,
    load_about,
    notify_each,
    notify_person,
    signups_in,
)
from app.volunteering.messages.offers import OfferIsMoved
from app.volunteering.messages.words import InsuranceWords, PeopleWords
from app.volunteering.models import (
    LIVE,
    Activity,
    RiskLevel,
    Shift,
    ShiftRole,
    ShiftStatus,
    Signup,
    SignupStatus,
)
from app.volunteering.signups.overlaps import Clash, first_clash_of


@dataclass(frozen=True, slots=True)
class ShiftIsMoved(AboutShift):
    kind = "volunteering.shift_is_moved"
    template = Template(
        Text("班次时间有变", "Your shift has moved"),
        Text(
            "您报名的“{title}”时间有变：原为{former}，现改为{present}。"
            "不能参加请取消，{free_until}前取消不计为临时取消。",
            "“{title}”, for which you have signed up, has moved from {former} to {present}. If you"
            " cannot come, please withdraw; until {free_until} that does not count as late.",
        ),
    )
    former: Span
    present: Span
    free_until: datetime


@dataclass(frozen=True, slots=True)
class ShiftNowOverlaps(AboutShift):
    kind = "volunteering.shift_now_overlaps"
    template = Template(
        Text("班次时间有变，与另一班次冲突", "Your shift has moved onto another one"),
        Text(
            "您报名的“{title}”时间有变：原为{former}，现改为{present}，"
            "与您已报名的“{other}”（{other_span}）时间冲突。请取消其中一个，不计为临时取消。",
            "“{title}”, for which you have signed up, has moved from {former} to {present}, and now"
            " overlaps with “{other}” ({other_span}). Please withdraw from one of them; it will"
            " not count as late.",
        ),
    )
    former: Span
    present: Span
    other: str
    other_span: Span


@dataclass(frozen=True, slots=True)
class ShiftIsCancelled(AboutShift):
    kind = "volunteering.shift_is_cancelled"
    template = Template(
        Text("班次已取消", "Your shift is cancelled"),
        Text(
            "很抱歉，“{title}”{starts_at}开始的班次已取消。原因：{reason}",
            "We are sorry: the shift of “{title}” on {starts_at} is cancelled. {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class ActivityIsCancelled(AboutShift):
    kind = "volunteering.activity_is_cancelled"
    template = Template(
        Text("活动已取消", "The activity is cancelled"),
        Text(
            "很抱歉，您报名的活动“{title}”（{starts_at}）已取消。原因：{reason}",
            "We are sorry: the activity “{title}” ({starts_at}) is cancelled. {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class RoleIsNamed(AboutShift):
    kind = "volunteering.role_named"
    template = Template(
        Text("岗位名称有变", "Your role has a new name"),
        Text(
            "您在“{title}”（{starts_at}）的岗位现名为“{role}”。",
            "Your role in “{title}” ({starts_at}) is now called “{role}”.",
        ),
    )
    role: str


@dataclass(frozen=True, slots=True)
class ActivityIsMoved(Message):
    kind = "volunteering.activity_is_moved"
    template = Template(
        Text("活动地点有变", "The activity has moved"),
        Text(
            "您报名的“{title}”地点改为：{address}。不能参加请取消，变更后24小时内取消不计为临时取消。",
            "“{title}”, for which you have signed up, now takes place here: {address}. If you"
            " cannot come, please withdraw; within 24 hours of the change that does not count as"
            " late.",
        ),
    )
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class RiskIsChanged(Message):
    kind = "volunteering.risk_is_changed"
    template = Template(
        Text("活动风险说明有变", "The risks of the activity have changed"),
        Text(
            "您报名的“{title}”风险说明有变。风险等级：{risk}；{insurance}。{statement}\n"
            "不能参加请取消，变更后24小时内取消不计为临时取消。",
            "The risks of “{title}”, for which you have signed up, have changed. Level: {risk};"
            " {insurance}. {statement}\nIf you cannot come, please withdraw; within 24 hours of"
            " the change that does not count as late.",
        ),
    )
    title: str
    risk: RiskLevel
    insurance: InsuranceWords
    statement: str


@dataclass(frozen=True, slots=True)
class AgreementIsAsked(Message):
    kind = "volunteering.agreement_asked"
    template = Template(
        Text("请重新确认是否参加", "Please say whether you still take part"),
        Text(
            "您报名的“{title}”的风险或参加对象有变。参加对象：{people}。"
            "风险等级：{risk}；{insurance}。{statement}\n请在{agree_by}前确认继续参加，逾期未确认的，报名失效，名额让出。",
            "The risks of “{title}”, for which you have signed up, or the people for whom it is,"
            " have changed. It is for {people}. Level of risk: {risk}; {insurance}. {statement}\n"
            "Please agree by {agree_by}; otherwise your sign-up ends and your place is given up.",
        ),
    )
    title: str
    people: PeopleWords
    risk: RiskLevel
    insurance: InsuranceWords
    statement: str
    agree_by: datetime


async def notify_shift_moved(session: AsyncSession, community_id: UUID, event: ShiftMoved) -> None:
    """Sends old and new time to each person, and names what the new time overlaps with. Each move
    sends its own message, so that every one begins with the time that the one before has told."""
    shift = await get_row(session, Shift, community_id, event.shift_id)
    activity = await get_row(session, Activity, community_id, shift.activity_id)
    present = Span(event.starts_at or shift.starts_at, event.ends_at or shift.ends_at)
    former = Span(event.former_starts_at or present[0], event.former_ends_at or present[1])
    moved = ShiftIsMoved(
        activity.title, present.starts_at, former, present, event.free_until or present.starts_at
    )
    signups = await signups_in(session, community_id, [shift.id], LIVE)
    clashes = await first_clash_of(session, shift)
    for signup in signups:
        clash = clashes.get(signup.participant_id)
        if signup.offer_expires_at is not None:
            offer = OfferIsMoved(
                moved.title, moved.starts_at, former, present, signup.offer_expires_at
            )
            notify_person(session, signup, offer)
        if clash is not None or signup.offer_expires_at is None:
            message = moved if clash is None else _overlapping(moved, clash)
            notify_person(session, signup, message)


def _overlapping(moved: ShiftIsMoved, clash: Clash) -> ShiftNowOverlaps:
    span = Span(clash.starts_at, clash.ends_at)
    times = (moved.starts_at, moved.former, moved.present)
    return ShiftNowOverlaps(moved.title, *times, clash.title, span)


async def notify_shift_cancelled(
    session: AsyncSession, community_id: UUID, event: ShiftCancelled
) -> None:
    """Sends the reason to everybody who had signed up, and says whether the shift alone or the
    whole activity is cancelled."""
    about = await load_about(session, community_id, event.shift_id)
    message = ActivityIsCancelled if event.act == WITH_ACTIVITY else ShiftIsCancelled
    cancelled = [SignupStatus.CANCELLED]
    for signup in await signups_in(session, community_id, [event.shift_id], cancelled):
        notify_person(session, signup, message(*about, reason=signup.reason or ""))


async def notify_role_renamed(
    session: AsyncSession, community_id: UUID, event: RoleRenamed
) -> None:
    role = await get_row(session, ShiftRole, community_id, event.role_id)
    about = await load_about(session, community_id, role.shift_id)
    for signup in await signups_in(session, community_id, [role.shift_id], LIVE):
        if signup.role_id == role.id:
            notify_person(session, signup, RoleIsNamed(*about, role=role.name))


async def notify_activity_moved(
    session: AsyncSession, community_id: UUID, event: ActivityMoved
) -> None:
    activity = await get_row(session, Activity, community_id, event.activity_id)
    message = ActivityIsMoved(activity.title, activity.address)
    notify_each(session, activity, await _signups(session, activity), message)


async def notify_risk_changed(
    session: AsyncSession, community_id: UUID, event: RiskChanged
) -> None:
    activity = await get_row(session, Activity, community_id, event.activity_id)
    message = RiskIsChanged(activity.title, *_risk(activity))
    notify_each(session, activity, await _signups(session, activity), message)


async def notify_agreement_asked(
    session: AsyncSession, community_id: UUID, event: AgreementAsked
) -> None:
    """Asks those who have not answered yet, each by the deadline of their own shift."""
    activity = await get_row(session, Activity, community_id, event.activity_id)
    people = PeopleWords(f"{activity.audience}/{activity.age}")
    for signup in await _signups(session, activity):
        if signup.agree_by is not None:
            message = AgreementIsAsked(activity.title, people, *_risk(activity), signup.agree_by)
            notify_person(session, signup, message)


def _risk(activity: Activity) -> tuple[RiskLevel, InsuranceWords, str]:
    insured = InsuranceWords.INSURED if activity.is_insured else InsuranceWords.UNINSURED
    return activity.risk_level, insured, activity.risk_statement


async def _signups(session: AsyncSession, activity: Activity) -> list[Signup]:
    """Returns the live sign-ups for shifts of the activity that have not begun."""
    query = select(Shift.id).where(
        Shift.community_id == activity.community_id,
        Shift.activity_id == activity.id,
        Shift.status == ShiftStatus.OPEN,
        Shift.starts_at > clock.now(),
    )
    shift_ids = (await session.scalars(query)).all()
    return list(await signups_in(session, activity.community_id, shift_ids, LIVE))


MESSAGES = (
    ShiftIsMoved,
    ShiftNowOverlaps,
    ShiftIsCancelled,
    ActivityIsCancelled,
    RoleIsNamed,
    ActivityIsMoved,
    RiskIsChanged,
    AgreementIsAsked,
)
LISTENERS = (
    Listener("volunteering.notify_shift_moved", ShiftMoved, notify_shift_moved),
    Listener("volunteering.notify_shift_cancelled", ShiftCancelled, notify_shift_cancelled),
    Listener("volunteering.notify_role_renamed", RoleRenamed, notify_role_renamed),
    Listener("volunteering.notify_activity_moved", ActivityMoved, notify_activity_moved),
    Listener("volunteering.notify_risk_changed", RiskChanged, notify_risk_changed),
    Listener("volunteering.notify_agreement_asked", AgreementAsked, notify_agreement_asked),
)

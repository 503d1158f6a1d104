"""Messages about offered places: the question, its new deadline, its end, and answers that the desk
has given."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Span, Template
from app.kernel.words import Worded
from app.volunteering.events import MORE_PLACES, OfferAnswered, OfferLapsed, OfferMade
from app.volunteering.messages.about import AboutShift, load_about, notify_person
from app.volunteering.models import Signup, SignupStatus


@dataclass(frozen=True, slots=True)
class PlaceIsOffered(AboutShift):
    kind = "volunteering.place_is_offered"
    template = Template(
        Text("有名额空出，请确认是否参加", "A place has come free: will you come?"),
        Text(
            "您候补的“{title}”（{starts_at}开始）有名额空出，为您保留到{accept_by}。"
            "请在此之前选择接受或放弃；逾期未答复的，名额不再为您保留。",
            "A place in “{title}” (starts {starts_at}) has come free, and is kept for you until"
            " {accept_by}. Please accept or decline it by then; after that it is no longer kept.",
        ),
    )
    accept_by: datetime


@dataclass(frozen=True, slots=True)
class AddedPlaceIsOffered(AboutShift):
    kind = "volunteering.added_place_offered"
    template = Template(
        Text("名额有增加，请确认是否参加", "Places have been added: will you come?"),
        Text(
            "您候补的“{title}”（{starts_at}开始）增加了名额，其中一个为您保留到{accept_by}。"
            "请在此之前选择接受或放弃；逾期未答复的，名额不再为您保留。",
            "Places have been added to “{title}” (starts {starts_at}), and one is kept for you"
            " until {accept_by}. Please accept or decline it by then; after that it is no longer"
            " kept.",
        ),
    )
    accept_by: datetime


@dataclass(frozen=True, slots=True)
class OfferIsMoved(AboutShift):
    kind = "volunteering.offer_is_moved"
    template = Template(
        Text("班次时间有变，请确认是否参加", "The shift has moved: will you come?"),
        Text(
            "为您保留名额的“{title}”时间有变：原为{former}，现改为{present}。"
            "请在{accept_by}前选择接受或放弃；逾期未答复的，名额不再为您保留。",
            "“{title}”, in which a place is kept for you, has moved from {former} to {present}."
            " Please accept or decline it by {accept_by}; after that it is no longer kept.",
        ),
    )
    former: Span
    present: Span
    accept_by: datetime


class OfferHasLapsed(AboutShift):
    kind = "volunteering.offer_lapsed"
    template = Template(
        Text("名额已失效", "The place is no longer kept for you"),
        Text(
            "为您保留的“{title}”（{starts_at}开始）名额在期限内没有得到答复，已不再保留。"
            "如仍想参加，可重新报名。",
            "The place in “{title}” (starts {starts_at}) that was kept for you was not accepted in"
            " time, and is no longer kept. You may sign up again.",
        ),
    )


class Answerer(Worded):
    """The side that answers an offer in the place of its person."""

    DESK = "desk", "社区工作人员按您的要求", "Our desk, at your request,"
    GUARDIAN = "guardian", "您的监护人", "Your guardian"


@dataclass(frozen=True, slots=True)
class OfferIsAccepted(AboutShift):
    kind = "volunteering.offer_accepted"
    template = Template(
        Text("报名成功", "You have a place"),
        Text(
            "{who}已接受为您保留的“{title}”（{starts_at}开始）名额，请准时参加。",
            "{who} has accepted the place in “{title}” (starts {starts_at}) that was kept for you.",
        ),
    )
    who: Answerer


@dataclass(frozen=True, slots=True)
class OfferIsDeclined(AboutShift):
    kind = "volunteering.offer_declined"
    template = Template(
        Text("已放弃名额", "The place is declined"),
        Text(
            "{who}已放弃为您保留的“{title}”（{starts_at}开始）名额。",
            "{who} has declined the place in “{title}” (starts {starts_at}) that was kept for you.",
        ),
    )
    who: Answerer


async def notify_offer_made(session: AsyncSession, community_id: UUID, event: OfferMade) -> None:
    """Asks the person, while the offer can still be answered."""
    signup = await get_row(session, Signup, community_id, event.signup_id)
    if signup.offer_expires_at is not None and not signup.is_offer_over(clock.now()):
        about = await load_about(session, community_id, signup.shift_id)
        message = AddedPlaceIsOffered if event.act == MORE_PLACES else PlaceIsOffered
        notify_person(session, signup, message(*about, signup.offer_expires_at))


async def notify_offer_lapsed(
    session: AsyncSession, community_id: UUID, event: OfferLapsed
) -> None:
    signup = await get_row(session, Signup, community_id, event.signup_id)
    about = await load_about(session, community_id, signup.shift_id)
    notify_person(session, signup, OfferHasLapsed(*about))


async def notify_offer_answered(
    session: AsyncSession, community_id: UUID, event: OfferAnswered
) -> None:
    signup = await get_row(session, Signup, community_id, event.signup_id)
    about = await load_about(session, community_id, signup.shift_id)
    is_accepted = event.status == SignupStatus.CONFIRMED
    message = OfferIsAccepted if is_accepted else OfferIsDeclined
    who = Answerer.GUARDIAN if event.is_by_guardian else Answerer.DESK
    notify_person(session, signup, message(*about, who))


MESSAGES = (
    PlaceIsOffered,
    AddedPlaceIsOffered,
    OfferIsMoved,
    OfferHasLapsed,
    OfferIsAccepted,
    OfferIsDeclined,
)
LISTENERS = (
    Listener("volunteering.notify_offer_made", OfferMade, notify_offer_made),
    Listener("volunteering.notify_offer_lapsed", OfferLapsed, notify_offer_lapsed),
    Listener("volunteering.notify_offer_answered", OfferAnswered, notify_offer_answered),
)

"""Schemas of a resident's home screen, and of the counts of their account."""

from datetime import datetime
from uuid import UUID

from app.communities.models import ParticipantKind, ParticipantStatus, ResidenceClaimStatus
from app.consultations.models import TopicStatus
from app.double_reporting.models import DutyStatus, MemberRegistrationStatus, PostClaimStatus
from app.feedback.models import TicketStatus
from app.identity.me.schemas import MeOut
from app.kernel.web.schemas import In, Out
from app.kernel.words import Worded
from app.notifications.schemas import SubjectOut
from app.volunteering.activities.schemas import ActivityPage
from app.volunteering.models import SignupStatus


class MyCounts(Out):
    """Counts over all communities of a person, for the figures on a menu."""

    unread_messages: int
    """Messages that are not read; counted to 100."""
    upcoming_signups: int
    open_tickets: int
    ballots_to_vote: int
    """Open ballots of which the person is on the roll, and has not voted."""


class MeWithCounts(MeOut):
    counts: MyCounts


class HomeQuery(In):
    community_id: UUID | None = None
    """A community of the caller; the one joined last where none is named."""


class HomeCommunity(Out):
    id: UUID
    name: str


class HomeParticipant(Out):
    id: UUID
    display_name: str
    kind: ParticipantKind
    status: ParticipantStatus


class WaitingKind(Worded):
    """Things that wait for the person who calls."""

    VOTE = "vote", "待投票", "vote"
    ACCEPT_OFFER = "accept_offer", "待确认递补名额", "answer the offer of a place"
    ANSWER_TICKET = "answer_ticket", "待补充说明", "answer a question about a ticket"
    RATE_TICKET = "rate_ticket", "待评价", "rate a ticket"
    COMPLETE_REGISTRATION = "complete_registration", "待补正报到", "complete a registration"


class HomeWaiting(Out):
    kind: WaitingKind
    subject: SubjectOut
    title: str | None
    """Title or number of the subject; null for a registration, which has none."""
    due_at: datetime | None
    """The instant until which it can be done."""


class HomeSignup(Out):
    id: UUID
    activity_id: UUID
    title: str
    status: SignupStatus
    position: int | None
    starts_at: datetime
    ends_at: datetime
    address: str


class HomeTicket(Out):
    id: UUID
    number: str
    category_name: str
    status: TicketStatus
    resolution_due_at: datetime


class HomePostClaim(Out):
    id: UUID
    post_id: UUID
    title: str
    status: PostClaimStatus
    serves_from: datetime | None


class HomeDuty(Out):
    id: UUID
    duty_day_id: UUID
    """Id of the occasion, for the check-in."""
    title: str
    status: DutyStatus
    starts_at: datetime
    ends_at: datetime


class HomeTopic(Out):
    id: UUID
    title: str
    status: TopicStatus


class HomeRegistration(Out):
    id: UUID
    status: MemberRegistrationStatus


class HomeResidence(Out):
    id: UUID
    status: ResidenceClaimStatus
    place_path: str
    expires_at: datetime | None


class HomeOut(Out):
    """One screen: everything is of the community shown, except the list of communities."""

    communities: list[HomeCommunity]
    """All communities of the person, the one joined last first."""
    community: HomeCommunity | None
    """The community shown; null for a person who has joined none, with all lists empty."""
    me: HomeParticipant | None
    unread_messages: int
    """Messages that are not read; counted to 100."""
    waiting: list[HomeWaiting]
    """Things that wait for the person, due soonest first."""
    next_signups: list[HomeSignup]
    """The next three shifts for which the person has signed up, soonest first."""
    tickets: list[HomeTicket]
    """The person's last three tickets that are not over."""
    next_duty: HomeDuty | None
    """The next duty, or invitation to a service day, of the person."""
    post_claims: list[HomePostClaim]
    registration: HomeRegistration | None
    residence: HomeResidence | None
    """The claim that is approved or waits for its review."""
    topics: list[HomeTopic]
    """The last three topics that residents can take part in."""
    activities: ActivityPage
    """The next three activities, as their list shows them."""

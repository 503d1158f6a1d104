"""Duties of the staff in double reporting: registrations and claims to review, and registrations
that a unit is to correct."""

from datetime import datetime, timedelta
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import ColumnElement, Select, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.events import (
    ClaimReleased,
    ClaimStays,
    LeaveAsked,
    MemberRegistrationEnded,
    MemberRegistrationLapsed,
    MemberRegistrationReviewed,
    MemberRegistrationSubmitted,
    MemberRegistrationWithdrawn,
    PostApplied,
    PostClaimGivenUp,
    PostClaimReviewed,
    PostClaimWithdrawn,
    ServiceCompleted,
    UnitRegistrationApproved,
    UnitRegistrationDeclined,
    UnitRegistrationReturned,
    UnitRegistrationSubmitted,
    UnitRegistrationWithdrawn,
)
from app.double_reporting.members.opened import instants_of_submitted
from app.double_reporting.models import (
    MemberRegistration,
    MemberRegistrationStatus,
    Post,
    PostClaim,
    PostClaimStatus,
    UnitRegistration,
    UnitRegistrationStatus,
)
from app.double_reporting.policies import may_know_members
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.organizations.models import PartyOrganization
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Holders, Todo, waiting_rows

REVIEW_WITHIN = timedelta(days=7)
CORRECT_WITHIN = timedelta(days=14)


def _organization_name() -> ColumnElement[str]:
    names = select(PartyOrganization.name)
    return names.where(PartyOrganization.id == UnitRegistration.organization_id).scalar_subquery()


def units_to_review(_now: datetime) -> Select[Any]:
    return waiting_rows(
        UnitRegistration,
        UnitRegistration.status == UnitRegistrationStatus.SUBMITTED,
        since=UnitRegistration.submitted_at,
        due_at=UnitRegistration.submitted_at + REVIEW_WITHIN,
        name=_organization_name(),
        entered_by=UnitRegistration.entered_by,
    )


def units_to_correct(_now: datetime) -> Select[Any]:
    return waiting_rows(
        UnitRegistration,
        UnitRegistration.status == UnitRegistrationStatus.RETURNED,
        since=UnitRegistration.decided_at,
        due_at=UnitRegistration.decided_at + CORRECT_WITHIN,
        name=_organization_name(),
        organization_id=UnitRegistration.organization_id,
        parent_id=UnitRegistration.organization_id,
    )


def _post_title() -> ColumnElement[str]:
    is_of_claim = (Post.community_id == PostClaim.community_id, Post.id == PostClaim.post_id)
    return select(Post.title).where(*is_of_claim).scalar_subquery()


def claims_to_review(_now: datetime) -> Select[Any]:
    return waiting_rows(
        PostClaim,
        PostClaim.status == PostClaimStatus.APPLIED,
        since=PostClaim.submitted_at,
        due_at=PostClaim.submitted_at + REVIEW_WITHIN,
        name=_post_title(),
        entered_by=PostClaim.entered_by,
    )


def claims_to_release(_now: datetime) -> Select[Any]:
    return waiting_rows(
        PostClaim,
        PostClaim.status == PostClaimStatus.LEAVING,
        since=PostClaim.leave_asked_at,
        due_at=PostClaim.leave_asked_at + REVIEW_WITHIN,
        name=_post_title(),
    )


def members_to_review(now: datetime) -> Select[Any]:
    """Selects registrations under review. The instant of one is sealed, for it tells whose it is:
    `instants_of_submitted` opens it."""
    return waiting_rows(
        MemberRegistration,
        MemberRegistration.status == MemberRegistrationStatus.SUBMITTED,
        since=literal(now),
        due_at=literal(now + REVIEW_WITHIN),
    )


UNIT_TO_REVIEW = Todo(
    kind="double_reporting.unit_registration",
    title=Text("待审核的单位报到", "Unit registrations to review"),
    body=Text(
        "{name}向{community}报到，请在{due_at}前审核。",
        "{name} has registered with {community}: please review it by {due_at}.",
    ),
    subject=StaffSubjectKind.UNIT_REGISTRATION,
    permission="unit_registration:review",
    waiting=units_to_review,
)
UNIT_TO_CORRECT = Todo(
    kind="double_reporting.unit_registration_returned",
    title=Text("被退回的单位报到", "Unit registrations to correct"),
    body=Text(
        "{name}在{community}的报到被退回，请按原因修改，在{due_at}前重新提交。",
        "The registration of {name} with {community} was returned: please correct it and submit it"
        " again by {due_at}.",
    ),
    subject=StaffSubjectKind.OWN_UNIT_REGISTRATION,
    holders=Holders.LIAISONS,
    waiting=units_to_correct,
)
CLAIM_TO_REVIEW = Todo(
    kind="double_reporting.post_claim",
    title=Text("待审核的岗位认领", "Post claims to review"),
    body=Text(
        "有居民申请认领{community}的岗位“{name}”，请在{due_at}前审核。",
        "A resident has applied for the post “{name}” of {community}: please review it by"
        " {due_at}.",
    ),
    subject=StaffSubjectKind.POST_CLAIM,
    permission="post:manage",
    waiting=claims_to_review,
)
CLAIM_TO_RELEASE = Todo(
    kind="double_reporting.post_claim_leaving",
    title=Text("待答复的退岗申请", "Wishes to leave a post"),
    body=Text(
        "有居民申请退出{community}的岗位“{name}”，请在{due_at}前答复。",
        "A resident asks to leave the post “{name}” of {community}: please answer by {due_at}.",
    ),
    subject=StaffSubjectKind.POST_CLAIM,
    permission="post:manage",
    waiting=claims_to_release,
)
MEMBER_TO_REVIEW = Todo(
    kind="double_reporting.registration",
    title=Text("待审核的报到", "Registrations to review"),
    body=Text(
        "{community}收到一份报到，请在{due_at}前审核。",
        "{community} has a registration to review by {due_at}.",
    ),
    subject=StaffSubjectKind.MEMBER_REGISTRATION,
    permission="member:review",
    may=may_know_members,
    waiting=members_to_review,
    opens=instants_of_submitted,
    within=REVIEW_WITHIN,
)


UnitMoved = (
    UnitRegistrationSubmitted
    | UnitRegistrationReturned
    | UnitRegistrationApproved
    | UnitRegistrationDeclined
    | UnitRegistrationWithdrawn
)
ClaimMoved = PostApplied | PostClaimReviewed | PostClaimGivenUp | PostClaimWithdrawn
LeavingMoved = LeaveAsked | ClaimStays | ClaimReleased | ServiceCompleted
MemberMoved = (
    MemberRegistrationSubmitted
    | MemberRegistrationReviewed
    | MemberRegistrationEnded
    | MemberRegistrationLapsed
    | MemberRegistrationWithdrawn
)


async def follow_unit(session: AsyncSession, community_id: UUID, event: UnitMoved) -> None:
    for todo in (UNIT_TO_REVIEW, UNIT_TO_CORRECT):
        await follow_duty(session, community_id, todo, event.registration_id)


async def follow_claim(session: AsyncSession, community_id: UUID, event: ClaimMoved) -> None:
    await follow_duty(session, community_id, CLAIM_TO_REVIEW, event.claim_id)


async def follow_leaving(session: AsyncSession, community_id: UUID, event: LeavingMoved) -> None:
    await follow_duty(session, community_id, CLAIM_TO_RELEASE, event.claim_id)


async def follow_member(session: AsyncSession, community_id: UUID, event: MemberMoved) -> None:
    await follow_duty(session, community_id, MEMBER_TO_REVIEW, event.registration_id)


TODOS = (UNIT_TO_REVIEW, UNIT_TO_CORRECT, CLAIM_TO_REVIEW, CLAIM_TO_RELEASE, MEMBER_TO_REVIEW)
LISTENERS = (
    *(
        Listener("double_reporting.follow_unit", event, follow_unit)
        for event in get_args(UnitMoved)
    ),
    *(
        Listener("double_reporting.follow_claim", event, follow_claim)
        for event in get_args(ClaimMoved)
    ),
    *(
        Listener("double_reporting.follow_leaving", event, follow_leaving)
        for event in get_args(LeavingMoved)
    ),
    *(
        Listener("double_reporting.follow_member", event, follow_member)
        for event in get_args(MemberMoved)
    ),
)

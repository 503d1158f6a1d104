"""News to the liaisons of a unit about what is decided on its registration."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.double_reporting.events import (
    UnitAssigned,
    UnitRegistrationApproved,
    UnitRegistrationDeclined,
    UnitRegistrationEnded,
)
from app.double_reporting.models import UnitAssignment, UnitRegistration
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.organizations.models import PartyOrganization
from app.staff.holders import liaisons_of
from app.staff.inbox import notify_staff
from app.staff.subjects import StaffSubject, StaffSubjectKind


@dataclass(frozen=True, slots=True)
class AboutUnit(Message):
    organization: str
    community: str


@dataclass(frozen=True, slots=True)
class UnitApproved(AboutUnit):
    kind = "double_reporting.unit_approved"
    template = Template(
        Text("单位报到已通过", "The unit is registered"),
        Text(
            "{organization}在{community}的报到已通过，编号{number}。",
            "The registration of {organization} with {community} is approved; it has the number"
            " {number}.",
        ),
    )
    number: str


@dataclass(frozen=True, slots=True)
class UnitDeclined(AboutUnit):
    kind = "double_reporting.unit_declined"
    template = Template(
        Text("单位报到未通过", "The unit was not registered"),
        Text(
            "{organization}在{community}的报到未通过。原因：{reason}",
            "The registration of {organization} with {community} was declined: {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class UnitEnded(AboutUnit):
    kind = "double_reporting.unit_ended"
    template = Template(
        Text("单位报到已结束", "The unit's registration has ended"),
        Text(
            "{organization}在{community}的报到已结束，编号同时失效。原因：{reason}",
            "The registration of {organization} with {community} has ended, and its number with it:"
            " {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class UnitIsAssigned(AboutUnit):
    kind = "double_reporting.unit_assigned"
    template = Template(
        Text("请到指定社区报到", "Please register with another community"),
        Text(
            "{organization}被安排到{community}报到，请前往提交报到。原因：{reason}",
            "{organization} is asked to register with {community}: {reason}",
        ),
    )
    reason: str


Decided = UnitRegistrationApproved | UnitRegistrationDeclined | UnitRegistrationEnded


async def notify_liaisons(session: AsyncSession, community_id: UUID, event: Decided) -> None:
    """Tells the liaisons once what was decided."""
    row = await get_row(session, UnitRegistration, community_id, event.registration_id)
    names = await _names(session, community_id, row.organization_id)
    message: Message
    match event:
        case UnitRegistrationApproved():
            message = UnitApproved(*names, row.number or "")
        case UnitRegistrationDeclined():
            message = UnitDeclined(*names, row.reason or "")
        case UnitRegistrationEnded():
            message = UnitEnded(*names, row.end_reason or "")
    await notify_staff(
        session,
        community_id,
        await liaisons_of(session, row.organization_id),
        message,
        subject=StaffSubject(StaffSubjectKind.OWN_UNIT_REGISTRATION, row.id, row.organization_id),
        dedup=f"{message.kind}/{row.id}",
    )


async def notify_assigned(session: AsyncSession, community_id: UUID, event: UnitAssigned) -> None:
    row = await get_row(session, UnitAssignment, community_id, event.assignment_id)
    names = await _names(session, community_id, row.organization_id)
    await notify_staff(
        session,
        community_id,
        await liaisons_of(session, row.organization_id),
        UnitIsAssigned(*names, row.reason),
        subject=StaffSubject(StaffSubjectKind.UNIT_ASSIGNMENT, row.id, row.organization_id),
        dedup=f"{UnitIsAssigned.kind}/{row.id}",
    )


async def _names(
    session: AsyncSession, community_id: UUID, organization_id: UUID
) -> tuple[str, str]:
    organization = await session.get_one(PartyOrganization, organization_id)
    community = await session.get_one(Community, community_id)
    return organization.name, community.name


MESSAGES = (UnitApproved, UnitDeclined, UnitEnded, UnitIsAssigned)
LISTENERS = (
    *(
        Listener("double_reporting.notify_liaisons", event, notify_liaisons)
        for event in (UnitRegistrationApproved, UnitRegistrationDeclined, UnitRegistrationEnded)
    ),
    Listener("double_reporting.notify_assigned", UnitAssigned, notify_assigned),
)

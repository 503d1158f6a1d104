"""Member registrations as they are read: by the member, the community's Party administrators, and
the liaison of the own unit."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.double_reporting.members.queries import newest, of_unit, queue, subtree
from app.double_reporting.members.schemas import (
    MemberRegistrationOut,
    MemberRegistrationQuery,
    MemberReveal,
    MyDoubleReporting,
    MyMemberRegistration,
    MyMemberSheet,
    RevealedMember,
    StaffMemberRegistration,
    UnitMember,
    UnitMemberQuery,
)
from app.double_reporting.models import MemberField, MemberRegistration
from app.double_reporting.models.membership import masked_name, read_own, reveal_field
from app.double_reporting.post_claims.schemas import PostClaimQuery
from app.double_reporting.post_claims.service import list_mine as list_my_claims
from app.kernel.database.engine import get_row
from app.kernel.privacy.audit import Actor
from app.kernel.web.pages import Page, oldest_first, paginate_rows
from app.organizations.models import PartyOrganization


async def show_mine(session: AsyncSession, me: Participant) -> MyDoubleReporting:
    registration = await session.scalar(newest(me))
    claims = await list_my_claims(session, me, PostClaimQuery(limit=20, cursor=None))
    mine = None if registration is None else await _mine(session, registration)
    return MyDoubleReporting(registration=mine, claims=list(claims.items))


async def _mine(session: AsyncSession, registration: MemberRegistration) -> MyMemberRegistration:
    told = MemberRegistrationOut.model_validate(registration).model_dump()
    sheet = read_own(registration)
    if sheet is None:
        return MyMemberRegistration(**told, sheet=None)
    name = await _name(session, sheet.organization_id)
    return MyMemberRegistration(
        **told, sheet=MyMemberSheet(**sheet._asdict(), organization_name=name or "")
    )


async def list_queue(
    session: AsyncSession, staff: Staff, query: MemberRegistrationQuery
) -> Page[StaffMemberRegistration]:
    """Lists a community's registrations in the order in which they came."""
    listed = queue(staff.community_id, query)
    page = await paginate_rows(session, listed, query, oldest_first(MemberRegistration.id))
    return page.with_items([_for_staff(*row) for row in page.items])


async def show(session: AsyncSession, registration: MemberRegistration) -> StaffMemberRegistration:
    where = (registration.community_id, registration.participant_id)
    who = await get_row(session, Participant, *where)
    return _for_staff(registration, who.display_name)


def _for_staff(registration: MemberRegistration, name: str) -> StaffMemberRegistration:
    return StaffMemberRegistration(
        **MemberRegistrationOut.model_validate(registration).model_dump(),
        participant_id=registration.participant_id,
        display_name=name,
        real_name=masked_name(registration),
        channel=registration.channel,
    )


async def list_of_unit(
    session: AsyncSession, organization_id: UUID, query: UnitMemberQuery
) -> Page[UnitMember]:
    """Lists the members of the organization and of what stands below it, in one community."""
    ours = (await session.scalars(subtree(organization_id))).all()
    listed = of_unit(query.community_id, ours, query)
    page = await paginate_rows(session, listed, query, oldest_first(MemberRegistration.id))
    return page.with_items([_for_unit(*row) for row in page.items])


def _for_unit(registration: MemberRegistration, name: str) -> UnitMember:
    return UnitMember(
        **MemberRegistrationOut.model_validate(registration).model_dump(),
        community_id=registration.community_id,
        display_name=name,
        real_name=masked_name(registration),
    )


async def reveal(
    session: AsyncSession, registration: MemberRegistration, wanted: MemberReveal, *, by: Actor
) -> RevealedMember:
    """One field: audited, and shown to the member."""
    value = reveal_field(session, registration, wanted.field, by=by, reason=wanted.reason)
    if wanted.field is MemberField.ORGANIZATION and value is not None:
        value = await _name(session, UUID(value))
    return RevealedMember(value=value)


async def _name(session: AsyncSession, organization_id: UUID) -> str | None:
    organization = await session.get(PartyOrganization, organization_id)
    return None if organization is None else organization.name

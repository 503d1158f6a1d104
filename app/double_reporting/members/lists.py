"""Member registrations as the member, Party administrators and the unit's liaison read them."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.double_reporting.members.queries import (
    newest_registration,
    registrations_of_community,
    registrations_of_unit,
    subtree,
)
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
    """Returns the newest registration of a participant with its opened form, and their claims."""
    row = await session.scalar(newest_registration(me))
    claims = await list_my_claims(session, me, PostClaimQuery(limit=20, cursor=None))
    registration = None if row is None else await _my_registration(session, row)
    return MyDoubleReporting(registration=registration, claims=list(claims.items))


async def _my_registration(
    session: AsyncSession, registration: MemberRegistration
) -> MyMemberRegistration:
    columns = MemberRegistrationOut.model_validate(registration).model_dump()
    sheet = read_own(registration)
    if sheet is None:
        return MyMemberRegistration(**columns, sheet=None)
    name = await _name(session, sheet.organization_id)
    return MyMemberRegistration(
        **columns, sheet=MyMemberSheet(**sheet._asdict(), organization_name=name or "")
    )


async def list_queue(
    session: AsyncSession, staff: Staff, query: MemberRegistrationQuery
) -> Page[StaffMemberRegistration]:
    """Lists a community's registrations, oldest first."""
    statement = registrations_of_community(staff.community_id, query)
    page = await paginate_rows(session, statement, query, oldest_first(MemberRegistration.id))
    return page.with_items([_for_staff(*row) for row in page.items])


async def show(session: AsyncSession, registration: MemberRegistration) -> StaffMemberRegistration:
    """Returns a registration with the name masked."""
    key = (registration.community_id, registration.participant_id)
    participant = await get_row(session, Participant, *key)
    return _for_staff(registration, participant.display_name)


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
    """Lists the members of the organization and of those below it in one community, oldest
    first."""
    organization_ids = (await session.scalars(subtree(organization_id))).all()
    statement = registrations_of_unit(query.community_id, organization_ids, query)
    page = await paginate_rows(session, statement, query, oldest_first(MemberRegistration.id))
    return page.with_items([_for_unit(*row) for row in page.items])


def _for_unit(registration: MemberRegistration, name: str) -> UnitMember:
    return UnitMember(
        **MemberRegistrationOut.model_validate(registration).model_dump(),
        community_id=registration.community_id,
        display_name=name,
        real_name=masked_name(registration),
    )


async def reveal(
    session: AsyncSession, registration: MemberRegistration, body: MemberReveal, *, by: Actor
) -> RevealedMember:
    """Returns one opened field, the organization by its name. The reveal is audited and shown to
    the member."""
    value = reveal_field(session, registration, body.field, by=by, reason=body.reason)
    if body.field is MemberField.ORGANIZATION and value is not None:
        value = await _name(session, UUID(value))
    return RevealedMember(value=value)


async def _name(session: AsyncSession, organization_id: UUID) -> str | None:
    organization = await session.get(PartyOrganization, organization_id)
    return None if organization is None else organization.name

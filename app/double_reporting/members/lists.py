"""Member registrations as the member, Party administrators and the unit's liaison read them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.double_reporting.members.opened import page_of_registrations
from app.double_reporting.members.queries import (
    registrations_of,
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
from app.kernel.errors import NotFound
from app.kernel.privacy.audit import Actor
from app.kernel.web.pages import Page
from app.organizations.models import PartyOrganization


async def show_mine(session: AsyncSession, me: Participant) -> MyDoubleReporting:
    """Returns the newest registration of a participant with its opened form, and their claims."""
    rows = [row for row in await session.scalars(registrations_of(me)) if row.is_whole]
    row = max(rows, key=lambda row: row.proceedings.submitted_at, default=None)
    claims = await list_my_claims(session, me, PostClaimQuery(limit=20, cursor=None))
    registration = None if row is None else await _my_registration(session, row)
    return MyDoubleReporting(registration=registration, claims=list(claims.items))


async def _my_registration(
    session: AsyncSession, registration: MemberRegistration
) -> MyMemberRegistration:
    columns = MemberRegistrationOut.of(registration).model_dump()
    sheet = read_own(registration)
    name = await _name(session, sheet.organization_id)
    return MyMemberRegistration(
        **columns, sheet=MyMemberSheet(**sheet._asdict(), organization_name=name or "")
    )


async def list_queue(
    session: AsyncSession, staff: Staff, query: MemberRegistrationQuery
) -> Page[StaffMemberRegistration]:
    """Lists a community's registrations, oldest first."""
    page = await page_of_registrations(session, staff.community_id, query)
    names = await _display_names(session, staff.community_id, page.items)
    return page.with_items([_for_staff(row, names[row.participant_id]) for row in page.items])


async def show(session: AsyncSession, registration: MemberRegistration) -> StaffMemberRegistration:
    """Returns a registration with the name masked. Raises NotFound for one that is damaged."""
    if not registration.is_whole:
        raise NotFound
    key = (registration.community_id, registration.participant_id)
    participant = await get_row(session, Participant, *key)
    return _for_staff(registration, participant.display_name)


def _for_staff(registration: MemberRegistration, name: str) -> StaffMemberRegistration:
    return StaffMemberRegistration(
        **MemberRegistrationOut.of(registration).model_dump(),
        participant_id=registration.participant_id,
        display_name=name,
        real_name=masked_name(registration),
        channel=registration.proceedings.channel,
    )


async def list_of_unit(
    session: AsyncSession, organization_id: UUID, query: UnitMemberQuery
) -> Page[UnitMember]:
    """Lists the members of the organization and of those below it in one community, oldest
    first."""
    organization_ids = (await session.scalars(subtree(organization_id))).all()
    page = await page_of_registrations(session, query.community_id, query, set(organization_ids))
    names = await _display_names(session, query.community_id, page.items)
    return page.with_items([_for_unit(row, names[row.participant_id]) for row in page.items])


def _for_unit(registration: MemberRegistration, name: str) -> UnitMember:
    return UnitMember(
        **MemberRegistrationOut.of(registration).model_dump(),
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


async def _display_names(
    session: AsyncSession, community_id: UUID, rows: Sequence[MemberRegistration]
) -> dict[UUID, str]:
    ids = [row.participant_id for row in rows]
    statement = select(Participant).where(
        Participant.community_id == community_id, Participant.id.in_(ids)
    )
    return {one.id: one.display_name for one in await session.scalars(statement)}


async def _name(session: AsyncSession, organization_id: UUID) -> str | None:
    organization = await session.get(PartyOrganization, organization_id)
    return None if organization is None else organization.name

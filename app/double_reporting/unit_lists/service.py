"""Member lists of units: replaced by the unit's liaison, and asked when a member registers."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.names import comparable_name
from app.communities.register.phones import e164
from app.double_reporting.models import UnitMemberList
from app.double_reporting.unit_lists.schemas import UnitMemberListIn, UnitMemberListOut
from app.kernel import clock
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import own, shown
from app.organizations.actors import Liaison
from app.organizations.models import PartyOrganization


async def replace_list(
    session: AsyncSession, body: UnitMemberListIn, *, by: Liaison
) -> UnitMemberListOut:
    """Replaces the list of the liaison's organization. Members who have registered stay as they
    are."""
    members = [
        [comparable_name(one.real_name), None if one.phone is None else e164(one.phone)]
        for one in body.members
    ]
    id_, now = by.organization.id, clock.now()
    values = {
        "members_sealed": UnitMemberList.members.seal_for(UnitMemberList, None, id_, members),
        "replaced_by": by.id,
        "replaced_at": now,
    }
    statement = insert(UnitMemberList).values(values | {"id": id_})
    await session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
    record(session, by, "unit_list.replaced", by.organization, count=str(len(members)))
    return UnitMemberListOut(
        organization_id=id_, replaced_at=now, count=len(members), without_phone=_phoneless(members)
    )


async def show_list(session: AsyncSession, liaison: Liaison) -> UnitMemberListOut:
    row = await session.get(UnitMemberList, liaison.organization.id)
    members = [] if row is None else shown(row, UnitMemberList.members) or []
    return UnitMemberListOut(
        organization_id=liaison.organization.id,
        replaced_at=None if row is None else row.replaced_at,
        count=len(members),
        without_phone=_phoneless(members),
    )


async def is_listed(
    session: AsyncSession, organization_id: UUID, real_name: str, phone: str | None
) -> bool:
    """Returns whether name and verified phone stand together on the list of the organization, or
    of one above it."""
    organization = await session.get(PartyOrganization, organization_id)
    if phone is None or organization is None:
        return False
    rows = await session.scalars(
        select(UnitMemberList).where(UnitMemberList.id.in_(organization.path))
    )
    sought = [comparable_name(real_name), phone]
    return any(sought in (own(row, UnitMemberList.members) or []) for row in rows)


def _phoneless(members: Sequence[Any]) -> int:
    return sum(1 for _, phone in members if phone is None)

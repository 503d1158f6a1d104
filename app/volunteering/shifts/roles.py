"""The roles of a locked shift: added, renamed, resized, closed, and deleted while nobody has signed
up for them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.volunteering.errors import RoleInUse
from app.volunteering.events import MORE_PLACES, RoleClosedToWaiting, RoleRenamed
from app.volunteering.models import Shift, ShiftRole
from app.volunteering.shifts.queries import roles_of, signup_count
from app.volunteering.shifts.schemas import RoleIn
from app.volunteering.signups.offers import fill_places
from app.volunteering.signups.queries import waiting_signups


def new_role(shift: Shift, role_in: RoleIn) -> ShiftRole:
    """Makes a role. Raises UnknownReference where its id says that it is there already."""
    if role_in.id is not None:
        raise UnknownReference
    return ShiftRole(
        community_id=shift.community_id,
        shift_id=shift.id,
        **role_in.model_dump(exclude={"id"}),
        taken=0,
    )


async def replace_roles(
    session: AsyncSession, shift: Shift, roles: Sequence[RoleIn], now: datetime
) -> None:
    """Changes the roles that the body names by their ids, or else by their names; adds new ones,
    and deletes the rest. Raises RoleInUse for one of these that ever had a sign-up."""
    stored = list(await session.scalars(roles_of(shift)))
    pairs = _match(stored, roles)
    remaining = {role.id for role, _ in pairs if role is not None}
    for role in stored:
        if role.id not in remaining:
            if await session.scalar(signup_count(role)):
                raise RoleInUse
            await session.delete(role)
    await _rename(session, [(role, new) for role, new in pairs if role is not None])
    for found, role_in in pairs:
        if found is None:
            session.add(new_role(shift, role_in))
        else:
            await _change(session, shift, found, role_in, now)


def _match(
    stored: Sequence[ShiftRole], roles: Sequence[RoleIn]
) -> list[tuple[ShiftRole | None, RoleIn]]:
    """Pairs each role of the body with the stored one, if there is one."""
    by_id = {role.id: role for role in stored}
    named = {role_in.id for role_in in roles if role_in.id is not None}
    if named - by_id.keys():
        raise UnknownReference
    by_name = {role.name: role for role in stored if role.id not in named}
    return [(by_id[one.id] if one.id is not None else by_name.get(one.name), one) for one in roles]


async def _rename(session: AsyncSession, pairs: Sequence[tuple[ShiftRole, RoleIn]]) -> None:
    """Gives the roles their new names. In between each bears its id, so that two may swap theirs:
    no shift has two roles of one name."""
    renamed = [(role, role_in.name) for role, role_in in pairs if role.name != role_in.name]
    for role, _ in renamed:
        role.name = str(role.id)
    await session.flush()
    for role, name in renamed:
        role.name = name
        if name:
            emit(session, role.community_id, RoleRenamed(role_id=role.id))
    await session.flush()


async def _change(
    session: AsyncSession, shift: Shift, role: ShiftRole, role_in: RoleIn, now: datetime
) -> None:
    role.resize(role_in.capacity)
    role.requirement = role_in.requirement
    if role_in.is_closed and not role.is_closed:
        await _end_waits(session, shift, role.id)
    role.is_closed = role_in.is_closed
    await fill_places(session, shift, role, now, act=MORE_PLACES)


async def _end_waits(session: AsyncSession, shift: Shift, role_id: UUID) -> None:
    """Ends the waits for a role that takes nobody any more; each person gets a message."""
    for signup in await session.scalars(waiting_signups(shift)):
        if signup.role_id == role_id:
            signup.lapse()
            emit(session, shift.community_id, RoleClosedToWaiting(signup_id=signup.id))

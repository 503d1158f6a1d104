"""Guards that load the actor in the community of the path: a participant or an administrator."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import administrator, staff_in
from app.communities.errors import ParticipantInactive
from app.communities.models import (
    Community,
    MyCommunity,
    Participant,
    Place,
)
from app.communities.permissions import Permission, Staff
from app.communities.policies import may_manage_community
from app.identity.deps import CurrentAdmin, CurrentUser
from app.kernel.database.engine import Scoped
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session, permitted, row_in_community


async def any_participant(community_id: UUID, user: CurrentUser, session: Session) -> Participant:
    """Returns the caller's participant, also one who is blocked or has left, because they may
    withdraw what is theirs. 404 for users who have not joined: outsiders see nothing here."""
    query = select(Participant).filter_by(community_id=community_id, user_id=user)
    participant = await session.scalar(query)
    if participant is None:
        raise NotFound
    return participant


AnyParticipant = Annotated[Participant, Depends(any_participant)]


async def active_participant(participant: AnyParticipant) -> Participant:
    """Returns the caller's participant; 403 for one who has left or is blocked."""
    if not participant.is_active:
        raise ParticipantInactive
    return participant


ActiveParticipant = Annotated[Participant, Depends(active_participant)]


def own_row(model: type[Scoped], parameter: str) -> Callable[..., Awaitable[Scoped]]:
    """Makes a guard that returns the caller's row which the path parameter names. Another person's
    row is a 404, not a 403, because nobody may learn that it exists."""

    async def guard(
        row_id: Annotated[UUID, Path(alias=parameter)], me: AnyParticipant, session: Session
    ) -> Scoped:
        query = select(model).filter_by(
            community_id=me.community_id, id=row_id, participant_id=me.id
        )
        row: Scoped | None = await session.scalar(query)
        if row is None:
            raise NotFound
        return row

    return guard


async def current_reader(
    community_id: UUID, user: CurrentUser, session: Session
) -> Participant | None:
    """Returns the caller's participant, or None for a user who has not joined the community."""
    query = select(Participant).filter_by(community_id=community_id, user_id=user)
    reader: Participant | None = await session.scalar(query)
    return reader


CurrentReader = Annotated[Participant | None, Depends(current_reader)]


async def current_staff(community_id: UUID, admin: CurrentAdmin, session: Session) -> Staff:
    """Returns the administrator in the community of the path; 404 without any grant that reaches
    into it."""
    staff = await staff_in(session, community_id, admin)
    if staff is None:
        raise NotFound
    return staff


async def current_administrator(admin: CurrentAdmin, session: Session) -> Staff:
    """Returns the administrator for operations above communities, where permissions are asked with
    the path of a region."""
    return await administrator(session, admin)


def row_for_staff(
    model: type[Scoped], parameter: str, may: Callable[[Staff, Scoped], bool]
) -> Callable[..., Awaitable[Scoped]]:
    """Makes a guard that returns the row which the path parameter names, also a draft. 404 for a
    row of another community, 403 unless `may` allows it."""
    return permitted(current_staff, row_in_community(model, parameter), may)


def staff_who_may(permission: Permission) -> Callable[..., Awaitable[Staff]]:
    """Makes a guard for operations without a row, as creates and lists are: 403 without the
    permission in the whole community."""

    async def guard(staff: CurrentStaff) -> Staff:
        if not staff.may(permission):
            raise Forbidden
        return staff

    return guard


def staff_somewhere(permission: Permission) -> Callable[..., Awaitable[Staff]]:
    """Makes a guard that accepts the permission in a part of the community: the route must confine
    what it shows to `Staff.places`. The names of these types end in `Somewhere`."""

    async def guard(staff: CurrentStaff) -> Staff:
        if not staff.may_somewhere(permission):
            raise Forbidden
        return staff

    return guard


async def path_of(session: AsyncSession, community_id: UUID, place_id: UUID | None) -> list[UUID]:
    """Returns the ids on the path of a place, from its root on; empty for None."""
    if place_id is None:
        return []
    place = await session.get(Place, {"community_id": community_id, "id": place_id})
    if place is not None and place.merged_into is not None:
        place = await session.get(Place, {"community_id": community_id, "id": place.merged_into})
    return [] if place is None else place.path


def administrator_who_may(permission: Permission) -> Callable[..., Awaitable[Staff]]:
    """Makes a guard for operations above communities: 403 without the permission anywhere. The
    service then asks for it in the region concerned."""

    async def guard(admin: CurrentAdministrator) -> Staff:
        if not admin.may_somewhere(permission):
            raise Forbidden
        return admin

    return guard


CurrentStaff = Annotated[Staff, Depends(current_staff)]
CurrentAdministrator = Annotated[Staff, Depends(current_administrator)]
StaffMayReadParticipantsSomewhere = Annotated[Staff, Depends(staff_somewhere("participant:read"))]
StaffMayManageParticipants = Annotated[Staff, Depends(staff_who_may("participant:manage"))]

AdministratorMayManageRegions = Annotated[Staff, Depends(administrator_who_may("region:manage"))]
AdministratorMayManageCommunities = Annotated[
    Staff, Depends(administrator_who_may("community:manage"))
]
AdministratorMayManageGrants = Annotated[Staff, Depends(administrator_who_may("grant:manage"))]


async def community_to_read(
    community_id: UUID, _reader: CurrentUser, session: Session
) -> Community:
    """Returns the community of the path to anybody who has logged in. The platform's own is a
    404."""
    community = await session.get(Community, community_id)
    if community is None or community.region_id is None:
        raise NotFound
    return community


async def staff_community(
    community_id: UUID, admin: CurrentAdministrator, session: Session
) -> Community:
    """Returns the community of the path to administrators whose grants reach into it; else 404."""
    community = await session.get(Community, community_id)
    if community is None or community.region_id is None or not reaches(admin, community):
        raise NotFound
    return community


def reaches(admin: Staff, community: Community) -> bool:
    """Returns whether a grant covers the community or a place in it."""
    return any(
        held.covers(community.region_path) or held.community_id == community.id
        for held in admin.held
    )


CommunityToRead = Annotated[Community, Depends(community_to_read)]
CommunityToReadAsStaff = Annotated[Community, Depends(staff_community)]
CommunityToManage = Annotated[
    Community, Depends(permitted(current_administrator, staff_community, may_manage_community))
]


async def my_communities(user: CurrentUser, session: Session) -> dict[UUID, UUID]:
    """Maps the id of each community that the caller has joined to that of the participant there."""
    memberships = await session.scalars(select(MyCommunity).filter_by(user_id=user))
    return {row.community_id: row.participant_id for row in memberships}


MyCommunities = Annotated[dict[UUID, UUID], Depends(my_communities)]

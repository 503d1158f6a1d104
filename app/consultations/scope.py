"""The place that a topic or a ballot concerns: a grid, a building or an entrance. Everybody may
read it; those who live there vote."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant, Place, PlaceKind
from app.consultations.errors import NotAScope, PlaceOutsideTopic
from app.consultations.models import Topic
from app.kernel.errors import UnknownReference

SCOPES = frozenset({PlaceKind.GRID, PlaceKind.BUILDING, PlaceKind.ENTRANCE})
"""The kinds of place that one may consult. A household alone would name who is meant."""


async def resolve_scope(
    session: AsyncSession, community_id: UUID, place_id: UUID | None, *, inside: UUID | None = None
) -> UUID | None:
    """Returns the place to consult now: the one that has taken over where it was merged. Raises
    UnknownReference, NotAScope (also for a place that is retired), or PlaceOutsideTopic where it
    does not lie inside another one. None is the whole community."""
    if place_id is None:
        return None
    place = await _load_current(session, community_id, place_id)
    if place.kind not in SCOPES or place.is_retired:
        raise NotAScope
    if inside is not None:
        outer = await _load_current(session, community_id, inside)
        if outer.id not in place.path:
            raise PlaceOutsideTopic
    return place.id


async def _load_current(session: AsyncSession, community_id: UUID, place_id: UUID) -> Place:
    """Follows a place to what has taken it over, each step once."""
    seen: set[UUID] = set()
    next_id: UUID | None = place_id
    while next_id is not None and next_id not in seen:
        seen.add(next_id)
        place = await session.get(Place, {"community_id": community_id, "id": next_id})
        if place is None:
            break
        next_id = place.merged_into
        if next_id is None:
            return place
    raise UnknownReference


def households_in(community_id: UUID, place_id: UUID) -> Select[UUID]:
    """The households whose path leads through the place, also where it was moved since."""
    return select(Place.id).where(
        Place.community_id == community_id,
        Place.kind == PlaceKind.HOUSEHOLD,
        Place.path.contains([place_id]),
    )


async def lives_in(session: AsyncSession, participant: Participant, place_id: UUID | None) -> bool:
    """Returns whether the participant's household lies in the place; None is the community."""
    if place_id is None:
        return True
    if participant.household_id is None:
        return False
    key = {"community_id": participant.community_id, "id": participant.household_id}
    household = await session.get(Place, key)
    return household is not None and place_id in household.path


def concern(community_id: UUID, within: Collection[UUID]) -> ColumnElement[bool]:
    """Condition of the topics that staff of these places read: those of a place in them, and of
    those of the whole community all that are public, or whose author lives there."""
    inside = select(Place.id).where(
        Place.community_id == community_id, Place.path.overlap(list(within))
    )
    neighbours = select(Participant.id).where(
        Participant.community_id == community_id, Participant.household_id.in_(inside)
    )
    concerns_all = Topic.place_id.is_(None) & (
        Topic.opened_at.is_not(None) | Topic.participant_id.in_(neighbours)
    )
    return Topic.place_id.in_(inside) | concerns_all

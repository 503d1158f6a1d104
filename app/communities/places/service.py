"""Lists of places, and changes to single ones; `imports` takes whole buildings."""

from datetime import datetime
from unicodedata import normalize
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import PlaceExists, PlaceMisplaced
from app.communities.models import ALLOWED_PARENTS, Place
from app.communities.permissions import Staff
from app.communities.places.queries import children, for_staff, siblings, subtree, whole_tree
from app.communities.places.schemas import PlaceIn, PlaceQuery, StaffPlaceQuery
from app.communities.places.tree import Tree
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import lock, savepoint
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.files.cells import key_of
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate


async def list_children(
    session: AsyncSession, community_id: UUID, query: PlaceQuery
) -> Page[Place]:
    return await paginate(session, children(community_id, query), query, oldest_first(Place.id))


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: StaffPlaceQuery
) -> Page[Place]:
    """Lists the places of a community; grid workers see those of their grid."""
    statement = for_staff(staff.community_id, staff.places("participant:read"), query)
    return await paginate(session, statement, query, oldest_first(Place.id), counts=True)


async def add(session: AsyncSession, body: PlaceIn, *, by: Staff) -> Place:
    parent = await _parent(session, by.community_id, body.parent_id)
    ancestor_ids = tuple(parent.path) if parent else ()
    if not by.may("place:manage", ancestor_ids):
        raise Forbidden
    if (parent and parent.kind) not in ALLOWED_PARENTS[body.kind]:
        raise PlaceMisplaced
    await _require_free(session, by.community_id, body.parent_id, body.name)
    id_ = uuid7()
    place = Place(
        community_id=by.community_id,
        id=id_,
        kind=body.kind,
        name=normalize("NFKC", body.name),
        parent_id=body.parent_id,
        path=[*ancestor_ids, id_],
    )
    async with savepoint(session, uq_places_name=PlaceExists):
        session.add(place)
    record(session, by, "place.added", place)
    return place


async def rename(session: AsyncSession, place: Place, name: str, *, by: Staff) -> Place:
    """Renames a place; what refers to it shows the new name."""
    await lock(session, place)
    await _require_free(session, by.community_id, place.parent_id, name, besides=place.id)
    async with savepoint(session, uq_places_name=PlaceExists):
        place.name = normalize("NFKC", name)
    record(session, by, "place.renamed", place)
    return place


async def retire(session: AsyncSession, place: Place, *, by: Staff) -> Place:
    """Retires a place and all below it: nobody moves in, and none is offered. What is there
    stays."""
    await _set_retired(session, place, clock.now())
    record(session, by, "place.retired", place)
    return place


async def reopen(session: AsyncSession, place: Place, *, by: Staff) -> Place:
    """Offers a retired place again, with all below it that has not been merged."""
    if place.merged_into is not None:
        raise PlaceMisplaced
    await _set_retired(session, place, None)
    record(session, by, "place.reopened", place)
    return place


async def _set_retired(session: AsyncSession, place: Place, at: datetime | None) -> None:
    below = subtree(place).order_by(Place.id).with_for_update(key_share=True)
    for one in (await session.scalars(below)).all():
        if one.merged_into is None and one.is_retired != (at is not None):
            one.retired_at = at


async def _require_free(
    session: AsyncSession,
    community_id: UUID,
    parent_id: UUID | None,
    name: str,
    besides: UUID | None = None,
) -> None:
    """Raises PlaceExists if another place right below the same one has the name, however it is
    typed."""
    beside = await session.scalars(siblings(community_id, parent_id))
    if any(key_of(one.name) == key_of(name) and one.id != besides for one in beside):
        raise PlaceExists


async def load_tree(session: AsyncSession, community_id: UUID) -> Tree:
    rows = (await session.execute(whole_tree(community_id))).all()
    return Tree.of(
        community_id, [(kind, name, path, retired) for kind, name, path, retired in rows]
    )


async def _parent(
    session: AsyncSession, community_id: UUID, parent_id: UUID | None
) -> Place | None:
    if parent_id is None:
        return None
    parent = await session.get(Place, {"community_id": community_id, "id": parent_id})
    if parent is None:
        raise UnknownReference
    return parent

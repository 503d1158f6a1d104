"""Queries on places: below one, in those of an administrator, by ids."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Place, PlaceKind
from app.communities.places.schemas import PlaceQuery, StaffPlaceQuery


def children(community_id: UUID, query: PlaceQuery) -> Select[Place]:
    """Selects the places right below one that are offered: retired ones are not."""
    return _all(community_id).where(Place.parent_id == query.parent, Place.retired_at.is_(None))


def siblings(community_id: UUID, parent_id: UUID | None) -> Select[Place]:
    return _all(community_id).where(Place.parent_id == parent_id)


def names_of_places(community_id: UUID, ids: Collection[UUID]) -> Select[UUID, str]:
    return select(Place.id, Place.name).where(Place.community_id == community_id, Place.id.in_(ids))


def subtree(place: Place) -> Select[Place]:
    """Selects a place and all below it."""
    return _all(place.community_id).where(Place.path.contains([place.id]))


def for_staff(
    community_id: UUID, within: Collection[UUID] | None, query: StaffPlaceQuery
) -> Select[Place]:
    """Selects the places `within` others, or (None) all of the community."""
    statement = _all(community_id)
    if within is not None:
        statement = statement.where(Place.path.overlap(list(within)))
    if query.parent is not None:
        statement = statement.where(Place.parent_id == query.parent)
    return statement if query.kind is None else statement.where(Place.kind == query.kind)


def _all(community_id: UUID) -> Select[Place]:
    return select(Place).where(Place.community_id == community_id)


def whole_tree(community_id: UUID) -> Select[PlaceKind, str, list[UUID], bool]:
    return select(Place.kind, Place.name, Place.path, Place.retired_at.is_not(None)).where(
        Place.community_id == community_id
    )

"""Participants found: of a user, in the places of an administrator, by real name."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import MyCommunity, Participant, Place
from app.communities.participants.schemas import ParticipantQuery


def of_user(community_id: UUID, user_id: UUID) -> Select[Participant]:
    return select(Participant).filter_by(community_id=community_id, user_id=user_id)


def memberships(user_id: UUID) -> Select[MyCommunity]:
    return select(MyCommunity).where(MyCommunity.user_id == user_id)


def with_ids(communities: Collection[UUID], ids: Collection[UUID]) -> Select[Participant]:
    return select(Participant).where(
        Participant.community_id.in_(communities), Participant.id.in_(ids)
    )


def for_staff(
    community_id: UUID, within: Collection[UUID] | None, query: ParticipantQuery
) -> Select[Participant]:
    """Participants who live `within` places, or (None) everybody."""
    wanted = select(Participant).where(Participant.community_id == community_id)
    if within is not None:
        homes = select(Place.id).where(
            Place.community_id == community_id, Place.path.overlap(list(within))
        )
        wanted = wanted.where(Participant.household_id.in_(homes))
    if query.kind is not None:
        wanted = wanted.where(Participant.kind == query.kind)
    if query.status is not None:
        wanted = wanted.where(Participant.status == query.status)
    if query.q is not None:
        index = Participant.real_name.blind(Participant, query.q)
        wanted = wanted.where(Participant.real_name_index == index)
    return wanted

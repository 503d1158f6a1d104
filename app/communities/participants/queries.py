"""Queries on participants: by user, by an administrator's places, by real name."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import MyCommunity, Participant, Place
from app.communities.participants.schemas import ParticipantQuery
from app.identity.models import User


def participant_of_user(community_id: UUID, user_id: UUID) -> Select[Participant]:
    return select(Participant).filter_by(community_id=community_id, user_id=user_id)


def memberships(user_id: UUID) -> Select[MyCommunity]:
    return select(MyCommunity).where(MyCommunity.user_id == user_id)


def participants_with_ids(
    communities: Collection[UUID], ids: Collection[UUID]
) -> Select[Participant]:
    return select(Participant).where(
        Participant.community_id.in_(communities), Participant.id.in_(ids)
    )


def participants_within(
    community_id: UUID, within: Collection[UUID] | None, query: ParticipantQuery
) -> Select[Participant]:
    """Selects the participants who live `within` these places, or (None) all of them."""
    statement = select(Participant).where(Participant.community_id == community_id)
    if within is not None:
        households = select(Place.id).where(
            Place.community_id == community_id, Place.path.overlap(list(within))
        )
        statement = statement.where(Participant.household_id.in_(households))
    if query.place_id is not None:
        inside = select(Place.id).where(
            Place.community_id == community_id, Place.path.overlap([query.place_id])
        )
        statement = statement.where(Participant.household_id.in_(inside))
    if query.kind is not None:
        statement = statement.where(Participant.kind == query.kind)
    if query.status is not None:
        statement = statement.where(Participant.status == query.status)
    if query.q is not None:
        has_name = Participant.real_name.matches(Participant, community_id, query.q)
        statement = statement.where(has_name)
    return statement


def places_on(community_id: UUID, ids: Collection[UUID]) -> Select[UUID, list[UUID]]:
    """Selects places with the ids on their paths."""
    return select(Place.id, Place.path).where(Place.community_id == community_id, Place.id.in_(ids))


def users_with_phone(phone: str) -> Select[UUID]:
    """Selects the user who has verified the phone number, by its blind index."""
    return select(User.id).where(User.phone.matches(User, None, phone))


def display_names_behind(
    statement: Select[Participant], last: UUID | None, limit: int
) -> Select[UUID, bytes]:
    """Selects ids and sealed display names of participants, newest first, behind the last one."""
    if last is not None:
        statement = statement.where(Participant.id < last)
    names = statement.with_only_columns(Participant.id, Participant.display_name_sealed)
    return names.order_by(Participant.id.desc()).limit(limit)

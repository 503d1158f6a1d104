"""Queries on residence claims, and on the register."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, false, func, select

from app.communities.models import (
    Participant,
    Place,
    RegisterEntry,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.communities.residence.schemas import ResidenceClaimQuery
from app.kernel.jobs.sweeps import DueRows


def claims_of_participant(me: Participant, query: ResidenceClaimQuery) -> Select[ResidenceClaim]:
    statement = select(ResidenceClaim).where(
        ResidenceClaim.community_id == me.community_id, ResidenceClaim.participant_id == me.id
    )
    return (
        statement
        if query.status is None
        else statement.where(ResidenceClaim.status == query.status)
    )


def claims_of_community(
    community_id: UUID, within: Collection[UUID] | None, query: ResidenceClaimQuery
) -> Select[ResidenceClaim]:
    """Selects the claims to households `within` these places, or (None) all of them."""
    statement = select(ResidenceClaim).where(ResidenceClaim.community_id == community_id)
    if within is not None:
        households = select(Place.id).where(
            Place.community_id == community_id, Place.path.overlap(list(within))
        )
        statement = statement.where(ResidenceClaim.household_id.in_(households))
    return (
        statement
        if query.status is None
        else statement.where(ResidenceClaim.status == query.status)
    )


def claim_in_state(me: Participant, status: ResidenceClaimStatus) -> Select[ResidenceClaim]:
    """Selects and locks a participant's claim in that state. Constraints allow one submitted and
    one approved claim at most."""
    return (
        select(ResidenceClaim)
        .where(
            ResidenceClaim.community_id == me.community_id,
            ResidenceClaim.participant_id == me.id,
            ResidenceClaim.status == status,
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def register_matches(
    community_id: UUID, household_id: UUID, name: str, phone: str
) -> Select[RegisterEntry]:
    """Selects the register's entries of the household with that name and phone, by their blind
    indexes."""
    return select(RegisterEntry).where(
        RegisterEntry.community_id == community_id,
        RegisterEntry.household_id == household_id,
        RegisterEntry.name.matches(RegisterEntry, community_id, name),
        RegisterEntry.phone.matches(RegisterEntry, community_id, phone),
    )


def register_equalities(
    community_id: UUID, household_id: UUID, name: str | None, phone: str | None
) -> Select[int, int, int]:
    """Counts the register's entries of the household: all of them, those with that name, and those
    with that phone number, by their blind indexes."""
    entry = RegisterEntry
    has_name = false() if name is None else entry.name.matches(entry, community_id, name)
    has_phone = false() if phone is None else entry.phone.matches(entry, community_id, phone)
    return select(
        func.count(), func.count().filter(has_name), func.count().filter(has_phone)
    ).where(entry.community_id == community_id, entry.household_id == household_id)


def claims_to_expire(now: datetime) -> DueRows:
    """Selects approved claims that have reached `expires_at`."""
    return select(ResidenceClaim.community_id, ResidenceClaim.id, ResidenceClaim.expires_at).where(
        ResidenceClaim.status == ResidenceClaimStatus.APPROVED,
        ResidenceClaim.expires_at <= now,
    )

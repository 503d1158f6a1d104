"""Residence claims found; and whether the roll knows a person."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select

from app.communities.models import (
    Participant,
    Place,
    RegisterEntry,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.communities.residence.schemas import ResidenceClaimQuery
from app.kernel.jobs.sweeps import DueRows


def of_participant(me: Participant, query: ResidenceClaimQuery) -> Select[ResidenceClaim]:
    wanted = select(ResidenceClaim).where(
        ResidenceClaim.community_id == me.community_id, ResidenceClaim.participant_id == me.id
    )
    return wanted if query.status is None else wanted.where(ResidenceClaim.status == query.status)


def queue(
    community_id: UUID, within: Collection[UUID] | None, query: ResidenceClaimQuery
) -> Select[ResidenceClaim]:
    """Claims to households `within` places, or (None) all."""
    wanted = select(ResidenceClaim).where(ResidenceClaim.community_id == community_id)
    if within is not None:
        homes = select(Place.id).where(
            Place.community_id == community_id, Place.path.overlap(list(within))
        )
        wanted = wanted.where(ResidenceClaim.household_id.in_(homes))
    return wanted if query.status is None else wanted.where(ResidenceClaim.status == query.status)


def held(me: Participant, status: ResidenceClaimStatus) -> Select[ResidenceClaim]:
    """Theirs in that state, locked; one at most, in those that have a constraint."""
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


def on_roll(community_id: UUID, household_id: UUID, name: str, phone: str) -> Select[int]:
    """How many people of the household have that name and phone, by the blind indexes."""
    return select(func.count()).where(
        RegisterEntry.community_id == community_id,
        RegisterEntry.household_id == household_id,
        RegisterEntry.name_index == RegisterEntry.name.blind(RegisterEntry, name),
        RegisterEntry.phone_index == RegisterEntry.phone.blind(RegisterEntry, phone),
    )


def expired(now: datetime) -> DueRows:
    """Selects approved claims whose time has run out."""
    return select(ResidenceClaim.community_id, ResidenceClaim.id, ResidenceClaim.expires_at).where(
        ResidenceClaim.status == ResidenceClaimStatus.APPROVED,
        ResidenceClaim.expires_at <= now,
    )

"""Statements that find residence claims, and people in the register."""

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
    statement = select(ResidenceClaim).where(
        ResidenceClaim.community_id == me.community_id, ResidenceClaim.participant_id == me.id
    )
    return (
        statement
        if query.status is None
        else statement.where(ResidenceClaim.status == query.status)
    )


def queue(
    community_id: UUID, within: Collection[UUID] | None, query: ResidenceClaimQuery
) -> Select[ResidenceClaim]:
    """Selects claims to households `within` places, or (None) all."""
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


def held(me: Participant, status: ResidenceClaimStatus) -> Select[ResidenceClaim]:
    """Selects a participant's claim in that state and locks it: one at most, where a constraint
    says so."""
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


def on_register(community_id: UUID, household_id: UUID, name: str, phone: str) -> Select[int]:
    """Counts the people of the household with that name and phone, by the blind indexes."""
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

"""Who may vote, by electorate: read once, when the ballot is announced."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Participant, ParticipantKind, ParticipantStatus
from app.consultations.models import Electorate

Voter = tuple[UUID, UUID | None]
"""Participant, and the household that they are verified to live in."""


def voters_of(community_id: UUID, electorate: Electorate) -> Select[UUID, UUID | None]:
    """Residents whose residence is verified. Age is not collected yet: a child whose residence
    is verified is among them. A household votes by those who are verified to live there."""
    wanted = (
        select(Participant.id, Participant.household_id)
        .where(
            Participant.community_id == community_id,
            Participant.kind == ParticipantKind.RESIDENT,
            Participant.status == ParticipantStatus.ACTIVE,
        )
        .order_by(Participant.id)
    )
    if electorate is Electorate.HOUSEHOLDS:
        wanted = wanted.where(Participant.household_id.is_not(None))
    return wanted


def entries_of(electorate: Electorate, voters: Iterable[Voter]) -> dict[UUID, list[UUID]]:
    """Each subject of the roll, a person or a household, with those who may vote for it."""
    entries: dict[UUID, list[UUID]] = {}
    for participant_id, household_id in voters:
        subject = household_id if electorate is Electorate.HOUSEHOLDS else participant_id
        if subject is not None:
            entries.setdefault(subject, []).append(participant_id)
    return entries


def digest_of(salt: bytes, entries: Iterable[UUID]) -> str:
    """SHA-256 over the salt and the ids of the entries in their order: who holds the roll can
    prove that it is the one that was announced, and nobody else can guess at it."""
    return sha256(salt + b"".join(sorted(entry.bytes for entry in entries))).hexdigest()

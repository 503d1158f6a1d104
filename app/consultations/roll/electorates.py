"""Voters of an electorate, read once, when the ballot is announced."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Participant
from app.consultations.models import Electorate
from app.consultations.residents import are_counted

Voter = tuple[UUID, UUID | None]
"""Id of a participant, and of the household that they are verified to live in."""


def voters_of(community_id: UUID, electorate: Electorate) -> Select[UUID, UUID | None]:
    """Residents whose residence is verified, by two persons where the desk has entered it. Age is
    not collected yet, so children are among them. A household votes through those who are verified
    to live there."""
    statement = (
        select(Participant.id, Participant.household_id)
        .where(*are_counted(community_id))
        .order_by(Participant.id)
    )
    if electorate is Electorate.HOUSEHOLDS:
        statement = statement.where(Participant.household_id.is_not(None))
    return statement


def entries_of(electorate: Electorate, voters: Iterable[Voter]) -> dict[UUID, list[UUID]]:
    """Returns the participants who may vote, by subject of the roll: a person or a household."""
    entries: dict[UUID, list[UUID]] = {}
    for participant_id, household_id in voters:
        subject = household_id if electorate is Electorate.HOUSEHOLDS else participant_id
        if subject is not None:
            entries.setdefault(subject, []).append(participant_id)
    return entries


def digest_of(salt: bytes, entries: Iterable[UUID]) -> str:
    """Returns the SHA-256 of the salt and the sorted ids of the entries. With both, one can prove
    that a roll is the one that was announced; without the salt nobody can guess at it."""
    return sha256(salt + b"".join(sorted(entry.bytes for entry in entries))).hexdigest()

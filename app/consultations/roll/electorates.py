"""Voters of an electorate, read when the ballot is announced."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Participant
from app.consultations.models import Ballot, Electorate
from app.consultations.residents import are_counted
from app.consultations.scope import households_in

Voter = tuple[UUID, UUID | None]
"""Id of a participant, and of the household that they are verified to live in."""


def candidates_of(ballot: Ballot) -> Select[Participant]:
    """Residents of the ballot's place who have a login, and whose residence is verified, by two
    persons where the desk has entered it. Whoever has no login could not vote, for there are no
    votes on paper yet. A household votes through those who are verified to live there."""
    here = ballot.community_id
    statement = (
        select(Participant)
        .where(*are_counted(here), Participant.user_id.is_not(None))
        .order_by(Participant.id)
    )
    if ballot.place_id is not None:
        inside = households_in(here, ballot.place_id)
        statement = statement.where(Participant.household_id.in_(inside))
    if ballot.electorate is Electorate.HOUSEHOLDS:
        statement = statement.where(Participant.household_id.is_not(None))
    return statement


def adults_among(candidates: Iterable[Participant]) -> list[Voter]:
    """Returns those who are known to be adults: an unknown age is none. It is sealed, so that no
    statement can ask for it."""
    return [(person.id, person.household_id) for person in candidates if person.is_adult]


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

"""The people of a group of hot commands: how statements find them, and that they must be
active."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from app.communities.acting import ActingFor
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.communities.models import AgeBand, Participant, ParticipantStatus
from app.communities.models.participant import age_for_rules
from app.kernel.database.columns import CommunityScoped
from app.kernel.errors import DomainError, UnknownReference
from app.kernel.privacy.at_rest import PointerAtRest


class Command(Protocol):
    @property
    def acting(self) -> ActingFor: ...


class Facts(Protocol):
    @property
    def person(self) -> "Person | None": ...


def person_ids(commands: Iterable[Command]) -> tuple[list[UUID | None], list[UUID | None]]:
    """Returns two arrays for a statement: the ids of users who act for themselves, and those of
    participants for whom the desk acts. Each is None where the other names the person."""
    actings = [command.acting for command in commands]
    users = [acting.by if acting.participant_id is None else None for acting in actings]
    return users, [acting.participant_id for acting in actings]


def indexes_of_people(
    field: PointerAtRest,
    model: type[CommunityScoped],
    community_id: UUID,
    commands: Iterable[Command],
    locked: Iterable[Sequence[Any]],
) -> tuple[list[bytes | None], list[bytes | None]]:
    """Returns the two columns of a pointer's keyed index, as two arrays for a statement. `locked`
    are ids of participants with those of their users; an unknown person has no index."""
    ids = {key: row[0] for row in locked for key in row[:2] if key is not None}
    people = [ids.get(one.acting.participant_id or one.acting.by) for one in commands]
    indexes = [
        {} if person is None else field.indexes_for(model, community_id, person)
        for person in people
    ]
    odd, even = field.index, f"{field.index}_even"
    return [index.get(odd or "") for index in indexes], [index.get(even) for index in indexes]


@dataclass(frozen=True, slots=True)
class Person:
    """The participant for whom a command acts, as the statement `load` reads it."""

    id: UUID
    status: str


def opened_age(
    community_id: UUID, id_: UUID, known: bytes | None, declared: bytes | None
) -> AgeBand | None:
    """Returns the age by which rules judge, from the sealed columns of a participant."""
    opened = Participant.age_band.shown_for(Participant, community_id, id_, known)
    if opened is not None or declared is None:
        return opened
    field = Participant.declared_age_band
    return age_for_rules(None, field.shown_for(Participant, community_id, id_, declared))


AnyPerson = TypeVar("AnyPerson", bound=Person)


def require_active(person: AnyPerson | None, acting: ActingFor) -> AnyPerson | DomainError:
    """Returns the person, or the error that refuses an unknown or inactive one."""
    if person is None:
        return NotAParticipant() if acting.participant_id is None else UnknownReference()
    return person if person.status == ParticipantStatus.ACTIVE else ParticipantInactive()


def refuse_inactive(facts: Facts, command: Command) -> DomainError | None:
    """Returns the error that refuses a stored response to one who has left or is blocked."""
    person = require_active(facts.person, command.acting)
    return person if isinstance(person, DomainError) else None

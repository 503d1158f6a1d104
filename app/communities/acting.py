"""The actor of an act: residents act for themselves, or the desk acts for a resident before a
witness. Services and hot commands take both in this one form."""

from dataclasses import dataclass
from typing import NamedTuple, Self, TypedDict
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import ParticipantInactive
from app.communities.events import DeskActed
from app.communities.models import Channel, Participant, Witnessed
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import Subject, record


class EnteredColumns(TypedDict):
    """Values of the columns of `Entered`."""

    entered_by: UUID
    channel: Channel
    witness: str | None


class ConfidentialColumns(TypedDict):
    """Values of the columns of `EnteredInConfidence`."""

    entered_by: UUID | None
    channel: Channel
    witness: str | None


@dataclass(frozen=True, slots=True)
class ActingFor:
    """The two sides of an act in one community: the participant whose it is, and the user who
    enters it."""

    by: UUID
    """The user who calls."""
    participant_id: UUID | None = None
    """The participant whose act it is, where the call says so. None for a hot command of the
    caller's own, and at the desk where the row of the path names its person."""
    channel: Channel = Channel.SELF
    witness: str | None = None
    """The second person who saw a desk act; None where residents act themselves."""

    @classmethod
    def oneself(cls, user_id: UUID) -> Self:
        """Makes the actor of a user's own act."""
        return cls(user_id)

    @classmethod
    def participant(cls, me: Participant) -> Self:
        """Makes the actor of a participant's own act. Raises ParticipantInactive for a person whom
        only the desk knows."""
        if me.user_id is None:
            raise ParticipantInactive
        return cls(me.user_id, me.id)

    @property
    def is_at_desk(self) -> bool:
        return self.channel is not Channel.SELF

    def sealed_witness(
        self, model: type[Witnessed], community_id: UUID, row_id: UUID
    ) -> bytes | None:
        """Seals the witness for a row that a hot lane writes."""
        if self.witness is None:
            return None
        return model.witness.seal_for(model, community_id, row_id, self.witness)

    @property
    def columns(self) -> EnteredColumns:
        """Values for a row that is Entered."""
        return {"entered_by": self.by, "channel": self.channel, "witness": self.witness}

    @property
    def confidential_columns(self) -> ConfidentialColumns:
        """Values for a row that is EnteredInConfidence."""
        by = self.by if self.is_at_desk else None
        return {"entered_by": by, "channel": self.channel, "witness": self.witness}


class _Caller(NamedTuple):
    """The actor of an audit entry."""

    community_id: UUID
    id: UUID


async def load_any_participant(
    session: AsyncSession, community_id: UUID, acting: ActingFor
) -> Participant:
    """Returns the participant whose act it is, also one who is blocked or has left. Raises
    UnknownReference for an unknown id. A person's own act costs no statement, because the guard
    has loaded the row."""
    key = {"community_id": community_id, "id": acting.participant_id}
    participant = await session.get(Participant, key)
    if participant is None:
        raise UnknownReference
    return participant


async def load_active_participant(
    session: AsyncSession, community_id: UUID, acting: ActingFor
) -> Participant:
    """Returns the participant whose act it is. Raises UnknownReference for an unknown id, and
    ParticipantInactive for a participant who is blocked or has left."""
    participant = await load_any_participant(session, community_id, acting)
    if not participant.is_active:
        raise ParticipantInactive
    return participant


def record_act(
    session: AsyncSession,
    community_id: UUID,
    acting: ActingFor,
    action: str,
    subject: Subject,
    **facts: str | None,
) -> None:
    """Writes the audit entry of an act that is audited at the desk and elsewhere alike, with its
    witness where there is one."""
    if acting.witness is not None:
        facts["witness"] = acting.witness
    about = acting.participant_id or _person_of(subject)
    record(session, _Caller(community_id, acting.by), action, subject, about, **facts)


def _person_of(subject: Subject) -> UUID | None:
    """Returns the participant whose row it is; None for a row of nobody's."""
    if isinstance(subject, Participant):
        return subject.id
    person: UUID | None = getattr(subject, "participant_id", None)
    return person


def record_desk_act(
    session: AsyncSession,
    community_id: UUID,
    acting: ActingFor,
    action: str,
    subject: Subject,
    *,
    has_message: bool = False,
    **facts: str | None,
) -> None:
    """Writes the audit entry of an act of the desk, and sends its person a message unless it has
    one of its own. Residents' own acts have neither."""
    if not acting.is_at_desk:
        return
    record_act(session, community_id, acting, action, subject, **facts)
    person = acting.participant_id or _person_of(subject)
    if person is not None and not has_message:
        acted = DeskActed(participant_id=person, act=action, subject_id=subject.id)
        emit(session, community_id, acted)

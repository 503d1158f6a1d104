"""Who acts in consultations: somebody alone, or the desk for them, seen by a second person."""

from dataclasses import dataclass
from typing import Self, TypedDict
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import ParticipantInactive
from app.communities.models import Channel, Participant, ParticipantKind
from app.communities.permissions import Staff
from app.consultations.errors import ResidentsOnly
from app.consultations.schemas import OnBehalf
from app.kernel.errors import UnknownReference


class EnteredBy(TypedDict):
    """The columns of what is Entered."""

    entered_by: UUID
    channel: Channel
    witness: str | None


@dataclass(frozen=True, slots=True)
class Acting:
    """`who` it is for, and who has entered it."""

    who: Participant
    entered_by: UUID
    channel: Channel = Channel.SELF
    witness: str | None = None

    @classmethod
    def alone(cls, me: Participant) -> Self:
        if me.user_id is None:
            raise ParticipantInactive
        return cls(me, me.user_id)

    @property
    def is_at_desk(self) -> bool:
        return self.channel is not Channel.SELF

    @property
    def entered(self) -> EnteredBy:
        return {
            "entered_by": self.entered_by,
            "channel": self.channel,
            "witness": self.witness,
        }


def is_verified(participant: Participant) -> bool:
    """Takes part: an approved claim says that they live here."""
    return participant.kind is ParticipantKind.RESIDENT


async def anyone_at_desk(session: AsyncSession, desk: OnBehalf, *, by: Staff) -> Acting:
    key = {"community_id": by.community_id, "id": desk.on_behalf_of}
    who = await session.get(Participant, key)
    if who is None:
        raise UnknownReference
    if not who.is_active:
        raise ParticipantInactive
    return Acting(who, by.id, desk.channel, desk.witness)


async def resident_at_desk(session: AsyncSession, desk: OnBehalf, *, by: Staff) -> Acting:
    """By the residents' own rule."""
    acting = await anyone_at_desk(session, desk, by=by)
    if not is_verified(acting.who):
        raise ResidentsOnly
    return acting

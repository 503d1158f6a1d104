"""Who acts, and for whom: a resident for themselves, or the desk for a resident, seen by a
second person. The one form in which services and hot commands are told so."""

from dataclasses import dataclass
from typing import Self, TypedDict
from uuid import UUID

from app.communities.models import Channel


class EnteredColumns(TypedDict):
    """Values of the columns of `Entered`."""

    entered_by: UUID
    channel: Channel
    witness: str | None


@dataclass(frozen=True, slots=True)
class ActingFor:
    """An act in one community: whose it is, and who typed it."""

    by: UUID
    """The user who calls."""
    participant_id: UUID | None = None
    """For whom the desk acts; None where the caller acts for their own participant."""
    channel: Channel = Channel.SELF
    witness: str | None = None
    """The second person who saw it; needed at the desk."""

    @classmethod
    def oneself(cls, user_id: UUID) -> Self:
        """A resident who acts for themselves."""
        return cls(user_id)

    @property
    def is_at_desk(self) -> bool:
        return self.channel is not Channel.SELF

    @property
    def columns(self) -> EnteredColumns:
        """Values for a row that is Entered."""
        return {"entered_by": self.by, "channel": self.channel, "witness": self.witness}

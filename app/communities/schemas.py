"""Schemas of acts at the desk: the witness, the channel, and the participant for whom it is."""

from dataclasses import replace
from typing import Literal
from uuid import UUID

from typing_extensions import TypeAliasType

from app.communities.acting import ActingFor
from app.communities.errors import WitnessIsActor
from app.communities.models import Channel
from app.communities.permissions import Staff
from app.kernel.web.schemas import In, Name

DeskChannel = TypeAliasType("DeskChannel", Literal[Channel.DESK, Channel.PAPER])
"""Channels by which staff enter what somebody asks for."""


def require_other_witness(staff: Staff, witness: str) -> None:
    """Raises WitnessIsActor for a witness who is the one who calls."""
    if staff.is_named(witness):
        raise WitnessIsActor


class Witnessed(In):
    """An act at the desk before a witness; the path says for whom it is."""

    witness: Name

    def acting(self, staff: Staff) -> ActingFor:
        """Makes the actor of this act from the staff who call. Raises WitnessIsActor for a witness
        who is the caller."""
        require_other_witness(staff, self.witness)
        return ActingFor(staff.id, channel=Channel.DESK, witness=self.witness)


class DeskEntry(Witnessed):
    """An act that staff enter at the desk or from paper, with the name of a witness."""

    channel: DeskChannel = Channel.DESK

    def acting(self, staff: Staff) -> ActingFor:
        return replace(super().acting(staff), channel=self.channel)


class OnBehalf(DeskEntry):
    """An act that staff enter for a participant who asks for it at the desk or on paper, with the
    name of a witness."""

    on_behalf_of: UUID
    """Id of the participant."""

    def acting(self, staff: Staff) -> ActingFor:
        return replace(super().acting(staff), participant_id=self.on_behalf_of)

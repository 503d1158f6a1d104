"""Bodies of what the desk enters for somebody: who has seen it, how it came, and for whom it is."""

from dataclasses import replace
from typing import Literal
from uuid import UUID

from app.communities.acting import ActingFor
from app.communities.models import Channel
from app.communities.permissions import Staff
from app.kernel.web.schemas import In, Name


class Witnessed(In):
    """An act at the desk, seen by a second person; the path says for whom it is."""

    witness: Name

    def acting(self, staff: Staff) -> ActingFor:
        """How the act is entered by the staff who call."""
        return ActingFor(staff.id, channel=Channel.DESK, witness=self.witness)


class DeskEntry(Witnessed):
    """An act that is entered at the desk or from paper."""

    channel: Literal[Channel.DESK, Channel.PAPER] = Channel.DESK

    def acting(self, staff: Staff) -> ActingFor:
        return replace(super().acting(staff), channel=self.channel)


class OnBehalf(DeskEntry):
    """An act that staff enter for somebody who asks for it at the desk or on paper; a second person
    has seen it."""

    on_behalf_of: UUID
    """A participant."""

    def acting(self, staff: Staff) -> ActingFor:
        return replace(super().acting(staff), participant_id=self.on_behalf_of)

"""Shapes that several parts of consultations share."""

from typing import Annotated, Literal
from uuid import UUID

from app.communities.models import Channel
from app.kernel.web.schemas import In, Name, Reason, lines

Note = Annotated[str, lines(1000, least=2)]
"""Public: everybody may read it in the history of the topic."""


class OnBehalf(In):
    """By staff for somebody who asks for it at the desk or on paper; a second person has seen
    it."""

    on_behalf_of: UUID
    channel: Literal[Channel.DESK, Channel.PAPER] = Channel.DESK
    witness: Name


class Witnessed(In):
    """A verb on what names its person already."""

    witness: Name


class NoteIn(In):
    note: Note


class ReasonIn(In):
    reason: Reason
    """Told to the author."""

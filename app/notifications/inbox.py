"""Inbox: messages to people, written by listeners."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base
from app.kernel.jobs.messages import Message
from app.kernel.privacy.at_rest import PaddedJson
from app.kernel.privacy.sealed import shown


class InboxMessage(CommunityScoped, Base):
    """A message to one participant. What it says, and of which kind it is, is sealed together: a
    kind alone would tell that somebody is a member or has complained."""

    __tablename__ = "inbox_messages"
    PRIVACY = "personal"
    __table_args__ = (
        within("participants", "participant_id"),
        Index("ix_inbox_messages_mine", "community_id", "participant_id", "id"),
    )
    participant_id: Mapped[UUID]
    content_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    content = PaddedJson("content_sealed", least=512)
    """JSON of `Content`."""
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class Content(NamedTuple):
    """Kind of a message, and the variables of its template as text."""

    kind: str
    variables: Any


UNREADABLE = Content("unreadable", {})
"""Stands for what cannot be opened; no message is of this kind."""


def notify(
    session: AsyncSession, community_id: UUID, participants: Iterable[UUID], message: Message
) -> None:
    """Write a message to the inbox of each participant."""
    variables = {name: str(value) for name, value in asdict(message).items() if value is not None}
    content = Content(message.kind, variables)._asdict()
    session.add_all(
        InboxMessage(
            community_id=community_id,
            participant_id=participant_id,
            content=content,
            created_at=clock.now(),
        )
        for participant_id in participants
    )


def content_of(message: InboxMessage) -> Content:
    """Opens a message for its person. One that cannot be opened is UNREADABLE, and does not take
    the list down."""
    try:
        opened: Any = shown(message, InboxMessage.content)
        return Content(opened["kind"], opened["variables"])
    except (KeyError, TypeError):
        return UNREADABLE

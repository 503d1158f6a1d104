"""Inbox: messages to people, written by listeners."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base
from app.kernel.jobs.messages import Message


class InboxMessage(CommunityScoped, Base):
    __tablename__ = "inbox_messages"
    PRIVACY = "personal"
    __table_args__ = (
        within("participants", "participant_id"),
        Index("ix_inbox_messages_mine", "community_id", "participant_id", "id"),
    )
    participant_id: Mapped[UUID]
    kind: Mapped[str]
    variables: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


def notify(
    session: AsyncSession, community_id: UUID, participants: Iterable[UUID], message: Message
) -> None:
    """Write a message to the inbox of each participant."""
    variables = {name: str(value) for name, value in asdict(message).items() if value is not None}
    session.add_all(
        InboxMessage(
            community_id=community_id,
            participant_id=participant_id,
            kind=message.kind,
            variables=variables,
            created_at=clock.now(),
        )
        for participant_id in participants
    )

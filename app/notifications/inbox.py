"""Inbox: messages to people, written by listeners."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, Index, delete, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base
from app.kernel.jobs.messages import Message
from app.kernel.privacy.at_rest import PaddedJson
from app.kernel.privacy.sealed import Sealed, shown
from app.notifications.subjects import Subject


class Matter(StrEnum):
    """Matters about which messages name their recipients by a keyed index alone: an index for each,
    so that the messages of one do not lead to those of another."""

    MEMBERSHIP = "membership"
    TICKET = "ticket"


class InboxMessage(CommunityScoped, Base):
    """A message to one participant. What it says, and of which kind it is, is sealed together: a
    kind alone would tell that somebody is a member or has complained. Messages whose instant would
    tell as much, because a row of the same moment says what happened, name their recipient by a
    keyed index alone; it is used for nothing else, and such a row does not tell when it was
    read."""

    __tablename__ = "inbox_messages"
    PRIVACY = "personal"
    __table_args__ = (
        within("participants", "participant_id"),
        CheckConstraint(
            "(participant_id IS NULL) = (recipient_sealed IS NOT NULL)", name="recipient"
        ),
        Index("ix_inbox_messages_mine", "community_id", "participant_id", "id"),
        Index("ix_inbox_messages_created_at", "created_at"),
        Index(
            "ix_inbox_messages_recipient",
            *("community_id", "recipient_index", "id"),
            postgresql_where=text("recipient_index IS NOT NULL"),
        ),
        Index(
            "ix_inbox_messages_recipient_even",
            *("community_id", "recipient_index_even", "id"),
            postgresql_where=text("recipient_index_even IS NOT NULL"),
        ),
    )
    participant_id: Mapped[UUID | None]
    recipient_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    recipient_index: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    recipient_index_even: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    recipient = Sealed("recipient_sealed", index="recipient_index")
    """Id of the participant, where `participant_id` is empty."""
    content_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    content = PaddedJson("content_sealed", least=512)
    """JSON of `Content`."""
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    def mark_read(self, now: datetime) -> None:
        """The first reading stays. A sealed recipient's is not dated: it would be read in the same
        moment as messages that name them."""
        if self.read_at is None:
            self.read_at = now if self.participant_id is not None else self.created_at


def is_to(community_id: UUID, participant_id: UUID) -> ColumnElement[bool]:
    """The condition on the messages of a participant, however they name them."""
    names = InboxMessage.participant_id == participant_id
    is_of_community = InboxMessage.community_id == community_id
    return is_of_community & (names | _is_sealed_to(community_id, participant_id))


def _is_sealed_to(
    community_id: UUID, participant_id: UUID, matters: Iterable[Matter] = Matter
) -> ColumnElement[bool]:
    values = [_recipient(participant_id, matter) for matter in matters]
    return InboxMessage.recipient.matches(InboxMessage, community_id, *values)


def recipient_indexes(community_id: UUID, participant_id: UUID) -> tuple[list[bytes], list[bytes]]:
    """Returns the odd and the even keyed indexes of a participant's messages, for statements that
    find them as `is_to` does."""
    field = InboxMessage.recipient
    found = [
        field.indexes_for(InboxMessage, community_id, _recipient(participant_id, matter))
        for matter in Matter
    ]
    odd, even = (
        [index for one in found if (index := one[column]) is not None]
        for column in field.index_columns(InboxMessage)
    )
    return odd, even


def _recipient(participant_id: UUID, matter: Matter) -> str:
    """Returns what is sealed and indexed. Memberships had their index first, of the bare id."""
    is_first = matter is Matter.MEMBERSHIP
    return str(participant_id) if is_first else f"{matter}/{participant_id}"


async def delete_sealed(session: AsyncSession, community_id: UUID, participant_id: UUID) -> None:
    """Deletes the messages about the participant's membership, which name them by the keyed index
    alone."""
    is_sealed = _is_sealed_to(community_id, participant_id, [Matter.MEMBERSHIP])
    await session.execute(
        delete(InboxMessage).where(InboxMessage.community_id == community_id, is_sealed)
    )


class Content(NamedTuple):
    """Kind of a message, the variables of its template as text, and what it is about. Messages of
    former versions name no subject."""

    kind: str
    variables: Any
    subject: Any = None

    @property
    def opens(self) -> Subject | None:
        """The subject; None where the message names none that is known."""
        try:
            return None if self.subject is None else Subject.read(self.subject)
        except (KeyError, TypeError, ValueError):
            return None


UNREADABLE = Content("unreadable", {})
"""Stands for what cannot be opened; no message is of this kind."""


def notify(
    session: AsyncSession,
    community_id: UUID,
    participants: Iterable[UUID],
    message: Message,
    *,
    subject: Subject,
    names_nobody: bool = False,
) -> None:
    """Write a message to the inbox of each participant, with what a client opens for it. With
    `names_nobody`, or where its kind says so, it names them by a keyed index alone."""
    is_sealed = message.names_nobody or names_nobody
    matter = Matter(message.matter or Matter.MEMBERSHIP)
    variables = {name: str(value) for name, value in asdict(message).items() if value is not None}
    content = Content(message.kind, variables, subject.stored)._asdict()
    session.add_all(
        InboxMessage(
            community_id=community_id,
            participant_id=None if is_sealed else participant_id,
            recipient=_recipient(participant_id, matter) if is_sealed else None,
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
        return Content(opened["kind"], opened["variables"], opened.get("subject"))
    except (KeyError, TypeError):
        return UNREADABLE

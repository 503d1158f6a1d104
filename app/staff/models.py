"""Tables of the staff's own view: messages to staff, and duties that were told to be overdue."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import PaddedJson


class StaffContent(NamedTuple):
    """Kind of a message, the variables of its template as text, and its subject."""

    kind: str
    variables: dict[str, str]
    subject: dict[str, str]


class StaffMessage(CommunityScoped, Base):
    """A message to one administrator about one matter, under an id that is made of both, so that
    nobody is told twice. What it says is sealed together with its subject: a kind alone would tell
    that somebody has become a member of the Party or has complained."""

    __tablename__ = "staff_messages"
    PRIVACY = "personal"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    matter_digest: Mapped[bytes]
    """Keyed digest of the matter, by which the act that settles it closes the messages of all."""
    content_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    content = PaddedJson("content_sealed", least=512)
    """JSON of `StaffContent`."""
    told_at: Mapped[datetime]
    """The instant of the message, or of its repetition when the duty was overdue."""
    read_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    """The instant at which nothing was left to do: of the act that settled it, not of a reading."""

    __table_args__ = (
        Index("ix_staff_messages_mine", "user_id", "told_at", "id"),
        Index(
            "ix_staff_messages_matter",
            *("community_id", "matter_digest"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_staff_messages_told_at", "told_at"),
    )

    def mark_read(self, now: datetime) -> None:
        """The first reading stays."""
        self.read_at = self.read_at or now


def digest_of(community_id: UUID, matter: str) -> bytes:
    return keyed_digest("staff matter", community_id.bytes, matter)


def message_id(community_id: UUID, user_id: UUID, matter: str) -> UUID:
    """Returns the id of the one message that an administrator has of a matter."""
    key = community_id.bytes, user_id.bytes, matter
    return UUID(bytes=keyed_digest("staff message", *key))


class OverdueDuty(CommunityScoped, Base):
    """A duty whose time has run out, and that was told again: once."""

    __tablename__ = "overdue_duties"
    PRIVACY = "internal"
    kind: Mapped[str]
    subject_id: Mapped[UUID]
    told_at: Mapped[datetime]

    __table_args__ = (
        Index("uq_overdue_duties_once", "community_id", "subject_id", "kind", unique=True),
        Index("ix_overdue_duties_told_at", "told_at"),
    )

"""Audit entries: who did what to which row, written in the caller's transaction, never changed."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base


class Actor(Protocol):
    """Somebody who acts in a community."""

    @property
    def community_id(self) -> UUID: ...
    @property
    def id(self) -> UUID: ...


class Subject(Protocol):
    @property
    def id(self) -> UUID: ...


class AuditEntry(CommunityScoped, Base):
    __tablename__ = "audit_entries"
    PRIVACY = "personal"
    at: Mapped[datetime]
    actor_id: Mapped[UUID]
    action: Mapped[str]
    subject_id: Mapped[UUID]
    facts: Mapped[dict[str, Any]]


def record(
    session: AsyncSession, by: Actor, action: str, subject: Subject, **facts: str | None
) -> None:
    entry = AuditEntry(
        community_id=by.community_id,
        at=clock.now(),
        actor_id=by.id,
        action=action,
        subject_id=subject.id,
        facts=facts,
    )
    session.add(entry)

"""Numbered documents of a community; anybody may check one by its number."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class DocumentKind(Worded):
    REGISTRATION = "registration", "报到", "registration"
    """Number of the registration of a unit or of a member. Members have no kind of their own, which
    would count them."""
    TICKET = "ticket", "诉求", "ticket"
    CERTIFICATE = "certificate", "志愿服务记录证明", "certificate of service"


class NumberCounter(CommunityScoped, Base):
    """The last serial of a kind and year; the id of the row is derived from both."""

    __tablename__ = "number_counters"
    PRIVACY = "internal"
    last: Mapped[int]


class NumberedDocument(CommunityScoped, Base):
    """The public record of an issued document: its kind, and whether it is valid. It never says
    about whom it is."""

    __tablename__ = "numbered_documents"
    PRIVACY = "internal"
    number: Mapped[str]
    kind: Mapped[DocumentKind] = mapped_column(text_enum(DocumentKind))
    subject_id: Mapped[UUID]
    issued_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    __table_args__ = (
        Index("uq_numbered_documents_number", "community_id", "number", unique=True),
        Index("ix_numbered_documents_subject", "community_id", "subject_id"),
    )

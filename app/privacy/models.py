"""Data export: what is stored of a person, made by the worker and deleted after a day."""

from datetime import datetime, timedelta

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped
from app.kernel.database.engine import Base
from app.kernel.privacy.sealed import SealedJson

EXPORT_LIFETIME = timedelta(hours=24)


class DataExport(UserScoped, Base):
    """An export of one person, who has one at most: it can be asked for again when it is gone."""

    __tablename__ = "data_exports"
    PRIVACY = "personal"
    requested_at: Mapped[datetime]
    ready_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    """The instant at which a sweep deletes it."""
    content_sealed: Mapped[bytes | None] = mapped_column(
        deferred=True, info={"privacy": "sensitive"}
    )
    content = SealedJson("content_sealed")

    __table_args__ = (
        Index("uq_data_exports_user", "user_id", unique=True),
        Index("ix_data_exports_expires_at", "expires_at"),
    )

    @property
    def is_ready(self) -> bool:
        return self.ready_at is not None

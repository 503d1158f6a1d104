"""Calendar feed: an address at which a calendar program reads when its person is expected."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped
from app.kernel.database.engine import Base

MAX_FEEDS = 5
"""Feeds of one person at a time: one for each of their calendar programs."""


class CalendarFeed(UserScoped, Base):
    """A feed, until it is revoked. Who knows its address needs no login."""

    __tablename__ = "calendar_feeds"
    PRIVACY = "personal"
    secret_hash: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    """SHA-256 of the secret in its address, which nobody can guess."""
    created_at: Mapped[datetime]

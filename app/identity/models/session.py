"""Login on one device: a chain of refresh tokens, of which the newest is valid."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped, text_enum
from app.kernel.database.engine import Base

IDLE, ABSOLUTE = timedelta(days=14), timedelta(days=30)
"""Longest lifetimes of a login without use, and altogether."""
GRACE = timedelta(seconds=60)
"""Time in which a device that lost an answer gets the same successor again: a mini-program that
goes to the background is interrupted within seconds, and asks again when it is opened."""

STEP_UP_LIFETIME = timedelta(minutes=5)
"""Time for which a password and a second factor, once given, are enough for exports, grants and
changes of the register."""


class TokenAudience(StrEnum):
    RESIDENT = "linli-resident"
    ADMIN = "linli-admin"


class Revocation(StrEnum):
    LOGOUT = "logout"
    REUSED = "reused"
    """A used refresh token was presented again, so one of its two holders is a thief."""
    SECURED = "secured"
    """The phone number, the password or the second factor was changed from another login."""
    WITHDRAWN = "withdrawn"


class LoginSession(UserScoped, Base):
    __tablename__ = "sessions"
    PRIVACY = "personal"
    audience: Mapped[TokenAudience] = mapped_column(text_enum(TokenAudience, name="audience"))
    device_hash: Mapped[bytes | None]
    secret_hash: Mapped[bytes]
    """SHA-256 of the secret in the newest refresh token."""
    former_hash: Mapped[bytes | None]
    """SHA-256 of the previous secret: presented within GRACE its answer was lost, later it is
    stolen."""
    rotated_at: Mapped[datetime]
    created_at: Mapped[datetime]
    proven_at: Mapped[datetime | None]
    """Instant at which the person last showed who they are, by what a login takes. None for logins
    of before."""
    revoked_at: Mapped[datetime | None]
    revoked_because: Mapped[Revocation | None] = mapped_column(text_enum(Revocation))

    __table_args__ = (Index("ix_sessions_rotated_at", "rotated_at"),)

    def is_live(self, now: datetime) -> bool:
        ends_at = min(self.rotated_at + IDLE, self.created_at + ABSOLUTE)
        return self.revoked_at is None and now < ends_at

    def rotate(self, secret_hash: bytes, now: datetime) -> None:
        self.former_hash, self.secret_hash = self.secret_hash, secret_hash
        self.rotated_at = now

    def revoke(self, now: datetime, because: Revocation) -> None:
        if self.revoked_at is None:
            self.revoked_at, self.revoked_because = now, because

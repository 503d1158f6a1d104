"""Administrators: people who log in with a name, a password and a second factor."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import Shared, UserScoped
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.privacy.sealed import Sealed


class Administrator(Shared, Base):
    __tablename__ = "administrators"
    PRIVACY = "personal"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    login_name: Mapped[str]
    name_sealed: Mapped[bytes]
    name = WordsAtRest[str]("name_sealed")
    """Name that colleagues see, also on decisions."""
    password_hash: Mapped[str | None] = mapped_column(info={"privacy": "sensitive"})
    """None until the person of a new account has set a password by their link."""
    totp_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    totp = Sealed("totp_sealed")
    """The secret of the second factor, base32."""
    pending_totp_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    pending_totp = Sealed("pending_totp_sealed")
    """Secret of a new second factor that no code has confirmed; the former one stays valid until
    then."""
    created_at: Mapped[datetime]

    __table_args__ = (
        Index("uq_administrators_user", "user_id", unique=True),
        Index("uq_administrators_login_name", "login_name", unique=True),
        Index("ix_administrators_created_at", "created_at", "id"),
    )

    @property
    def has_second_factor(self) -> bool:
        return self.totp_sealed is not None


class UsedCode(UserScoped, Base):
    """A time step whose one-time code has been used, so that it is not accepted again."""

    __tablename__ = "used_codes"
    PRIVACY = "personal"
    step: Mapped[int]
    """Number of the 30-second step since 1970."""
    used_at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = (Index("uq_used_codes_step", "user_id", "step", unique=True),)

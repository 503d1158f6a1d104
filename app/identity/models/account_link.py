"""One-time links by which administrators set their own password and second factor."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped
from app.kernel.database.engine import Base
from app.kernel.privacy.sealed import Sealed

ACCOUNT_LINK_LIFETIME = timedelta(hours=48)


class AccountLink(UserScoped, Base):
    """A link that somebody has issued for the account of `user_id`. It is accepted once; a newer
    one replaces it."""

    __tablename__ = "account_links"
    PRIVACY = "personal"
    secret_digest: Mapped[bytes]
    """Keyed digest of the secret, which is shown once and stored nowhere."""
    totp_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    totp = Sealed("totp_sealed")
    """The secret of the second factor that was shown when the link was last opened."""
    issued_by: Mapped[UUID]
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)

    def is_live(self, now: datetime) -> bool:
        return now < self.expires_at

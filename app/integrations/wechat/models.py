"""WeChat's access token, shared by all processes."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base
from app.kernel.privacy.sealed import Sealed

MARGIN = timedelta(minutes=5)
"""Time before its end at which a new token is fetched; WeChat accepts both meanwhile."""


class WechatToken(CommunityScoped, Base):
    """One row a mini-program, in the platform's community, under an id made of the appid.

    Who may refresh it is who has taken the lease; WeChat is called outside any transaction.
    """

    __tablename__ = "wechat_tokens"
    PRIVACY = "internal"
    token_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    token = Sealed("token_sealed")
    expires_at: Mapped[datetime | None]
    """None: there is no token, or WeChat does not take it any more."""
    leased_until: Mapped[datetime | None]

    def is_good(self, now: datetime) -> bool:
        return self.expires_at is not None and now < self.expires_at

    def is_fresh(self, now: datetime) -> bool:
        return self.is_good(now + MARGIN)

    def renew(self, token: str, expires_at: datetime) -> None:
        self.token = token
        self.expires_at = expires_at

    def expire(self) -> None:
        self.expires_at = None

"""Users, and their WeChat accounts. Read-mostly: on Citus every node has a copy."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import Shared, text_enum
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.privacy.sealed import Sealed
from app.kernel.words import Worded


class Locale(Worded):
    ZH = "zh", "中文", "Chinese"
    EN = "en", "英文", "English"


class UserStatus(StrEnum):
    ACTIVE = "active"
    BLOCKED = "blocked"
    ERASED = "erased"
    """A tombstone: what others did with this person still refers to it, and nobody can log in."""


class User(Shared, Base):
    __tablename__ = "users"
    PRIVACY = "personal"
    status: Mapped[UserStatus] = mapped_column(text_enum(UserStatus))
    version: Mapped[int]
    """Revocation counter: tokens of another version are invalid."""
    locale: Mapped[Locale] = mapped_column(text_enum(Locale))
    nickname_sealed: Mapped[bytes | None]
    nickname = WordsAtRest[str | None]("nickname_sealed")
    phone_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    phone_index: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    phone_index_even: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    phone = Sealed("phone_sealed", index="phone_index")
    """Phone number in E.164 as WeChat verified it; a number that a person types proves nothing."""
    created_at: Mapped[datetime]

    __table_args__ = (
        Index("uq_users_phone", "phone_index", unique=True),
        Index(
            "uq_users_phone_even",
            "phone_index_even",
            unique=True,
            postgresql_where=text("phone_index_even IS NOT NULL"),
        ),
    )

    def erase(self) -> None:
        """Make a tombstone of the account: no login, no token and no name leads to it any more."""
        self.status = UserStatus.ERASED
        self.version += 1
        self.nickname = self.phone = None

    @classmethod
    def new(cls, now: datetime, locale: Locale = Locale.ZH) -> "User":
        return cls(status=UserStatus.ACTIVE, version=1, locale=locale, created_at=now)


class WechatIdentity(Shared, Base):
    """A WeChat account in one mini-program: (appid, openid), as code2session returned it."""

    __tablename__ = "wechat_identities"
    PRIVACY = "personal"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    appid: Mapped[str]
    openid_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    openid_index: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    openid_index_even: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    openid = Sealed("openid_sealed", index="openid_index")
    unionid_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    unionid = Sealed("unionid_sealed")
    created_at: Mapped[datetime]

    __table_args__ = (
        Index("uq_wechat_identities_openid", "appid", "openid_index", unique=True),
        Index(
            "uq_wechat_identities_openid_even",
            *("appid", "openid_index_even"),
            unique=True,
            postgresql_where=text("openid_index_even IS NOT NULL"),
        ),
        CheckConstraint("num_nonnulls(openid_index, openid_index_even) > 0", name="is_found"),
    )

"""Consents: an append-only ledger, where the newest entry of a purpose holds."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class Purpose(Worded):
    """Purpose of a consent. `party_membership` is a separate consent (PIPL, art. 28 and 29)."""

    PROFILE = "profile", "账号与基本资料", "account and profile"
    PHONE = "phone", "手机号码", "phone number"
    RESIDENCE = "residence", "居住信息", "residence"
    PARTY_MEMBERSHIP = "party_membership", "党员身份", "Party membership"
    LOCATION_AT_CHECK_IN = "location_at_check_in", "签到时的位置", "location at check-in"
    NOTIFICATIONS = "notifications", "消息提醒", "notifications"
    AGE_BAND = "age_band", "年龄段", "age band"


SENSITIVE_PURPOSES = frozenset({Purpose.PARTY_MEMBERSHIP})
"""Purposes that tell what somebody is: their ledger is `sensitive_consents`."""


class ConsentEntry(UserScoped, Base):
    """An entry of the ledger of all other purposes."""

    __tablename__ = "consents"
    PRIVACY = "personal"
    purpose: Mapped[Purpose] = mapped_column(text_enum(Purpose))
    text_version: Mapped[str]
    """Digest of the text that was shown."""
    is_granted: Mapped[bool]
    decided_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_consents_newest", "user_id", "purpose", "decided_at", "id"),
        CheckConstraint("purpose <> 'party_membership'", name="not_sensitive"),
    )

"""Claim codes: printed at the desk for people whom it has entered, and who take their row over."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base

CLAIM_CODE_LIFETIME = timedelta(days=30)


class ClaimCode(CommunityScoped, Base):
    """The code of a participant without a login: at most one, gone when it is used or replaced."""

    __tablename__ = "claim_codes"
    PRIVACY = "personal"
    participant_id: Mapped[UUID]
    code_digest: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    """Keyed digest of community and code."""
    issued_by: Mapped[UUID]
    """The user who printed it, and may not use it."""
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    __table_args__ = (
        within("participants", "participant_id"),
        Index("uq_claim_codes_participant", "community_id", "participant_id", unique=True),
        Index("uq_claim_codes_code", "community_id", "code_digest", unique=True),
        Index("ix_claim_codes_expires_at", "expires_at"),
    )

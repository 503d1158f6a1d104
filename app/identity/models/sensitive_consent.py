"""Consents to sensitive purposes: a ledger of their own that names nobody without keys, because
whoever has consented to a sensitive purpose has told what they are."""

from datetime import datetime
from uuid import uuid4

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from app.identity.models.consent import Purpose
from app.kernel.database.columns import Shared
from app.kernel.database.engine import Base
from app.kernel.privacy.sealed import Sealed, SealedJson, own

DECISION_BYTES = 256
"""One length of all decisions, so that purposes cannot be told by it."""


class DecidedConsent(BaseModel):
    """A grant or a withdrawal, as either ledger stores it."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    purpose: Purpose
    text_version: str
    is_granted: bool
    decided_at: datetime


class SensitiveConsent(Shared, Base):
    """An entry of the ledger, which is only added to. Its user is found by a keyed index; neither
    its id nor an open column tells when it was made."""

    __tablename__ = "sensitive_consents"
    PRIVACY = "sensitive"
    new_id = staticmethod(uuid4)

    user_sealed: Mapped[bytes]
    user_index: Mapped[bytes | None]
    user_index_even: Mapped[bytes | None]
    user = Sealed("user_sealed", index="user_index")
    decision_sealed: Mapped[bytes]
    decision_json = SealedJson("decision_sealed", length=DECISION_BYTES)

    __table_args__ = (
        Index("ix_sensitive_consents_user", "user_index"),
        Index("ix_sensitive_consents_user_even", "user_index_even"),
    )

    @property
    def decision(self) -> DecidedConsent:
        return DecidedConsent.model_validate(own(self, SensitiveConsent.decision_json))

    @decision.setter
    def decision(self, decision: DecidedConsent) -> None:
        self.decision_json = decision.model_dump(mode="json")

"""Certificates of service (志愿服务记录证明), and the entries that each rests on."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.errors import Conflict, Text
from app.kernel.privacy.at_rest import JsonAtRest, WordsAtRest
from app.kernel.words import Worded


class CertificateStatus(Worded):
    REQUESTED = "requested", "待出具", "requested"
    ISSUED = "issued", "已出具", "issued"
    DECLINED = "declined", "不予出具", "declined"
    WITHDRAWN = "withdrawn", "已撤回申请", "withdrawn"
    REVOKED = "revoked", "已撤销", "revoked"


class IdentityDocument(Worded):
    """Kinds of documents that a person may have named on a certificate."""

    RESIDENT_IDENTITY_CARD = "resident_identity_card", "居民身份证", "resident identity card"
    PASSPORT = "passport", "护照", "passport"
    HONG_KONG_MACAO_PERMIT = (
        "hong_kong_macao_permit",
        "港澳居民来往内地通行证",
        "Mainland Travel Permit (HK/Macao)",
    )
    TAIWAN_PERMIT = "taiwan_permit", "台湾居民来往大陆通行证", "Mainland Travel Permit (Taiwan)"
    PERMANENT_RESIDENT_CARD = (
        "permanent_resident_card",
        "外国人永久居留身份证",
        "foreign permanent resident ID card",
    )


S = CertificateStatus


class NoRevocationRequested(Conflict):
    """Refuses to confirm or to drop a revocation that nobody has asked for."""

    code = "certificates.no_revocation_requested"
    title = Text("没有人提出撤销此证明", "Nobody has asked to revoke this certificate")


class Certificate(Stateful, Entered, CommunityScoped, Base):
    """A certificate, from its request on. What is issued is a copy of the confirmed entries of that
    moment with its hash; nothing of it changes any more, and a mistake is answered by a
    revocation and another certificate."""

    __tablename__ = "certificates"
    PRIVACY = "personal"
    IN_WORDS = StateWords("志愿服务记录证明", "certificate")
    MOVES = {
        "request": (NEW, S.REQUESTED),
        "issue": ({S.REQUESTED}, S.ISSUED),
        "decline": ({S.REQUESTED}, S.DECLINED),
        "withdraw": ({S.REQUESTED}, S.WITHDRAWN),
        "revoke": ({S.ISSUED}, S.REVOKED),
    }

    participant_id: Mapped[UUID]
    status: Mapped[CertificateStatus] = mapped_column(text_enum(CertificateStatus))
    requested_at: Mapped[datetime]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    """The days of service that are asked for; None where there is no bound."""
    stated_name_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    stated_name = WordsAtRest[str | None]("stated_name_sealed")
    """The name as the person states it, where none of theirs is verified."""
    document_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    document = JsonAtRest("document_sealed")
    """Kind and last four characters of an identity document, where the person wants them there."""
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    """The staff member who has issued or declined it."""
    decline_reason_sealed: Mapped[bytes | None]
    decline_reason = WordsAtRest[str | None]("decline_reason_sealed")

    number: Mapped[str | None] = mapped_column(info={"privacy": "internal"})
    minutes: Mapped[int | None]
    content_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    content = JsonAtRest("content_sealed")
    """All that the certificate says; `certificates/content.py` knows its form."""
    content_hash: Mapped[bytes | None]
    """SHA-256 of the content in its canonical form (RFC 8785)."""
    corrected_at: Mapped[datetime | None]
    """The instant since which an entry that it rests on counts no more."""

    revocation_requested_at: Mapped[datetime | None]
    revocation_requested_by: Mapped[UUID | None]
    revocation_reason_sealed: Mapped[bytes | None]
    revocation_reason = WordsAtRest[str | None]("revocation_reason_sealed")
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]

    __table_args__ = (
        witnessed(),
        within("participants", "participant_id"),
        Index(
            "uq_certificates_requested",
            *("community_id", "participant_id"),
            unique=True,
            postgresql_where=text("status = 'requested'"),
        ),
        Index("ix_certificates_mine", "community_id", "participant_id", "id"),
        Index("ix_certificates_list", "community_id", "status", "id"),
        Index(
            "ix_certificates_to_see_to",
            *("community_id", "id"),
            postgresql_where=text(
                "status = 'issued'"
                " AND (corrected_at IS NOT NULL OR revocation_requested_at IS NOT NULL)"
            ),
        ),
        CheckConstraint(
            "status NOT IN ('issued', 'revoked') OR (number IS NOT NULL AND minutes > 0"
            " AND content_hash IS NOT NULL AND decided_by IS NOT NULL)",
            name="issued_whole",
        ),
        CheckConstraint(
            "status <> 'revoked' OR (revoked_by IS NOT NULL AND revoked_at IS NOT NULL)",
            name="revoked_whole",
        ),
    )

    def issue(
        self, now: datetime, by: UUID, *, number: str, minutes: int, content: object, digest: bytes
    ) -> None:
        self.move("issue")
        self.decided_at, self.decided_by, self.number = now, by, number
        self.minutes, self.content, self.content_hash = minutes, content, digest

    def decline(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("decline")
        self.decided_at, self.decided_by, self.decline_reason = now, by, reason

    def withdraw(self) -> None:
        self.move("withdraw")

    def note_correction(self, now: datetime) -> None:
        """Note that an entry counts no more: the certificate says too much since then."""
        self.corrected_at = self.corrected_at or now

    def request_revocation(self, now: datetime, by: UUID, reason: str) -> None:
        """Ask a second person to revoke it."""
        self.require("revoke")
        self.revocation_requested_at, self.revocation_requested_by = now, by
        self.revocation_reason = reason

    @property
    def asks_for_revocation(self) -> bool:
        return self.status is S.ISSUED and self.revocation_requested_by is not None

    @property
    def first_person(self) -> UUID:
        """The staff member who has asked for the revocation; NoRevocationRequested without one."""
        self.require("revoke")
        if self.revocation_requested_by is None:
            raise NoRevocationRequested
        return self.revocation_requested_by

    def drop_revocation(self) -> None:
        """Refuse the revocation that was asked for; the certificate holds."""
        self.revocation_requested_at = self.revocation_requested_by = None
        self.revocation_reason = None

    def revoke(self, now: datetime, by: UUID) -> None:
        self.move("revoke")
        self.revoked_at, self.revoked_by = now, by


class CertifiedEntry(CommunityScoped, Base):
    """A service entry on which a certificate rests, so that a reversal finds the certificate."""

    __tablename__ = "certified_entries"
    PRIVACY = "internal"
    certificate_id: Mapped[UUID]
    entry_id: Mapped[UUID]

    __table_args__ = (
        within("certificates", "certificate_id"),
        Index("ix_certified_entries_entry", "community_id", "entry_id"),
        Index("ix_certified_entries_certificate", "community_id", "certificate_id"),
    )

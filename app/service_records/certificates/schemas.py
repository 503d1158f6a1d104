"""Certificates as the API shows them, to their person, to staff, and to everybody."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.communities.models import Channel
from app.communities.schemas import OnBehalf
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import Day, In, Name, Out, line
from app.kernel.words import Worded
from app.service_records.models import CertificateStatus, IdentityDocument


class DocumentIn(In):
    """An identity document. Only its end is taken and stored, never its whole number."""

    type: IdentityDocument
    last_four: Annotated[str, Field(pattern=r"^[0-9A-Za-z]{4}$")]


class CertificateIn(In):
    """A request for a certificate of service, of some days or of all."""

    first_day: Day | None = None
    last_day: Day | None = None
    name: Name | None = None
    """The name for the certificate, where none of mine is verified; else the verified one stands
    there."""
    document: DocumentIn | None = None
    """Give it where a receiver asks for it: without it the volunteer number stands there."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_day and self.last_day and self.first_day > self.last_day:
            raise ValueError("first_day is after last_day")
        return self


class DeskCertificate(OnBehalf, CertificateIn):
    """A request that staff enter for a participant, with the name of a witness."""


class IssueIn(In):
    """The people who answer for the certificate."""

    responsible_person: Name
    handler: Name
    contact: Annotated[str, line(100)]
    """How to reach the issuer: printed on the certificate."""
    remarks: Annotated[str, line(200)] | None = None


class CertificateOut(Out):
    id: UUID
    status: CertificateStatus
    requested_at: datetime
    first_day: date | None
    last_day: date | None
    number: str | None
    hours: str | None = Field(description='Confirmed hours with one decimal, such as "12.5".')
    issued_on: date | None
    decline_reason: str | None
    corrected_at: datetime | None = Field(
        description="Instant since which hours on it count no more; null for most."
    )
    revoked_at: datetime | None
    revocation_reason: str | None
    channel: Channel
    check_path: str | None = Field(
        description="Path of the public page that checks it, which its QR code opens."
    )
    unprintable: list[str] = Field(
        description="Characters of the name that the printed font lacks, as code points. They are"
        " printed as 〓 and named at the foot of the page."
    )
    actions: list[str] = Field(description="Verbs that the caller may use on it now.")


class CertificatePage(Out):
    items: list[CertificateOut]
    next_cursor: str | None


class CertificateForStaff(CertificateOut):
    """A certificate as staff see it. A stated name stands open for who checks it."""

    participant_id: UUID
    display_name: str
    name: str | None = Field(description="The verified name, masked: 王**.")
    stated_name: str | None
    revocation_requested_at: datetime | None


class StaffCertificatePage(StaffPage):
    items: list[CertificateForStaff]


class CertificateQuery(PageQuery):
    status: CertificateStatus | None = None


class CheckStatus(Worded):
    """Answer to the check of a number."""

    VALID = "valid", "有效", "valid"
    CORRECTED = "corrected", "内容有更正，待重新出具", "corrected, not replaced yet"
    """Hours on it count no more, and the issuer has not replaced it yet."""
    REVOKED = "revoked", "已撤销", "revoked"


class CertificateCheckOut(Out):
    """A certificate as everybody sees it who has its number."""

    number: str
    status: CheckStatus
    issuer: str
    name: str | None = Field(description="Masked: 王**; null where its person is erased.")
    hours: str
    issued_on: date
    revoked_on: date | None
    corrected_on: date | None
    content_hash: str = Field(
        description="SHA-256 of the content, as printed on the certificate, in hexadecimal."
    )

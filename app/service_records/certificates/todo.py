"""Duties about certificates: to issue, to revoke as the second person, and to see to after a
reversal."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.service_records.certificates.events import (
    CertificateCorrected,
    CertificateDecided,
    CertificateRequested,
    CertificateRevoked,
    CertificateWithdrawn,
    RevocationChanged,
)
from app.service_records.certificates.service import note_reversal
from app.service_records.events import EntryReversed
from app.service_records.models import Certificate, CertificateStatus
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Todo, waiting_rows

ISSUE_WITHIN = timedelta(days=5)
"""Time for the answer to a request."""
SECOND_WITHIN = timedelta(days=2)
CORRECTION_WITHIN = timedelta(days=7)
"""Time in which somebody decides whether a certificate with a reversed entry is revoked."""


def to_issue(_now: datetime) -> Select[Any]:
    return waiting_rows(
        Certificate,
        Certificate.status == CertificateStatus.REQUESTED,
        since=Certificate.requested_at,
        due_at=Certificate.requested_at + ISSUE_WITHIN,
        not_for=Certificate.entered_by,
    )


def to_confirm(_now: datetime) -> Select[Any]:
    asked_at = Certificate.revocation_requested_at
    return waiting_rows(
        Certificate,
        Certificate.status == CertificateStatus.ISSUED,
        asked_at.is_not(None),
        since=asked_at,
        due_at=asked_at + SECOND_WITHIN,
        name=Certificate.number,
        not_for=Certificate.revocation_requested_by,
    )


def to_see_to(_now: datetime) -> Select[Any]:
    """Selects certificates with a reversed entry, until somebody asks for the revocation."""
    return waiting_rows(
        Certificate,
        Certificate.status == CertificateStatus.ISSUED,
        Certificate.corrected_at.is_not(None),
        Certificate.revocation_requested_at.is_(None),
        since=Certificate.corrected_at,
        due_at=Certificate.corrected_at + CORRECTION_WITHIN,
        name=Certificate.number,
    )


TO_ISSUE = Todo(
    kind="service_records.certificate_to_issue",
    title=Text("待出具的志愿服务记录证明", "Certificates of service to issue"),
    body=Text(
        "{community}有居民申请志愿服务记录证明，请在{due_at}前办理。",
        "A volunteer in {community} asks for a certificate of service: please decide by {due_at}.",
    ),
    subject=StaffSubjectKind.CERTIFICATE,
    permission="certificate:issue",
    waiting=to_issue,
)
TO_CONFIRM = Todo(
    kind="service_records.certificate_revocation",
    title=Text("待第二人确认的证明撤销", "Revocations of certificates to confirm"),
    body=Text(
        "{community}有人提出撤销证明（证明编号{name}），请另一名工作人员在{due_at}前确认或驳回。",
        "The revocation of certificate {name} in {community} waits for a second person until"
        " {due_at}.",
    ),
    subject=StaffSubjectKind.CERTIFICATE,
    permission="certificate:issue",
    waiting=to_confirm,
)
TO_SEE_TO = Todo(
    kind="service_records.certificate_to_correct",
    title=Text("服务时长已更正的证明", "Certificates with corrected hours"),
    body=Text(
        "{community}的证明（证明编号{name}）所列服务时长已更正，请在{due_at}前决定是否撤销。",
        "Hours on certificate {name} in {community} were corrected: please decide by {due_at}"
        " whether to revoke it.",
    ),
    subject=StaffSubjectKind.CERTIFICATE,
    permission="certificate:issue",
    waiting=to_see_to,
)


async def follow_certificate(
    session: AsyncSession,
    community_id: UUID,
    event: CertificateRequested
    | CertificateDecided
    | CertificateWithdrawn
    | CertificateCorrected
    | RevocationChanged
    | CertificateRevoked,
) -> None:
    """Tells staff what waits for them about a certificate, and closes what does not any more."""
    for todo in TODOS:
        await follow_duty(session, community_id, todo, event.certificate_id)


async def follow_reversal(session: AsyncSession, community_id: UUID, event: EntryReversed) -> None:
    """Marks the certificates that rest on a reversed entry."""
    await note_reversal(session, community_id, event.entry_id)


TODOS = (TO_ISSUE, TO_CONFIRM, TO_SEE_TO)
LISTENERS = (
    *(
        Listener("service_records.follow_certificate", event, follow_certificate)
        for event in (
            *(CertificateRequested, CertificateDecided, CertificateWithdrawn),
            *(CertificateCorrected, RevocationChanged, CertificateRevoked),
        )
    ),
    Listener("service_records.follow_reversal", EntryReversed, follow_reversal),
)

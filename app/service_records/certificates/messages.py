"""Messages about certificates, and the listeners that send them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.service_records.certificates.content import hours_of
from app.service_records.certificates.events import (
    CertificateCorrected,
    CertificateDecided,
    CertificateRevoked,
)
from app.service_records.models import Certificate, CertificateStatus


@dataclass(frozen=True, slots=True)
class CertificateIssued(Message):
    kind = "service_records.certificate_issued"
    template = Template(
        Text("志愿服务记录证明已出具", "Your certificate of service has been issued"),
        Text(
            "您申请的志愿服务记录证明已出具，证明编号{number}，共{hours}小时，可下载打印。",
            "Your certificate {number} over {hours} hours has been issued. You can download it.",
        ),
    )
    number: str
    hours: str


@dataclass(frozen=True, slots=True)
class CertificateDeclined(Message):
    kind = "service_records.certificate_declined"
    template = Template(
        Text("志愿服务记录证明未能出具", "Your certificate of service was declined"),
        Text(
            "您申请的志愿服务记录证明未能出具。原因：{reason}",
            "The certificate of service that you asked for was declined: {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class CertificateIsRevoked(Message):
    kind = "service_records.certificate_revoked"
    template = Template(
        Text("志愿服务记录证明已撤销", "A certificate of service was revoked"),
        Text(
            "您的志愿服务记录证明（证明编号{number}）已撤销，不再有效。原因：{reason}",
            "Your certificate {number} was revoked and is not valid any more: {reason}",
        ),
    )
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class CertificateIsCorrected(Message):
    kind = "service_records.certificate_corrected"
    template = Template(
        Text("证明所列服务时长有更正", "Hours on a certificate of yours were corrected"),
        Text(
            "您的志愿服务记录证明（证明编号{number}）所列的部分服务时长已更正，查验时会显示；"
            "您可以申请新的证明。",
            "Hours on your certificate {number} were corrected, and its check says so. You can ask"
            " for a new one.",
        ),
    )
    number: str


async def notify_of_certificate(
    session: AsyncSession,
    community_id: UUID,
    event: CertificateDecided | CertificateRevoked | CertificateCorrected,
) -> None:
    """Tells a person what has become of their request or certificate, where it still is so."""
    certificate = await get_row(session, Certificate, community_id, event.certificate_id)
    message = _message(certificate, event)
    if message is not None:
        subject = Subject(SubjectKind.CERTIFICATE, certificate.id)
        notify(session, community_id, [certificate.participant_id], message, subject=subject)


def _message(
    certificate: Certificate, event: CertificateDecided | CertificateRevoked | CertificateCorrected
) -> Message | None:
    number = certificate.number or ""
    match event, certificate.status:
        case CertificateDecided(), CertificateStatus.ISSUED:
            return CertificateIssued(number=number, hours=hours_of(certificate.minutes or 0))
        case CertificateDecided(), CertificateStatus.DECLINED:
            return CertificateDeclined(reason=certificate.decline_reason or "")
        case CertificateRevoked(), CertificateStatus.REVOKED:
            return CertificateIsRevoked(number=number, reason=certificate.revocation_reason or "")
        case CertificateCorrected(), CertificateStatus.ISSUED:
            return CertificateIsCorrected(number=number)
    return None


MESSAGES = (CertificateIssued, CertificateDeclined, CertificateIsRevoked, CertificateIsCorrected)
LISTENERS = tuple(
    Listener("service_records.notify_of_certificate", event, notify_of_certificate)
    for event in (CertificateDecided, CertificateRevoked, CertificateCorrected)
)

"""Events of certificates."""

from uuid import UUID

from app.kernel.jobs.events import Event


class CertificateRequested(Event):
    """A person has asked for a certificate, which staff then issue or decline."""

    kind = "service_records.certificate_requested"
    certificate_id: UUID


class CertificateDecided(Event):
    """A certificate was issued or declined."""

    kind = "service_records.certificate_decided"
    certificate_id: UUID


class CertificateWithdrawn(Event):
    kind = "service_records.certificate_withdrawn"
    certificate_id: UUID


class CertificateCorrected(Event):
    """An entry on which a certificate rests counts no more."""

    kind = "service_records.certificate_corrected"
    certificate_id: UUID


class RevocationChanged(Event):
    """Somebody has asked for a revocation, or somebody else has refused it."""

    kind = "service_records.certificate_revocation_changed"
    certificate_id: UUID


class CertificateRevoked(Event):
    kind = "service_records.certificate_revoked"
    certificate_id: UUID

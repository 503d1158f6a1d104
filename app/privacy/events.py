"""Events of a person's rights."""

from uuid import UUID

from app.kernel.jobs.events import Event


class DataExportRequested(Event):
    kind = "privacy.data_export_requested"
    user_id: UUID
    export_id: UUID


class ErasureBegun(Event):
    """The erasure of an account has begun: nobody can log in to it any more."""

    kind = "privacy.erasure_begun"
    user_id: UUID

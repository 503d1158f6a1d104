"""Schemas of cover: somebody else for a person who cannot come."""

from datetime import datetime
from uuid import UUID

from app.kernel.web.schemas import Out


class CoverOut(Out):
    """Suitable people have been asked to sign up. Who they are is not shown."""

    signup_id: UUID
    sought_at: datetime

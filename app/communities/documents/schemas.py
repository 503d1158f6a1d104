"""What anybody is told about a numbered document."""

from datetime import datetime

from app.communities.models import DocumentKind
from app.kernel.web.schemas import Out


class DocumentOut(Out):
    """That it was issued, by which community, and whether it is good: nothing of a person."""

    number: str
    kind: DocumentKind
    community_name: str
    issued_at: datetime
    is_valid: bool

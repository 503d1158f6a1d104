"""Schema of numbered documents, which anybody may read."""

from datetime import datetime

from app.communities.models import DocumentKind
from app.kernel.web.schemas import Out


class DocumentOut(Out):
    """A document with the community that issued it, and whether it is valid. It names no person."""

    number: str
    kind: DocumentKind
    community_name: str
    issued_at: datetime
    is_valid: bool

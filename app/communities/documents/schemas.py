"""Numbered documents as the API shows them to anybody."""

from datetime import datetime

from app.communities.models import DocumentKind
from app.kernel.web.schemas import Out


class DocumentOut(Out):
    """A document: which community has issued it, and whether it is good. Nothing of a person."""

    number: str
    kind: DocumentKind
    community_name: str
    issued_at: datetime
    is_valid: bool

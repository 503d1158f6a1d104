"""/v1/documents: the public check of numbers."""

from typing import Annotated

from fastapi import Path

from app.communities.documents import service as documents
from app.communities.documents.schemas import DocumentOut
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router

router = Router(prefix="/documents", tags=["documents"])


@router.get("/{number}", response_model=DocumentOut)
async def check_document(
    number: Annotated[str, Path(max_length=64)], session: Session
) -> DocumentOut:
    """Check a numbered document. The answer has the issuing community and whether the document is
    still valid, but nothing about the person concerned. No login is needed."""
    return await documents.check(session, number)

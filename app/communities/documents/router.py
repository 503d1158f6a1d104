"""/v1/documents: anybody may ask whether a number is good."""

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
    """Check a numbered document: whether it was issued, by whom, and is still good. It says
    nothing of the person whom it is about. Nobody need log in."""
    return await documents.check(session, number)

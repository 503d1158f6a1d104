"""/v1/me: a person's rights, and /v1/data-exports/{token}"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.identity.deps import CurrentUser, IdempotentForUser
from app.identity.models import ErasureRequest
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.privacy import service as rights
from app.privacy.errors import AccountInOffice, DataExportOpen
from app.privacy.schemas import DataExportOut, DataExportPage, DownloadQuery, ErasureOut

router = Router(
    prefix="/me",
    tags=["privacy"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)
public_router = Router(prefix="/data-exports", tags=["privacy"])


class Download(Response):
    """A file to be stored, whatever a browser would do with its kind."""

    media_type = "application/octet-stream"


FILE = {"type": "string", "format": "binary"}


@router.post(
    "/data-exports",
    status_code=201,
    response_model=DataExportOut,
    responses=problems(DataExportOpen),
)
async def request_data_export(
    user: CurrentUser, session: Session, response: Response
) -> DataExportOut:
    """Request an export of everything that is stored of me. It is made within minutes, and deleted
    after 24 hours."""
    export = await rights.request_export(session, user)
    response.headers["Location"] = f"/v1/me/data-exports/{export.id}"
    return export


@router.get("/data-exports", response_model=DataExportPage)
async def list_my_data_exports(user: CurrentUser, session: Session) -> Page[DataExportOut]:
    """List my exports: one at most, with new links where it is ready."""
    return await rights.list_exports(session, user)


@router.get("/data-exports/{export_id}", response_model=DataExportOut)
async def get_data_export(export_id: UUID, user: CurrentUser, session: Session) -> DataExportOut:
    """Get my export, with new links where it is ready."""
    return await rights.get_export(session, user, export_id)


@router.delete("", status_code=202, response_model=ErasureOut, responses=problems(AccountInOffice))
async def erase_me(user: CurrentUser, session: Session) -> ErasureRequest:
    """Have my account erased, within 15 days. Logging in within the first 14 days takes this back.
    What others rely on stays, without my name: the votes I have cast, and topics that
    were decided."""
    return await rights.request_my_erasure(session, user)


@router.post("/keep", response_model=ErasureOut)
async def keep_me(user: CurrentUser, session: Session) -> ErasureRequest:
    """Keep my account: take back the request for its erasure."""
    return await rights.keep_account(session, user)


@public_router.get(
    "/{token}",
    response_class=Download,
    responses={200: {"content": {Download.media_type: {"schema": FILE, "example": "{}"}}}},
)
async def download_data_export(
    token: str, query: Annotated[DownloadQuery, Query()], session: Session
) -> Response:
    """Download an export, by a link that lasts five minutes and needs no login."""
    content = await rights.download(session, token, query.form)
    name = f'attachment; filename="linli-my-data.{query.form}"'
    return Download(content, headers={"Content-Disposition": name})

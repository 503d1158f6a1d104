"""A person's rights: an export of what is stored of them, and the erasure of their account."""

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from app.communities.models import RoleGrant
from app.identity.erasure.service import request_erasure, take_back
from app.identity.models import Administrator, ErasureRequest, User
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import insert_once, lock
from app.kernel.errors import NotFound
from app.kernel.jobs.events import emit
from app.kernel.privacy.personal_data import PersonalData
from app.kernel.privacy.sealed import own
from app.kernel.web.pages import Page
from app.privacy.collection import collect_person
from app.privacy.errors import AccountInOffice, DataExportOpen
from app.privacy.events import DataExportRequested
from app.privacy.links import LINK_LIFETIME, Target, target_of, token_for
from app.privacy.models import EXPORT_LIFETIME, DataExport
from app.privacy.page import written_out
from app.privacy.schemas import DataExportOut, DownloadLinks, ExportForm

# ---------------------------------------------------------------- exports


async def request_export(session: AsyncSession, user_id: UUID) -> DataExportOut:
    """Requests an export, which the worker makes. Raises DataExportOpen while there is one."""
    now = clock.now()
    export = DataExport(user_id=user_id, requested_at=now, expires_at=now + EXPORT_LIFETIME)
    if not await insert_once(session, export):
        raise DataExportOpen
    emit(session, PLATFORM, DataExportRequested(user_id=user_id, export_id=export.id))
    return show(export)


async def make_export(
    session: AsyncSession, declared: Sequence[PersonalData], user_id: UUID, export_id: UUID
) -> None:
    """Makes the export, unless it has been deleted or made meanwhile."""
    export = await session.get(DataExport, (user_id, export_id))
    if export is None or export.is_ready:
        return
    now = clock.now()
    export.content = await collect_person(session, declared, user_id, now)
    export.ready_at, export.expires_at = now, now + EXPORT_LIFETIME


async def list_exports(session: AsyncSession, user_id: UUID) -> Page[DataExportOut]:
    exports = await session.scalars(select(DataExport).filter_by(user_id=user_id))
    return Page([show(export) for export in exports], None)


async def get_export(session: AsyncSession, user_id: UUID, export_id: UUID) -> DataExportOut:
    export = await session.get(DataExport, (user_id, export_id))
    if export is None:
        raise NotFound
    return show(export)


def show(export: DataExport) -> DataExportOut:
    return DataExportOut(
        id=export.id,
        requested_at=export.requested_at,
        ready_at=export.ready_at,
        expires_at=export.expires_at,
        download=_links(export) if export.is_ready else None,
    )


def _links(export: DataExport) -> DownloadLinks:
    until = clock.now() + LINK_LIFETIME
    path = f"/v1/data-exports/{token_for(Target(export.user_id, export.id), until)}"
    return DownloadLinks(
        json_path=f"{path}?form=json", html_path=f"{path}?form=html", valid_until=until
    )


async def download(session: AsyncSession, token: str, form: ExportForm) -> bytes:
    """Returns the export that the token names, as JSON or as a page. Raises NotFound for a token
    that is forged or has expired, and for an export that is gone."""
    target = target_of(token, clock.now())
    if target is None:
        raise NotFound
    query = select(DataExport).filter_by(user_id=target.user_id, id=target.export_id)
    export = await session.scalar(query.options(undefer(DataExport.content_sealed)))
    if export is None or not export.is_ready or export.expires_at <= clock.now():
        raise NotFound
    content = own(export, DataExport.content)
    assert content is not None  # It was written together with `ready_at`.
    if form is ExportForm.JSON:
        return json.dumps(content, ensure_ascii=False, indent=1).encode()
    return written_out(content).encode()


# ---------------------------------------------------------------- erasure


async def request_my_erasure(session: AsyncSession, user_id: UUID) -> ErasureRequest:
    """Requests the erasure of an account. Raises AccountInOffice for staff and liaisons: who holds
    an office gives it up first."""
    user = await session.get_one(User, user_id)
    await lock(session, user)
    if await is_in_office(session, user_id):
        raise AccountInOffice
    return await request_erasure(session, user, clock.now())


async def keep_account(session: AsyncSession, user_id: UUID) -> ErasureRequest:
    """Takes the request back. Raises NotFound where there is none."""
    user = await session.get_one(User, user_id)
    await lock(session, user)
    request = await take_back(session, user_id, clock.now())
    if request is None:
        raise NotFound
    return request


async def is_in_office(session: AsyncSession, user_id: UUID) -> bool:
    """Returns whether the user has a login or a grant of staff or of a liaison."""
    holds = or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to > clock.now())
    grant = select(RoleGrant.id).where(RoleGrant.user_id == user_id, holds)
    login = select(Administrator.id).filter_by(user_id=user_id)
    return bool(await session.scalar(login) or await session.scalar(grant.limit(1)))

"""Administrators, created by other administrators."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.identity.administrators import service as administrators
from app.identity.administrators.schemas import NewAdministrator
from app.identity.models import Administrator
from app.kernel import clock
from app.kernel.privacy.audit import record


async def create(
    session: AsyncSession, body: NewAdministrator, password_hash: str, *, by: Staff
) -> Administrator:
    administrator = await administrators.create_administrator(
        session, body.login_name, body.name, password_hash, None, clock.now()
    )
    record(session, by, "administrator.created", administrator)
    return administrator

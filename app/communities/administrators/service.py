"""Administrators, created by other administrators."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.identity.administrators import service as administrators
from app.identity.administrators.schemas import NewAdministrator
from app.identity.another_person import record_equipment
from app.identity.models import Administrator, EquipmentKind
from app.kernel import clock
from app.kernel.privacy.audit import record


async def create(
    session: AsyncSession, body: NewAdministrator, password_hash: str, *, by: Staff
) -> Administrator:
    now = clock.now()
    administrator = await administrators.create_administrator(
        session, body.login_name, body.name, password_hash, None, now
    )
    record_equipment(session, administrator.user_id, EquipmentKind.CREATED, by_id=by.id, now=now)
    record(session, by, "administrator.created", administrator)
    return administrator

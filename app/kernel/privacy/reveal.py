"""Opening a sealed field for somebody else than its person."""

from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.errors import NotFound
from app.kernel.privacy.audit import Actor, record
from app.kernel.privacy.sealed import Row, SealedField, own, tenant

Value = TypeVar("Value")


def reveal(
    session: AsyncSession, row: Row, field: SealedField[Value], *, by: Actor, reason: str
) -> Value | None:
    """Opens the field for anybody else of the same community; audited there, with the reason."""
    if by.community_id != tenant(row):
        raise NotFound
    record(session, by, "sealed.revealed", row, field=field.name, reason=reason)
    return own(row, field)

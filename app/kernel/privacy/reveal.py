"""Opening a sealed field for somebody else than its person."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.errors import NotFound
from app.kernel.privacy.audit import Actor, record
from app.kernel.privacy.sealed import Row, SealedField, own, tenant

Value = TypeVar("Value")


def reveal(
    session: AsyncSession,
    row: Row,
    field: SealedField[Value],
    *,
    by: Actor,
    reason: str,
    about: UUID | None,
) -> Value | None:
    """Opens the field for anybody else of the same community; audited there, with the reason.
    `about` is the person whose it is, who is told; None where the row is not of a person."""
    if by.community_id != tenant(row):
        raise NotFound
    record(session, by, "sealed.revealed", row, about, field=field.name, reason=reason)
    return own(row, field)

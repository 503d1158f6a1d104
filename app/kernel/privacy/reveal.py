"""Opening sealed fields for somebody else than their person."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
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
    _require_community(row, by)
    record(session, by, "sealed.revealed", row, about, field=field.name, reason=reason)
    return own(row, field)


def reveal_together(
    session: AsyncSession,
    row: Row,
    fields: Sequence[SealedField[Any]],
    *,
    by: Actor,
    reason: str,
    about: UUID | None,
) -> list[Any]:
    """Opens several fields of a row for one reason: one audit entry, and one message to the person
    whose they are. Returns the values in the order of the fields."""
    _require_community(row, by)
    names = named_together(field.name for field in fields)
    record(session, by, "sealed.revealed", row, about, fields=names, reason=reason)
    return [own(row, field) for field in fields]


def named_together(names: Iterable[str]) -> str:
    """Returns the fact `fields` of an audit entry about several fields."""
    return ",".join(dict.fromkeys(str(name) for name in names))


def _require_community(row: Row, by: Actor) -> None:
    if by.community_id != tenant(row):
        raise NotFound

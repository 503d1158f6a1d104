"""Sweeps of identity: logins that have expired, codes too old to be accepted, and equipment too
long ago to join two accounts."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.identity.another_person import EQUIPPED_LATELY
from app.identity.models import AccountLink, Equipment, LoginSession, UsedCode
from app.identity.models.session import ABSOLUTE
from app.kernel.jobs.sweeps import DueRows, Key, Sweep

Row = type[AccountLink] | type[LoginSession] | type[UsedCode] | type[Equipment]
Column = InstrumentedAttribute[Any]
LIFETIMES: tuple[tuple[Row, Column, timedelta], ...] = (
    (LoginSession, LoginSession.rotated_at, ABSOLUTE),
    (UsedCode, UsedCode.used_at, timedelta(days=1)),
    (AccountLink, AccountLink.expires_at, timedelta(0)),
    (Equipment, Equipment.at, EQUIPPED_LATELY),
)
"""Rows to remove: model, the column that dates them, and how long they are stored."""


def _finder(model: Row, since: Column, lifetime: timedelta) -> Callable[[datetime], DueRows]:
    def due(now: datetime) -> DueRows:
        return select(model.user_id, model.id, since).where(since < now - lifetime)

    return due


def _remover(
    model: Row, since: Column, lifetime: timedelta
) -> Callable[[AsyncSession, Key, datetime], Awaitable[None]]:
    async def remove(session: AsyncSession, key: Key, now: datetime) -> None:
        await session.execute(
            delete(model).where(model.user_id == key[0], model.id == key[1], since < now - lifetime)
        )

    return remove


SWEEPS = tuple(
    Sweep(
        f"identity.{model.__tablename__}",
        timedelta(minutes=10),
        _finder(model, since, lifetime),
        _remover(model, since, lifetime),
    )
    for model, since, lifetime in LIFETIMES
)

"""Occasions to check in to: those that have begun, with everybody expected at each."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from os import urandom
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.columns import uuid7
from app.service_records.check_ins import codes
from app.service_records.models import Occasion

KEY = bytes(32)
"""The key of every occasion: the load shows the codes as a leader's device does."""
EXPECTED = """
INSERT INTO attendances
    (community_id, id, occasion_id, participant_id, status, is_closed_by_sweep, has_clock_doubt)
SELECT o.community_id, gen_random_uuid(), o.id, p.id, 'expected', false, false
FROM occasions o
JOIN participants p ON p.community_id = o.community_id
WHERE o.id = ANY(:occasions) AND p.user_id = ANY(:users)
"""


async def open_occasions(
    session: AsyncSession,
    users: Mapping[UUID, Sequence[UUID]],
    each: int,
    now: datetime,
) -> dict[UUID, Sequence[UUID]]:
    """Inserts so many occasions of each community, at which its users are expected."""
    opened: dict[UUID, Sequence[UUID]] = {}
    for home, expected in users.items():
        rows = [_occasion(home, now) for _ in range(each)]
        ids = [row["id"] for row in rows]
        if rows:
            await session.execute(insert(Occasion), rows)
        await session.execute(text(EXPECTED), {"occasions": ids, "users": list(expected)})
        opened[home] = ids
    return opened


def body_of(occasion_id: UUID, nonce: int, now: datetime) -> bytes:
    """Returns a check-in with the code that the occasion shows now."""
    code = _code(occasion_id, codes.step_of(now))
    return b'{"code":"%s","nonce":"check-in-%d"}' % (code, nonce)


@lru_cache(maxsize=4096)
def _code(occasion_id: UUID, step: int) -> bytes:
    return codes.occasion_code(KEY, occasion_id, step).encode()


def _occasion(home: UUID, now: datetime) -> dict[str, Any]:
    id_ = uuid7()
    return {
        "community_id": home,
        "id": id_,
        "kind": "duty",
        "source_id": UUID(bytes=urandom(16)),
        "title": "清扫楼道",
        "starts_at": now - timedelta(hours=1),
        "ends_at": now + timedelta(hours=12),
        "status": "open",
        "code_key_sealed": Occasion.code_key.seal_for(Occasion, home, id_, KEY),
    }

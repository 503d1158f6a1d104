"""Platform administrators who revoke each other at once, each on a connection of their own."""

import asyncio
from collections import Counter
from uuid import UUID

from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Role, RoleGrant, ScopeKind
from app.identity.models import TokenAudience, User
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import a_login, granted
from tests.identity.administrators import an_administrator

MANY = 8


async def _a_platform_administrator(database: Database, name: str) -> tuple[UUID, str]:
    made = await an_administrator(database, name)
    await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, user_id=made.user_id)
    async with database.transaction() as session:
        session.add(a_login(await session.get_one(User, made.user_id), TokenAudience.ADMIN))
        query = select(RoleGrant.id).filter_by(user_id=made.user_id)
        grant = (await session.scalars(query)).one()
    return made.user_id, f"/admin/v1/role-grants/{made.user_id}/{grant}/revoke"


async def test_one_platform_administrator_remains(
    own_database: Database, phone: AsyncClient
) -> None:
    everybody = [await _a_platform_administrator(own_database, f"admin.no{n}") for n in range(MANY)]
    answers = await asyncio.gather(
        *(
            phone.post(everybody[n - 1][1], headers=as_admin(user, f"revoke-{n}"))
            for n, (user, _) in enumerate(everybody)
        )
    )
    statuses = Counter(answer.status_code for answer in answers)
    async with own_database.transaction() as session:
        left = await session.scalars(select(RoleGrant).where(RoleGrant.valid_to.is_(None)))
        remaining = len(left.all())
    assert remaining >= 1
    assert statuses[200] == MANY - remaining
    assert set(statuses) <= {200, 403, 409}

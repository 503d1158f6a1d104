"""Two imports of the residents' register at once: one of them stands, and they do not merge."""

import asyncio

from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import RegisterEntry, Role
from app.kernel.database.engine import Database
from app.kernel.privacy.sealed import own
from tests.client import as_admin
from tests.factories import a_community, a_household, a_place, staff

HEAD = "楼栋,单元,门户,姓名,手机\n"
ROUNDS, HOUSEHOLDS = 5, 40


async def test_one_import_stands_whole(own_database: Database, phones: list[AsyncClient]) -> None:
    community = await a_community(own_database)
    admin = await staff(own_database, community, Role.COMMUNITY_ADMIN)
    building = await a_place(own_database, community, name="1栋")
    for n in range(HOUSEHOLDS):
        await a_household(own_database, community, building=building, name=f"{100 + n}")
    path = f"/admin/v1/communities/{community}/register/imports"
    headers = as_admin(admin) | {"Content-Type": "text/csv"}
    for _ in range(ROUNDS):
        sheets = [
            HEAD + "\n".join(f"1栋,,{100 + n},{name},{phone}" for n in range(HOUSEHOLDS))
            for name, phone in (("王秀英", "13800000000"), ("陈静", "13800000001"))
        ]
        answers = await asyncio.gather(
            *(
                phone.post(path, content=sheet.encode(), headers=headers)
                for phone, sheet in zip(phones, sheets, strict=False)
            )
        )
        assert {answer.status_code for answer in answers} == {200}
        async with own_database.transaction() as session:
            query = select(RegisterEntry).filter_by(community_id=community)
            names = [own(entry, RegisterEntry.name) for entry in await session.scalars(query)]
        assert (len(names), len(set(names))) == (HOUSEHOLDS, 1)

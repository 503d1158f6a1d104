"""Sheets of any allowed size are taken, or refused line by line; two at once do not merge."""

import asyncio

from fastapi import FastAPI
from httpx import AsyncClient, Response

from app.communities.models import Role, ScopeKind
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.files.cells import MAX_LISTED_ERRORS
from app.kernel.files.waiting import IMPORTS_EVERY
from tests.client import as_admin, phone_of
from tests.factories import a_community, granted, staff
from tests.sheets import counts, imported

MANY = 33_000
"""More than the 32,767 parameters of one statement."""
CSV = {"content-type": "text/csv"}


async def sent(http: AsyncClient, path: str, lines: list[str], headers: dict[str, str]) -> Response:
    return await http.post(path, content="\n".join(lines).encode(), headers=headers | CSV)


async def test_a_table_of_33_000_regions_is_taken(http: AsyncClient, database: Database) -> None:
    platform = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
    above = ["990000000000,省", "990100000000,市", "990101000000,区"]
    streets = [f"990101{street:03d}000,街道" for street in range(1, 101)]
    communities = [f"990101{n % 100 + 1:03d}{n // 100 + 1:03d},社区" for n in range(MANY)]
    lines = ["code,name", *above, *streets, *communities]
    path = "/admin/v1/regions/imports?valid_from=2026-01-01"
    first = await imported(http, database, path, lines, as_admin(platform))
    assert counts(first) == (MANY + 103, 0, 0)
    with clock.frozen(clock.now() + IMPORTS_EVERY):
        again = await imported(http, database, path, lines, as_admin(platform))
    assert counts(again) == (0, 0, MANY + 103)


async def test_as_many_numbers_of_communities_are_looked_up(
    http: AsyncClient, database: Database
) -> None:
    platform = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
    for turn, (path, header, line) in enumerate(
        (
            ("/admin/v1/work-units/imports", "name,credit_code,community", "单位,1,{}"),
            ("/admin/v1/party-organizations/imports", "name,kind,community", "支部{},党支部,{}"),
        )
    ):
        lines = [header, *(line.format(*[n + 1] * line.count("{}")) for n in range(MANY))]
        with clock.frozen(clock.now() + turn * IMPORTS_EVERY):
            row = (await imported(http, database, path, lines, as_admin(platform))).json()
        assert (row["status"], row["refusal"]) == ("refused", "sheet_refused"), path
        assert len(row["errors"]) == MAX_LISTED_ERRORS


async def test_a_sheet_of_50_000_places_is_taken(http: AsyncClient, database: Database) -> None:
    here = await a_community(database)
    worker = await staff(database, here, role=Role.COMMUNITY_ADMIN)
    lines = ["楼栋,房号", *(f"{n // 100}栋,{n}" for n in range(50_000))]
    path = f"/admin/v1/communities/{here}/places/imports"
    answer = await imported(http, database, path, lines, as_admin(worker))
    assert counts(answer) == (50_500, 0, 0)


async def test_a_register_of_50_000_people_is_taken_and_taken_back(
    http: AsyncClient, database: Database
) -> None:
    here = await a_community(database)
    admin = await staff(database, here, role=Role.COMMUNITY_ADMIN)
    places = ["楼栋,房号", *(f"{n // 100}栋,{n}" for n in range(20_000))]
    path, headers = f"/admin/v1/communities/{here}", as_admin(admin)
    await imported(http, database, f"{path}/places/imports", places, headers)
    people = (f"{n // 2 // 100}栋,{n // 2},王{n},138{n:08d},是" for n in range(40_000))
    elders = (f"{n // 100}栋,{n},李{n},," for n in range(10_000))
    lines = ["楼栋,房号,姓名,手机,成年", *people, *elders]
    with clock.frozen(clock.now() + IMPORTS_EVERY):
        done = await imported(http, database, f"{path}/register/imports", lines, headers)
    assert counts(done) == (50_000, 0, 0)
    undo = f"{path}/register/imports/{done.json()['id']}/undo"
    assert (await http.post(undo, headers=headers)).json()["status"] == "undone"
    assert (await http.get(f"{path}/register", headers=headers)).json()["entries"] == 0


async def test_of_two_sheets_at_once_the_second_finds_what_the_first_has_written(
    apps: list[FastAPI], own_database: Database
) -> None:
    here = await a_community(own_database)
    worker = await staff(own_database, here, role=Role.COMMUNITY_ADMIN)
    path = f"/admin/v1/communities/{here}/places/imports"
    sheets = [["楼栋,门户", *(f"1栋,{n}" for n in range(2_000))] for _ in range(2)]

    async def import_by(app: FastAPI, lines: list[str]) -> Response:
        async with phone_of(app) as http:
            return await sent(http, path, lines, as_admin(worker))

    answers = await asyncio.gather(
        *(import_by(app, lines) for app, lines in zip(apps, sheets, strict=False))
    )
    assert [answer.status_code for answer in answers] == [200, 200]
    assert sorted(answer.json()["created"] for answer in answers) == [0, 2_001]

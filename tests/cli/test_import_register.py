"""`linli import-register`: a register from a file, shown before, and refused line by line."""

from asyncio import to_thread
from pathlib import Path

from sqlalchemy import func, select

from app.communities.models import Community, RegisterEntry
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.cli.linli import assert_refused, linli_on
from tests.factories import a_community, a_household, a_place


async def test_a_register_is_previewed_and_imported_from_a_file(
    own_url: str, own_database: Database, tmp_path: Path
) -> None:
    here = await a_community(own_database)
    await a_household(own_database, here, building=await a_place(own_database, here, name="1栋"))
    async with own_database.transaction() as session:
        number = str((await session.get_one(Community, here)).short_number)
    sheet = tmp_path / "register.csv"
    sheet.write_text(
        "楼栋,房号,姓名,手机,成年\n1栋,101,王秀英,13800000000,是\n", encoding="gb18030"
    )
    command = ("import-register", number, str(sheet))
    shown = await to_thread(linli_on, own_url, *command, "--preview")
    assert (shown.returncode, "created: 1" in shown.stdout) == (0, True), shown.stderr
    async with own_database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(RegisterEntry)) == 0
    done = await to_thread(linli_on, own_url, *command)
    assert (done.returncode, "100%" in done.stdout or "created: 1" in done.stdout) == (0, True)
    assert [entry.action for entry in await audited(own_database)] == [
        "register.import_previewed",
        "register.imported",
    ]
    sheet.write_text("楼栋,房号,姓名\n1栋,999,王秀英\n", encoding="utf-8")
    faulty = await to_thread(linli_on, own_url, *command)
    assert_refused(faulty, "line 2 房号: unknown_place")
    assert "秀英" not in faulty.stderr

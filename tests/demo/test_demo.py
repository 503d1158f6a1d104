"""`linli demo` and `linli tour`, as a newcomer runs them: processes, HTTP, nothing else."""

import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, create_subprocess_exec
from pathlib import Path
from random import Random

from app.communities.permissions import Staff
from app.demo import settings_file
from app.demo.people import people_of
from app.demo.programme import some_of
from app.demo.texts import ACTIVITIES
from app.demo.town import Home, Neighbourhood
from app.kernel.database.columns import PLATFORM, uuid7
from app.serve import read_settings
from app.settings import Settings
from tests.demo.running import a_demo
from tests.faults.process import START, free_port


async def run(*arguments: str, folder: Path | None = None) -> tuple[int | None, str]:
    process = await create_subprocess_exec(
        sys.executable, "-c", START, *arguments, cwd=folder, stdout=PIPE, stderr=STDOUT
    )
    out, _ = await process.communicate()
    return process.returncode, out.decode()


async def test_a_newcomer_takes_the_tour_and_the_town_is_kept(tmp_path: Path) -> None:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    for end_by in (signal.SIGTERM, signal.SIGINT):  # the second time the town is there already
        async with a_demo(tmp_path, port, end_by) as demo:
            code, output = await run("tour", "--base", base)
            assert code == 0, output
            assert "as promised" in output
            doctor = ("doctor", "--env-file", "var/demo.env")
            code, output = await run(*doctor, folder=tmp_path)
            assert (code, "ok   worker: ok" in output) == (0, True), output
        assert demo.returncode in (0, 130)
        assert not (tmp_path / "var/postgres/postmaster.pid").exists()
    code, output = await run("tour", "--base", base)
    assert code == 1
    assert "not as promised" in output


def test_its_settings_can_be_read_again(tmp_path: Path) -> None:
    settings = Settings.demo(wechat_api_base_url="http://127.0.0.1:8799")
    file = tmp_path / "var" / "demo.env"
    settings_file.write(settings, file)
    assert read_settings(file) == settings


def test_in_a_small_town_everybody_is_chosen() -> None:
    few = [uuid7() for _ in range(5)]
    assert sorted(some_of(few, 60.0, Random(2026))) == few
    assert len(some_of(few, 2.4, Random(2026))) == 2


def test_people_are_the_same_for_the_same_seed() -> None:
    homes = tuple(Home(uuid7(), ("听风楼", "1单元", f"{n}01")) for n in range(9))
    staff = Staff(PLATFORM, PLATFORM, ())
    here = Neighbourhood(staff, "云桥社区", homes, staff)
    first, again = [people_of(here, 0, 50, Random(2026)) for _ in range(2)]
    assert first == again
    assert len({person.phone for person in first}) == 50
    assert all(person.phone.startswith("+8610") for person in first)


def test_texts_fit_what_they_are_shown_in() -> None:
    assert len({text.title for text in ACTIVITIES}) == len(ACTIVITIES) == 20

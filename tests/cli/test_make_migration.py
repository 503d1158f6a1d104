"""`linli make-migration`, as a developer types it; what it writes is tested in `tests/kernel`."""

from asyncio import to_thread

import pytest
from sqlalchemy import URL

from app.kernel.database.migrations import INI
from tests.cli.linli import assert_refused, linli

AWAY = "postgresql://nobody@127.0.0.1:9/none"
VERSIONS = INI.parent / "migrations" / "versions"


@pytest.mark.parametrize("name", ["photos", "Feedback_Photos", "feedback-photos", "1_photos", "a_"])
def test_a_name_that_says_no_package_is_refused(name: str) -> None:
    assert_refused(linli("make-migration", name), name, "package_what")


def test_a_server_that_is_away_is_named() -> None:
    assert_refused(linli("make-migration", "feedback_photos", "--server", AWAY), "no answer")


async def test_without_a_change_nothing_is_written(server: URL) -> None:
    before = set(VERSIONS.iterdir())
    url = server.render_as_string(hide_password=False)
    run = await to_thread(linli, "make-migration", "feedback_photos", "--server", url)
    assert_refused(run, "alike")
    assert {path for path in VERSIONS.iterdir() if path.suffix == ".py"} <= before

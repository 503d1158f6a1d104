"""The days of a worker, a handler, a liaison and a Party office against one demo, over HTTP alone:
each goes by the to-do and the inbox of its people, and leaves nothing that waits."""

import asyncio
import signal
from pathlib import Path

from tests.demo.days.handler import a_handlers_day
from tests.demo.days.liaison import a_liaisons_day
from tests.demo.days.party_office import a_party_offices_day
from tests.demo.days.shared import Day
from tests.demo.days.worker import a_workers_day
from tests.demo.running import a_demo
from tests.faults.process import free_port

DAYS = (a_workers_day, a_handlers_day, a_liaisons_day, a_party_offices_day)


async def test_four_people_finish_their_days(tmp_path: Path) -> None:
    port = free_port()
    async with a_demo(tmp_path, port, signal.SIGTERM):
        for go_through in DAYS:
            day = Day(f"http://127.0.0.1:{port}", print)
            await asyncio.to_thread(go_through, day)
            print(f"\n{go_through.__name__}: {day.calls} calls\n")

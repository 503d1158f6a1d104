"""The days of a worker, a handler, a liaison and a Party office against one demo, over HTTP alone:
each goes by the to-do and the inbox of its people, and leaves nothing that waits. Then a
community's day and the quick start with the Python client alone."""

import asyncio
import re
import signal
from pathlib import Path

from tests.clients.day import a_community_day
from tests.demo.days.handler import a_handlers_day
from tests.demo.days.liaison import a_liaisons_day
from tests.demo.days.party_office import a_party_offices_day
from tests.demo.days.shared import Day
from tests.demo.days.worker import a_workers_day
from tests.demo.running import a_demo
from tests.faults.process import free_port

DAYS = (a_workers_day, a_handlers_day, a_liaisons_day, a_party_offices_day)
README = Path(__file__).parents[2] / "openapi" / "clients" / "python" / "README.md"


async def test_four_people_and_the_python_client_finish_their_days(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    async with a_demo(tmp_path, port, signal.SIGTERM):
        for go_through in DAYS:
            day = Day(url, print)
            await asyncio.to_thread(go_through, day)
            print(f"\n{go_through.__name__}: {day.calls} calls\n")
        await asyncio.to_thread(a_community_day, url, print)
        await asyncio.to_thread(_quick_start, url)


def _quick_start(url: str) -> None:
    """Runs what the README of the Python client shows, as it stands there."""
    text = README.read_text(encoding="utf-8")
    [code] = re.findall(r"<!-- quick start -->\n```python\n(.*?)```", text, re.DOTALL)
    exec(compile(code.replace("http://127.0.0.1:8000", url), str(README), "exec"), {})

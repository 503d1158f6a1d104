"""A demo as a process of its own, as a newcomer starts it."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process, create_subprocess_exec
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.faults.process import START


@asynccontextmanager
async def a_demo(folder: Path, port: int, end_by: signal.Signals) -> AsyncIterator[Process]:
    process = await create_subprocess_exec(
        *(sys.executable, "-c", START, "demo", "--port", str(port), "--people", "60"),
        cwd=folder,
        stdout=PIPE,
        stderr=STDOUT,
    )
    try:
        async with asyncio.timeout(300):
            assert process.stdout is not None
            async for line in process.stdout:
                if b"linli tour" in line:
                    break
        yield process
    finally:
        process.send_signal(end_by)
        await process.communicate()

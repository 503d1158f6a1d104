"""Whatever people, leaders, workers and the clock do in whatever order: no place is sold twice, no
minute counts twice, and no points come from nothing. More sequences than here are run by
`LINLI_SEQUENCES=10000 pytest tests/properties`."""

import asyncio
import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.properties.environment import Environment
from tests.properties.machine import Bridge, ServiceMachine

IN_CI = 100
SEQUENCES = int(os.environ.get("LINLI_SEQUENCES", IN_CI))
STEPS = 12


async def test_every_sequence_of_acts_leaves_everything_right(engine: AsyncEngine) -> None:
    chosen = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        deadline=None,
        # In CI the same sequences each time: a run says something of the change, not of chance.
        derandomize=SEQUENCES == IN_CI,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    async with Environment(engine) as environment:
        ServiceMachine.bridge = Bridge(asyncio.get_running_loop(), environment)
        await asyncio.to_thread(run_state_machine_as_test, ServiceMachine, settings=chosen)

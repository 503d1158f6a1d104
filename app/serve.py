"""Processes: the service under uvicorn, with its metrics; the worker; how both end."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import QueuePool
from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from app.kernel import clock, logs
from app.kernel.database import embedded
from app.kernel.database.engine import Database, open_engine
from app.kernel.lane.lane import Lane
from app.kernel.metrics import Gauges, QueueMetrics, served
from app.kernel.ops import upkeep
from app.kernel.ops.queue_metrics import depths
from app.kernel.ops.settings import Settings
from app.kernel.privacy import sealed
from app.main import create_app
from app.worker import Worker

ENV_FILE = "LINLI_ENV_FILE"
"""Names the file with settings for the processes that are started by this one."""
UNREADY = 5.0
"""Seconds between "not ready" and closing the door: the balancer needs them to look away."""
DRAIN = 20
"""Seconds that requests in flight get to end."""


def read_settings(env_file: Path | None = None) -> Settings:
    """From the environment, and from a file only when it is named."""
    named = env_file or os.environ.get(ENV_FILE)
    return Settings(_env_file=named)  # type: ignore[call-arg]  # of pydantic-settings


def database_url(settings: Settings, *, as_owner: bool = False) -> str:
    """As the role that serves, or as the owner; without either, the embedded server's."""
    given = (as_owner and settings.owner_database_url) or settings.database_url
    if given is not None:
        return given.get_secret_value()
    return embedded.start()[0].render_as_string(hide_password=False)


def engine_of(settings: Settings) -> AsyncEngine:
    return open_engine(database_url(settings), pool_size=settings.database_pool)


def serving(settings: Settings, engine: AsyncEngine) -> FastAPI:
    """The application as a process of its own runs it: with metrics, on one pool."""
    app = create_app(settings, Database.of(engine))
    inner = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async def read() -> QueueMetrics:
            return await figures(app, engine)

        metrics = served(settings.metrics_port, app.state.requests, Gauges(read))
        async with inner(app), metrics:
            with unready_first(app):
                yield
        await engine.dispose()

    app.router.lifespan_context = lifespan
    return app


async def figures(app: FastAPI, engine: AsyncEngine) -> QueueMetrics:
    lane: Lane = app.state.lane
    database: Database = app.state.database
    groups, wishes = lane.load
    found: dict[str, float] = {
        "linli_lane_groups": groups,
        "linli_lane_wishes_waiting": wishes,
        "linli_clock_skew_seconds": clock.skew().total_seconds(),
    }
    if isinstance(pool := engine.pool, QueuePool):
        found["linli_pool_connections"] = pool.size()
        found["linli_pool_connections_in_use"] = pool.checkedout()
    async with database.transaction() as session:
        return {**found, **await depths(session, clock.now())}


def application() -> FastAPI:
    """For uvicorn, in each of its processes."""
    settings = read_settings()
    logs.configure(settings.log_level)
    return serving(settings, engine_of(settings))


@contextmanager
def unready_first(app: FastAPI) -> Iterator[None]:
    """Told to end (SIGTERM), a process is unready at once, and closes its door a moment later."""
    loop = asyncio.get_running_loop()
    close = signal.getsignal(signal.SIGTERM)

    def drain(sig: int, _frame: FrameType | None) -> None:
        app.state.is_draining = True
        if callable(close):
            loop.call_soon_threadsafe(loop.call_later, UNREADY, close, sig, None)

    if callable(close):
        signal.signal(signal.SIGTERM, drain)
    try:
        yield
    finally:
        if callable(close):
            signal.signal(signal.SIGTERM, close)


def config_of(settings: Settings, app: FastAPI | str, workers: int = 1) -> Config:
    """No access log of uvicorn's own, no name of the server, nobody's X-Forwarded-For."""
    return Config(
        app,
        factory=isinstance(app, str),
        host=settings.host,
        port=settings.port,
        workers=workers,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=DRAIN,
    )


def exec_service(env_file: Path | None = None, workers: int = 1) -> NoReturn:
    """Replace this process by the service (exec), so that the modules of the command line do not
    stay in its memory."""
    if env_file is not None:
        os.environ[ENV_FILE] = str(env_file.resolve())
    os.execv(sys.executable, [sys.executable, "-P", "-m", "app.serve", str(workers)])


def _serve(workers: int) -> None:
    """Several processes share the port."""
    settings = read_settings()
    logs.configure(settings.log_level)
    config = config_of(settings, "app.serve:application", workers)
    if workers == 1:
        return Server(config).run()
    Multiprocess(config, [config.bind_socket()]).run()


async def work(settings: Settings, *, once: bool = False) -> None:
    """The worker, until it is told to end; or one round of what is due."""
    logs.configure(settings.log_level)
    sealed.use(settings.keys())
    engine = engine_of(settings)
    database = Database.of(engine)
    worker = Worker(database)
    async with upkeep.on_time(database):
        if once:
            await worker.beat()
            await worker.sweep()
            await worker.run_due()
        else:
            await worker.run(_ended())
    await engine.dispose()


def _ended() -> asyncio.Event:
    """Set by SIGTERM or Ctrl-C: the event in hand is followed to its end first."""
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


if __name__ == "__main__":
    _serve(int(sys.argv[1]))

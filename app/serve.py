"""Processes of the service (uvicorn, with metrics) and of the worker, and how both stop."""

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
from uvicorn.supervisors import ChangeReload, Multiprocess

from app.features import LISTENED_KINDS
from app.kernel import clock, logs
from app.kernel.crypto import keys
from app.kernel.database import embedded
from app.kernel.database.engine import Database, open_engine
from app.kernel.lane.lane import Lane
from app.kernel.metrics import Gauges, QueueMetrics, served
from app.kernel.ops import database_clock
from app.kernel.ops.queue_metrics import read_queue_metrics
from app.kernel.privacy.damage import reads_by_column
from app.kernel.privacy.key_checks import require_keys
from app.kernel.web.http_protocol import HttpProtocol
from app.main import create_app
from app.settings import Settings
from app.worker import Worker

ENV_FILE = "LINLI_ENV_FILE"
"""Variable that names the file of settings for processes started by this one."""
UNREADY_SECONDS = 5.0
"""Time between "not ready" and the closing of the port, in which a balancer takes notice."""
DRAIN_SECONDS = 20
"""Time for requests in flight to be answered."""
RELOAD = "reload"


def read_settings(env_file: Path | None = None) -> Settings:
    """Read the settings from the environment, and from a file only when one is named."""
    named = env_file or os.environ.get(ENV_FILE)
    return Settings(_env_file=named)  # type: ignore[call-arg]  # pydantic-settings takes it


def database_url(settings: Settings, *, as_owner: bool = False) -> str:
    """Address for the role of the service or the owner; without any, the embedded server's."""
    given = (as_owner and settings.owner_database_url) or settings.database_url
    if given is not None:
        return given.get_secret_value()
    return embedded.start()[0].render_as_string(hide_password=False)


def engine_of(settings: Settings) -> AsyncEngine:
    """Open the pool that the settings describe."""
    return open_engine(database_url(settings), pool_size=settings.database_pool)


def service_app(
    settings: Settings, engine: AsyncEngine, *, unready_seconds: float = UNREADY_SECONDS
) -> FastAPI:
    """The application of a process of its own: it serves metrics, and drains before it stops."""
    app = create_app(settings, Database.of(engine, LISTENED_KINDS))
    inner = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async def read() -> QueueMetrics:
            return await read_gauges(app, engine)

        metrics = served(settings.metrics_port, app.state.requests, Gauges(read))
        async with inner(app), metrics:
            with drain_on_sigterm(app, unready_seconds):
                yield
        await engine.dispose()

    app.router.lifespan_context = lifespan
    return app


async def read_gauges(app: FastAPI, engine: AsyncEngine) -> QueueMetrics:
    """Present load of the lane, the pool and the queues, by the names of their gauges."""
    lane: Lane = app.state.lane
    database: Database = app.state.database
    groups, waiting = lane.load
    gauges: dict[str, float] = {
        "linli_lane_groups": groups,
        "linli_lane_commands_waiting": waiting,
        "linli_clock_skew_seconds": clock.skew().total_seconds(),
    }
    gauges |= {f"linli_sealed_damaged_reads/{at}": n for at, n in reads_by_column().items()}
    if isinstance(pool := engine.pool, QueuePool):
        gauges["linli_pool_connections"] = pool.size()
        gauges["linli_pool_connections_in_use"] = pool.checkedout()
    async with database.transaction() as session:
        return {**gauges, **await read_queue_metrics(session, clock.now())}


def application() -> FastAPI:
    """Factory that uvicorn calls in each of its processes."""
    settings = read_settings()
    logs.configure(settings.log_level)
    return service_app(settings, engine_of(settings))


def development_application() -> FastAPI:
    """Factory for `--reload`: no balancer looks on, so the port closes at once."""
    settings = read_settings()
    logs.configure(settings.log_level)
    return service_app(settings, engine_of(settings), unready_seconds=0)


@contextmanager
def drain_on_sigterm(app: FastAPI, unready_seconds: float) -> Iterator[None]:
    """Drain at SIGTERM: the process is unready at once, and closes its port after these seconds."""
    loop = asyncio.get_running_loop()
    close = signal.getsignal(signal.SIGTERM)

    def drain(sig: int, _frame: FrameType | None) -> None:
        app.state.is_draining = True
        if callable(close):
            loop.call_soon_threadsafe(loop.call_later, unready_seconds, close, sig, None)

    if callable(close):
        signal.signal(signal.SIGTERM, drain)
    try:
        yield
    finally:
        if callable(close):
            signal.signal(signal.SIGTERM, close)


def uvicorn_config(settings: Settings, app: FastAPI | str, workers: int = 1) -> Config:
    """Uvicorn without an access log or a server header; no X-Forwarded-For is trusted."""
    return Config(
        app,
        factory=isinstance(app, str),
        host=settings.host,
        port=settings.port,
        workers=workers,
        loop="uvloop",
        http=HttpProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=DRAIN_SECONDS,
    )


def exec_service(
    env_file: Path | None = None, workers: int = 1, *, reloads: bool = False
) -> NoReturn:
    """Replace this process by the service (exec), so that the modules of the command line do not
    stay in its memory."""
    if env_file is not None:
        os.environ[ENV_FILE] = str(env_file.resolve())
    mode = RELOAD if reloads else str(workers)
    os.execv(sys.executable, [sys.executable, "-P", "-m", "app.serve", mode])


def _run_reloading() -> None:
    """Run the service, and start it again whenever a file of the program changes."""
    settings = read_settings()
    logs.configure(settings.log_level)
    config = uvicorn_config(settings, "app.serve:development_application")
    config.reload_dirs = [Path(__file__).parent]
    ChangeReload(config, target=Server(config).run, sockets=[config.bind_socket()]).run()


def _run_uvicorn(workers: int) -> None:
    """Run the service here, or in several processes that share the port."""
    settings = read_settings()
    logs.configure(settings.log_level)
    config = uvicorn_config(settings, "app.serve:application", workers)
    if workers == 1:
        return Server(config).run()
    Multiprocess(config, [config.bind_socket()]).run()


async def require_own_keys(settings: Settings) -> None:
    """Raises KeysRefused where the keys of the settings are not those of their database."""
    keys.use(settings.keys())
    engine = engine_of(settings)
    try:
        async with Database.of(engine).transaction() as session:
            await require_keys(session)
    finally:
        await engine.dispose()


async def run_worker(settings: Settings, *, once: bool = False) -> None:
    """Run the worker until it is told to stop, or for one round of what is due."""
    logs.configure(settings.log_level)
    await require_own_keys(settings)
    clock.use_zone(settings.time_zone)
    engine = engine_of(settings)
    database = Database.of(engine, LISTENED_KINDS)
    worker = Worker(database)
    async with database_clock.follow(database):
        if once:
            await worker.run_once()
        else:
            await worker.run(_stop_on_signal())
    await engine.dispose()


def _stop_on_signal() -> asyncio.Event:
    """Event that SIGTERM or Ctrl-C sets; the listener that runs is finished first."""
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


if __name__ == "__main__":
    if sys.argv[1] == RELOAD:
        _run_reloading()
    else:
        _run_uvicorn(int(sys.argv[1]))

"""`linli demo`: an embedded PostgreSQL, a simulated WeChat, the service, its worker and the demo
town, in one process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from uvicorn import Server

from app import serve
from app.demo import settings_file
from app.demo.page import routes as page
from app.demo.people import GUESTS
from app.demo.seed import seed
from app.demo.today import keep_today
from app.demo.town import ACCOUNTS, NAMES, PASSWORD
from app.features import LISTENED_KINDS
from app.integrations.wechat.simulator.run import serving as simulated
from app.kernel import logs
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.migrate import migrate
from app.settings import Settings
from app.worker import Worker

Say = Callable[[str], None]


async def demo(say: Say, *, host: str, port: int, people: int) -> None:
    """Run until stopped. A town that is there from the last time stays."""
    logs.configure("WARNING")
    settings = Settings.demo(host=host, port=port, metrics_port=0, database_pool=16)
    keys.use(settings.keys())
    say("数据库启动中… starting PostgreSQL")
    await migrate(serve.database_url(settings))
    async with simulated(
        settings.wechat_appid, settings.wechat_secret.get_secret_value()
    ) as wechat:
        settings = settings.model_copy(update={"wechat_api_base_url": wechat})
        engine = serve.engine_of(settings)
        database = Database.of(engine, LISTENED_KINDS)
        say("云桥街道布置中… making the town (once)")
        await seed(database, settings, people=people)
        settings_file.write(settings)
        app = serve.service_app(settings, engine)
        app.routes.extend(page.router.routes)
        server = Server(serve.uvicorn_config(settings, app))
        async with _run_worker(app.state.database), keep_today(database, settings.wechat_appid):
            serving = asyncio.create_task(server.serve())
            await _wait_until_started(server, serving)
            say(greeting(settings, wechat))
            await serving


async def _wait_until_started(server: Server, serving: asyncio.Task[None]) -> None:
    """Returns when the server listens, or has ended because its port is taken."""
    while True:
        if server.started or serving.done():
            return
        await asyncio.sleep(0.05)


@asynccontextmanager
async def _run_worker(database: Database) -> AsyncIterator[None]:
    """Run a worker beside the service; what the service commits wakes it."""
    stop = asyncio.Event()
    running = asyncio.create_task(Worker(database).run(stop))
    try:
        yield
    finally:
        stop.set()
        with suppress(asyncio.CancelledError):
            await running


def greeting(settings: Settings, wechat: str) -> str:
    """Text for the terminal: addresses, people to log in as, what to do next."""
    base = f"http://{settings.host}:{settings.port}"
    guests = "\n".join(f'  {{"code": "sim:{alias}"}}'.ljust(32) + who for alias, who in GUESTS)
    accounts = "\n".join(f"  {login:<16}{name}" for login, name, _, _ in ACCOUNTS)
    return f"""
邻里已启动 Linli is running: {" · ".join(NAMES)}

  {base}/demo          居民端演示 what a mini-program would be
  {base}/console       管理台 the console
  {base}/docs          居民接口 residents' API
  {base}/admin/docs    管理接口 administrators' API
  {wechat}/_sim/journal   模拟微信 the simulated WeChat

居民登录 residents: POST /v1/auth/wechat/sessions
{guests}
管理员登录 administrators: POST /admin/v1/auth/sessions, password {PASSWORD}
{accounts}

五分钟导览 the tour, in a second terminal: linli tour
设置文件 its settings, for other commands: linli doctor --env-file {settings_file.FILE}
Ctrl-C 停止 stops it; the town is kept under var/.
"""

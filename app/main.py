"""The web application, from settings and a database; nothing else is read here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.types import Scope

from app import api
from app.console import pages as console
from app.docs_ui import pages as docs
from app.features import MESSAGES, PERSONAL_DATA, TODOS
from app.identity.authenticator import Authenticator
from app.identity.models import TokenAudience
from app.identity.tokens import Tokens
from app.integrations.wechat.client import WechatClient
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Database, warm_pool
from app.kernel.errors import Unauthenticated
from app.kernel.lane.batching import Limits
from app.kernel.lane.lane import Lane
from app.kernel.metrics import Requests
from app.kernel.ops import database_clock, health, memory
from app.kernel.web import pages, problem_pages, problems
from app.kernel.web.bodies import BodyLimit
from app.kernel.web.request_middleware import RequestMiddleware
from app.notifications.rendering import Renderer
from app.settings import Settings

CORS_REQUEST_HEADERS = [
    "Accept-Language",
    "Authorization",
    "Content-Type",
    "Idempotency-Key",
    "If-Match",
]
CORS_RESPONSE_HEADERS = ["ETag", "Idempotent-Replayed", "Location", "Retry-After", "X-Request-Id"]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open the pool before the first request, and drain the lane after the last one."""
    database: Database = app.state.database
    await warm_pool(database, app.state.settings.database_pool)
    async with database_clock.follow(database):
        memory.freeze()
        yield
        await app.state.lane.drain()
        await app.state.wechat.close()


def create_app(
    settings: Settings,
    database: Database,
    limits: Limits | None = None,
    console_folder: Path = console.DIST,
) -> FastAPI:
    # A redirect would send the token to whatever host and scheme the request names.
    app = FastAPI(
        title="Linli",
        lifespan=lifespan,
        redirect_slashes=False,
        openapi_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    _init_state(app, settings, database, limits or Limits())
    app.add_middleware(BodyLimit, may_send_sheet=lambda scope: may_send_sheet(app, scope))
    problems.install(app)
    _add_middleware(app, settings)
    for router in (api.hot, api.resident, api.admin, health.router, problem_pages.router):
        app.routes.extend(router.routes)  # see `Router.mount`
    if settings.serves_docs:
        app.routes.extend(docs.router.routes)
    if settings.serves_console:
        app.routes.extend(console.console_router(console_folder).routes)
    return app


def may_send_sheet(app: FastAPI, scope: Scope) -> bool:
    """Returns whether a sheet is read at all: only from the holder of an administrator's token,
    however little of it holds when the route looks."""
    scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
    try:
        app.state.authenticator.tokens.verify(token.strip(), TokenAudience.ADMIN, clock.now())
    except Unauthenticated:
        return False
    return scheme.lower() == "bearer"


def _init_state(app: FastAPI, settings: Settings, database: Database, limits: Limits) -> None:
    """Set what routes find in the state of the application."""
    keys.use(settings.keys())
    clock.use_zone(settings.time_zone)
    pages.use(settings.key_for("cursors"))
    app.state.settings = settings
    app.state.database = database
    app.state.lane = Lane(database, limits)
    tokens = Tokens(settings.ring(), settings.token_key_id)
    app.state.authenticator = Authenticator(tokens, app.state.lane, settings.requests_per_minute)
    app.state.renderer = Renderer(MESSAGES)
    app.state.todos = TODOS
    app.state.personal_data = PERSONAL_DATA
    app.state.wechat = WechatClient(settings, database)


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    """Add the outer layers; the one that is added last is the outermost."""
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=CORS_REQUEST_HEADERS,
            expose_headers=CORS_RESPONSE_HEADERS,
        )
    app.state.requests = Requests()
    app.add_middleware(
        RequestMiddleware,
        requests=app.state.requests,
        hosts=settings.hosts,
        logs_requests=settings.log_requests,
    )

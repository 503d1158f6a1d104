"""HTTP clients for an application, and the headers of a resident or an administrator."""

from contextlib import AbstractAsyncContextManager
from uuid import UUID

from fastapi import FastAPI
from httpx import ASGITransport, AsyncBaseTransport, AsyncClient

from app.identity.models import TokenAudience
from app.identity.tokens import Tokens
from app.kernel import clock
from app.kernel.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.documented import Documented
from tests.following import Follower
from tests.retries import Phone

SETTINGS = Settings.demo()
TOKENS = Tokens(SETTINGS.ring(), SETTINGS.token_key_id)


def an_app(database: Database) -> FastAPI:
    return create_app(SETTINGS, database)


def client_of(database: Database) -> AbstractAsyncContextManager[AsyncClient]:
    return client_of_app(an_app(database))


def client_of_app(app: FastAPI) -> AbstractAsyncContextManager[AsyncClient]:
    return _through(_network(app))


def forgiven_client_of_app(app: FastAPI) -> AbstractAsyncContextManager[AsyncClient]:
    """Client whose requests need not be as the documents say; the answers are."""
    network = ASGITransport(app, raise_app_exceptions=False)
    return _through(Documented(network, takes_what_it_is_sent=True))


def follower_of(database: Database) -> AbstractAsyncContextManager[AsyncClient]:
    """Client that reads again what it has written."""
    app = an_app(database)
    return _through(Follower(_network(app), app))


def phone_of(app: FastAPI) -> AbstractAsyncContextManager[AsyncClient]:
    return _through(Phone(_network(app)))


def _network(app: FastAPI) -> AsyncBaseTransport:
    """Transport to an application whose unhandled errors are 500, as they are over a network. It
    shows nothing that is not documented."""
    return Documented(ASGITransport(app, raise_app_exceptions=False))


def _through(network: AsyncBaseTransport) -> AsyncClient:
    return AsyncClient(transport=network, base_url="http://localhost")


def as_(user: UUID | None, key: str | None = None) -> dict[str, str]:
    """Headers of a resident, or of nobody. The id of their login is that of their user."""
    return _headers(user, key, TokenAudience.RESIDENT)


def as_admin(user: UUID | None, key: str | None = None) -> dict[str, str]:
    """Headers of an administrator."""
    return _headers(user, key, TokenAudience.ADMIN)


def _headers(user: UUID | None, key: str | None, audience: TokenAudience) -> dict[str, str]:
    headers = {} if key is None else {"Idempotency-Key": key}
    if user is not None:
        token = TOKENS.issue(user, user, 1, audience, clock.now())
        headers["Authorization"] = f"Bearer {token}"
    return headers

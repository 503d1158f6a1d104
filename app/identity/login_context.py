"""The surroundings of a login, for functions that end one transaction, wait for somebody else, and
begin the next."""

from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from app.identity.models import TokenAudience
from app.identity.tokens import Tokens
from app.kernel.database.engine import Database
from app.kernel.web.limits import Limit, count

BY_ADDRESS = Limit("login", 20, 60)
BY_NAME = Limit("login-name", 5, 60)
"""Counted whether or not somebody has that name."""


class WechatLogin(Protocol):
    """The person whom WeChat names. Their session_key never leaves the WeChat client."""

    @property
    def openid(self) -> str: ...
    @property
    def unionid(self) -> str | None: ...


class Wechat(Protocol):
    """Both raise what a caller can be told."""

    async def code2session(self, code: str) -> WechatLogin: ...
    async def phone_number(self, code: str) -> str:
        """E.164."""
        ...


class LoginContext(NamedTuple):
    database: Database
    tokens: Tokens
    wechat: Wechat
    appid: str
    refresh_key: bytes
    """Key from which successors of refresh tokens are derived."""
    requires_second_factor: bool
    address: str
    """The caller's, as `callers` counts it."""

    def access_token(
        self, user_id: UUID, session_id: UUID, version: int, audience: TokenAudience, now: datetime
    ) -> str:
        return self.tokens.issue(user_id, session_id, version, audience, now)

    async def count_login(self, now: datetime, name: str | None = None) -> None:
        """TooManyRequests. Each in a transaction of its own, so that a refusal by one does not
        take back what the other has counted."""
        async with self.database.transaction() as session:
            await count(session, BY_ADDRESS, self.address, now)
        if name is not None:  # of an address: a stranger elsewhere locks nobody out (S27)
            await self.count_name(f"{name}\0{self.address}", now)

    async def count_name(self, name: str, now: datetime) -> None:
        async with self.database.transaction() as session:
            await count(session, BY_NAME, name, now)

"""Context of functions that log in or verify: they need several transactions, and wait for WeChat
or a password's hash between them."""

from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from app.identity.models import TokenAudience
from app.identity.tokens import Tokens
from app.kernel.database.engine import Database
from app.kernel.web.limits import Limit, count

BY_ADDRESS = Limit("login", 20, 60)
BY_NAME = Limit("login-name", 5, 60)
"""Limit by name and address, counted for unknown names, too."""

BY_REFRESH_ADDRESS = Limit("refresh", 300, 60)
"""Limit of refreshes by address, which a whole neighbourhood may share."""
BY_SESSION = Limit("refresh-login", 60, 60)
CODES, CODES_A_DAY = Limit("second-factor", 10, 600), Limit("second-factor-day", 50, 86_400)
"""Limits of codes by account, whatever the address. Only who has the right password is counted, so
that a stranger cannot lock anybody out."""


class WechatLogin(Protocol):
    """A person as WeChat identifies them. The session_key does not leave the WeChat client."""

    @property
    def openid(self) -> str: ...
    @property
    def unionid(self) -> str | None: ...


class Wechat(Protocol):
    """WeChat as logins use it. Both methods raise domain errors."""

    async def code2session(self, code: str) -> WechatLogin: ...
    async def phone_number(self, code: str) -> str:
        """Returns the phone number of the code in E.164."""
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
    """The client's address, as `client_address` reduces it."""

    def access_token(
        self, user_id: UUID, session_id: UUID, version: int, audience: TokenAudience, now: datetime
    ) -> str:
        return self.tokens.issue(user_id, session_id, version, audience, now)

    async def count_login(self, now: datetime, name: str | None = None) -> None:
        """Counts a login by address, and by name at this address. Raises TooManyRequests. Each
        count commits by itself, so that a refusal by one does not undo the other."""
        async with self.database.transaction() as session:
            await count(session, BY_ADDRESS, self.address, now)
        if name is not None:
            # Names count per address: a stranger elsewhere must not lock a person out.
            await self.count_name(f"{name}\0{self.address}", now)

    async def count_refresh(self, session_id: UUID, now: datetime) -> None:
        """Counts a refresh by address and by login. Raises TooManyRequests."""
        async with self.database.transaction() as session:
            await count(session, BY_REFRESH_ADDRESS, self.address, now)
            await count(session, BY_SESSION, str(session_id), now)

    async def count_code(self, user_id: UUID, now: datetime) -> None:
        """Counts a one-time code that follows a right password. Raises TooManyRequests."""
        async with self.database.transaction() as session:
            await count(session, CODES, str(user_id), now)
            await count(session, CODES_A_DAY, str(user_id), now)

    async def count_name(self, name: str, now: datetime) -> None:
        async with self.database.transaction() as session:
            await count(session, BY_NAME, name, now)

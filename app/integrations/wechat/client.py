"""WeChat's server API: who logs in, and with which phone number. Called outside transactions."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple, TypeVar

from app.integrations.wechat.access_token import AccessToken
from app.integrations.wechat.answers import PhoneAnswer, SessionAnswer, TokenAnswer
from app.integrations.wechat.errcodes import Kind, NoAnswer, Refused, as_unavailable, error_of
from app.integrations.wechat.errors import WechatMisconfigured
from app.integrations.wechat.settings import WechatSettings
from app.integrations.wechat.wire import Endpoint, Wire, log
from app.kernel.database.engine import Database

# A login whose answer is lost may have used up its code: asked once more, and then it shows.
LOGIN = Endpoint("GET", "/sns/jscode2session", again_when_lost=1)
TOKEN = Endpoint("POST", "/cgi-bin/stable_token", again_when_lost=2)
# Each answer costs money.
PHONE = Endpoint("POST", "/wxa/business/getuserphonenumber", again_when_lost=0)

Result = TypeVar("Result")


class WechatLogin(NamedTuple):
    openid: str
    unionid: str | None


class WechatClient:
    """Each method answers within `wechat_total_seconds`, or raises what a caller is told."""

    def __init__(self, settings: WechatSettings, database: Database) -> None:
        self._appid = settings.wechat_appid
        self._secret = settings.wechat_secret
        self._seconds = settings.wechat_total_seconds
        self._wire = Wire(settings)
        self._token = AccessToken(database, self._appid, self._seconds, self._fetch_token)

    async def close(self) -> None:
        await self._token.close()
        await self._wire.close()

    async def code2session(self, code: str) -> WechatLogin:
        """Returns the person to whom wx.login gave this code."""
        query = {
            "appid": self._appid,
            "secret": self._secret.get_secret_value(),
            "js_code": code,
            "grant_type": "authorization_code",
        }
        async with self._in_time(LOGIN) as until:
            answer = await self._wire.ask(LOGIN, SessionAnswer, until=until, query=query)
        return WechatLogin(answer.openid, answer.unionid)

    async def phone_number(self, code: str) -> str:
        """Returns the number in E.164 for a code of the button getPhoneNumber."""
        async with self._in_time(PHONE) as until:

            async def ask(token: str) -> PhoneAnswer:
                query, body = {"access_token": token}, {"code": code}
                return await self._wire.ask(PHONE, PhoneAnswer, until=until, query=query, body=body)

            info = (await self._with_token(ask)).phone_info
            if info.watermark.appid != self._appid:
                log.error("wechat alarm: a phone number for another mini-program")
                raise WechatMisconfigured
            if (phone := info.e164()) is None:
                raise NoAnswer(PHONE.path, "not a phone number")
        return phone

    async def _with_token(self, ask: Callable[[str], Awaitable[Result]]) -> Result:
        """A token that WeChat does not take is replaced, once."""
        token = await self._token.get()
        try:
            return await ask(token)
        except Refused as refused:
            if refused.kind is not Kind.TOKEN:
                raise
        await self._token.expire(token)
        return await ask(await self._token.get())

    async def _fetch_token(self) -> TokenAnswer:
        """Fetch a token in normal mode: forcing a new one would end the one that others hold."""
        body = {
            "grant_type": "client_credential",
            "appid": self._appid,
            "secret": self._secret.get_secret_value(),
            "force_refresh": False,
        }
        async with self._in_time(TOKEN) as until:
            return await self._wire.ask(TOKEN, TokenAnswer, until=until, body=body)

    @asynccontextmanager
    async def _in_time(self, endpoint: Endpoint) -> AsyncIterator[float]:
        """Yields the deadline by the loop's clock; failures inside become errors for callers."""
        until = asyncio.get_running_loop().time() + self._seconds
        try:
            async with asyncio.timeout_at(until):
                yield until
        except Refused as refused:
            raise error_of(refused) from None
        except NoAnswer as lost:
            raise as_unavailable(lost) from None
        except TimeoutError:
            raise as_unavailable(NoAnswer(endpoint.path, "time is up")) from None

"""Questions to WeChat and their answers over HTTP; the only place that knows how to ask again."""

import asyncio
import json
import logging
from collections.abc import Mapping
from functools import cache
from random import uniform
from ssl import SSLContext
from typing import Any, NamedTuple, TypeVar

import httpx
from pydantic import ValidationError

from app.integrations.wechat.answers import Answer, Verdict
from app.integrations.wechat.errcodes import Kind, NoAnswer, Refused
from app.integrations.wechat.errors import WechatMisconfigured
from app.integrations.wechat.settings import WechatSettings
from app.kernel.ops.settings import Environment

log = logging.getLogger(__name__)

for _talkative in ("httpx", "httpcore"):
    logging.getLogger(_talkative).setLevel(logging.WARNING)  # at INFO: addresses with the secret

MAX_ANSWER_BYTES = 1024 * 1024
"""Bytes of an answer."""
CONNECT_TIMEOUT_SECONDS = 2.0
"""Seconds."""
FIRST_ATTEMPT_SHARE = 0.6
"""Share of the whole time for one attempt: one that hangs leaves time to ask once more."""
MIN_ATTEMPT_SECONDS = 0.2
"""Seconds that must be left to ask again."""
PAUSE = 0.1
"""Seconds before asking again, doubled each time, give or take a half."""
AGAIN_WHEN_BUSY = 2
BUSY_STATUS = {408, 429}
SIMULATED = "X-Wxsim"
"""Header of every answer of the simulator, and of none of WeChat."""

Result = TypeVar("Result", bound=Answer)


class Endpoint(NamedTuple):
    method: str
    path: str
    again_when_lost: int
    """How often to ask again when nothing came back, although it may have been done."""


@cache
def _trusted() -> SSLContext:
    """The public certificate authorities, read once a process."""
    return httpx.create_ssl_context(trust_env=False)


class Wire:
    """One mini-program's connections to WeChat's one host. No redirect, no proxy of the
    environment, no compression, no body in pieces (WeChat answers those with 412)."""

    def __init__(self, settings: WechatSettings) -> None:
        self._total = settings.wechat_total_seconds
        self._is_production = settings.environment is Environment.PRODUCTION
        self._http = httpx.AsyncClient(
            base_url=settings.wechat_api_base_url,
            verify=_trusted(),
            timeout=httpx.Timeout(self._total, connect=min(CONNECT_TIMEOUT_SECONDS, self._total)),
            limits=httpx.Limits(max_connections=64, max_keepalive_connections=16),
            headers={"Accept-Encoding": "identity", "User-Agent": "linli"},
            follow_redirects=False,
            trust_env=False,
        )

    async def close(self) -> None:
        await self._http.aclose()

    async def ask(
        self,
        endpoint: Endpoint,
        answer: type[Result],
        *,
        until: float,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Result:
        """The answer; or Refused, or NoAnswer, when there is no use or no time to ask again."""
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        request = self._http.build_request(
            endpoint.method,
            endpoint.path,
            params=query,
            content=content,
            headers={} if content is None else {"Content-Type": "application/json"},
        )
        busy, lost = 0, 0
        while True:
            try:
                return await self._attempt(request, endpoint.path, answer, until)
            except Refused as refused:
                busy += 1
                if refused.kind is not Kind.BUSY or busy > AGAIN_WHEN_BUSY:
                    raise
                await self._pause(refused, busy + lost, until)
            except NoAnswer as nothing:
                lost += 1
                if lost > endpoint.again_when_lost:
                    raise
                await self._pause(nothing, busy + lost, until)

    async def _pause(self, error: Exception, times: int, until: float) -> None:
        pause = PAUSE * 2 ** (times - 1) * uniform(0.5, 1.5)
        if asyncio.get_running_loop().time() + pause + MIN_ATTEMPT_SECONDS > until:
            raise error
        await asyncio.sleep(pause)

    async def _attempt(
        self, request: httpx.Request, path: str, answer: type[Result], until: float
    ) -> Result:
        first = asyncio.get_running_loop().time() + FIRST_ATTEMPT_SHARE * self._total
        try:
            async with asyncio.timeout_at(min(first, until)):
                loaded = await self._load(request, path)
        except (TimeoutError, httpx.TimeoutException):
            raise NoAnswer(path, "time is up") from None
        except httpx.HTTPError as error:
            raise NoAnswer(path, type(error).__name__) from None
        try:
            verdict = Verdict.model_validate(loaded)
            if verdict.errcode != 0:
                raise Refused(path, verdict.errcode, verdict.rid)
            return answer.model_validate(loaded)
        except ValidationError:
            raise NoAnswer(path, "not the answer that is documented") from None

    async def _load(self, request: httpx.Request, path: str) -> object:
        response = await self._http.send(request, stream=True)
        try:
            self._require_real(response, path)
            _require_answer(response, path)
            return _decoded(await _read(response, path), path)
        finally:
            await response.aclose()

    def _require_real(self, response: httpx.Response, path: str) -> None:
        if self._is_production and SIMULATED in response.headers:
            log.error("wechat alarm: a simulator answers to %s", path)
            raise WechatMisconfigured


def _require_answer(response: httpx.Response, path: str) -> None:
    """WeChat says 200 also to what it refuses; another status comes from what stands before it."""
    status = response.status_code
    if status >= 500 or status in BUSY_STATUS:
        raise NoAnswer(path, f"HTTP {status}")
    if status != 200:
        log.error("wechat alarm: HTTP %d to %s", status, path)
        raise WechatMisconfigured


async def _read(response: httpx.Response, path: str) -> bytes:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise NoAnswer(path, "compressed without having been asked to")
    read = bytearray()
    async for part in response.aiter_raw():
        read += part
        if len(read) > MAX_ANSWER_BYTES:
            raise NoAnswer(path, "too long")
    return bytes(read)


def _decoded(content: bytes, path: str) -> object:
    """Whatever the content type says: WeChat calls JSON text/plain in places."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NoAnswer(path, "not JSON") from None

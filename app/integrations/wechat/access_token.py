"""WeChat's access token: one for all processes, fetched by one of them at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from sqlalchemy import or_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.integrations.wechat.answers import TokenAnswer
from app.integrations.wechat.errors import WechatUnavailable
from app.integrations.wechat.models import MARGIN, WechatToken
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database, lock
from app.kernel.privacy.sealed import shown

LOOK_AGAIN = 0.05
"""Seconds between two looks at what another process is fetching."""
SPARE = timedelta(seconds=2)
"""A lease outlasts the longest fetch by this much."""


class AccessToken:
    """WeChat keeps one stable token for the mini-program and tells it to whoever asks; asking
    once is enough. The row says what it is and who is fetching it; nothing is kept here."""

    def __init__(
        self,
        database: Database,
        appid: str,
        seconds: float,
        fetch: Callable[[], Awaitable[TokenAnswer]],
    ) -> None:
        """`fetch` calls WeChat, for at most `seconds`."""
        self._database = database
        self._id = uuid5(PLATFORM, appid)
        self._seconds = seconds
        self._fetch = fetch
        self._fetching: asyncio.Task[str] | None = None

    async def get(self) -> str:
        """One that has five minutes left, if it can be had; else one that still is good."""
        async with self._database.transaction() as session:
            row = await session.get(WechatToken, (PLATFORM, self._id))
            if row is not None and row.is_fresh(clock.now()):
                return _token(row)
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetched())
            self._fetching.add_done_callback(_looked_at)
        # A caller who goes away takes nobody's token along.
        return await asyncio.shield(self._fetching)

    async def expire(self, failed: str) -> None:
        """WeChat did not take it. Another one that came in its place meanwhile stays."""
        async with self._database.transaction() as session:
            row = await session.get(WechatToken, (PLATFORM, self._id))
            if row is None:
                return
            await lock(session, row)
            if _token(row) == failed:
                row.expire()

    async def close(self) -> None:
        """Waits for a fetch in hand: it is bounded, and gives its lease back."""
        if self._fetching is not None and not self._fetching.done():
            await asyncio.wait([self._fetching])

    async def _fetched(self) -> str:
        until = asyncio.get_running_loop().time() + self._seconds
        while asyncio.get_running_loop().time() < until:
            async with self._database.transaction() as session:
                held = await self._found_or_leased(session, clock.now())
            if isinstance(held, datetime):
                return await self._fetch_under(held)
            if held is not None:
                return held
            await asyncio.sleep(LOOK_AGAIN)
        raise WechatUnavailable

    async def _found_or_leased(self, session: AsyncSession, now: datetime) -> str | datetime | None:
        """A token; or the end of our lease, which is its name; or None: another process is at it,
        and there is nothing to use until it is done."""
        row = await session.get(WechatToken, (PLATFORM, self._id))
        if row is None:
            await _make_row(session, self._id)
        elif row.is_fresh(now):
            return _token(row)
        leased_until = now + timedelta(seconds=self._seconds) + SPARE
        leased = await session.scalar(
            update(WechatToken)
            .where(
                WechatToken.community_id == PLATFORM,
                WechatToken.id == self._id,
                or_(WechatToken.leased_until.is_(None), WechatToken.leased_until < now),
                or_(WechatToken.expires_at.is_(None), WechatToken.expires_at < now + MARGIN),
            )
            .values(leased_until=leased_until)
            .returning(WechatToken.leased_until)
            .execution_options(synchronize_session=False)
        )
        if leased is None and row is not None and row.is_good(now):
            return _token(row)
        return leased

    async def _fetch_under(self, lease: datetime) -> str:
        """Fetch outside any transaction. A process that has lost the lease writes nothing."""
        try:
            answer = await self._fetch()
        except BaseException:
            await self._give_back(lease, None)
            raise
        await self._give_back(lease, answer)
        return answer.access_token

    async def _give_back(self, lease: datetime, answer: TokenAnswer | None) -> None:
        async with self._database.transaction() as session:
            row = await session.get_one(WechatToken, (PLATFORM, self._id))
            await lock(session, row)
            if row.leased_until != lease:
                return
            row.leased_until = None
            if answer is not None:
                seconds = timedelta(seconds=answer.expires_in)
                row.renew(answer.access_token, clock.now() + seconds)


def _token(row: WechatToken) -> str:
    """One that does not open is empty: WeChat refuses it, and another is fetched."""
    return shown(row, WechatToken.token) or ""


async def _make_row(session: AsyncSession, id_: UUID) -> None:
    made = insert(WechatToken).values(community_id=PLATFORM, id=id_)
    await session.execute(made.on_conflict_do_nothing())


def _looked_at(task: asyncio.Task[str]) -> None:
    """Reads a failure that nobody waited for, so that asyncio does not report it."""
    if not task.cancelled():
        task.exception()

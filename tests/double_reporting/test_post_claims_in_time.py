"""Post claims as time passes: the notice ends, service ends, a member leaves."""

from datetime import timedelta

from app.double_reporting.models import PostClaimStatus, PostStatus
from app.double_reporting.sweeps import SWEEPS
from app.kernel import clock
from app.worker import Worker
from tests.client import as_
from tests.double_reporting.members import (
    a_post,
)
from tests.double_reporting.test_post_claims import Claims
from tests.now import NOW

S = PostClaimStatus


class TestTime(Claims):
    async def sweep(self, later: timedelta) -> None:
        with clock.frozen(NOW + later):
            worker = Worker(self.database, sweeps=SWEEPS)
            await worker.sweep()
            await worker.run_due()

    async def test_service_begins_when_the_last_day_of_notice_is_over(self) -> None:
        """The claim was approved at noon: three days later it is noon of the last day, not its
        end."""
        claim = await self.claim(S.APPROVED)
        until_midnight = timedelta(days=3, hours=12)
        await self.sweep(until_midnight - timedelta(seconds=1))
        assert await self.state(claim) == S.APPROVED
        await self.sweep(until_midnight)
        assert await self.state(claim) == S.SERVING
        assert await self.message_kinds() == ["double_reporting.service_started"]

    async def test_service_ends_when_the_post_is_closed_and_over(self) -> None:
        closed = await a_post(self.database, self.community, status=PostStatus.CLOSED)
        later = await a_post(
            self.database,
            self.community,
            status=PostStatus.CLOSED,
            ends_at=NOW + timedelta(days=1),
        )
        claims = [await self.claim(S.SERVING, post) for post in (self.post, closed, later)]
        await self.sweep(timedelta())
        states = [await self.state(claim) for claim in claims]
        assert states == [S.SERVING, S.COMPLETED, S.SERVING]
        await self.sweep(timedelta(days=1))
        assert await self.state(claims[2]) == S.COMPLETED
        assert await self.taken(later) == 0


class TestWhoLeaves(Claims):
    async def test_gives_all_places_back_and_is_told(self) -> None:
        other = await a_post(self.database, self.community)
        applied, serving = await self.claim(), await self.claim(S.SERVING, other)
        path = self.path("/participants/me/leave")
        answer = await self.http.post(path, headers=as_(self.me.user_id))
        assert answer.status_code == 200, answer.text
        message_kinds = await self.message_kinds()
        assert [await self.state(claim) for claim in (applied, serving)] == [
            S.WITHDRAWN,
            S.COMPLETED,
        ]
        assert (await self.taken(), await self.taken(other)) == (0, 0)
        assert set(await self.message_kinds()) | set(message_kinds) == {
            "double_reporting.claim_withdrawn",
            "double_reporting.service_completed",
        }

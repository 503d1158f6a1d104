"""POST /admin/v1/communities/{community_id}/ballots/{ballot_id}/votes/reveal"""

from datetime import timedelta
from uuid import UUID

from httpx import Response
from sqlalchemy import select

from app.communities.models import Role
from app.features import MESSAGES
from app.identity.models import Locale, LoginSession
from app.kernel import clock
from app.kernel.jobs.audit import SWEEPS as AUDIT_SWEEPS
from app.notifications.inbox import InboxMessage, content_of, is_to
from app.notifications.rendering import Renderer
from app.worker import Worker
from tests.audit import audited
from tests.client import as_admin
from tests.consultations.test_results import CAST, OVER, BallotWithVotes
from tests.factories import a_community, staff

REASON = {"reason": "有居民对计票提出异议"}


class TestReveal(BallotWithVotes):
    async def reveal(self, by: UUID | None, **body: object) -> Response:
        path = f"/admin/v1/communities/{self.community}/ballots/{self.ballot.id}/votes/reveal"
        return await self.http.post(path, json=REASON | body, headers=as_admin(by))

    async def proven(self, user: UUID, *, ago: timedelta = timedelta()) -> UUID:
        async with self.database.transaction() as session:
            login = await session.get_one(LoginSession, (user, user))
            login.proven_at = clock.now() - ago
        return user

    async def test_who_may_not_is_told_in_order(self) -> None:
        assert (await self.reveal(None)).status_code == 401
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.reveal(await self.proven(outsider))).status_code == 404
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.reveal(await self.proven(grid))).status_code == 403
        answer = await self.reveal(await self.proven(self.worker, ago=timedelta(minutes=6)))
        assert answer.json()["code"] == "identity.step_up_required"

    async def test_a_reason_is_given(self) -> None:
        await self.proven(self.worker)
        for body in ({"reason": ""}, {"limit": 21}):
            assert (await self.reveal(self.worker, **body)).status_code == 422

    async def test_nobody_reveals_before_the_close(self) -> None:
        answer = await self.reveal(await self.proven(self.worker))
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "consultations.ballot_wrong_state",
        )

    async def test_each_vote_is_shown_with_its_voter_and_audited(self) -> None:
        await self.pass_time()
        with clock.frozen(OVER):
            await self.proven(self.worker)
            first = (await self.reveal(self.worker, limit=5)).json()
            rest = (await self.reveal(self.worker, limit=20, cursor=first["next_cursor"])).json()
        shown = {one["cast_by"]: one["choices"] for one in first["items"] + rest["items"]}
        voters = zip(self.people, CAST, strict=False)
        assert shown == {str(person.id): choices for person, choices in voters}
        looks = [one for one in await audited(self.database) if one.action == "vote.revealed"]
        assert {str(one.about) for one in looks} == set(shown)
        assert len(looks) == len(CAST)

    async def test_each_voter_is_told_by_whom_and_why(self) -> None:
        await self.pass_time()
        with clock.frozen(OVER):
            await self.proven(self.worker)
            await self.reveal(self.worker, limit=20)
            await Worker(self.database, sweeps=AUDIT_SWEEPS).run_once()
            while await Worker(self.database).run_due():
                pass
        voted, silent = self.people[0], self.people[-1]
        for person, is_about in ((voted, True), (silent, False)):
            query = select(InboxMessage).where(is_to(self.community, person.id))
            async with self.database.transaction() as session:
                contents = [content_of(row) for row in await session.scalars(query)]
            render = Renderer(MESSAGES).render
            bodies = [render(one.kind, one.variables, Locale.ZH)[1] for one in contents]
            assert (
                any("记名表决选择" in one and REASON["reason"] in one for one in bodies) is is_about
            )

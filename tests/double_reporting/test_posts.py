"""Posts: drafted, published and closed by staff, read by anybody who has logged in."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.double_reporting.models import Post, PostClaimStatus, PostStatus
from app.double_reporting.sweeps import SWEEPS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import a_post, a_post_claim
from tests.factories import a_community, a_household, a_participant, a_user, staff
from tests.now import NOW

BODY: dict[str, Any] = {
    "category": "environment",
    "title": "护绿认养",
    "description": "给楼前绿地浇水、捡拾垃圾。",
    "schedule": "每周六上午",
    "risk_statement": "浇水时注意路滑。",
    "capacity": 5,
}


class Posts:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)

    def path(self, rest: str = "") -> str:
        return f"/admin/v1/communities/{self.community}/posts{rest}"

    async def actions(self) -> list[str]:
        async with self.database.transaction() as session:
            return list(await session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))

    async def stored(self, post: Post) -> Post:
        async with self.database.transaction() as session:
            return await session.get_one(Post, (post.community_id, post.id))


class TestDraftPost(Posts):
    async def draft(
        self, by: UUID | None, key: str | None = "post-0001", **fields: Any
    ) -> Response:
        return await self.http.post(self.path(), json=BODY | fields, headers=as_admin(by, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.draft(None)).status_code == 401

    async def test_staff_of_elsewhere_find_nothing(self) -> None:
        other = await staff(self.database, await a_community(self.database))
        assert (await self.draft(other)).status_code == 404

    async def test_who_may_only_read_may_not(self) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.draft(grid)).status_code == 403

    @pytest.mark.parametrize(
        "fields",
        [{"capacity": 0}, {"capacity": "5"}, {"category": "gardening"}, {"status": "published"}],
    )
    async def test_malformed_is_refused(self, fields: dict[str, Any]) -> None:
        assert (await self.draft(self.worker, **fields)).status_code == 422
        assert (await self.draft(self.worker, key=None)).status_code == 400

    async def test_it_is_a_draft_that_residents_do_not_see(self) -> None:
        answer = await self.draft(self.worker)
        assert (answer.status_code, answer.json()["status"]) == (201, "draft")
        shown = await self.http.get(answer.headers["location"], headers=as_admin(self.worker))
        assert shown.json() == answer.json()
        reader = as_(await a_user(self.database))
        resident_path = f"/v1/communities/{self.community}/posts"
        assert (await self.http.get(resident_path, headers=reader)).json()["items"] == []
        assert (
            await self.http.get(f"{resident_path}/{answer.json()['id']}", headers=reader)
        ).status_code == 404
        assert await self.actions() == ["post.drafted"]


class TestPostVerbs(Posts):
    async def verb(self, post: Post, verb: str, by: UUID | None = None) -> Response:
        headers = as_admin(by or self.worker)
        return await self.http.post(self.path(f"/{post.id}/{verb}"), headers=headers)

    @pytest.mark.parametrize("verb", ["publish", "close"])
    async def test_who_may_not_is_told_in_order(self, verb: str) -> None:
        post = await a_post(self.database, self.community)
        assert (await self.http.post(self.path(f"/{post.id}/{verb}"))).status_code == 401
        other = await staff(self.database, await a_community(self.database))
        assert (await self.verb(post, verb, other)).status_code == 404
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.verb(post, verb, grid)).status_code == 403

    async def test_a_draft_is_not_closed_and_a_closed_one_not_published(self) -> None:
        draft = await a_post(self.database, self.community, status=PostStatus.DRAFT)
        closed = await a_post(self.database, self.community, status=PostStatus.CLOSED)
        for post, verb in ((draft, "close"), (closed, "publish"), (closed, "close")):
            answer = await self.verb(post, verb)
            assert (answer.status_code, answer.json()["code"]) == (
                409,
                "double_reporting.post_wrong_state",
            )

    async def test_publishing_checks_the_risk(self) -> None:
        path = self.path()
        for fields, code in (
            ({"risk_statement": ""}, "risk_statement_missing"),
            ({"risk_level": "high"}, "insurance_missing"),
        ):
            headers = as_admin(self.worker, f"post-{code}")
            draft = await self.http.post(path, json=BODY | fields, headers=headers)
            answer = await self.http.post(
                self.path(f"/{draft.json()['id']}/publish"), headers=as_admin(self.worker)
            )
            assert (answer.status_code, answer.json()["code"]) == (
                409,
                f"double_reporting.{code}",
            )

    async def test_it_says_where_and_from_when_to_when(self) -> None:
        home = await a_household(self.database, self.community)
        days = {"from_on": "2027-01-01", "until_on": "2027-03-31"}
        body = BODY | days | {"place_id": str(home.id)}
        headers = as_admin(self.worker, "post-0010")
        answer = await self.http.post(self.path(), json=body, headers=headers)
        shown = answer.json()
        assert answer.status_code == 201, answer.text
        assert home.name in shown["place_path"]
        assert shown["ends_at"] == "2027-03-31T16:00:00Z"
        refused = await self.http.post(
            self.path(),
            json=body | {"until_on": "2026-12-31"},
            headers=as_admin(self.worker, "post-0011"),
        )
        assert refused.status_code == 422
        elsewhere = await a_household(self.database, await a_community(self.database))
        refused = await self.http.post(
            self.path(),
            json=body | {"place_id": str(elsewhere.id)},
            headers=as_admin(self.worker, "post-0012"),
        )
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_reference")

    async def test_published_then_closed_each_audited(self) -> None:
        post = await a_post(self.database, self.community, status=PostStatus.DRAFT)
        assert (await self.verb(post, "publish")).json()["published_at"] == "2026-12-05T04:00:00Z"
        assert (await self.verb(post, "close")).json()["status"] == "closed"
        assert await self.actions() == ["post.published", "post.closed"]

    async def test_it_closes_by_itself_when_it_ends(self) -> None:
        post = await a_post(self.database, self.community, ends_at=NOW + timedelta(hours=1))
        worker = Worker(self.database, sweeps=SWEEPS)
        await worker.sweep()
        assert (await self.stored(post)).status == "published"
        with clock.frozen(NOW + timedelta(hours=1)):
            await worker.sweep()
        assert (await self.stored(post)).status == "closed"


class TestRevisePost(Posts):
    async def revise(self, post: Post, tag: str | None = '"1"', **fields: Any) -> Response:
        headers = as_admin(self.worker) | ({"If-Match": tag} if tag else {})
        return await self.http.put(self.path(f"/{post.id}"), json=BODY | fields, headers=headers)

    async def test_only_with_the_version_that_was_read(self) -> None:
        post = await a_post(self.database, self.community)
        assert (await self.revise(post, None)).status_code == 428
        assert (await self.revise(post, '"7"')).status_code == 412

    async def test_a_closed_one_stays_as_it_is(self) -> None:
        post = await a_post(self.database, self.community, status=PostStatus.CLOSED)
        assert (await self.revise(post)).status_code == 409

    async def test_never_fewer_places_than_are_taken(self) -> None:
        post = await a_post(self.database, self.community, places=2)
        for _ in range(2):
            member = await a_participant(self.database, self.community)
            await a_post_claim(self.database, post, member)
        answer = await self.revise(post, capacity=1)
        assert (answer.status_code, answer.json()["code"]) == (409, "capacity_taken")
        assert answer.json()["taken"] == 2

    async def test_what_people_agreed_to_does_not_change_under_them(self) -> None:
        """Kind, schedule and risk of a published post became others while people served on it."""
        post = await a_post(self.database, self.community)
        as_it_is: dict[str, Any] = {
            "category": "safety_patrol",
            "schedule": post.schedule,
            "risk_statement": post.risk_statement,
            "is_insured": True,
        }
        assert (await self.revise(post, **as_it_is, title="夜间巡查")).status_code == 200
        claimant = await a_participant(self.database, self.community)
        claim = await a_post_claim(self.database, post, claimant, PostClaimStatus.SERVING)
        home = await a_household(self.database, self.community)
        for name, value in {
            "category": "care",
            "schedule": "每天 22:00 至次日 5:00",
            "risk_level": "high",
            "risk_statement": "有跌落危险",
            "is_insured": False,
            "place_id": str(home.id),
            "from_on": "2027-01-01",
            "until_on": "2027-12-31",
        }.items():
            answer = await self.revise(post, '"2"', **as_it_is | {name: value})
            assert (answer.status_code, answer.json()["code"]) == (
                409,
                "double_reporting.post_taken",
            ), name
            assert (answer.json()["taken"], answer.json()["fields"]) == (1, [name])
        answer = await self.revise(post, '"2"', **as_it_is, title="夜间巡逻", capacity=9)
        assert answer.status_code == 200
        worker = as_admin(self.worker)
        done = await self.http.post(
            f"/admin/v1/communities/{self.community}/claims/{claim.id}/complete", headers=worker
        )
        assert done.status_code == 200
        assert (await self.revise(post, '"3"', **as_it_is | {"category": "care"})).is_success

    async def test_a_published_one_stays_publishable(self) -> None:
        post = await a_post(self.database, self.community)
        for fields, code in (
            ({"risk_statement": ""}, "risk_statement_missing"),
            ({"risk_level": "high"}, "insurance_missing"),
        ):
            answer = await self.revise(post, **fields)
            assert (answer.status_code, answer.json()["code"]) == (
                409,
                f"double_reporting.{code}",
            )

    async def test_written_anew_with_the_next_version(self) -> None:
        post = await a_post(self.database, self.community)
        answer = await self.revise(post)
        assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
        assert (answer.json()["title"], answer.json()["remaining"]) == ("护绿认养", 5)


class TestReadPosts(Posts):
    def resident_path(self, rest: str = "") -> str:
        return f"/v1/communities/{self.community}/posts{rest}"

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get(self.resident_path())).status_code == 401
        assert (await self.http.get(self.resident_path(f"/{uuid4()}"))).status_code == 401

    async def test_an_unknown_filter_is_refused(self) -> None:
        reader = as_(await a_user(self.database))
        for query in ({"category": "gardening"}, {"name": "x"}):
            answer = await self.http.get(self.resident_path(), params=query, headers=reader)
            assert answer.status_code == 422

    async def test_open_ones_with_places_and_counts_and_nobody_s_name(self) -> None:
        post = await a_post(self.database, self.community, places=4)
        await a_post(self.database, self.community, status=PostStatus.CLOSED)
        await a_post(self.database, await a_community(self.database))
        for status in (PostClaimStatus.APPLIED, PostClaimStatus.APPROVED, PostClaimStatus.SERVING):
            member = await a_participant(self.database, self.community)
            await a_post_claim(self.database, post, member, status)
        reader = as_((await a_participant(self.database, self.community)).user_id)
        [shown] = (await self.http.get(self.resident_path(), headers=reader)).json()["items"]
        assert (shown["remaining"], shown["in_notice"], shown["serving"]) == (None, None, None)
        one = (await self.http.get(self.resident_path(f"/{post.id}"), headers=reader)).json()
        assert one == shown
        other = await self.http.get(
            self.resident_path(), params={"category": "mediation"}, headers=reader
        )
        assert other.json() == {"items": [], "next_cursor": None}

    async def test_numbers_of_members_are_shown_from_ten_on(self) -> None:
        """The places left and the capacity tell how many are taken, so they count among them."""
        post = await a_post(self.database, self.community, places=12)
        reader = as_((await a_participant(self.database, self.community)).user_id)
        shown = []
        for _ in range(11):
            member = await a_participant(self.database, self.community)
            await a_post_claim(self.database, post, member, PostClaimStatus.SERVING)
            one = (await self.http.get(self.resident_path(f"/{post.id}"), headers=reader)).json()
            shown.append((one["remaining"], one["in_notice"], one["serving"]))
        assert shown == [(None, None, None)] * 9 + [(2, None, 10), (1, None, 11)]
        staff_view = await self.http.get(self.path(f"/{post.id}"), headers=as_admin(self.worker))
        assert staff_view.json()["remaining"] == 1

    async def test_in_pages_newest_first(self) -> None:
        ids = [str((await a_post(self.database, self.community)).id) for _ in range(3)]
        reader, seen, cursor = as_(await a_user(self.database)), [], None
        for _ in range(2):
            query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
            page = (await self.http.get(self.resident_path(), params=query, headers=reader)).json()
            seen += [item["id"] for item in page["items"]]
            cursor = page["next_cursor"]
        assert (seen, cursor) == (ids[::-1], None)

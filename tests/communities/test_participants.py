"""Participants: people join, leave and come back."""

import asyncio
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.communities.models import (
    MyCommunity,
    Participant,
    ParticipantStatus,
    ResidenceClaim,
)
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from tests.client import as_
from tests.factories import a_claim, a_community, a_household, a_participant, a_user


class Participants:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)

    async def row(self, user: UUID) -> Participant:
        query = select(Participant).filter_by(community_id=self.community, user_id=user)
        async with self.database.transaction() as session:
            return (await session.scalars(query)).one()


class TestJoinCommunity(Participants):
    async def join(
        self, by: UUID | None, key: str | None = "join-0001", **fields: object
    ) -> Response:
        path = f"/v1/communities/{self.community}/participants"
        return await self.http.post(
            path, json={"display_name": "小云"} | fields, headers=as_(by, key)
        )

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.join(None)).status_code == 401

    @pytest.mark.parametrize("community", [uuid4(), PLATFORM])
    async def test_what_is_no_community_is_not_found(self, community: UUID) -> None:
        self.community = community
        assert (await self.join(await a_user(self.database))).status_code == 404

    async def test_without_a_key_it_is_refused(self) -> None:
        assert (await self.join(await a_user(self.database), key=None)).status_code == 400

    @pytest.mark.parametrize(
        "fields",
        [
            {"display_name": " "},
            {"display_name": "云" * 51},
            {"kind": "resident"},
            {"user_id": str(uuid4())},
            {"status": "active"},
            {"household_id": str(uuid4())},
        ],
    )
    async def test_nothing_but_a_name_is_taken(self, fields: dict[str, str]) -> None:
        assert (await self.join(await a_user(self.database), **fields)).status_code == 422

    async def test_who_is_blocked_stays_outside(self) -> None:
        blocked = await a_participant(
            self.database, self.community, status=ParticipantStatus.BLOCKED
        )
        answer = await self.join(blocked.user_id)
        assert answer.json()["code"] == "communities.participant_inactive"
        assert answer.status_code == 403

    async def test_twice_is_a_conflict_and_the_same_key_the_same_answer(self) -> None:
        user = await a_user(self.database)
        first = await self.join(user)
        assert (await self.join(user)).content == first.content
        again = await self.join(user, key="join-0002")
        assert (again.status_code, again.json()["code"]) == (409, "communities.already_joined")

    async def test_they_are_a_visitor_and_it_is_among_their_communities(self) -> None:
        user = await a_user(self.database)
        answer = await self.join(user)
        assert answer.status_code == 201
        assert (answer.json()["kind"], answer.json()["status"]) == ("visitor", "active")
        me = await self.http.get(answer.headers["location"], headers=as_(user))
        assert me.json() == answer.json() | {
            "age_band": None,
            "declared_age_band": None,
            "guardian_until": None,
            "household_id": None,
            "household": None,
            "real_name": None,
            "actions": ["leave", "rename"],
        }
        mine = await self.http.get("/v1/me/participations", headers=as_(user))
        [item] = mine.json()["items"]
        assert item == answer.json() | {"community_name": "临里"}

    async def test_who_comes_back_is_the_same_row(self) -> None:
        user = await a_user(self.database)
        first = await self.join(user)
        path = f"/v1/communities/{self.community}/participants/me/leave"
        assert (await self.http.post(path, headers=as_(user))).json()["status"] == "left"
        back = await self.join(user, key="join-0002", display_name="阿云")
        assert back.status_code == 201
        assert (back.json()["id"], back.json()["display_name"]) == (first.json()["id"], "阿云")
        async with self.database.transaction() as session:
            mine = select(func.count()).where(MyCommunity.user_id == user)
            assert await session.scalar(mine) == 1

    async def test_residents_writes_are_not_audited(self) -> None:
        await self.join(await a_user(self.database))
        async with self.database.transaction() as session:
            assert (await session.scalars(select(AuditEntry))).all() == []


class TestMe(Participants):
    def path(self, verb: str = "") -> str:
        return f"/v1/communities/{self.community}/participants/me{verb}"

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get(self.path())).status_code == 401
        assert (await self.http.put(self.path(), json={"display_name": "云"})).status_code == 401
        assert (await self.http.post(self.path("/leave"))).status_code == 401

    async def test_who_has_not_joined_finds_nothing(self) -> None:
        headers = as_(await a_user(self.database))
        assert (await self.http.get(self.path(), headers=headers)).status_code == 404
        assert (await self.http.post(self.path("/leave"), headers=headers)).status_code == 404

    async def test_who_is_blocked_still_sees_themselves_and_changes_nothing(self) -> None:
        blocked = await a_participant(
            self.database, self.community, status=ParticipantStatus.BLOCKED
        )
        headers = as_(blocked.user_id)
        assert (await self.http.get(self.path(), headers=headers)).json()["status"] == "blocked"
        put = await self.http.put(self.path(), json={"display_name": "云"}, headers=headers)
        assert put.status_code == 403
        left = await self.http.post(self.path("/leave"), headers=headers)
        assert (left.status_code, left.json()["code"]) == (
            409,
            "communities.participant_wrong_state",
        )

    async def test_another_name(self) -> None:
        me = await a_participant(self.database, self.community)
        answer = await self.http.put(
            self.path(), json={"display_name": "阿云"}, headers=as_(me.user_id)
        )
        assert (answer.status_code, answer.json()["display_name"]) == (200, "阿云")

    async def test_a_resident_sees_home_and_name_and_leaves_both_behind(self) -> None:
        me = await a_participant(self.database, self.community)
        household = await a_household(self.database, self.community)
        claim = await a_claim(self.database, me, household, approved=True)
        shown = (await self.http.get(self.path(), headers=as_(me.user_id))).json()
        assert shown["household"].endswith("栋 101")
        assert (shown["kind"], shown["real_name"]) == ("resident", "王秀英")
        await self.http.post(self.path("/leave"), headers=as_(me.user_id))
        async with self.database.transaction() as session:
            person = await session.get_one(Participant, (self.community, me.id))
            ended = await session.get_one(ResidenceClaim, (self.community, claim.id))
        assert (person.kind, person.household_id, ended.status) == ("visitor", None, "ended")

    async def test_my_participations_are_mine_and_in_pages(self) -> None:
        assert (await self.http.get("/v1/me/participations")).status_code == 401
        me = await a_participant(self.database, self.community)
        await a_participant(self.database, self.community)
        page = await self.http.get("/v1/me/participations?limit=1", headers=as_(me.user_id))
        assert [item["id"] for item in page.json()["items"]] == [str(me.id)]
        assert page.json()["next_cursor"] is None


async def test_joined_from_two_devices_at_once_they_are_one(
    own_database: Database, phone: AsyncClient
) -> None:
    community, user = await a_community(own_database), await a_user(own_database)
    path = f"/v1/communities/{community}/participants"
    answers = await asyncio.gather(
        *(
            phone.post(path, json={"display_name": "云"}, headers=as_(user, f"join-{n:04}"))
            for n in range(8)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    async with own_database.transaction() as session:
        assert len((await session.scalars(select(Participant))).all()) == 1

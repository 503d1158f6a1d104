"""/admin/v1/communities/{community_id}/ballots: drafted, revised, announced, annulled."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, text

from app.communities.models import Role
from app.consultations.ballots.manifest import is_as_announced
from app.consultations.errors import BallotFrozen
from app.consultations.models import (
    Ballot,
    ElectoralRollEntry,
    Topic,
    TopicStatus,
)
from app.consultations.models.ballot import FROZEN
from app.consultations.roll.electorates import digest_of
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.kernel.privacy.audit import AuditEntry
from tests.client import as_, as_admin
from tests.consultations.ballots import BODY, a_ballot, all_are_adults, reread
from tests.factories import a_community, a_topic, participants, staff

NOTE = {"note": "下周起表决，请大家先看内容"}
REASON = {"reason": "选项写错了"}
LAST_SECOND, MIDNIGHT = "2026-12-12T15:59:59Z", "2026-12-12T16:00:00Z"


class Desk:
    """Community with a topic, residents and staff, and calls on its ballots."""

    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.topic = await a_topic(database, self.community, status=TopicStatus.DELIBERATING)
        self.people = await participants(database, self.community, 5)
        await all_are_adults(database, self.community)
        self.worker = await staff(database, self.community)
        self.colleague = await staff(database, self.community)

    async def call(
        self,
        method: str,
        what: str = "",
        body: object = None,
        *,
        by: UUID | None,
        **headers: str,
    ) -> Response:
        path = f"/admin/v1/communities/{self.community}/ballots{what}"
        key = "ballots-1" if method == "POST" and not what else None
        return await self.http.request(method, path, json=body, headers=as_admin(by, key) | headers)

    def body(self, **changes: object) -> dict[str, Any]:
        return BODY | {"topic_id": str(self.topic.id)} | changes

    async def drafted(self) -> str:
        return str((await self.call("POST", body=self.body(), by=self.worker)).json()["id"])

    async def announced(self) -> str:
        ballot_id = await self.drafted()
        answer = await self.call("POST", f"/{ballot_id}/announce", NOTE, by=self.worker)
        assert answer.status_code == 200, answer.text
        return ballot_id

    async def row(self, ballot_id: str) -> Ballot:
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": UUID(ballot_id)}
            return await session.get_one(Ballot, key, populate_existing=True)

    async def topic_status(self) -> TopicStatus:
        async with self.database.transaction() as session:
            query = select(Topic.status).filter_by(id=self.topic.id)
            return (await session.scalars(query)).one()


class TestDraft(Desk):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.call("POST", body=self.body(), by=None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        other = await staff(self.database, await a_community(self.database))
        assert (await self.call("POST", body=self.body(), by=other)).status_code == 404

    async def test_a_grid_worker_may_not(self) -> None:
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.call("POST", body=self.body(), by=grid)).status_code == 403

    @pytest.mark.parametrize(
        "changes",
        [
            {"questions": []},
            {"questions": [{"key": "a", "kind": "single", "title": "选一个"}]},
            {"questions": [BODY["questions"][0], BODY["questions"][0]]},
            {"questions": [BODY["questions"][1] | {"key": "A b"}]},
            {"closes_at": BODY["opens_at"]},
            {"mode": "secret"},
            {"legal_effect": "owners_resolution"},
            {"notice_days": 0},
            {"rule": {"quorum": {"numerator": 3, "denominator": 2, "is_inclusive": True}}},
            {"rule": {"quorum": {"numerator": 1, "denominator": 0, "is_inclusive": True}}},
            {"roll_size": 3},
        ],
    )
    async def test_malformed(self, changes: dict[str, object]) -> None:
        answer = await self.call("POST", body=self.body(**changes), by=self.worker)
        assert answer.status_code == 422

    async def test_a_topic_of_another_community_is_unknown(self) -> None:
        foreign = await a_topic(self.database, await a_community(self.database))
        body = self.body(topic_id=str(foreign.id))
        answer = await self.call("POST", body=body, by=self.worker)
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    async def test_a_topic_that_is_decided_is_not_voted_on(self) -> None:
        decided = await a_topic(self.database, self.community, status=TopicStatus.DECIDED)
        body = self.body(topic_id=str(decided.id))
        answer = await self.call("POST", body=body, by=self.worker)
        assert answer.json()["code"] == "consultations.topic_wrong_state"

    async def test_a_topic_has_one_at_a_time(self) -> None:
        await a_ballot(self.database, self.community, topic=self.topic, announced=False)
        answer = await self.call("POST", body=self.body(), by=self.worker)
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.ballot_exists")

    async def test_it_is_advisory_and_by_more_than_half_unless_it_says_else(self) -> None:
        answer = await self.call("POST", body=self.body(), by=self.worker)
        assert answer.status_code == 201
        shown = answer.json()
        assert shown["legal_effect"] == "advisory"
        half = {"numerator": 1, "denominator": 2, "is_inclusive": False}
        assert shown["rule"] == {
            "quorum": half,
            "passing": half,
            "passing_of": "present",
            "nonvoters": "exclude",
            "plurality": False,
        }
        keys = [[o["key"] for o in question["options"]] for question in shown["questions"]]
        assert keys == [["yes", "no", "abstain"], ["red", "green", "abstain"]]
        location = f"/admin/v1/communities/{self.community}/ballots/{shown['id']}"
        assert answer.headers["location"] == location
        path = f"/v1/communities/{self.community}/topics/{self.topic.id}/ballot"
        hidden = await self.http.get(path, headers=as_(self.people[0].user_id))
        assert (hidden.status_code, hidden.json()) == (200, None)


class TestRevise(Desk):
    async def test_with_the_version_that_was_read(self) -> None:
        ballot_id = await self.drafted()
        answer = await self.call("PUT", f"/{ballot_id}", BODY, by=self.worker)
        assert answer.status_code == 428
        stale = {"If-Match": '"7"'}
        answer = await self.call("PUT", f"/{ballot_id}", BODY, by=self.worker, **stale)
        assert answer.status_code == 412
        tag = {"If-Match": '"1"'}
        answer = await self.call(
            "PUT", f"/{ballot_id}", BODY | {"title": "新的题目"}, by=self.worker, **tag
        )
        assert (answer.json()["title"], answer.headers["etag"]) == ("新的题目", '"2"')

    async def test_not_what_has_been_announced(self) -> None:
        ballot_id = await self.announced()
        answer = await self.call("PUT", f"/{ballot_id}", BODY, by=self.worker, **{"If-Match": "*"})
        assert answer.json()["code"] == "consultations.ballot_wrong_state"


class TestAnnounce(Desk):
    @pytest.mark.parametrize("at", ["2026-12-04T16:01", "2026-12-05T07:00", "2026-12-05T15:59"])
    async def test_not_before_the_last_day_of_notice_is_over(self, at: str) -> None:
        """Announces on the 5th at 00:01 local time (in UTC it is still the 4th), at 15:00 and at
        23:59: seven days of notice end with the 12th."""
        too_early, in_time = self.body(opens_at=LAST_SECOND), BODY | {"opens_at": MIDNIGHT}
        shown = (await self.call("POST", body=too_early, by=self.worker)).json()
        path, moment = f"/{shown['id']}", datetime.fromisoformat(at).replace(tzinfo=UTC)
        with clock.frozen(moment):
            answer = await self.call("POST", f"{path}/announce", NOTE, by=self.worker)
            assert answer.json()["code"] == "consultations.notice_too_short"
            assert answer.json()["earliest"] == MIDNIGHT
            assert await self.topic_status() is TopicStatus.DELIBERATING
            await self.call("PUT", path, in_time, by=self.worker, **{"If-Match": '"1"'})
            answer = await self.call("POST", f"{path}/announce", NOTE, by=self.worker)
            assert answer.json()["status"] == "announced", answer.text

    async def test_not_to_nobody(self) -> None:
        body = self.body(electorate="households")
        ballot_id = (await self.call("POST", body=body, by=self.worker)).json()["id"]
        answer = await self.call("POST", f"/{ballot_id}/announce", NOTE, by=self.worker)
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.roll_empty")

    async def test_not_twice(self) -> None:
        ballot_id = await self.announced()
        answer = await self.call("POST", f"/{ballot_id}/announce", NOTE, by=self.worker)
        assert answer.status_code == 409

    async def test_the_manifest_can_be_checked_by_anybody(self) -> None:
        ballot_id = await self.announced()
        path = f"/v1/communities/{self.community}/topics/{self.topic.id}/ballot"
        shown = (await self.http.get(path, headers=as_(self.people[0].user_id))).json()
        assert sha256(shown["manifest"].encode()).hexdigest() == shown["manifest_sha256"]
        manifest = json.loads(shown["manifest"])
        canonical = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert shown["manifest"] == canonical
        assert manifest["roll"] == {"size": 5, "digest": shown["roll_digest"]}
        assert manifest["questions"] == shown["questions"]
        assert manifest["legal_effect"] == "advisory"
        assert manifest["opens_at"] == "2026-12-20T00:00:00.000000Z"
        assert manifest["ballot_id"] == ballot_id

    async def test_the_roll_is_proven_by_its_digest(self) -> None:
        ballot = await self.row(await self.announced())
        async with self.database.transaction() as session:
            query = select(ElectoralRollEntry).filter_by(community_id=self.community)
            entries = (await session.scalars(query)).all()
        assert {entry.participant_id for entry in entries} == {p.id for p in self.people}
        assert ballot.roll_salt is not None
        ids = [entry.id for entry in entries]
        assert ballot.roll_digest == digest_of(ballot.roll_salt, reversed(ids))
        assert ballot.roll_digest != digest_of(ballot.roll_salt, ids[1:])

    async def test_the_topic_goes_to_the_ballot_and_people_are_told(self) -> None:
        await self.announced()
        assert await self.topic_status() is TopicStatus.BALLOTING
        async with self.database.transaction() as session:
            kinds = {event.read().kind for event in await session.scalars(select(EventRow))}
            acts = set(await session.scalars(select(AuditEntry.action)))
        assert "consultations.ballot_announced" in kinds
        assert {"ballot.drafted", "ballot.announced"} <= acts

    async def test_nothing_that_is_frozen_can_be_set_any_more(self) -> None:
        ballot = await self.row(await self.announced())
        for name in FROZEN:
            with pytest.raises(BallotFrozen):
                setattr(ballot, name, None)

    @pytest.mark.parametrize(
        "change",
        [
            "title = 'x'",
            "rule = jsonb_set(rule, '{passing_of}', '\"roll\"')",
            "questions = questions - 0",
            "closes_at = closes_at + interval '1 second'",
            "roll_size = roll_size + 1",
            "legal_effect = 'residents_resolution'",
            "manifest = manifest || ' '",
        ],
    )
    async def test_what_is_changed_behind_our_back_is_seen(self, change: str) -> None:
        ballot_id = await self.announced()
        assert is_as_announced(await self.row(ballot_id))
        async with self.database.transaction() as session:
            await session.execute(
                text(f"UPDATE ballots SET {change} WHERE ballots.community_id = :community_id"),
                {"community_id": self.community},
            )
        assert not is_as_announced(await self.row(ballot_id))


class TestAnnul(Desk):
    async def test_a_draft_is_not_annulled(self) -> None:
        ballot_id = await self.drafted()
        answer = await self.call("POST", f"/{ballot_id}/annul", REASON, by=self.worker)
        assert answer.json()["code"] == "consultations.ballot_wrong_state"

    async def test_one_person_is_not_enough(self) -> None:
        ballot_id = await self.announced()
        confirm = f"/{ballot_id}/annul/confirm"
        answer = await self.call("POST", confirm, by=self.colleague)
        assert answer.json()["code"] == "consultations.nothing_to_confirm"
        answer = await self.call("POST", f"/{ballot_id}/annul", REASON, by=self.worker)
        assert (answer.json()["status"], answer.json()["asked_act"]) == ("announced", "annul")
        answer = await self.call("POST", confirm, by=self.worker)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.second_person_needed",
        )

    async def test_two_annul_it_and_the_topic_is_deliberated_again(self) -> None:
        ballot_id = await self.announced()
        await self.call("POST", f"/{ballot_id}/annul", REASON, by=self.worker)
        answer = await self.call("POST", f"/{ballot_id}/annul/confirm", by=self.colleague)
        assert answer.status_code == 200, answer.text
        assert (answer.json()["status"], answer.json()["annul_reason"]) == (
            "annulled",
            REASON["reason"],
        )
        assert await self.topic_status() is TopicStatus.DELIBERATING
        path = f"/v1/communities/{self.community}/topics/{self.topic.id}/ballot"
        gone = await self.http.get(path, headers=as_(self.people[0].user_id))
        assert (gone.status_code, gone.json()) == (200, None)
        second = await a_ballot(self.database, self.community, topic=self.topic, announced=False)
        assert (await reread(self.database, second)).topic_id == self.topic.id


class TestList(Desk):
    async def test_by_topic_and_state_newest_first(self) -> None:
        ballot_id = await self.drafted()
        await a_ballot(self.database, self.community)
        page = (await self.call("GET", "", by=self.worker)).json()
        assert len(page["items"]) == 2
        assert page["items"][1]["id"] == ballot_id
        page = (await self.call("GET", "?status=draft&limit=1", by=self.worker)).json()
        assert [item["id"] for item in page["items"]] == [ballot_id]
        page = (await self.call("GET", f"?topic_id={self.topic.id}", by=self.worker)).json()
        assert [item["id"] for item in page["items"]] == [ballot_id]
        one = await self.call("GET", f"/{ballot_id}", by=self.worker)
        assert one.headers["etag"] == '"1"'

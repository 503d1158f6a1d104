"""A row that the desk has entered is taken over by its person, with a printed code."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, text

from app.communities.claim_codes.code import digest_of, new_code
from app.communities.models import (
    ClaimCode,
    MyCommunity,
    Participant,
    ParticipantKind,
    ParticipantStatus,
    Role,
)
from app.consultations.models import TopicSecond
from app.identity.another_person import record_equipment
from app.identity.models import EquipmentKind, Purpose
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import IdempotencyRecord
from app.notifications.inbox import InboxMessage
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person_without_phone,
    a_shift,
    a_signup,
    a_topic,
    a_user,
    consented,
    staff,
)
from tests.now import NOW
from tests.planted_bugs import Rendezvous


class ClaimCodes:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.household = await a_household(database, self.community)
        self.worker = await staff(database, self.community)
        self.elder = await a_person_without_phone(database, self.community)
        await a_claim(database, self.elder, self.household, approved=True)

    async def issue(self, by: UUID | None = None, who: Participant | None = None) -> Response:
        path = f"/admin/v1/communities/{self.community}/participants"
        return await self.http.post(
            f"{path}/{(who or self.elder).id}/claim-code",
            json={"witness": "王芳"},
            headers=as_admin(by or self.worker),
        )

    async def code(self) -> str:
        answer = await self.issue()
        assert answer.status_code == 200, answer.text
        return str(answer.json()["code"])

    async def claim(self, by: UUID | None, code: str, key: str | None = None) -> Response:
        path = f"/v1/communities/{self.community}/participants/claim"
        return await self.http.post(path, json={"code": code}, headers=as_(by, key))

    async def row(self, who: Participant) -> Participant:
        async with self.database.transaction() as session:
            return await session.get_one(Participant, (self.community, who.id))

    async def run_worker(self) -> None:
        while await Worker(self.database).run_due():
            pass


class TestIssue(ClaimCodes):
    async def test_who_may_not_is_told(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        auditor = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.issue(outsider)).status_code == 404
        assert (await self.issue(auditor)).status_code == 403

    async def test_it_is_shown_once_and_stands_nowhere(self) -> None:
        code = await self.code()
        digits = code.replace(" ", "")
        assert (len(code), len(digits), digits.isdecimal()) == (14, 12, True)
        async with self.database.transaction() as session:
            [row] = (await session.scalars(select(ClaimCode))).all()
            records = (await session.scalars(select(IdempotencyRecord))).all()
        assert row.code_digest == digest_of(self.community, code)
        assert digits not in str(vars(row))
        assert not [one for one in records if digits.encode() in (one.response_sealed or b"")]
        actions = [entry.action for entry in await audited(self.database, self.community)]
        assert "participant.claim_code_issued" in actions

    async def test_who_has_a_login_or_has_left_gets_none(self) -> None:
        mine = await a_participant(self.database, self.community)
        answer = await self.issue(who=mine)
        assert (answer.status_code, answer.json()["code"]) == (409, "communities.has_login")
        async with self.database.transaction() as session:
            (await session.get_one(Participant, (self.community, self.elder.id))).leave()
        assert (await self.issue()).status_code == 403

    async def test_whether_there_is_one_to_print_stands_among_the_actions(self) -> None:
        me = await a_participant(self.database, self.community)
        path = f"/admin/v1/communities/{self.community}/participants"
        for who, actions in (
            (self.elder, ["leave", "block", "rename", "claim_code"]),
            (me, ["leave", "block", "rename"]),
        ):
            shown = await self.http.get(f"{path}/{who.id}", headers=as_admin(self.worker))
            assert shown.json()["actions"] == actions
        grid = await staff(self.database, self.community, Role.GRID_WORKER)
        shown = await self.http.get(f"{path}/{me.id}", headers=as_admin(grid))
        assert shown.json()["actions"] == []
        mine = f"/v1/communities/{self.community}/participants/me"
        shown = await self.http.get(mine, headers=as_(me.user_id))
        assert shown.json()["actions"] == ["leave", "rename"]

    async def test_a_new_one_replaces_the_former(self) -> None:
        former, code = await self.code(), await self.code()
        me = await a_user(self.database)
        assert (await self.claim(me, former)).status_code == 404
        assert (await self.claim(me, code)).status_code == 200


class TestTakeOver(ClaimCodes):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.claim(None, "1234 5678 9012")).status_code == 401

    @pytest.mark.parametrize("code", ["", "x" * 41, None])
    async def test_malformed(self, code: str) -> None:
        assert (await self.claim(await a_user(self.database), code)).status_code == 422

    @pytest.mark.parametrize("form", ["{}", "{0[0]}-{0[1]}-{0[2]}", "{0[0]}{0[1]}{0[2]}"])
    async def test_the_row_is_mine_with_all_that_is_in_it(self, form: str) -> None:
        code, me = await self.code(), await a_user(self.database)
        typed = code if form == "{}" else form.format(code.split())
        answer = await self.claim(me, typed)
        assert (answer.status_code, answer.json()["id"]) == (200, str(self.elder.id))
        path = f"/v1/communities/{self.community}/participants/me"
        mine = (await self.http.get(path, headers=as_(me))).json()
        assert (mine["id"], mine["kind"], mine["household_id"], mine["real_name"]) == (
            *(str(self.elder.id), "resident", str(self.household.id), "王秀英"),
        )
        page = await self.http.get("/v1/me/participations", headers=as_(me))
        assert [one["id"] for one in page.json()["items"]] == [str(self.elder.id)]
        actions = [entry.action for entry in await audited(self.database, self.community)]
        assert "participant.taken_over" in actions

    async def test_full_width_digits_are_digits(self) -> None:
        code = (await self.code()).translate({ord(str(n)): ord("０") + n for n in range(10)})
        assert (await self.claim(await a_user(self.database), code)).status_code == 200

    async def test_a_code_is_good_once_for_thirty_days_and_here(self) -> None:
        code = await self.code()
        me, other = [await a_user(self.database) for _ in range(2)]
        with clock.frozen(NOW + timedelta(days=30)):
            answer = await self.claim(me, code)
        assert (answer.status_code, answer.json()["code"]) == (
            404,
            "communities.claim_code_invalid",
        )
        here, self.community = self.community, await a_community(self.database)
        assert (await self.claim(me, code)).status_code == 404
        self.community = here
        with clock.frozen(NOW + timedelta(days=29, hours=23)):
            assert (await self.claim(me, code)).status_code == 200
        assert (await self.claim(other, code)).status_code == 404

    async def test_the_lost_answer_is_given_again_for_its_key(self) -> None:
        code, me = await self.code(), await a_user(self.database)
        first = await self.claim(me, code, "claim-001")
        again = await self.claim(me, code, "claim-001")
        assert (again.status_code, again.content) == (200, first.content)

    async def test_guesses_are_limited(self) -> None:
        me = await a_user(self.database)
        answers = [await self.claim(me, f"{n:012}") for n in range(11)]
        assert [answer.status_code for answer in answers] == [404] * 10 + [429]
        code = await self.code()
        assert (await self.claim(me, code)).status_code == 429
        assert (await self.claim(await a_user(self.database), code)).status_code == 200

    async def test_who_has_printed_it_or_entered_the_row_does_not_use_it(self) -> None:
        code, me = await self.code(), await a_user(self.database)
        async with self.database.transaction() as session:
            record_equipment(session, me, EquipmentKind.LINK, by_id=self.worker, now=clock.now())
        answer = await self.claim(me, code)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.second_person_needed",
        )

    async def test_without_the_consent_that_they_have_withdrawn_nobody_gets_the_residence(
        self,
    ) -> None:
        me = await a_user(self.database)
        await consented(self.database, me, Purpose.RESIDENCE)
        body = {"is_granted": False, "text_version": "0" * 32}
        await self.http.put("/v1/me/consents/residence", json=body, headers=as_(me))
        answer = await self.claim(me, await self.code())
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        assert answer.json()["purpose"] == "residence"

    async def test_a_second_is_counted_once(self) -> None:
        topic = await a_topic(self.database, self.community)
        path = f"communities/{self.community}/topics/{topic.id}/second"
        body = {"on_behalf_of": str(self.elder.id), "witness": "王芳"}
        await self.http.post(f"/admin/v1/{path}", json=body, headers=as_admin(self.worker))
        me = await a_user(self.database)
        await self.claim(me, await self.code())
        await self.http.post(f"/v1/{path}", headers=as_(me))
        async with self.database.transaction() as session:
            seconds = select(TopicSecond.participant_id).filter_by(topic_id=topic.id)
            assert list(await session.scalars(seconds)) == [self.elder.id]


class TestOwnRow(ClaimCodes):
    """The person has joined in the app before they enter the code."""

    @pytest.fixture(autouse=True)
    async def join(self, arrange: None) -> None:
        self.me = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)

    async def test_one_with_nothing_in_it_is_given_up(self) -> None:
        await a_claim(self.database, self.me, self.household)
        answer = await self.claim(self.me.user_id, await self.code())
        assert (answer.status_code, answer.json()["id"]) == (200, str(self.elder.id))
        former, row = await self.row(self.me), await self.row(self.elder)
        assert (former.user_id, former.status) == (None, ParticipantStatus.LEFT)
        assert (row.user_id, row.kind) == (self.me.user_id, ParticipantKind.RESIDENT)
        async with self.database.transaction() as session:
            memberships = select(MyCommunity).filter_by(user_id=self.me.user_id)
            [membership] = (await session.scalars(memberships)).all()
        assert membership.participant_id == self.elder.id
        claims = f"/admin/v1/communities/{self.community}/residence-claims?status=submitted"
        waiting = await self.http.get(claims, headers=as_admin(self.worker))
        assert waiting.json()["items"] == []

    async def test_its_messages_come_along(self) -> None:
        path = f"/admin/v1/communities/{self.community}/participants/{self.me.id}/rename"
        body = {"display_name": "秀英", "witness": "王芳"}
        await self.http.post(path, json=body, headers=as_admin(self.worker))
        await self.run_worker()
        await self.claim(self.me.user_id, await self.code())
        await self.run_worker()
        async with self.database.transaction() as session:
            query = select(InboxMessage.participant_id).filter_by(community_id=self.community)
            assert set(await session.scalars(query)) == {self.elder.id}
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        kinds = [one["kind"] for one in inbox.json()["items"]]
        assert kinds == ["communities.desk_acted"] * 2  # Their renaming, and the printed code.

    async def test_one_that_counts_is_not(self) -> None:
        await a_signup(self.database, await a_shift(self.database, self.community), self.me)
        answer = await self.claim(self.me.user_id, await self.code())
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "communities.participation_in_use",
        )
        assert (await self.row(self.elder)).user_id is None
        assert (await self.row(self.me)).user_id == self.me.user_id

    async def test_a_resident_has_one_already(self) -> None:
        await a_claim(
            self.database,
            self.me,
            await a_household(self.database, self.community),
            approved=True,
        )
        assert (await self.claim(self.me.user_id, await self.code())).status_code == 409

    async def test_what_the_refusal_advises_leads_to_one_row(self) -> None:
        """The desk lets its row leave, and then approves the claim of the app."""
        await a_signup(self.database, await a_shift(self.database, self.community), self.me)
        claim = await a_claim(self.database, self.me, self.household)
        base = f"/admin/v1/communities/{self.community}"
        approve = f"{base}/residence-claims/{claim.id}/approve"
        answer = await self.http.post(approve, headers=as_admin(self.worker))
        assert answer.json()["code"] == "communities.maybe_same_person"
        leave = f"{base}/participants/{self.elder.id}/leave"
        await self.http.post(leave, json={"witness": "王芳"}, headers=as_admin(self.worker))
        assert (await self.http.post(approve, headers=as_admin(self.worker))).status_code == 200

    async def test_who_is_blocked_stays_blocked(self) -> None:
        async with self.database.transaction() as session:
            (await session.get_one(Participant, (self.community, self.me.id))).block()
        answer = await self.claim(self.me.user_id, await self.code())
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.participant_inactive",
        )


class TestRace:
    @pytest.fixture(autouse=True)
    async def arrange(self, own_database: Database, phone: AsyncClient) -> None:
        self.database, self.phone = own_database, phone
        self.community = await a_community(own_database)
        self.worker = await staff(own_database, self.community)

    async def a_code(self) -> tuple[Participant, str]:
        elder = await a_person_without_phone(self.database, self.community)
        path = f"/admin/v1/communities/{self.community}/participants/{elder.id}/claim-code"
        body = {"witness": "王芳"}
        answer = await self.phone.post(path, json=body, headers=as_admin(self.worker))
        return elder, answer.json()["code"]

    async def claim(self, by: UUID | None, code: str) -> Response:
        path = f"/v1/communities/{self.community}/participants/claim"
        return await self.phone.post(path, json={"code": code}, headers=as_(by))

    async def holders(self, *rows: Participant) -> list[UUID | None]:
        async with self.database.transaction() as session:
            return [
                (await session.get_one(Participant, (self.community, row.id))).user_id
                for row in rows
            ]

    async def test_two_people_enter_one_code_at_once_and_one_of_them_has_the_row(self) -> None:
        elder, code = await self.a_code()
        users = [await a_user(self.database) for _ in range(6)]
        answers = await asyncio.gather(*(self.claim(user, code) for user in users))
        assert Counter(answer.status_code for answer in answers) == {200: 1, 404: 5}
        [holder] = await self.holders(elder)
        assert holder == users[[answer.status_code for answer in answers].index(200)]
        async with self.database.transaction() as session:
            memberships = (await session.scalars(select(MyCommunity))).all()
        assert [(one.user_id, one.participant_id) for one in memberships] == [(holder, elder.id)]

    async def test_one_person_enters_it_twice_at_once(self) -> None:
        elder, code = await self.a_code()
        me = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        answers = await asyncio.gather(*(self.claim(me.user_id, code) for _ in range(4)))
        assert Counter(answer.status_code for answer in answers) == {200: 1, 404: 3}
        assert await self.holders(elder, me) == [me.user_id, None]

    async def test_one_person_takes_over_one_of_two_rows(self) -> None:
        (first, code), (second, other) = await self.a_code(), await self.a_code()
        me = await a_user(self.database)
        answers = await asyncio.gather(self.claim(me, code), self.claim(me, other))
        assert {answer.status_code for answer in answers} <= {200, 409}
        assert Counter(await self.holders(first, second)) == {me: 1, None: 1}

    async def test_who_joins_and_signs_up_meanwhile_loses_nothing(self) -> None:
        elder, code = await self.a_code()
        shift = await a_shift(self.database, self.community)
        me = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        path = f"/v1/communities/{self.community}/shifts/{shift.id}/signups"
        body = {"is_risk_acknowledged": True}
        signed, claimed = await asyncio.gather(
            self.phone.post(path, json=body, headers=as_(me.user_id, "sign-up-1")),
            self.claim(me.user_id, code),
        )
        async with self.database.transaction() as session:
            rows = await session.execute(
                text("SELECT participant_id FROM signups g WHERE g.community_id = :here"),
                {"here": self.community},
            )
            people = list(rows.scalars())
        [holder, mine] = await self.holders(elder, me)
        assert {holder, mine} == {me.user_id, None}
        if people:
            assert people == [elder.id if claimed.status_code == 200 else me.id]
        else:
            assert (signed.status_code, claimed.status_code) == (403, 200)

    async def test_this_race_catches_one_who_locks_nothing(self) -> None:
        elder, code = await self.a_code()
        users = [await a_user(self.database) for _ in range(2)]
        rendezvous = Rendezvous(2)
        done = await asyncio.gather(
            *(self.look_then_take(user, elder, code, rendezvous) for user in users)
        )
        assert done == [200, 200]

    async def look_then_take(
        self, user: UUID, elder: Participant, code: str, rendezvous: Rendezvous
    ) -> int:
        """A planted bug: it looks whether the code is there, and writes after others have."""
        async with self.database.transaction() as session:
            digest = digest_of(self.community, code)
            query = select(ClaimCode).filter_by(community_id=self.community, code_digest=digest)
            found = await session.scalar(query)
            await rendezvous.wait()
            if found is None:
                return 404
            (await session.get_one(Participant, (self.community, elder.id))).user_id = user
        return 200


def test_codes_are_no_two_alike() -> None:
    assert len({new_code() for _ in range(100)}) == 100

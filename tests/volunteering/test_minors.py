"""Minors take part where a guardian has consented, or are signed up by the guardian."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.guardians import service as guardians
from app.communities.models import (
    AgeBand,
    GuardianConsentKind,
    Guardianship,
    Participant,
)
from app.double_reporting.models import PostClaim, PostRisk
from app.kernel.database.engine import Database
from app.volunteering.models import LIVE, AgeLimit, Shift, Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.communities.guardians import a_guardianship, a_minor, an_adult, of_age
from tests.double_reporting.members import a_post
from tests.factories import a_community, a_participant, a_shift, staff

SIGN_UP = {"is_risk_acknowledged": True}


class TestMinors:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.here = f"/v1/communities/{self.community}"
        self.minor = await a_minor(database, self.community)
        self.guardian = await an_adult(database, self.community)

    async def sign_up(self, shift: Shift) -> Response:
        path = f"{self.here}/shifts/{shift.id}/signups"
        headers = as_(self.minor.user_id, f"sign-up-{uuid4()}")
        return await self.http.post(path, json=SIGN_UP, headers=headers)

    async def claim(self, post_id: UUID, who: Participant | None = None) -> Response:
        path = f"{self.here}/posts/{post_id}/claims"
        headers = as_((who or self.minor).user_id, f"claim-{uuid4()}")
        return await self.http.post(path, json={"accepts_schedule": True}, headers=headers)

    async def guard(self, **row: Any) -> Guardianship:
        return await a_guardianship(self.database, self.minor, self.guardian, **row)

    async def as_guardian(self, row: Guardianship, path: str = "", **body: Any) -> Response:
        where = f"{self.here}/guardianships/{row.id}/signups{path}"
        headers = as_(self.guardian.user_id, f"guardian-{uuid4()}")
        return await self.http.post(where, json=body or None, headers=headers)

    async def withdraw(self, row: Guardianship) -> None:
        path = f"{self.here}/guardianships/{row.id}/withdraw-consent"
        answer = await self.http.post(
            path, json={"kind": "activities"}, headers=as_(self.guardian.user_id)
        )
        assert answer.status_code == 200

    async def a_shift_for(self, age: AgeLimit) -> Shift:
        shift = await a_shift(self.database, self.community, places=5)
        async with self.database.transaction() as session:
            (await session.get_one(Shift, (self.community, shift.id))).age = age
        return shift

    async def titles(self, who: Participant) -> list[str]:
        while await Worker(self.database).run_due():
            pass
        inbox = await self.http.get("/v1/me/inbox", headers=as_(who.user_id))
        return [message["title"] for message in inbox.json()["items"]]

    async def test_with_a_consent_a_minor_signs_up_alone_and_not_for_adults(self) -> None:
        shift = await self.a_shift_for(AgeLimit.ALL)
        refused = await self.sign_up(shift)
        assert refused.json()["code"] == "volunteering.guardian_needed"
        await self.guard()
        assert (await self.sign_up(shift)).status_code == 201
        adults = await self.a_shift_for(AgeLimit.ADULTS)
        assert (await self.sign_up(adults)).json()["code"] == "volunteering.adults_only"

    async def test_a_declared_age_counts_where_it_protects_and_nowhere_else(self) -> None:
        await of_age(self.database, self.minor, None)
        limits = {limit: await self.a_shift_for(limit) for limit in AgeLimit}
        for declared, expected in (
            (AgeBand.UNDER_14, ["guardian_needed", "too_young", "adults_only"]),
            (AgeBand.FROM_14_TO_17, ["guardian_needed", "guardian_needed", "adults_only"]),
            (AgeBand.ADULT, [None, None, "adults_only"]),
        ):
            async with self.database.transaction() as session:
                row = await session.get_one(Participant, (self.community, self.minor.id))
                row.declared_age_band = declared
            for limit, code in zip(AgeLimit, expected, strict=True):
                shown = await self.http.get(
                    f"{self.here}/activities/{limits[limit].activity_id}",
                    headers=as_(self.minor.user_id),
                )
                because = shown.json()["shifts"][0]["my_eligibility"]["because"]
                full = code and f"volunteering.{code}"
                assert because == full, (declared, limit)
                answer = await self.sign_up(limits[limit])
                assert answer.json().get("code") == full, (declared, limit)
                if code is None:
                    path = f"{self.here}/signups/{answer.json()['id']}/withdraw"
                    await self.http.post(path, headers=as_(self.minor.user_id))

    async def test_a_withdrawn_consent_gives_up_what_is_signed_up(self) -> None:
        row = await self.guard()
        shift = await self.a_shift_for(AgeLimit.ALL)
        id_ = (await self.sign_up(shift)).json()["id"]
        await self.withdraw(row)
        assert "报名因监护人同意失效而取消" in await self.titles(self.minor)
        shown = await self.http.get(f"{self.here}/signups/{id_}", headers=as_(self.minor.user_id))
        assert shown.json()["status"] == "withdrawn"

    async def test_who_has_come_of_age_keeps_their_sign_ups(self) -> None:
        await self.guard()
        shift = await self.a_shift_for(AgeLimit.ALL)
        id_ = (await self.sign_up(shift)).json()["id"]
        worker = await staff(self.database, self.community)
        await self.http.post(
            f"/admin{self.here}/participants/{self.minor.id}/note-age-band",
            json={"age_band": "adult"},
            headers=as_admin(worker),
        )
        assert "监护关系已结束" in await self.titles(self.minor)
        shown = await self.http.get(f"{self.here}/signups/{id_}", headers=as_(self.minor.user_id))
        assert shown.json()["status"] == "confirmed"

    async def test_a_guardian_signs_up_sees_and_withdraws_and_the_minor_is_told(self) -> None:
        row = await self.guard(kinds=())
        shift = await self.a_shift_for(AgeLimit.FROM_14)
        body: dict[str, Any] = {"shift_id": str(shift.id), **SIGN_UP}
        made = await self.as_guardian(row, **body)
        assert (made.status_code, made.json()["status"]) == (201, "confirmed")
        where = f"{self.here}/guardianships/{row.id}/signups"
        listed = await self.http.get(where, headers=as_(self.guardian.user_id))
        assert [one["id"] for one in listed.json()["items"]] == [made.json()["id"]]
        gone = await self.as_guardian(row, f"/{made.json()['id']}/withdraw")
        assert (gone.status_code, gone.json()["status"]) == (200, "withdrawn")
        titles = await self.titles(self.minor)
        assert {"监护人为您报名了活动", "监护人取消了您的报名"} <= set(titles)
        adults = await self.a_shift_for(AgeLimit.ADULTS)
        refused = await self.as_guardian(row, **body | {"shift_id": str(adults.id)})
        assert refused.json()["code"] == "volunteering.adults_only"

    async def test_a_minor_withdraws_what_the_guardian_has_signed_up(self) -> None:
        row = await self.guard(kinds=())
        shift = await self.a_shift_for(AgeLimit.ALL)
        body: dict[str, Any] = {"shift_id": str(shift.id), **SIGN_UP}
        made = await self.as_guardian(row, **body)
        path = f"{self.here}/signups/{made.json()['id']}/withdraw"
        gone = await self.http.post(path, headers=as_(self.minor.user_id))
        assert (gone.status_code, gone.json()["status"]) == (200, "withdrawn")

    async def test_a_guardian_reaches_nobody_else_and_nothing_after_the_end(self) -> None:
        row = await self.guard()
        other = await a_participant(self.database, self.community)
        shift = await self.a_shift_for(AgeLimit.ALL)
        theirs = await self.http.post(
            f"{self.here}/shifts/{shift.id}/signups",
            json=SIGN_UP,
            headers=as_(other.user_id, "theirs-01"),
        )
        foreign = await self.as_guardian(row, f"/{theirs.json()['id']}/withdraw")
        assert foreign.status_code == 404
        where = f"{self.here}/guardianships/{row.id}/signups"
        assert (await self.http.get(where, headers=as_(other.user_id))).status_code == 404
        assert (await self.http.get(where, headers=as_(self.minor.user_id))).status_code == 403
        await self.http.post(
            f"{self.here}/guardianships/{row.id}/end", headers=as_(self.guardian.user_id)
        )
        body: dict[str, Any] = {"shift_id": str(shift.id), **SIGN_UP}
        assert (await self.as_guardian(row, **body)).status_code == 409
        assert (await self.http.get(where, headers=as_(self.guardian.user_id))).status_code == 409

    async def test_posts_follow_the_same_rule(self) -> None:
        post = await a_post(self.database, self.community)
        refused = await self.claim(post.id)
        assert refused.json()["code"] == "double_reporting.guardian_needed"
        row = await self.guard()
        assert (await self.claim(post.id)).status_code == 201
        high = await a_post(self.database, self.community, risk_level=PostRisk.HIGH)
        assert (await self.claim(high.id)).json()["code"] == "double_reporting.adults_only"
        await self.withdraw(row)
        await self.titles(self.minor)
        async with self.database.transaction() as session:
            query = select(PostClaim.status).filter_by(community_id=self.community)
            assert (await session.scalars(query)).all() == ["withdrawn"]

    async def test_who_declares_to_be_an_adult_gets_no_post_of_high_risk(self) -> None:
        who = await a_participant(self.database, self.community)
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, who.id))
            row.declared_age_band = AgeBand.ADULT
        high = await a_post(self.database, self.community, risk_level=PostRisk.HIGH)
        answer = await self.claim(high.id, who)
        assert answer.json()["code"] == "double_reporting.adults_only"


WAIT_FOR_ME = text(
    "SELECT count(*) FROM pg_locks"
    " WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
)


async def until_it_waits(session: AsyncSession, task: asyncio.Task[Response]) -> None:
    """Returns when the request waits for this transaction, or has not waited for it."""
    async with asyncio.timeout(30):
        while await session.scalar(WAIT_FOR_ME) == 0 and not task.done():
            pass


async def test_a_sign_up_waits_for_the_guardian_who_withdraws(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    """A lane that did not lock the minor would read the consent that is being withdrawn."""
    community = await a_community(own_database)
    shift = await a_shift(own_database, community, places=20)
    minor = await a_minor(own_database, community)
    guardian = await an_adult(own_database, community)
    row = await a_guardianship(own_database, minor, guardian)
    path = f"/v1/communities/{community}/shifts/{shift.id}/signups"
    async with own_database.transaction() as session:
        held = await session.get_one(Guardianship, (community, row.id))
        acting = ActingFor.participant(guardian)
        await guardians.withdraw_consent(session, held, GuardianConsentKind.ACTIVITIES, acting)
        await session.flush()
        headers = as_(minor.user_id, "race-sign-up-1")
        signing = asyncio.create_task(phones[0].post(path, json=SIGN_UP, headers=headers))
        await until_it_waits(session, signing)
    answer = await signing
    assert (answer.status_code, answer.json()["code"]) == (403, "volunteering.guardian_needed")


async def test_withdrawals_and_sign_ups_in_a_rush_leave_nothing_without_consent(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    """Whichever comes first: what was signed up before is given up, and nothing comes after."""
    community = await a_community(own_database)
    shift = await a_shift(own_database, community, places=20)
    minors = [await a_minor(own_database, community) for _ in range(10)]
    guardian = await an_adult(own_database, community)
    rows = [await a_guardianship(own_database, minor, guardian) for minor in minors]
    here = f"/v1/communities/{community}"

    async def withdraw(n: int) -> int:
        path = f"{here}/guardianships/{rows[n].id}/withdraw-consent"
        body, headers = {"kind": "activities"}, as_(guardian.user_id)
        return (await phones[n % 3].post(path, json=body, headers=headers)).status_code

    async def sign_up(n: int) -> int:
        path = f"{here}/shifts/{shift.id}/signups"
        headers = as_(minors[n].user_id, f"race-sign-up-{n}")
        return (await phones[(n + 1) % 3].post(path, json=SIGN_UP, headers=headers)).status_code

    answers = await asyncio.gather(
        *(act(n) for n in range(10) for act in ((withdraw, sign_up), (sign_up, withdraw))[n % 2])
    )
    assert set(answers) <= {200, 201, 403}
    while await Worker(own_database).run_due():
        pass
    async with own_database.transaction() as session:
        made = await session.scalars(select(Signup).filter_by(community_id=community))
        assert [row.status for row in made if row.status in LIVE] == []

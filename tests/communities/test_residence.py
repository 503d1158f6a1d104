"""Residents' own residence claims."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import (
    Participant,
    ParticipantKind,
    ParticipantStatus,
    Place,
    ResidenceClaim,
)
from app.communities.models.residence import RESIDENCE_CLAIM_LIFETIME
from app.communities.sweeps import SWEEPS
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import IdempotencyRecord
from app.kernel.jobs.sweeps import find_due
from app.kernel.privacy.audit import AuditEntry
from app.worker import Worker
from tests.client import as_
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_place,
    a_user,
    consented,
    on_register,
)
from tests.now import NOW

PHONE = "+861012345678"


class Residence:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.household = await a_household(database, self.community)
        self.me = await a_participant(database, self.community, kind=ParticipantKind.VISITOR)
        assert self.me.user_id is not None
        self.user = self.me.user_id
        await consented(database, self.user, Purpose.RESIDENCE)

    def path(self, rest: str = "") -> str:
        return f"/v1/communities/{self.community}/residence-claims{rest}"

    async def person(self) -> Participant:
        async with self.database.transaction() as session:
            return await session.get_one(Participant, (self.community, self.me.id))

    async def claim(self, claim_id: object) -> ResidenceClaim:
        async with self.database.transaction() as session:
            return await session.get_one(ResidenceClaim, (self.community, claim_id))

    async def message_kinds(self) -> list[str]:
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.user))
        return [item["kind"] for item in inbox.json()["items"]]


class TestSubmitClaim(Residence):
    async def submit(
        self,
        by: UUID | None,
        household: Place | None = None,
        key: str | None = "claim-001",
        **fields: object,
    ) -> Response:
        body = {"household_id": str((household or self.household).id), "real_name": "王秀英"}
        return await self.http.post(self.path(), json=body | fields, headers=as_(by, key))

    async def verify_phone(self) -> None:
        async with self.database.transaction() as session:
            (await session.get_one(User, self.user)).phone = PHONE

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.submit(None)).status_code == 401

    async def test_who_has_not_joined_finds_nothing(self) -> None:
        assert (await self.submit(await a_user(self.database))).status_code == 404

    async def test_who_has_left_may_not(self) -> None:
        left = await a_participant(self.database, self.community, status=ParticipantStatus.LEFT)
        assert (await self.submit(left.user_id)).status_code == 403

    async def test_without_a_key_it_is_refused(self) -> None:
        assert (await self.submit(self.user, key=None)).status_code == 400

    @pytest.mark.parametrize(
        "fields",
        [
            {"real_name": "\u3000"},
            {"real_name": "王\u202e英"},
            {"status": "approved"},
            {"participant_id": str(uuid4())},
        ],
    )
    async def test_nothing_but_a_household_and_a_name_is_taken(
        self, fields: dict[str, Any]
    ) -> None:
        answer = await self.submit(self.user, **fields)
        assert answer.status_code == 422
        assert "王" not in answer.text

    async def test_without_consent_it_is_refused(self) -> None:
        other = await a_participant(self.database, self.community)
        answer = await self.submit(other.user_id)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        assert answer.json()["purpose"] == "residence"

    async def test_a_building_and_a_household_of_elsewhere_are_none(self) -> None:
        building = await a_place(self.database, self.community)
        foreign = await a_household(self.database, await a_community(self.database))
        for place in (building, foreign):
            answer = await self.submit(self.user, place)
            assert (answer.status_code, answer.json()["code"]) == (
                422,
                "communities.not_a_household",
            )

    async def test_a_second_one_is_a_conflict(self) -> None:
        await self.submit(self.user)
        answer = await self.submit(self.user, key="claim-002")
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "communities.residence_claim_open",
        )

    async def test_it_waits_for_review_with_a_sealed_name(self) -> None:
        answer = await self.submit(self.user)
        assert (answer.status_code, answer.json()["status"]) == (201, "submitted")
        shown = await self.http.get(answer.headers["location"], headers=as_(self.user))
        assert shown.json() == answer.json()
        mine = (await self.http.get(self.path("/me"), headers=as_(self.user))).json()["items"]
        assert mine == [answer.json()]
        assert mine[0]["household"].endswith("栋 101")
        assert (await self.person()).kind == "visitor"
        async with self.database.transaction() as session:
            record = (await session.scalars(select(IdempotencyRecord))).one()
            assert (await session.scalars(select(AuditEntry))).all() == []
        assert "秀英".encode() not in (record.response_sealed or b"")

    async def test_phone_and_name_on_the_roll_of_the_household_approve_it(self) -> None:
        await self.verify_phone()
        await on_register(self.database, self.household, "王秀英", PHONE)
        await on_register(self.database, self.household, "王建国", PHONE)
        answer = await self.submit(self.user)
        assert answer.json()["status"] == "approved"
        person, stored = await self.person(), await self.claim(answer.json()["id"])
        assert (person.kind, person.household_id) == ("resident", self.household.id)
        assert (stored.decided_by, stored.expires_at) == (None, NOW + RESIDENCE_CLAIM_LIFETIME)
        assert await self.message_kinds() == ["communities.residence_approved"]

    async def test_a_name_on_the_register_is_found_however_it_is_typed(self) -> None:
        await self.verify_phone()
        await on_register(self.database, self.household, "阿依·古丽", PHONE)
        names = [f"阿依{dot}古丽" for dot in "\u00b7\u30fb\u2022\u2027\uff0e"]
        for n, name in enumerate([*names, "阿依 ·\u3000古丽", "阿依\u200d·古丽"]):
            answer = await self.submit(self.user, real_name=name, key=f"claim-{n:03}")
            assert answer.json()["status"] == "approved", ascii(name)

    @pytest.mark.parametrize("name", ["王", "阿" * 50])
    async def test_names_of_one_and_of_fifty_characters_are_matched(self, name: str) -> None:
        await self.verify_phone()
        await on_register(self.database, self.household, name, PHONE)
        answer = await self.submit(self.user, real_name=name)
        assert (answer.status_code, answer.json()["status"]) == (201, "approved")

    @pytest.mark.parametrize(
        ("name", "phone", "is_here", "is_verified"),
        [
            ("王秀兰", PHONE, True, True),
            ("王秀英", "+861012345679", True, True),
            ("王秀英", PHONE, False, True),
            ("王秀英", PHONE, True, False),
        ],
    )
    async def test_anything_less_is_reviewed(
        self, name: str, phone: str, is_here: bool, is_verified: bool
    ) -> None:
        if is_verified:
            await self.verify_phone()
        elsewhere = await a_household(self.database, self.community)
        await on_register(self.database, self.household if is_here else elsewhere, name, phone)
        assert (await self.submit(self.user)).json()["status"] == "submitted"

    async def test_moving_ends_the_former_residence(self) -> None:
        former = await a_claim(self.database, self.me, self.household, approved=True)
        new_home = await a_household(self.database, self.community)
        await self.verify_phone()
        await on_register(self.database, new_home, "王秀英", PHONE)
        assert (await self.submit(self.user, new_home)).json()["status"] == "approved"
        ended = await self.claim(former.id)
        assert (ended.status, ended.ended_at) == ("ended", NOW)
        assert (await self.person()).household_id == new_home.id


class TestOwnClaims(Residence):
    async def verb(self, by: UUID | None, claim: ResidenceClaim, verb: str) -> Response:
        return await self.http.post(self.path(f"/{claim.id}/{verb}"), headers=as_(by))

    @pytest.mark.parametrize("verb", ["withdraw", "renew", "end"])
    async def test_only_ones_own(self, verb: str) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        other = await a_participant(self.database, self.community)
        assert (await self.verb(None, claim, verb)).status_code == 401
        assert (await self.verb(other.user_id, claim, verb)).status_code == 404
        path = self.path(f"/{claim.id}")
        assert (await self.http.get(path, headers=as_(other.user_id))).status_code == 404

    @pytest.mark.parametrize("verb", ["renew", "end"])
    async def test_what_is_not_approved_is_not_renewed_nor_ended(self, verb: str) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        answer = await self.verb(self.user, claim, verb)
        assert (answer.status_code, answer.json()["code"], answer.json()["state"]) == (
            409,
            "communities.residence_claim_wrong_state",
            "submitted",
        )

    async def test_what_is_approved_is_not_withdrawn(self) -> None:
        claim = await a_claim(self.database, self.me, self.household, approved=True)
        assert (await self.verb(self.user, claim, "withdraw")).status_code == 409

    async def test_withdrawn_makes_room_for_another(self) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        withdrawn = (await self.verb(self.user, claim, "withdraw")).json()
        assert withdrawn["status"] == "withdrawn"
        assert withdrawn["household"].endswith("栋 101")
        assert (await a_claim(self.database, self.me, self.household)).status == "submitted"

    async def test_renewed_with_one_tap(self) -> None:
        claim = await a_claim(self.database, self.me, self.household, approved=True)
        later = NOW + timedelta(minutes=10)
        with clock.frozen(later):
            answer = await self.verb(self.user, claim, "renew")
        assert answer.json()["status"] == "approved"
        assert (await self.claim(claim.id)).expires_at == later + RESIDENCE_CLAIM_LIFETIME

    async def test_moved_away(self) -> None:
        claim = await a_claim(self.database, self.me, self.household, approved=True)
        assert (await self.verb(self.user, claim, "end")).json()["status"] == "ended"
        person = await self.person()
        assert (person.kind, person.household_id) == ("visitor", None)


class TestExpire(Residence):
    async def sweep(self, after: timedelta) -> int:
        sweep = SWEEPS[0]
        now = NOW + after
        async with self.database.transaction() as session:
            rows = await find_due(session, sweep, now, None)
        for community_id, claim_id, _due_at in rows:
            async with self.database.transaction() as session:
                await sweep.run(session, (community_id, claim_id), now)
        return len(rows)

    async def test_after_24_months_and_not_before(self) -> None:
        claim = await a_claim(self.database, self.me, self.household, approved=True)
        assert await self.sweep(RESIDENCE_CLAIM_LIFETIME - timedelta(seconds=1)) == 0
        assert await self.sweep(RESIDENCE_CLAIM_LIFETIME) == 1
        assert (await self.claim(claim.id)).status == "expired"
        assert (await self.person()).kind == "visitor"
        assert await self.message_kinds() == ["communities.residence_expired"]

    async def test_who_renews_while_it_runs_stays(self) -> None:
        claim = await a_claim(self.database, self.me, self.household, approved=True)
        sweep = SWEEPS[0]
        async with self.database.transaction() as session:
            [row] = await find_due(session, sweep, NOW + RESIDENCE_CLAIM_LIFETIME, None)
            stored = await session.get_one(ResidenceClaim, (self.community, claim.id))
            stored.renew(NOW + timedelta(days=1))
        async with self.database.transaction() as session:
            await sweep.run(session, row[:2], NOW + RESIDENCE_CLAIM_LIFETIME)
        assert (await self.claim(claim.id)).status == "approved"

"""Guardians of minors: the minor's account asks, the guardian's account confirms; or the desk has
it on paper."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import (
    AgeBand,
    GuardianConsentKind,
    GuardianshipStatus,
    Participant,
    Role,
)
from app.communities.sweeps import SWEEPS
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import Database, get_row
from app.worker import Worker
from tests.client import as_, as_admin
from tests.communities.guardians import (
    ENDS_ON,
    a_guardianship,
    a_minor,
    an_adult,
    code_of,
    confirmed,
    living_in,
    of_age,
)
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    consented,
    on_register,
    staff,
)
from tests.now import NOW

DATA = GuardianConsentKind.PERSONAL_DATA
ACTIVITIES = GuardianConsentKind.ACTIVITIES


class Families:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.minor = await a_minor(database, self.community)
        self.guardian = await an_adult(database, self.community)
        self.worker = await staff(database, self.community)
        self.here = f"/v1/communities/{self.community}"
        self.desk = f"/admin{self.here}/guardianships"

    async def stored(self, who: Participant | None = None) -> Participant:
        async with self.database.transaction() as session:
            return await get_row(session, Participant, self.community, (who or self.minor).id)

    async def home(self) -> None:
        """Minor and guardian live in one household."""
        household = await a_household(self.database, self.community)
        for one in (self.minor, self.guardian):
            await living_in(self.database, one, household)

    async def act(self, id_: Any, verb: str, by: Participant, **body: Any) -> Response:
        path = f"{self.here}/guardianships/{id_}/{verb}"
        return await self.http.post(
            path, json=body or None, headers=as_(by.user_id, f"act-{uuid4()}")
        )

    async def decide(self, id_: Any, verb: str, **body: Any) -> Response:
        path = f"{self.desk}/{id_}/{verb}"
        return await self.http.post(path, json=body or None, headers=as_admin(self.worker))

    async def titles(self, who: Participant) -> list[str]:
        await Worker(self.database).run_due()
        inbox = await self.http.get("/v1/me/inbox", headers=as_(who.user_id))
        return [message["title"] for message in inbox.json()["items"]]


class TestDeclare(Families):
    async def declare(self, band: str, who: Participant) -> Response:
        path = f"{self.here}/participants/me/age-band"
        return await self.http.put(path, json={"age_band": band}, headers=as_(who.user_id))

    async def a_newcomer(self) -> Participant:
        who = await a_participant(self.database, self.community)
        assert who.user_id is not None
        await consented(self.database, who.user_id, Purpose.AGE_BAND)
        return who

    async def test_it_needs_the_consent(self) -> None:
        who = await a_participant(self.database, self.community)
        answer = await self.declare("14_17", who)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")

    async def test_who_declares_to_be_an_adult_is_not_a_known_one(self) -> None:
        who = await self.a_newcomer()
        answer = await self.declare("adult", who)
        assert (answer.json()["age_band"], answer.json()["declared_age_band"]) == (None, "adult")
        stored = await self.stored(who)
        assert (stored.is_adult, stored.age_for_rules) == (False, None)

    async def test_it_gets_lower_and_not_higher(self) -> None:
        who = await self.a_newcomer()
        assert (await self.declare("14_17", who)).status_code == 200
        answer = await self.declare("adult", who)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "communities.age_declared_lower",
        )
        assert (await self.declare("under_14", who)).json()["declared_age_band"] == "under_14"

    async def test_what_the_community_knows_is_not_declared(self) -> None:
        assert self.minor.user_id is not None
        await consented(self.database, self.minor.user_id, Purpose.AGE_BAND)
        answer = await self.declare("under_14", self.minor)
        assert (answer.status_code, answer.json()["code"]) == (409, "communities.age_known")

    async def test_it_goes_with_the_consent(self) -> None:
        who = await self.a_newcomer()
        await self.declare("14_17", who)
        consents = (await self.http.get("/v1/me/consents", headers=as_(who.user_id))).json()
        [mine] = [one for one in consents["items"] if one["purpose"] == "age_band"]
        body = {"is_granted": False, "text_version": mine["text_version"]}
        path = "/v1/me/consents/age_band"
        assert (await self.http.put(path, json=body, headers=as_(who.user_id))).status_code == 200
        while await Worker(self.database).run_due():
            pass
        assert (await self.stored(who)).declared_age_band is None


class TestConfirm(Families):
    async def test_an_adult_and_somebody_of_unknown_age_get_no_code(self) -> None:
        for band in (AgeBand.ADULT, None):
            await of_age(self.database, self.minor, band)
            path = f"{self.here}/participants/me/guardian-code"
            answer = await self.http.post(path, headers=as_(self.minor.user_id))
            assert (answer.status_code, answer.json()["code"]) == (409, "communities.not_a_minor")

    async def test_in_one_household_it_holds_at_once(self) -> None:
        await self.home()
        answer = await confirmed(self.http, self.guardian, await code_of(self.http, self.minor))
        shown = answer.json()
        assert (answer.status_code, shown["status"], shown["role"]) == (201, "active", "guardian")
        assert {one["kind"] for one in shown["consents"]} == {"activities", "personal_data"}
        assert (await self.stored()).has_guardian(clock.now())
        for who in (self.minor, self.guardian):
            assert "监护关系已生效" in await self.titles(who)
        page = f"{self.here}/guardianships"
        [mine] = (await self.http.get(page, headers=as_(self.minor.user_id))).json()["items"]
        assert (mine["role"], mine["actions"]) == ("minor", [])

    async def test_from_another_household_the_desk_checks_it(self) -> None:
        answer = await confirmed(self.http, self.guardian, await code_of(self.http, self.minor))
        id_ = answer.json()["id"]
        assert (answer.status_code, answer.json()["status"]) == (201, "in_review")
        assert not (await self.stored()).has_guardian(clock.now())
        assert "监护关系待社区核实" in await self.titles(self.guardian)
        todo = await self.http.get(f"/admin{self.here}/todo", headers=as_admin(self.worker))
        assert "communities.guardianship" in todo.text
        approved = await self.decide(id_, "approve")
        assert (approved.status_code, approved.json()["status"]) == (200, "active")
        assert (await self.stored()).has_guardian(clock.now())
        assert "监护关系已生效" in await self.titles(self.minor)

    async def test_the_desk_rejects_with_a_reason(self) -> None:
        answer = await confirmed(self.http, self.guardian, await code_of(self.http, self.minor))
        rejected = await self.decide(answer.json()["id"], "reject", reason="证件不符")
        assert (rejected.status_code, rejected.json()["status"]) == (200, "rejected")
        assert not (await self.stored()).has_guardian(clock.now())
        assert "监护关系未通过核实" in await self.titles(self.guardian)

    async def test_nobody_decides_about_their_own(self) -> None:
        row = await a_guardianship(
            self.database, self.minor, self.guardian, status=GuardianshipStatus.IN_REVIEW
        )
        async with self.database.transaction() as session:
            guardian = await session.get_one(Participant, (self.community, self.guardian.id))
            guardian.user_id = self.worker
        assert (await self.decide(row.id, "approve")).status_code == 403

    @pytest.mark.parametrize("band", [None, AgeBand.FROM_14_TO_17])
    async def test_a_guardian_is_a_known_adult(self, band: AgeBand | None) -> None:
        await self.home()
        await of_age(self.database, self.guardian, band)
        async with self.database.transaction() as session:
            guardian = await session.get_one(Participant, (self.community, self.guardian.id))
            guardian.declared_age_band = AgeBand.ADULT
        answer = await confirmed(self.http, self.guardian, await code_of(self.http, self.minor))
        assert (answer.status_code, answer.json()["code"]) == (403, "communities.guardian_unfit")

    async def test_a_code_is_used_once_and_ends(self) -> None:
        code = await code_of(self.http, self.minor)
        assert (await confirmed(self.http, self.guardian, code)).status_code == 201
        other = await an_adult(self.database, self.community)
        answer = await confirmed(self.http, other, code)
        assert (answer.status_code, answer.json()["code"]) == (
            404,
            "communities.guardian_code_invalid",
        )
        late = await code_of(self.http, self.minor)
        with clock.frozen(NOW + timedelta(days=7)):
            assert (await confirmed(self.http, other, late)).status_code == 404

    @pytest.mark.parametrize("days", [-1, 367])
    async def test_a_consent_ends_within_a_year(self, days: int) -> None:
        ends_on = (clock.today() + timedelta(days=days)).isoformat()
        code = await code_of(self.http, self.minor)
        answer = await confirmed(self.http, self.guardian, code, ends_on=ends_on)
        assert (answer.status_code, answer.json()["code"]) == (
            422,
            "communities.consent_end_unfit",
        )

    async def test_nobody_confirms_twice(self) -> None:
        await a_guardianship(self.database, self.minor, self.guardian)
        answer = await confirmed(self.http, self.guardian, await code_of(self.http, self.minor))
        assert (answer.status_code, answer.json()["code"]) == (409, "communities.already_guardian")


class TestPaper(Families):
    async def record(self, **body: Any) -> Response:
        body = {
            "on_behalf_of": str(self.minor.id),
            "guardian_name": "王建国",
            "witness": "赵云",
            "channel": "paper",
            "kinds": ["activities"],
            "ends_on": ENDS_ON,
        } | body
        return await self.http.post(self.desk, json=body, headers=as_admin(self.worker, "paper-01"))

    async def test_a_guardian_without_an_account_signs_at_the_desk(self) -> None:
        answer = await self.record()
        assert (answer.status_code, answer.json()["status"]) == (201, "active")
        assert answer.json()["guardian_name"] == "王建国"
        assert (await self.stored()).has_guardian(clock.now())
        listed = await self.http.get(self.desk, headers=as_admin(self.worker))
        assert listed.json()["total"] == 1

    async def test_a_guardian_with_an_account_is_a_known_adult_there_too(self) -> None:
        known = {"guardian_name": None, "guardian_id": str(self.guardian.id)}
        await of_age(self.database, self.guardian, None)
        assert (await self.record(**known)).json()["code"] == "communities.guardian_unfit"
        await of_age(self.database, self.guardian, AgeBand.ADULT)
        assert (await self.record(**known)).status_code == 201

    async def test_it_names_exactly_one(self) -> None:
        for body in ({"guardian_name": None}, {"guardian_id": str(self.guardian.id)}):
            assert (await self.record(**body)).status_code == 422

    async def test_an_auditor_sees_none(self) -> None:
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        answer = await self.http.get(self.desk, headers=as_admin(auditor))
        assert answer.status_code == 403


class TestConsents(Families):
    async def test_the_guardian_withdraws_at_once_and_both_are_told(self) -> None:
        row = await a_guardianship(self.database, self.minor, self.guardian)
        refused = await self.act(row.id, "withdraw-consent", self.minor, kind="activities")
        assert refused.status_code == 403
        answer = await self.act(row.id, "withdraw-consent", self.guardian, kind="activities")
        assert answer.json()["consents"][0]["status"] == "withdrawn"
        assert not (await self.stored()).has_guardian(clock.now())
        for who in (self.minor, self.guardian):
            assert "监护人的同意已结束" in await self.titles(who)
        again = await self.act(row.id, "withdraw-consent", self.guardian, kind="personal_data")
        assert again.json()["code"] == "communities.guardian_consent_missing"

    async def test_it_is_given_anew_and_not_twice(self) -> None:
        row = await a_guardianship(self.database, self.minor, self.guardian)
        body = {"kind": "activities", "ends_on": ENDS_ON}
        twice = await self.act(row.id, "consents", self.guardian, **body)
        assert (twice.status_code, twice.json()["code"]) == (
            409,
            "communities.guardian_consent_given",
        )
        await self.act(row.id, "withdraw-consent", self.guardian, kind="activities")
        anew = await self.act(row.id, "consents", self.guardian, **body)
        assert anew.status_code == 201, anew.text
        assert (await self.stored()).has_guardian(clock.now())

    async def test_it_ends_with_its_last_day(self) -> None:
        row = await a_guardianship(self.database, self.minor, self.guardian)
        with clock.frozen(NOW + timedelta(days=100)):
            assert not (await self.stored()).has_guardian(clock.now())
            await Worker(self.database, sweeps=SWEEPS).sweep()
            path = f"{self.here}/guardianships/{row.id}"
            shown = await self.http.get(path, headers=as_(self.guardian.user_id))
            assert shown.json()["consents"][0]["status"] == "expired"
            assert (await self.stored()).guardian_until is None

    async def test_another_guardian_is_enough(self) -> None:
        row = await a_guardianship(self.database, self.minor, self.guardian)
        other = await an_adult(self.database, self.community)
        await a_guardianship(self.database, self.minor, other)
        await self.act(row.id, "end", self.guardian)
        assert (await self.stored()).has_guardian(clock.now())

    async def test_who_leaves_is_no_guardian_any_more(self) -> None:
        await a_guardianship(self.database, self.minor, self.guardian)
        path = f"{self.here}/participants/me/leave"
        await self.http.post(path, headers=as_(self.guardian.user_id))
        await Worker(self.database).run_due()
        assert not (await self.stored()).has_guardian(clock.now())

    async def test_a_stranger_sees_nothing(self) -> None:
        row = await a_guardianship(self.database, self.minor, self.guardian)
        other = await an_adult(self.database, self.community)
        path = f"{self.here}/guardianships/{row.id}"
        assert (await self.http.get(path, headers=as_(other.user_id))).status_code == 404
        assert (await self.act(row.id, "end", other)).status_code == 404


class TestChildren(Families):
    """The guardian of a child under 14 consents to the use of personal data (PIPL, art. 31)."""

    @pytest.fixture(autouse=True)
    async def a_child(self, arrange: None) -> None:
        await of_age(self.database, self.minor, AgeBand.UNDER_14)

    async def claim(self, household: UUID) -> Response:
        assert self.minor.user_id is not None
        await consented(self.database, self.minor.user_id, Purpose.RESIDENCE)
        body = {"household_id": str(household), "real_name": "王小雨"}
        path = f"{self.here}/residence-claims"
        return await self.http.post(path, json=body, headers=as_(self.minor.user_id, "claim-01"))

    async def test_no_name_and_no_address_without_it(self) -> None:
        household = await a_household(self.database, self.community)
        refused = await self.claim(household.id)
        assert (refused.status_code, refused.json()["code"]) == (
            409,
            "communities.guardian_consent_missing",
        )
        await a_guardianship(self.database, self.minor, self.guardian, kinds=(DATA,))
        assert (await self.claim(household.id)).status_code == 201

    async def test_the_desk_takes_no_name_of_a_child_before_the_paper(self) -> None:
        body = {
            "display_name": "小雨",
            "real_name": "王小雨",
            "age_band": "under_14",
            "has_paper_consent": True,
            "witness": "赵云",
        }
        path = f"/admin{self.here}/participants"
        answer = await self.http.post(path, json=body, headers=as_admin(self.worker, "child-01"))
        assert answer.json()["code"] == "communities.guardian_consent_missing"

    async def test_activities_alone_do_not_let_a_child_take_part(self) -> None:
        row = await a_guardianship(
            self.database, self.minor, self.guardian, kinds=(), status=GuardianshipStatus.ACTIVE
        )
        body = {"ends_on": ENDS_ON}
        await self.act(row.id, "consents", self.guardian, kind="activities", **body)
        assert not (await self.stored()).has_guardian(clock.now())
        path = f"{self.here}/guardianships/{row.id}/consents"
        await self.http.post(
            path,
            json=body | {"kind": "personal_data"},
            headers=as_(self.guardian.user_id, "consents-2"),
        )
        assert (await self.stored()).has_guardian(clock.now())

    async def test_name_and_household_go_with_it(self) -> None:
        row = await a_guardianship(
            self.database, self.minor, self.guardian, kinds=(ACTIVITIES, DATA)
        )
        await living_in(self.database, self.minor, await a_household(self.database, self.community))
        await self.act(row.id, "withdraw-consent", self.guardian, kind="personal_data")
        child = await self.stored()
        assert (child.household_id, child.real_name_sealed) == (None, None)
        assert child.display_name != "秀英"
        assert child.age_for_rules is AgeBand.UNDER_14
        assert not child.has_guardian(clock.now())


class TestComingOfAge(Families):
    async def void(self) -> None:
        stored = await self.stored()
        assert (stored.is_adult, stored.guardian_until) == (True, None)
        async with self.database.transaction() as session:
            rows = await session.scalars(
                select(self.row.__class__).filter_by(community_id=self.community)
            )
            assert {row.status for row in rows} == {GuardianshipStatus.ENDED}

    @pytest.fixture(autouse=True)
    async def guarded(self, arrange: None) -> None:
        self.row = await a_guardianship(self.database, self.minor, self.guardian)

    async def test_the_register_ends_it(self) -> None:
        household = await a_household(self.database, self.community)
        await living_in(self.database, self.minor, household)
        await on_register(self.database, household, "王秀英", "13800000000")
        admin = await staff(self.database, self.community, Role.COMMUNITY_ADMIN)
        async with self.database.transaction() as session:
            building = await session.get_one(type(household), (self.community, household.parent_id))
        sheet = f"楼栋,单元,房号,姓名,手机,成年\n{building.name},,101,王秀英,13800000000,是\n"
        path = f"/admin{self.here}/register/imports"
        answer = await self.http.post(
            path, content=sheet.encode(), headers=as_admin(admin) | {"Content-Type": "text/csv"}
        )
        assert answer.status_code == 200, answer.text
        await self.void()
        undo = f"{path}/{answer.json()['id']}/undo"
        assert (await self.http.post(undo, headers=as_admin(admin))).status_code == 200
        assert (await self.stored()).age_band is AgeBand.FROM_14_TO_17

    async def test_the_desk_ends_it(self) -> None:
        path = f"/admin{self.here}/participants/{self.minor.id}/note-age-band"
        await self.http.post(path, json={"age_band": "adult"}, headers=as_admin(self.worker))
        await self.void()

    async def test_a_reviewer_ends_it(self) -> None:
        household = await a_household(self.database, self.community)
        claim = await a_claim(self.database, self.minor, household)
        path = f"/admin{self.here}/residence-claims/{claim.id}/approve"
        await self.http.post(path, json={"is_adult": True}, headers=as_admin(self.worker))
        await self.void()

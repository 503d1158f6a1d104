"""A consent that is withdrawn: the use of what it allowed stops when the worker has run."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import AgeBand, Participant, ParticipantKind, ResidenceClaim
from app.communities.models import ResidenceClaimStatus as S
from app.consultations.models import Electorate, RollVoter
from app.identity.consents.texts import TEXTS
from app.identity.me.phone import take_number
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.sealed import own
from app.worker import Worker
from tests.client import as_, as_admin
from tests.consultations.ballots import a_ballot, vote
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person,
    a_user,
    consented,
    joined,
    on_register,
    staff,
)


class Withdrawn:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.household = await a_household(database, self.community)
        self.worker = await staff(database, self.community)
        self.me = await a_participant(database, self.community, kind=ParticipantKind.VISITOR)
        assert self.me.user_id is not None
        self.user = self.me.user_id

    async def decide(self, purpose: Purpose, is_granted: bool, version: str | None = None) -> None:
        body = {"is_granted": is_granted, "text_version": version or TEXTS[purpose].version}
        path = f"/v1/me/consents/{purpose}"
        answer = await self.http.put(path, json=body, headers=as_(self.user))
        assert answer.status_code == 200, answer.text
        await self.run_worker()

    async def run_worker(self) -> None:
        """Runs listeners until nothing is due: a withdrawal is spread over the communities."""
        while await Worker(self.database).run_due():
            pass

    async def withdraw(self, purpose: Purpose) -> None:
        await consented(self.database, self.user, purpose)
        await self.decide(purpose, False)

    async def person(self) -> Participant:
        async with self.database.transaction() as session:
            return await session.get_one(Participant, (self.community, self.me.id))

    async def claims(self) -> list[ResidenceClaim]:
        query = select(ResidenceClaim).filter_by(participant_id=self.me.id)
        async with self.database.transaction() as session:
            return list(await session.scalars(query.order_by(ResidenceClaim.id)))

    async def approve(self, claim: ResidenceClaim) -> Response:
        path = f"/admin/v1/communities/{self.community}/residence-claims/{claim.id}/approve"
        return await self.http.post(path, headers=as_admin(self.worker, "k-000001"))

    async def post(self, path: str, body: Any, by: UUID | None = None) -> Response:
        where = f"/v1/communities/{self.community}/{path}"
        return await self.http.post(where, json=body, headers=as_(by or self.user, "k-000002"))


class TestResidence(Withdrawn):
    async def test_who_lives_here_is_a_visitor_again_without_household_and_name(self) -> None:
        await a_claim(self.database, self.me, self.household, approved=True)
        await self.withdraw(Purpose.RESIDENCE)
        me = await self.person()
        assert (me.kind, me.household_id, own(me, Participant.real_name)) == (
            ParticipantKind.VISITOR,
            None,
            None,
        )
        assert await self.claims() == []

    async def test_whether_they_are_an_adult_goes_with_the_residence(self) -> None:
        await a_claim(self.database, self.me, self.household, approved=True)
        async with self.database.transaction() as session:
            me = await session.get_one(Participant, (self.community, self.me.id))
            me.age_band = AgeBand.ADULT
        await self.withdraw(Purpose.RESIDENCE)
        assert (await self.person()).age_band is None

    async def test_a_signature_at_the_desk_does_not_overrule_it(self) -> None:
        """The register approved the claim of the desk at once, and nothing ended it any more."""
        await self.withdraw(Purpose.RESIDENCE)
        async with self.database.transaction() as session:
            (await session.get_one(User, self.user)).phone = "+8613800138000"
        await on_register(self.database, self.household, "王秀英", "+8613800138000")
        body = {
            "household_id": str(self.household.id),
            "real_name": "王秀英",
            "on_behalf_of": str(self.me.id),
            "witness": "王芳",
            "has_paper_consent": True,
        }
        path = f"/admin/v1/communities/{self.community}/residence-claims"
        answer = await self.http.post(path, json=body, headers=as_admin(self.worker, "k-000003"))
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        assert (await self.person()).kind is ParticipantKind.VISITOR

    async def test_withdrawn_again_it_ends_again(self) -> None:
        """The second withdrawal said nothing new, and so ended nothing."""
        await self.withdraw(Purpose.RESIDENCE)
        await a_claim(self.database, self.me, self.household, approved=True)
        await self.decide(Purpose.RESIDENCE, False)
        assert (await self.person()).kind is ParticipantKind.VISITOR

    async def test_an_open_claim_is_not_approved_any_more(self) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        await self.withdraw(Purpose.RESIDENCE)
        assert (await self.approve(claim)).status_code == 404

    async def test_an_open_claim_is_not_approved_before_the_worker_has_run_either(self) -> None:
        claim = await a_claim(self.database, self.me, self.household)
        await consented(self.database, self.user, Purpose.RESIDENCE)
        body = {"is_granted": False, "text_version": TEXTS[Purpose.RESIDENCE].version}
        path = "/v1/me/consents/residence"
        await self.http.put(path, json=body, headers=as_(self.user))
        answer = await self.approve(claim)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")

    async def test_the_stored_answer_to_a_claim_is_not_given_again(self) -> None:
        await consented(self.database, self.user, Purpose.RESIDENCE)
        body = {"household_id": str(self.household.id), "real_name": "王秀英"}
        assert (await self.post("residence-claims", body)).status_code == 201
        await self.decide(Purpose.RESIDENCE, False)
        answer = await self.post("residence-claims", body)
        assert (answer.status_code, answer.json()["code"]) == (404, "idempotency_replay_hidden")
        assert str(self.household.id) not in answer.text

    async def test_an_approved_claim_is_not_renewed_before_the_worker_has_run(self) -> None:
        claim = await a_claim(self.database, self.me, self.household, approved=True)
        await consented(self.database, self.user, Purpose.RESIDENCE)
        body = {"is_granted": False, "text_version": TEXTS[Purpose.RESIDENCE].version}
        await self.http.put("/v1/me/consents/residence", json=body, headers=as_(self.user))
        answer = await self.post(f"residence-claims/{claim.id}/renew", None)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")

    async def test_whoever_has_consented_again_meanwhile_stays(self) -> None:
        await a_claim(self.database, self.me, self.household, approved=True)
        await consented(self.database, self.user, Purpose.RESIDENCE)
        body = {"is_granted": False, "text_version": TEXTS[Purpose.RESIDENCE].version}
        for is_granted in (False, True):
            payload = body | {"is_granted": is_granted}
            await self.http.put("/v1/me/consents/residence", json=payload, headers=as_(self.user))
        await self.run_worker()
        assert (await self.person()).kind is ParticipantKind.RESIDENT

    async def test_another_purpose_leaves_the_residence_alone(self) -> None:
        await a_claim(self.database, self.me, self.household, approved=True)
        await self.withdraw(Purpose.NOTIFICATIONS)
        assert (await self.person()).kind is ParticipantKind.RESIDENT

    @pytest.mark.parametrize("electorate", [Electorate.RESIDENTS, Electorate.HOUSEHOLDS])
    async def test_a_vote_not_cast_yet_falls_to_the_others_of_the_household_or_away(
        self, electorate: Electorate
    ) -> None:
        other = a_person(self.community, await a_user(self.database), ParticipantKind.VISITOR)
        await joined(self.database, other)
        for person in (self.me, other):
            await a_claim(self.database, person, self.household, approved=True)
        ballot = await a_ballot(self.database, self.community, electorate=electorate)
        await self.withdraw(Purpose.RESIDENCE)
        query = select(RollVoter.participant_id).filter_by(ballot_id=ballot.id)
        async with self.database.transaction() as session:
            assert list(await session.scalars(query)) == [other.id]
        assert (await vote(self.http, ballot, self.me)).status_code in {403, 409}
        assert (await vote(self.http, ballot, other)).status_code == 201

    async def test_a_vote_that_was_cast_stays(self) -> None:
        await a_claim(self.database, self.me, self.household, approved=True)
        ballot = await a_ballot(self.database, self.community)
        assert (await vote(self.http, ballot, self.me)).status_code == 201
        await self.withdraw(Purpose.RESIDENCE)
        query = select(RollVoter.participant_id).filter_by(ballot_id=ballot.id)
        async with self.database.transaction() as session:
            assert list(await session.scalars(query)) == [self.me.id]


class TestProfile(Withdrawn):
    async def test_the_names_become_neutral_ones(self) -> None:
        body = {"nickname": "秀英", "locale": "zh"}
        await self.http.put("/v1/me", json=body, headers=as_(self.user))
        await self.withdraw(Purpose.PROFILE)
        me = (await self.http.get("/v1/me", headers=as_(self.user))).json()
        assert me["nickname"] is None
        shown = await self.http.get(
            f"/v1/communities/{self.community}/participants/me", headers=as_(self.user)
        )
        assert shown.json()["display_name"] == f"邻居{self.me.id.hex[-4:].upper()}"

    async def test_no_other_name_is_written_then(self) -> None:
        await self.withdraw(Purpose.PROFILE)
        body = {"nickname": "秀英", "locale": "en"}
        answer = await self.http.put("/v1/me", json=body, headers=as_(self.user))
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        path = f"/v1/communities/{self.community}/participants/me"
        answer = await self.http.put(path, json={"display_name": "秀英"}, headers=as_(self.user))
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")
        path = f"/admin{path.removesuffix('me')}{self.me.id}/rename"
        renamed = {"display_name": "秀英", "witness": "李敏"}
        answer = await self.http.post(path, json=renamed, headers=as_admin(self.worker))
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.consent_required")

    async def test_a_new_community_is_joined_under_a_neutral_name(self) -> None:
        await self.withdraw(Purpose.PROFILE)
        self.community = await a_community(self.database)
        answer = await self.post("participants", {"display_name": "秀英"})
        assert answer.status_code == 201
        assert answer.json()["display_name"].startswith("邻居")

    async def test_the_language_can_still_be_chosen(self) -> None:
        await self.withdraw(Purpose.PROFILE)
        body = {"nickname": None, "locale": "en"}
        answer = await self.http.put("/v1/me", json=body, headers=as_(self.user))
        assert answer.json()["locale"] == "en"


class TestPhone(Withdrawn):
    async def arrange_match(self) -> ResidenceClaim:
        """Makes a residence that the register has matched by the phone."""
        claim = await a_claim(self.database, self.me, self.household)
        async with self.database.transaction() as session:
            claim = await session.get_one(ResidenceClaim, (self.community, claim.id))
            claim.approve(clock.now(), None)
            (await session.get_one(Participant, (self.community, self.me.id))).live_in(
                self.household.id, "王秀英"
            )
            (await session.get_one(User, self.user)).phone = "+8613800138000"
        return claim

    async def test_a_residence_that_rested_on_it_is_reviewed(self) -> None:
        matched = await self.arrange_match()
        await self.withdraw(Purpose.PHONE)
        former, review = await self.claims()
        assert (former.id, former.status, review.status) == (matched.id, S.APPROVED, S.SUBMITTED)
        assert own(review, ResidenceClaim.real_name) == "王秀英"
        assert (await self.approve(review)).status_code == 200
        assert [claim.status for claim in await self.claims()] == [S.ENDED, S.APPROVED]

    async def test_a_review_that_is_rejected_ends_the_residence(self) -> None:
        await self.arrange_match()
        await self.withdraw(Purpose.PHONE)
        _, review = await self.claims()
        path = f"/admin/v1/communities/{self.community}/residence-claims/{review.id}/reject"
        body = {"reason": "登记册中没有"}
        answer = await self.http.post(path, json=body, headers=as_admin(self.worker, "k-000001"))
        assert answer.status_code == 200
        assert [claim.status for claim in await self.claims()] == [S.ENDED, S.REJECTED]
        assert (await self.person()).kind is ParticipantKind.VISITOR

    async def another_verifies_it(self) -> None:
        other = await a_user(self.database)
        await consented(self.database, other, Purpose.PHONE)
        async with self.database.transaction() as session:
            await take_number(session, other, "+8613800138000")
        await self.run_worker()

    async def test_a_residence_is_reviewed_when_the_number_has_gone_to_somebody_else(self) -> None:
        matched = await self.arrange_match()
        await self.another_verifies_it()
        former, review = await self.claims()
        assert (former.id, former.status, review.status) == (matched.id, S.APPROVED, S.SUBMITTED)
        me = await self.person()
        assert (me.kind, me.household_id) == (ParticipantKind.RESIDENT, self.household.id)
        todo = f"/admin/v1/communities/{self.community}/todo"
        waiting = (await self.http.get(todo, headers=as_admin(self.worker))).json()["items"]
        assert "communities.residence_claim" in [one["kind"] for one in waiting]

    async def test_a_residence_that_the_next_number_matches_is_not_reviewed(self) -> None:
        matched = await self.arrange_match()
        await on_register(self.database, self.household, "王秀英", "+8613900139000")
        other = await a_user(self.database)
        for user in (other, self.user):
            await consented(self.database, user, Purpose.PHONE)
        async with self.database.transaction() as session:
            await take_number(session, other, "+8613800138000")
            await take_number(session, self.user, "+8613900139000")
        await self.run_worker()
        assert [claim.id for claim in await self.claims()] == [matched.id]

    async def test_a_residence_that_staff_approved_stays(self) -> None:
        await a_claim(self.database, self.me, self.household, approved=True)
        await self.withdraw(Purpose.PHONE)
        assert [claim.status for claim in await self.claims()] == [S.APPROVED]


class TestWithdrawing(Withdrawn):
    async def test_a_withdrawal_needs_no_present_text(self) -> None:
        await consented(self.database, self.user, Purpose.PROFILE)
        await self.decide(Purpose.PROFILE, False, version="0" * 32)
        page = await self.http.get("/v1/me/consents?purpose=profile", headers=as_(self.user))
        assert page.json()["items"][0]["is_granted"] is False

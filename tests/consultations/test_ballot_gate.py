"""Conditions under which a ballot is announced: it is advisory, open for a day, by a rule that
somebody has to meet. One worker alone had announced a "residents' resolution" with a quorum of
nobody and a window of a minute."""

from typing import Any

import pytest
from httpx import Response
from sqlalchemy import text

from app.consultations.models import BallotStatus, LegalEffect
from app.kernel import clock
from tests.consultations.ballots import BODY, a_ballot, reread
from tests.consultations.test_ballots_desk import NOTE, Desk
from tests.consultations.test_results import OVER, sweep

ONE_MINUTE = {"opens_at": "2026-12-20T00:00:00Z", "closes_at": "2026-12-20T00:01:00Z"}
HALF = {"numerator": 1, "denominator": 2, "is_inclusive": True}
NOBODY = {"numerator": 0, "denominator": 1, "is_inclusive": True}
CASES: dict[str, tuple[dict[str, Any], str]] = {
    "residents": ({"legal_effect": "residents_resolution"}, "legal_effect_not_offered"),
    "owners": ({"legal_effect": "owners_resolution"}, "legal_effect_not_offered"),
    "a minute": (ONE_MINUTE, "window_too_short"),
    "nobody": ({"rule": {"quorum": NOBODY}}, "rule_too_weak"),
    "a third": ({"rule": {"passing": HALF | {"denominator": 3}}}, "rule_too_weak"),
    "plurality of yes and no": (
        {"rule": {"plurality": True}, "questions": BODY["questions"][:1]},
        "plurality_needs_choice",
    ),
}


class TestGate(Desk):
    def refused(self, answer: Response, code: str) -> None:
        assert (answer.status_code, answer.json()["code"]) == (422, f"consultations.{code}")

    async def test_it_is_refused_as_a_draft(self) -> None:
        for changes, code in CASES.values():
            answer = await self.call("POST", body=self.body(**changes), by=self.worker)
            self.refused(answer, code)

    async def test_it_is_refused_at_a_revision(self) -> None:
        path, tag = f"/{await self.drafted()}", {"If-Match": '"1"'}
        for changes, code in CASES.values():
            answer = await self.call("PUT", path, BODY | changes, by=self.worker, **tag)
            self.refused(answer, code)

    async def test_the_problem_says_why_and_what_to_do(self) -> None:
        body = self.body(legal_effect="residents_resolution")
        problem = (await self.call("POST", body=body, by=self.worker)).json()
        assert problem["offered"] == ["advisory"]
        assert "意见征询" in problem["detail"]

    async def test_a_day_is_long_enough(self) -> None:
        body = self.body(opens_at="2026-12-20T00:00:00Z", closes_at="2026-12-21T00:00:00Z")
        assert (await self.call("POST", body=body, by=self.worker)).status_code == 201

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ("legal_effect = 'residents_resolution'", "legal_effect_not_offered"),
            ("closes_at = opens_at + interval '1 minute'", "window_too_short"),
            ("rule = jsonb_set(rule, '{quorum,numerator}', '0')", "rule_too_weak"),
        ],
    )
    async def test_a_draft_of_a_former_version_is_not_announced(
        self, change: str, code: str
    ) -> None:
        ballot_id = await self.drafted()
        async with self.database.transaction() as session:
            await session.execute(
                text(f"UPDATE ballots SET {change} WHERE ballots.community_id = :community_id"),
                {"community_id": self.community},
            )
        answer = await self.call("POST", f"/{ballot_id}/announce", NOTE, by=self.worker)
        self.refused(answer, code)
        assert (await self.row(ballot_id)).status is BallotStatus.DRAFT

    async def test_what_was_announced_with_another_effect_is_not_certified_but_annulled(
        self,
    ) -> None:
        effect = LegalEffect.RESIDENTS_RESOLUTION
        ballot = await a_ballot(self.database, self.community, legal_effect=effect)
        with clock.frozen(OVER):
            await sweep(self.database)
            await sweep(self.database)
        certify = await self.call("POST", f"/{ballot.id}/certify", by=self.worker)
        self.refused(certify, "legal_effect_not_offered")
        reason = {"reason": "系统尚不具备作出决议的条件"}
        await self.call("POST", f"/{ballot.id}/annul", reason, by=self.worker)
        answer = await self.call("POST", f"/{ballot.id}/annul/confirm", by=self.colleague)
        assert answer.json()["status"] == "annulled"
        assert (await reread(self.database, ballot)).status is BallotStatus.ANNULLED

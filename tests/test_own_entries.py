"""Another person decides on what somebody has entered themselves: `actions` names no decision to
them that would be refused."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.models import Channel, Role
from app.double_reporting.models import MemberRegistration, PostClaim, UnitRegistration
from app.identity.models import Equipment, EquipmentKind
from app.kernel import clock
from app.kernel.database.columns import CommunityScoped, uuid7
from app.kernel.database.engine import Database
from app.volunteering.models import Signup, SignupStatus
from tests.client import as_admin
from tests.double_reporting.members import a_post, a_post_claim, a_registration, an_organization
from tests.double_reporting.units import a_unit_registration
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_topic,
    an_opinion,
    saved,
    staff,
    the_role,
)


class TestOwnEntries:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)

    async def entered(self, row: CommunityScoped, by: UUID) -> None:
        """Makes `by` the one who has entered the row."""
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": row.id}
            found: Any = await session.get_one(type(row), key)
            if isinstance(found, MemberRegistration):
                found.proceedings = found.proceedings.with_(entered_by=by)
            else:
                found.entered_by = by

    async def a_signup(self) -> tuple[Signup, str, str]:
        shift = await a_shift(self.database, self.community, needs_review=True)
        role = await the_role(self.database, shift)
        signup = Signup(
            community_id=self.community,
            shift_id=shift.id,
            role_id=role.id,
            participant_id=self.me.id,
            status=SignupStatus.PENDING_REVIEW,
            is_late_withdrawal=False,
            entered_by=self.me.user_id,
            channel=Channel.SELF,
        )
        await saved(self.database, signup)
        return signup, f"shifts/{shift.id}/signups", f"signups/{signup.id}"

    async def an_opinion(self) -> tuple[CommunityScoped, str, str]:
        topic = await a_topic(self.database, self.community)
        opinion = await an_opinion(self.database, topic, self.me, is_read=False)
        return opinion, f"topics/{topic.id}/opinions", f"opinions/{opinion.id}"

    async def a_post_claim(self) -> tuple[PostClaim, str, str]:
        post = await a_post(self.database, self.community)
        claim = await a_post_claim(self.database, post, self.me)
        return claim, f"posts/{post.id}/claims", f"claims/{claim.id}"

    async def a_unit(self) -> tuple[UnitRegistration, str, str]:
        organization = await an_organization(self.database, self.community)
        row = await a_unit_registration(self.database, self.community, organization)
        return row, "unit-registrations", f"unit-registrations/{row.id}"

    async def a_member(self) -> tuple[MemberRegistration, str, str]:
        row = await a_registration(self.database, self.me, uuid7())
        return row, "member-registrations", f"member-registrations/{row.id}"

    async def actions(self, path: str, row: CommunityScoped, by: UUID) -> set[str]:
        listed = await self.http.get(
            f"/admin/v1/communities/{self.community}/{path}", headers=as_admin(by)
        )
        assert listed.status_code == 200, listed.text
        [item] = [one for one in listed.json()["items"] if one["id"] == str(row.id)]
        return set(item["actions"])

    async def refusal(self, path: str, by: UUID) -> str:
        answer = await self.http.post(
            f"/admin/v1/communities/{self.community}/{path}",
            json={"reason": "资料不全"},
            headers=as_admin(by, f"decide-{uuid7()}"),
        )
        return str(answer.json().get("code"))

    async def test_no_decision_is_offered_to_who_has_entered_it(
        self, subtests: pytest.Subtests
    ) -> None:
        worker, party = Role.COMMUNITY_WORKER, Role.PARTY_ADMIN
        cases: list[tuple[Callable[[], Awaitable[tuple[Any, str, str]]], Role, set[str]]] = [
            (self.a_signup, worker, {"approve", "reject"}),
            (self.an_opinion, worker, {"pass", "refuse"}),
            (self.a_post_claim, party, {"approve", "reject"}),
            (self.a_unit, party, {"return", "approve", "decline"}),
            (self.a_member, party, {"return", "approve", "decline"}),
        ]
        for make, role, decisions in cases:
            with subtests.test(make.__name__):
                row, path, one = await make()
                mine, colleague, made_by_me = [
                    await staff(self.database, self.community, role) for _ in range(3)
                ]
                await saved(
                    self.database,
                    Equipment(
                        user_id=made_by_me,
                        by_id=mine,
                        kind=EquipmentKind.CREATED,
                        at=clock.now() - timedelta(1),
                    ),
                )
                await self.entered(row, mine)
                assert await self.actions(path, row, colleague) >= decisions
                for who in (mine, made_by_me):
                    assert not (await self.actions(path, row, who)) & decisions
                    [verb] = decisions & {"reject", "refuse", "decline"}
                    code = await self.refusal(f"{one}/{verb}", who)
                    assert code in {"communities.second_person_needed", "forbidden"}

"""Age bands: known from the desk or a reviewer, never guessed."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import update

from app.communities.models import AgeBand, Participant
from app.communities.policies import is_adult
from app.kernel.database.engine import Database, get_row
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import a_claim, a_community, a_household, a_participant, staff


class TestAgeBands:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.me = await a_participant(database, self.community)
        self.path = f"/admin/v1/communities/{self.community}"

    async def stored(self, participant_id: UUID) -> Participant:
        async with self.database.transaction() as session:
            return await get_row(session, Participant, self.community, participant_id)

    async def note(self, band: str | None) -> None:
        answer = await self.http.post(
            f"{self.path}/participants/{self.me.id}/note-age-band",
            json={"age_band": band},
            headers=as_admin(self.worker),
        )
        assert (answer.status_code, answer.json()["is_adult"]) == (200, band == "adult")

    async def approve(self, body: dict[str, Any] | None) -> None:
        household = await a_household(self.database, self.community)
        claim = await a_claim(self.database, self.me, household)
        answer = await self.http.post(
            f"{self.path}/residence-claims/{claim.id}/approve",
            json=body,
            headers=as_admin(self.worker),
        )
        assert answer.status_code == 200, answer.text

    async def test_an_unknown_age_is_not_adult(self) -> None:
        me = await self.stored(self.me.id)
        assert (me.age_band, is_adult(me)) == (None, False)

    async def test_the_desk_notes_it_and_it_is_audited_without_the_age(self) -> None:
        await self.note("14_17")
        assert (await self.stored(self.me.id)).age_band is AgeBand.FROM_14_TO_17
        await self.note("adult")
        assert is_adult(await self.stored(self.me.id))
        mine = await self.http.get(
            f"/v1/communities/{self.community}/participants/me", headers=as_(self.me.user_id)
        )
        assert mine.json()["age_band"] == "adult"
        entries = await audited(self.database)
        assert [entry.action for entry in entries] == ["participant.age_noted"] * 2
        assert "adult" not in str([entry.facts for entry in entries])

    async def test_the_reviewer_says_it_at_approval(self) -> None:
        await self.approve({"is_adult": True})
        assert is_adult(await self.stored(self.me.id))

    async def test_an_approval_without_a_word_leaves_what_is_known(self) -> None:
        await self.note("adult")
        await self.approve(None)
        assert is_adult(await self.stored(self.me.id))

    async def test_who_is_no_adult_keeps_the_band_below(self) -> None:
        await self.note("under_14")
        await self.approve({"is_adult": False})
        assert (await self.stored(self.me.id)).age_band is AgeBand.UNDER_14

    async def test_who_was_taken_for_an_adult_is_none_any_more(self) -> None:
        await self.note("adult")
        await self.approve({"is_adult": False})
        assert (await self.stored(self.me.id)).age_band is None

    async def test_a_damaged_age_is_an_unknown_one(self) -> None:
        async with self.database.transaction() as session:
            await session.execute(
                update(Participant)
                .where(Participant.community_id == self.community)
                .values(age_band_sealed=b"damaged")
            )
        assert not is_adult(await self.stored(self.me.id))

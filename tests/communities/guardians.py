"""Guardians and minors that tests start from."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from httpx import AsyncClient, Response

from app.communities.models import (
    AgeBand,
    Channel,
    GuardianConsent,
    GuardianConsentKind,
    GuardianConsentStatus,
    Guardianship,
    GuardianshipStatus,
    Participant,
    Place,
)
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from tests.client import as_
from tests.factories import a_participant
from tests.now import NOW

ENDS_ON = (NOW + timedelta(days=100)).date().isoformat()
BOTH = ["activities", "personal_data"]


async def of_age(database: Database, who: Participant, age_band: AgeBand | None) -> None:
    """Sets the age that the register or the desk has."""
    async with database.transaction() as session:
        row = await session.get_one(Participant, (who.community_id, who.id))
        row.age_band = age_band


async def living_in(database: Database, who: Participant, household: Place) -> None:
    async with database.transaction() as session:
        row = await session.get_one(Participant, (who.community_id, who.id))
        row.live_in(household.id, "王秀英")


async def a_minor(
    database: Database, community: UUID, age_band: AgeBand = AgeBand.FROM_14_TO_17
) -> Participant:
    minor = await a_participant(database, community)
    await of_age(database, minor, age_band)
    return minor


async def an_adult(database: Database, community: UUID) -> Participant:
    adult = await a_participant(database, community)
    await of_age(database, adult, AgeBand.ADULT)
    return adult


async def a_guardianship(
    database: Database,
    minor: Participant,
    guardian: Participant,
    *,
    kinds: tuple[GuardianConsentKind, ...] = (GuardianConsentKind.ACTIVITIES,),
    status: GuardianshipStatus = GuardianshipStatus.ACTIVE,
) -> Guardianship:
    """Creates a guardianship with its consents for 100 days."""
    until = clock.now() + timedelta(days=100)
    entered = {"entered_by": guardian.user_id or PLATFORM, "channel": Channel.SELF}
    row = Guardianship(
        community_id=minor.community_id,
        participant_id=minor.id,
        guardian_id=guardian.id,
        status=status,
        since=clock.now(),
        **entered,
    )
    async with database.transaction() as session:
        session.add(row)
        await session.flush()
        session.add_all(
            GuardianConsent(
                community_id=minor.community_id,
                guardianship_id=row.id,
                participant_id=minor.id,
                kind=kind,
                status=GuardianConsentStatus.GIVEN,
                given_at=clock.now(),
                until=until,
                **entered,
            )
            for kind in kinds
        )
        if status is GuardianshipStatus.ACTIVE and GuardianConsentKind.ACTIVITIES in kinds:
            stored = await session.get_one(Participant, (minor.community_id, minor.id))
            stored.guardian_until = until
    return row


async def code_of(http: AsyncClient, minor: Participant) -> str:
    path = f"/v1/communities/{minor.community_id}/participants/me/guardian-code"
    answer = await http.post(path, headers=as_(minor.user_id))
    assert answer.status_code == 200, answer.text
    return str(answer.json()["code"])


async def confirmed(http: AsyncClient, guardian: Participant, code: str, **body: Any) -> Response:
    path = f"/v1/communities/{guardian.community_id}/guardianships"
    body = {"code": code, "kinds": BOTH, "ends_on": ENDS_ON} | body
    return await http.post(path, json=body, headers=as_(guardian.user_id, f"confirm-{code}"))

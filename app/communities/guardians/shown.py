"""Guardianships as their two people and the staff see them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.guardians.schemas import (
    GuardianConsentOut,
    GuardianRole,
    GuardianshipOut,
    GuardianshipQuery,
    StaffGuardianship,
)
from app.communities.guardians.service import is_same_household
from app.communities.models import (
    GuardianConsent,
    Guardianship,
    Participant,
)
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate

OF_GUARDIAN = ("end", "consents", "withdraw_consent", "signups")
Consents = dict[UUID, list[GuardianConsentOut]]
People = dict[UUID, Participant]


async def show_mine(
    session: AsyncSession, guardianship: Guardianship, me: Participant
) -> GuardianshipOut:
    [shown] = await _of_person(session, [guardianship], me)
    return shown


async def list_mine(
    session: AsyncSession, me: Participant, query: GuardianshipQuery
) -> Page[GuardianshipOut]:
    """Lists those in which the caller is the minor or the guardian, newest first."""
    statement = select(Guardianship).where(
        Guardianship.community_id == me.community_id,
        or_(Guardianship.participant_id == me.id, Guardianship.guardian_id == me.id),
    )
    if query.status is not None:
        statement = statement.where(Guardianship.status == query.status)
    page = await paginate(session, statement, query, newest_first(Guardianship.id))
    return page.with_items(await _of_person(session, page.items, me))


async def show_to_staff(
    session: AsyncSession, guardianship: Guardianship, staff: Staff
) -> StaffGuardianship:
    [shown] = await _of_staff(session, [guardianship], staff)
    return shown


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: GuardianshipQuery
) -> Page[StaffGuardianship]:
    """Lists guardianships, oldest first."""
    statement = select(Guardianship).where(Guardianship.community_id == staff.community_id)
    if query.status is not None:
        statement = statement.where(Guardianship.status == query.status)
    page = await paginate(session, statement, query, oldest_first(Guardianship.id), counts=True)
    return page.with_items(await _of_staff(session, page.items, staff))


async def _of_person(
    session: AsyncSession, rows: Sequence[Guardianship], me: Participant
) -> list[GuardianshipOut]:
    consents, people = await _consents(session, rows), await _people(session, rows)
    return [
        GuardianshipOut(
            **_shared(row, consents, people),
            role=GuardianRole.GUARDIAN if row.guardian_id == me.id else GuardianRole.MINOR,
            actions=list(OF_GUARDIAN if row.is_active else ("end",))
            if row.guardian_id == me.id and row.is_live
            else [],
        )
        for row in rows
    ]


async def _of_staff(
    session: AsyncSession, rows: Sequence[Guardianship], staff: Staff
) -> list[StaffGuardianship]:
    consents, people = await _consents(session, rows), await _people(session, rows)
    themselves = await same_person_as(session, staff.id)
    return [
        StaffGuardianship(
            **_shared(row, consents, people),
            participant_id=row.participant_id,
            guardian_id=row.guardian_id,
            is_same_household=is_same_household(
                people[row.participant_id], people.get(row.guardian_id or row.id)
            ),
            actions=_of_desk(row, may_decide=row.entered_by not in themselves),
        )
        for row in rows
    ]


def _of_desk(row: Guardianship, *, may_decide: bool) -> list[str]:
    verbs = {"end", "approve", "reject"} if may_decide else {"end"}
    consents = ["consents", "withdraw_consent"] if row.is_active else []
    return [*row.actions(verbs), *consents]


def _shared(row: Guardianship, consents: Consents, people: People) -> dict[str, Any]:
    guardian = people.get(row.guardian_id or row.id)
    return {
        "id": row.id,
        "status": row.status,
        "minor_name": people[row.participant_id].display_name,
        "guardian_name": row.guardian_name if guardian is None else guardian.display_name,
        "since": row.since,
        "reason": row.reason,
        "ended_at": row.ended_at,
        "consents": consents.get(row.id, []),
    }


async def _consents(session: AsyncSession, rows: Sequence[Guardianship]) -> Consents:
    if not rows:
        return {}
    query = (
        select(GuardianConsent)
        .where(
            GuardianConsent.community_id == rows[0].community_id,
            GuardianConsent.guardianship_id.in_([row.id for row in rows]),
        )
        .order_by(GuardianConsent.id.desc())
    )
    found: defaultdict[UUID, list[GuardianConsentOut]] = defaultdict(list)
    for consent in await session.scalars(query):
        found[consent.guardianship_id].append(GuardianConsentOut.model_validate(consent))
    return found


async def _people(session: AsyncSession, rows: Sequence[Guardianship]) -> People:
    if not rows:
        return {}
    ids = {row.participant_id for row in rows} | {row.guardian_id for row in rows}
    query = select(Participant).where(
        Participant.community_id == rows[0].community_id, Participant.id.in_(ids - {None})
    )
    return {person.id: person for person in await session.scalars(query)}

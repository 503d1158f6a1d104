"""Participants as staff find and list them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant, ParticipantStatus
from app.communities.names import comparable_name
from app.communities.participants.queries import (
    display_names_behind,
    participants_within,
    places_on,
    users_with_phone,
)
from app.communities.participants.schemas import ParticipantQuery, ParticipantRow, StaffParticipant
from app.communities.participants.service import show
from app.communities.permissions import Staff
from app.communities.places.names import buildings_of, place_paths
from app.communities.policies import verbs_at_desk
from app.communities.reveals.contact import ContactField, load_contacts
from app.identity.consents.service import users_with_consent
from app.identity.models import Purpose
from app.kernel.errors import Forbidden
from app.kernel.privacy.audit import record
from app.kernel.privacy.reveal import named_together
from app.kernel.web.pages import Page, newest_first, paginate

NAMES_AT_A_TIME = 1000
MAX_FOUND = 1000
"""Participants that a search by a part of the display name finds at most."""
SEARCHED = ("q", "phone", "display_name")
"""Filters by which somebody looks for one person: each look is audited."""


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: ParticipantQuery
) -> Page[ParticipantRow]:
    """Lists participants; grid workers see those who live in their places. Staff who may not
    reveal names and phone numbers may not search by them either, because that would let them
    guess."""
    is_searching_closed = query.q is not None or query.phone is not None
    if is_searching_closed and not staff.may("participant:manage"):
        raise Forbidden
    places = staff.places("participant:read")
    statement = participants_within(staff.community_id, places, query)
    if query.phone is not None:
        users = await _users_to_reach(session, query.phone)
        statement = statement.where(
            Participant.user_id.in_(users), Participant.status != ParticipantStatus.LEFT
        )
    if query.display_name is not None:
        found = await _called(session, staff, query, query.display_name)
        statement = statement.where(Participant.id.in_(found))
    page = await paginate(session, statement, query, newest_first(Participant.id), counts=True)
    _record_search(session, staff, query, len(page.items))
    return page.with_items(await rows_of(session, staff, page.items))


def _record_search(
    session: AsyncSession, staff: Staff, query: ParticipantQuery, found: int
) -> None:
    """Audits a search by name or phone. What is looked for stays sealed; that somebody looks for
    one after the other does not."""
    terms = [(name, term) for name in SEARCHED if (term := getattr(query, name)) is not None]
    if not terms or query.cursor is not None:
        return
    record(
        *(session, staff, "participant.searched", staff),
        term=" ".join(term for _, term in terms),
        fields=named_together("real_name" if name == "q" else name for name, _ in terms),
        found=str(found),
    )


async def _users_to_reach(session: AsyncSession, phone: str) -> set[UUID]:
    """Returns the user with the phone number, if they agree to the use of it."""
    users = (await session.scalars(users_with_phone(phone))).all()
    return await users_with_consent(session, users, Purpose.PHONE)


async def _called(
    session: AsyncSession, staff: Staff, query: ParticipantQuery, part: str
) -> list[UUID]:
    """Returns the newest participants whose display name has this part. Display names are sealed
    without an index, so that they are opened one after the other."""
    places, part_of_name = staff.places("participant:read"), comparable_name(part)
    statement = participants_within(staff.community_id, places, query)
    found: list[UUID] = []
    last: UUID | None = None
    while len(found) < MAX_FOUND:
        names = display_names_behind(statement, last, NAMES_AT_A_TIME)
        rows = (await session.execute(names)).all()
        for id_, stored in rows:
            field, last = Participant.display_name, id_
            name = field.shown_for(Participant, staff.community_id, id_, stored)
            if part_of_name and part_of_name in comparable_name(name or ""):
                found.append(id_)
        if len(rows) < NAMES_AT_A_TIME:
            break
    return found[:MAX_FOUND]


async def show_row(session: AsyncSession, staff: Staff, person: Participant) -> ParticipantRow:
    [row] = await rows_of(session, staff, [person])
    return row


async def rows_of(
    session: AsyncSession, staff: Staff, people: Sequence[Participant]
) -> list[ParticipantRow]:
    """Makes rows that are never alike: with the building for all who may see the person, with the
    whole path for those who review residence there, and with the end of the phone number for those
    who may reveal it."""
    community_id = staff.community_id
    homes = {person.household_id for person in people if person.household_id}
    found = await session.execute(places_on(community_id, homes))
    steps = {id_: path for id_, path in found}
    buildings = await buildings_of(session, community_id, homes)
    paths = await place_paths(
        *(session, community_id),
        [home for home, path in steps.items() if staff.may("residence:review", path)],
    )
    phones = await load_contacts(session, people, [ContactField.PHONE])
    return [
        ParticipantRow(
            **_without_home(show(person), is_shown=person.household_id in paths),
            building=buildings.get(person.household_id or person.id),
            place_path=paths.get(person.household_id or person.id),
            actions=verbs_at_desk(staff, person, steps.get(person.household_id or person.id, ())),
            phone_tail=_tail(phones[person.id].phone)
            if staff.may("participant:manage", steps.get(person.household_id or person.id, ()))
            else None,
        )
        for person in people
    ]


def _without_home(shown: StaffParticipant, *, is_shown: bool) -> dict[str, Any]:
    """Leaves the household out for those who may not see its path."""
    return shown.model_dump() | ({} if is_shown else {"household_id": None})


def _tail(phone: str | None) -> str | None:
    return None if phone is None else phone[-4:]

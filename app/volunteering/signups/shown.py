"""Sign-ups as their persons and staff see them, with what each may do now."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.communities.display_names import community_names
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.places.names import buildings_of
from app.communities.two_persons import same_person_as
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Cursor, Page, oldest_first, page_of, paginate_rows
from app.volunteering.models import LIVE, Activity, Shift, ShiftRole, Signup, SignupStatus
from app.volunteering.policies import may_manage_signup
from app.volunteering.signups.queries import (
    count_ahead,
    roles_of_shift,
    signups_of_person,
    signups_of_shift,
)
from app.volunteering.signups.schemas import (
    MySignup,
    ShownSignup,
    SignupOut,
    SignupQuery,
    StaffSignup,
)

Columns = TypeVarTuple("Columns")
FAR = datetime(5000, 1, 1, tzinfo=UTC)
MIDDLE = datetime(2500, 1, 1, tzinfo=UTC)
"""An instant after all that are stored: those behind us are mirrored at it, to stand after those
ahead of us, the latest first."""

ANSWERS = ["accept_offer", "decline_offer"]
"""Verbs on an offered place, as the paths name them."""


def actions_of_person(signup: Signup, shift: Shift, now: datetime) -> list[str]:
    if shift.starts_at <= now or signup.is_offer_over(now):
        return []
    return [*_answer(signup), *signup.actions({"withdraw"}), *_agree(signup)]


def actions_of_staff(
    signup: Signup, shift: Shift, now: datetime, *, may_manage: bool, may_decide: bool
) -> list[str]:
    """Returns what staff may do: sign-ups are approved and withdrawn until the start, and may be
    rejected after it. Nobody decides about what they have entered themselves."""
    if not may_manage or signup.is_offer_over(now):
        return []
    if shift.starts_at <= now:
        return signup.actions({"reject"}) if may_decide else []
    verbs = {"approve", "reject", "withdraw"} if may_decide else {"withdraw"}
    return [*_answer(signup), *signup.actions(verbs), *_agree(signup)]


def _answer(signup: Signup) -> list[str]:
    """A place is accepted as the activity is now: whoever is asked about a change agrees first."""
    if signup.status is not SignupStatus.OFFERED:
        return []
    return ANSWERS if signup.agree_by is None else ANSWERS[1:]


def _agree(signup: Signup) -> list[str]:
    return ["agree"] if signup.agree_by is not None and signup.status in LIVE else []


def columns_at(signup: Signup, now: datetime) -> SignupOut:
    """Returns the sign-up as it stands at this instant: an offer is over at its deadline."""
    shown = SignupOut.model_validate(signup)
    if signup.is_offer_over(now):
        shown.status, shown.offer_expires_at = signup.status_at(now), None
    return shown


async def show_to_person(session: AsyncSession, signup: Signup) -> ShownSignup:
    """Returns the sign-up with the number of people before it in line."""
    shift = await get_row(session, Shift, signup.community_id, signup.shift_id)
    now = clock.now()
    actions = actions_of_person(signup, shift, now)
    waits = signup.status is SignupStatus.WAITLISTED
    ahead = await session.scalar(count_ahead(signup)) if waits else None
    columns = columns_at(signup, now).model_dump()
    return ShownSignup(**columns, actions=actions, ahead=ahead)


async def show_to_staff(session: AsyncSession, signup: Signup, staff: Staff) -> StaffSignup:
    here = signup.community_id
    shift = await get_row(session, Shift, here, signup.shift_id)
    person = await get_row(session, Participant, here, signup.participant_id)
    [shown] = await _for_staff(session, shift, [(signup, person)], staff)
    return shown


async def ahead_of_mine(
    session: AsyncSession, communities: Collection[UUID], signup_ids: Collection[UUID]
) -> Mapping[UUID, int]:
    """Maps the sign-ups that wait to the number of people before them in the line for their
    role."""
    if not signup_ids:
        return {}
    before = aliased(Signup)
    query = (
        select(Signup.id, func.count(before.id))
        .outerjoin(
            before,
            (before.community_id == Signup.community_id)
            & (before.shift_id == Signup.shift_id)
            & (before.role_id == Signup.role_id)
            & (before.status == SignupStatus.WAITLISTED)
            & (before.position < Signup.position),
        )
        .where(
            Signup.community_id.in_(communities),
            Signup.id.in_(signup_ids),
            Signup.status == SignupStatus.WAITLISTED,
        )
        .group_by(Signup.id)
    )
    return {id_: ahead for id_, ahead in await session.execute(query)}


async def list_mine(
    session: AsyncSession, communities: dict[UUID, UUID], query: SignupQuery
) -> Page[MySignup]:
    """Lists a person's sign-ups: first the live ones for shifts that are not over, the next one
    first; then the others, the latest first. `communities` maps community to participant."""
    now = clock.now()
    rank = _rank(now)
    statement = signups_of_person(communities, query.status, now).add_columns(rank)
    rows = (await session.execute(_behind(statement, rank, query))).all()
    page = page_of(rows, query.limit, lambda row: Cursor(row[4], row[0].id))
    waiting = [row[0].id for row in page.items if row[0].status is SignupStatus.WAITLISTED]
    ahead = await ahead_of_mine(session, list(communities), waiting)
    names = await community_names(session, {row[0].community_id for row in page.items})
    items = [
        _my_signup(
            *row[:4],
            community_name=names[row[0].community_id],
            ahead=ahead.get(row[0].id),
            now=now,
        )
        for row in page.items
    ]
    return page.with_items(items)


def _rank(now: datetime) -> ColumnElement[datetime]:
    """The instant by which a person's sign-ups are ordered, alike on each page of the list."""
    is_ahead = Signup.is_live_at(now) & (Shift.ends_at > now)
    mirrored = literal(FAR) + (literal(MIDDLE) - Shift.starts_at)
    return case((is_ahead, Shift.starts_at), else_=mirrored)


def _behind(
    statement: Select[*Columns], rank: ColumnElement[datetime], query: SignupQuery
) -> Select[*Columns]:
    """One row more than the page shows tells whether there is another page."""
    if query.cursor is not None:
        statement = statement.where(tuple_(rank, Signup.id) > tuple_(*map(literal, query.after)))
    return statement.order_by(rank, Signup.id).limit(query.limit + 1)


def _my_signup(
    signup: Signup,
    shift: Shift,
    role: ShiftRole,
    activity: Activity,
    *,
    community_name: str,
    ahead: int | None,
    now: datetime,
) -> MySignup:
    return MySignup(
        **columns_at(signup, now).model_dump(),
        actions=actions_of_person(signup, shift, now),
        ahead=ahead,
        community_id=signup.community_id,
        community_name=community_name,
        activity_id=activity.id,
        title=activity.title,
        role_name=role.name,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        address=activity.address,
    )


async def list_of_shift(
    session: AsyncSession, shift: Shift, query: SignupQuery, staff: Staff
) -> Page[StaffSignup]:
    """Lists the sign-ups for a shift, oldest first."""
    statement = signups_of_shift(shift, query.status, clock.now())
    page = await paginate_rows(session, statement, query, oldest_first(Signup.id), counts=True)
    return page.with_items(await _for_staff(session, shift, page.items, staff))


async def _for_staff(
    session: AsyncSession, shift: Shift, rows: Sequence[tuple[Signup, Participant]], staff: Staff
) -> list[StaffSignup]:
    """Shows sign-ups for one shift, with its activity and its roles by their names."""
    now = clock.now()
    homes = {person.household_id for _, person in rows if person.household_id}
    buildings = await buildings_of(session, shift.community_id, homes)
    themselves = await same_person_as(session, staff.id)
    activity = await get_row(session, Activity, shift.community_id, shift.activity_id)
    found = await session.execute(roles_of_shift(shift))
    roles = {id_: name for id_, name in found}
    may_read = staff.may("participant:read")
    return [
        StaffSignup(
            **columns_at(signup, now).model_dump(),
            actions=actions_of_staff(
                *(signup, shift, now),
                may_manage=may_manage_signup(staff, signup),
                may_decide=signup.entered_by not in themselves,
            ),
            activity_id=activity.id,
            activity_title=activity.title,
            role_name=roles[signup.role_id],
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
            participant_id=signup.participant_id,
            channel=signup.channel,
            display_name=person.display_name,
            real_name=masked(person, Participant.real_name) if may_read else None,
            building=buildings.get(person.household_id or person.id) if may_read else None,
        )
        for signup, person in rows
    ]

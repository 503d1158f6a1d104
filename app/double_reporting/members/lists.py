"""Member registrations as the member, Party administrators and the unit's liaison read them."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community, Participant, ParticipantKind
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.double_reporting.members.opened import page_of_registrations
from app.double_reporting.members.queries import registrations_of, subtree
from app.double_reporting.members.schemas import (
    MemberRegistrationOut,
    MemberRegistrationQuery,
    MyDoubleReporting,
    MyMemberRegistration,
    MyMemberSheet,
    StaffMemberRegistration,
    UnitMember,
    UnitMemberQuery,
)
from app.double_reporting.models import MemberRegistration
from app.double_reporting.models.membership import masked_name, read_form
from app.double_reporting.policies import may_decide_about
from app.double_reporting.post_claims.schemas import PostClaimQuery
from app.double_reporting.post_claims.shown import list_mine as list_my_claims
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.pages import Page
from app.organizations.models import PartyOrganization

MY_ACTIONS = {"resubmit": "submit", "withdraw": "withdraw", "end": "withdraw"}
STAFF_ACTIONS = {verb: verb for verb in ("return", "approve", "decline", "end")}
LIAISON_ACTIONS = {"approve": "confirm", "end": "end"}


async def show_mine(session: AsyncSession, me: Participant) -> MyDoubleReporting:
    """Returns the newest registration of a participant with its opened form, and their claims."""
    rows = [row for row in await session.scalars(registrations_of(me)) if row.is_whole]
    row = max(rows, key=lambda row: row.proceedings.submitted_at, default=None)
    claims = await list_my_claims(session, me, PostClaimQuery(limit=20, cursor=None))
    registration = None if row is None else await _my_registration(session, row, me)
    return MyDoubleReporting(registration=registration, claims=list(claims.items))


async def _my_registration(
    session: AsyncSession, registration: MemberRegistration, me: Participant
) -> MyMemberRegistration:
    form = read_form(registration)
    name = await name_of(session, form.organization_id)
    sheet = MyMemberSheet(**form._asdict(), organization_name=name or "")
    actions = _actions(registration, MY_ACTIONS)
    return MyMemberRegistration.model_validate(
        _shown(registration, me) | {"sheet": sheet, "actions": actions}
    )


def _actions(registration: MemberRegistration, words: Mapping[str, str]) -> list[str]:
    """Returns the operations that are possible now, by the names of their paths."""
    return list(dict.fromkeys(words[verb] for verb in registration.actions(words)))


def _shown(registration: MemberRegistration, person: Participant) -> dict[str, object]:
    """Returns the fields of a registration. Nothing is missing any more of who has become a
    resident since, also before the sweep has noted it."""
    shown = MemberRegistrationOut.of(registration).model_dump()
    is_resident = person.kind is ParticipantKind.RESIDENT
    return shown | ({"residence_due_at": None} if is_resident else {})


async def list_queue(
    session: AsyncSession, staff: Staff, query: MemberRegistrationQuery
) -> Page[StaffMemberRegistration]:
    """Lists a community's registrations, oldest first."""
    page = await page_of_registrations(session, [staff.community_id], query)
    people = await _people(session, page.items)
    themselves = await same_person_as(session, staff.id)
    return page.with_items(
        [_for_staff(row, people[row.participant_id], staff.id, themselves) for row in page.items]
    )


async def show(
    session: AsyncSession, registration: MemberRegistration, *, to: Staff
) -> StaffMemberRegistration:
    """Returns a registration with the name masked. Raises NotFound for one that is damaged."""
    if not registration.is_whole:
        raise NotFound
    key = (registration.community_id, registration.participant_id)
    person = await get_row(session, Participant, *key)
    return _for_staff(registration, person, to.id, await same_person_as(session, to.id))


def _for_staff(
    registration: MemberRegistration,
    person: Participant,
    reader: UUID,
    themselves: Collection[UUID],
) -> StaffMemberRegistration:
    is_theirs = registration.proceedings.entered_by in themselves
    words = {"end": "end"} if is_theirs else STAFF_ACTIONS
    may_decide = may_decide_about(reader, person)
    return StaffMemberRegistration.model_validate(
        _shown(registration, person)
        | {
            "participant_id": person.id,
            "display_name": person.display_name,
            "real_name": masked_name(registration),
            "channel": registration.proceedings.channel,
            "actions": _actions(registration, words) if may_decide else [],
        }
    )


async def list_of_unit(
    session: AsyncSession, organization_id: UUID, query: UnitMemberQuery, *, to: UUID
) -> Page[UnitMember]:
    """Lists the members of the organization and of those below it, in one community or in all,
    oldest first."""
    names = await community_names(session, query.community_id)
    organization_ids = (await session.scalars(subtree(organization_id))).all()
    page = await page_of_registrations(session, names, query, set(organization_ids))
    people = await _people(session, page.items)
    themselves = await same_person_as(session, to)
    return page.with_items(
        [
            _for_unit(row, people[row.participant_id], names[row.community_id], themselves)
            for row in page.items
        ]
    )


async def show_to_unit(
    session: AsyncSession, registration: MemberRegistration, *, to: UUID
) -> UnitMember:
    """Returns a registration as the list of its unit shows it."""
    key = (registration.community_id, registration.participant_id)
    person = await get_row(session, Participant, *key)
    names = await community_names(session, registration.community_id)
    themselves = await same_person_as(session, to)
    return _for_unit(registration, person, names[registration.community_id], themselves)


def _for_unit(
    registration: MemberRegistration,
    person: Participant,
    community_name: str,
    themselves: Collection[UUID],
) -> UnitMember:
    is_theirs = registration.proceedings.entered_by in themselves
    return UnitMember.model_validate(
        _shown(registration, person)
        | {
            "community_id": registration.community_id,
            "community_name": community_name,
            "display_name": person.display_name,
            "real_name": masked_name(registration),
            "actions": _actions(registration, {"end": "end"} if is_theirs else LIAISON_ACTIONS),
        }
    )


async def community_names(session: AsyncSession, only: UUID | None = None) -> dict[UUID, str]:
    """Returns the names of all communities, or of the one: their ids name the shards to search."""
    statement = select(Community.id, Community.name).where(Community.region_id.is_not(None))
    if only is not None:
        statement = statement.where(Community.id == only)
    return {id_: name for id_, name in await session.execute(statement)}


async def _people(
    session: AsyncSession, rows: Sequence[MemberRegistration]
) -> dict[UUID, Participant]:
    statement = select(Participant).where(
        Participant.community_id.in_({row.community_id for row in rows}),
        Participant.id.in_([row.participant_id for row in rows]),
    )
    return {one.id: one for one in await session.scalars(statement)}


async def name_of(session: AsyncSession, organization_id: UUID) -> str | None:
    organization = await session.get(PartyOrganization, organization_id)
    return None if organization is None else organization.name

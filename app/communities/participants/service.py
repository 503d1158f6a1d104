"""Changes to participants: they join, leave and come back; staff block them, and enter people
without a phone."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_act, record_desk_act
from app.communities.errors import AlreadyJoined, GuardianConsentMissing
from app.communities.events import (
    ParticipantBlocked,
    ParticipantLeft,
    ParticipantUnblocked,
)
from app.communities.guardian_consents import settle_age
from app.communities.models import (
    AgeBand,
    Community,
    MyCommunity,
    Participant,
    ParticipantKind,
    ParticipantStatus,
)
from app.communities.participants.queries import (
    memberships,
    participant_of_user,
    participants_with_ids,
)
from app.communities.participants.schemas import (
    DeskJoin,
    Me,
    ParticipantOut,
    Participation,
    StaffParticipant,
)
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.communities.residence.endings import leave_household
from app.identity.consents.service import is_withdrawn, require_not_withdrawn
from app.identity.errors import ConsentRequired
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import insert_once, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import masked, shown
from app.kernel.web.pages import Page, PageQuery, oldest_first, paginate


async def join(
    session: AsyncSession, community_id: UUID, user_id: UUID, display_name: str
) -> Participant:
    """Joins a user to a community as a visitor. One who has left comes back in the same row; one
    who has withdrawn the consent `profile` gets a neutral name.
    Raises AlreadyJoined for an active one, and ParticipantInactive for a blocked one. The user is
    locked, because they may take over a row of the desk meanwhile."""
    now = clock.now()
    await lock(session, await session.get_one(User, user_id))
    participant = _newcomer(community_id, user_id, display_name)
    if await is_withdrawn(session, user_id, Purpose.PROFILE):
        forget_name(participant)
    if not await insert_once(session, participant):
        return await _rejoin(session, community_id, user_id, participant.display_name)
    membership = {"id": uuid7(), "user_id": user_id, "community_id": community_id}
    await session.execute(
        insert(MyCommunity)
        .values(membership | {"participant_id": participant.id, "joined_at": now})
        .on_conflict_do_nothing()
    )
    return participant


def _newcomer(community_id: UUID, user_id: UUID, display_name: str) -> Participant:
    return Participant(
        community_id=community_id,
        user_id=user_id,
        display_name=display_name,
        kind=ParticipantKind.VISITOR,
        status=ParticipantStatus.ACTIVE,
        joined_at=clock.now(),
        **ActingFor.oneself(user_id).columns,
    )


async def _rejoin(
    session: AsyncSession, community_id: UUID, user_id: UUID, display_name: str
) -> Participant:
    participant = (await session.scalars(participant_of_user(community_id, user_id))).one()
    await lock(session, participant)
    if participant.is_active:
        raise AlreadyJoined
    participant.rejoin(clock.now(), display_name)
    return participant


async def join_at_desk(
    session: AsyncSession, community_id: UUID, acting: ActingFor, body: DeskJoin
) -> Participant:
    """Enters a person without a phone. Raises ConsentRequired for a real name without consent on
    paper, and GuardianConsentMissing for that of a child under 14: first comes the child, then the
    guardian's paper, then the residence with the name."""
    if body.real_name is not None and not body.has_paper_consent:
        raise ConsentRequired(purpose=Purpose.RESIDENCE)
    if body.real_name is not None and body.age_band is AgeBand.UNDER_14:
        raise GuardianConsentMissing
    participant = Participant(
        community_id=community_id,
        user_id=None,
        display_name=body.display_name,
        kind=ParticipantKind.VISITOR,
        status=ParticipantStatus.ACTIVE,
        real_name=body.real_name,
        age_band=body.age_band,
        joined_at=clock.now(),
        **acting.columns,
    )
    session.add(participant)
    record_act(session, community_id, acting, "participant.entered", participant)
    return participant


async def rename(
    session: AsyncSession, participant: Participant, display_name: str, acting: ActingFor
) -> Participant:
    """Changes the name that others see. Raises ConsentRequired for a person who has withdrawn the
    consent `profile`, at the desk, too."""
    await lock(session, participant)
    await require_not_withdrawn(session, participant.user_id, Purpose.PROFILE)
    participant.display_name = display_name
    community_id = participant.community_id
    record_desk_act(session, community_id, acting, "participant.renamed", participant)
    return participant


def forget_name(participant: Participant) -> None:
    """Gives the participant a neutral name, by which others can still tell them apart."""
    participant.display_name = f"邻居{participant.id.hex[-4:].upper()}"


async def leave(session: AsyncSession, participant: Participant, acting: ActingFor) -> Participant:
    """Takes the participant out of the community: residence claims end, and listeners give up the
    rest. What they did before keeps their name."""
    await lock(session, participant)
    participant.leave()
    await leave_household(session, participant)
    community_id = participant.community_id
    emit(session, community_id, ParticipantLeft(participant_id=participant.id))
    record_desk_act(session, community_id, acting, "participant.left", participant)
    return participant


async def block(session: AsyncSession, participant: Participant, reason: str, *, by: Staff) -> None:
    """Blocks a participant, who still sees what is theirs but can do nothing new."""
    await lock(session, participant)
    participant.block()
    emit(session, by.community_id, ParticipantBlocked(participant_id=participant.id, reason=reason))
    record(session, by, "participant.blocked", participant, participant.id, reason=reason)


async def unblock(
    session: AsyncSession, participant: Participant, reason: str, *, by: Staff
) -> None:
    await lock(session, participant)
    participant.unblock()
    emit(session, by.community_id, ParticipantUnblocked(participant_id=participant.id))
    record(session, by, "participant.unblocked", participant, participant.id, reason=reason)


async def note_age_band(
    session: AsyncSession, participant: Participant, age_band: AgeBand | None, *, by: Staff
) -> None:
    await lock(session, participant)
    participant.age_band = age_band
    await settle_age(session, participant)
    record(session, by, "participant.age_noted", participant, participant.id)


async def show_me(session: AsyncSession, me: Participant) -> Me:
    households = [me.household_id] if me.household_id else []
    paths = await place_paths(session, me.community_id, households)
    return Me(
        **ParticipantOut.model_validate(me).model_dump(),
        household_id=me.household_id,
        actions=me.actions({"leave", "rejoin"}) + (["rename"] if me.is_active else []),
        household=paths.get(me.household_id or me.id),
        real_name=shown(me, Participant.real_name),
        age_band=me.age_band,
        declared_age_band=me.declared_age_band,
        guardian_until=me.guardian_until,
    )


async def list_participations(
    session: AsyncSession, user_id: UUID, query: PageQuery
) -> Page[Participation]:
    """Lists a user's participations, those that they have left included."""
    page = await paginate(session, memberships(user_id), query, oldest_first(MyCommunity.id))
    community_ids = [row.community_id for row in page.items]
    statement = participants_with_ids(community_ids, [row.participant_id for row in page.items])
    participants = {row.id: row for row in await session.scalars(statement)}
    communities = await session.scalars(select(Community).where(Community.id.in_(community_ids)))
    names = {community.id: community.name for community in communities}
    items = [
        Participation(
            **ParticipantOut.model_validate(participants[row.participant_id]).model_dump(),
            community_name=names[row.community_id],
        )
        for row in page.items
    ]
    return page.with_items(items)


def show(participant: Participant) -> StaffParticipant:
    return StaffParticipant(
        **ParticipantOut.model_validate(participant).model_dump(),
        real_name=masked(participant, Participant.real_name),
        household_id=participant.household_id,
        is_adult=participant.is_adult,
        has_user=participant.user_id is not None,
        channel=participant.channel,
    )

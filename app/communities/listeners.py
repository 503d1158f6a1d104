"""Listeners of communities to events of other features."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import (
    AccountErased,
    ConsentWithdrawnHere,
    ContactsRevealed,
    ParticipantBlocked,
    ParticipantLeft,
    PhoneLostHere,
)
from app.communities.guardian_consents import recount
from app.communities.guardians.service import end_of_person
from app.communities.models import MyCommunity, Participant
from app.communities.participants.service import forget_name
from app.communities.residence.endings import forget_residence, review_again
from app.communities.reveals.contact import people_of, record_for_each
from app.identity.consents.service import is_withdrawn
from app.identity.events import ConsentWithdrawn, PhoneLost
from app.identity.models import Purpose
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.listeners import Listener
from app.kernel.privacy.audit import AuditContent, read_content


async def spread_withdrawal(
    session: AsyncSession, _platform: UUID, event: ConsentWithdrawn
) -> None:
    """Emits the withdrawal in each of the person's communities, where each is handled in a
    transaction of its own."""
    for membership in await session.scalars(select(MyCommunity).filter_by(user_id=event.user_id)):
        withdrawn = ConsentWithdrawnHere(participant_id=membership.participant_id)
        emit(session, membership.community_id, withdrawn)


async def spread_lost_phone(session: AsyncSession, _platform: UUID, event: PhoneLost) -> None:
    """Emits it in each of the person's communities."""
    for membership in await session.scalars(select(MyCommunity).filter_by(user_id=event.user_id)):
        lost = PhoneLostHere(participant_id=membership.participant_id)
        emit(session, membership.community_id, lost)


async def review_residence(session: AsyncSession, community_id: UUID, event: PhoneLostHere) -> None:
    """Has staff review a residence that the register has matched by the number."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    await review_again(session, participant)


async def stop_use(session: AsyncSession, community_id: UUID, event: ConsentWithdrawnHere) -> None:
    """Stops what withdrawn consents allowed, unless the person has consented again when the event
    is delivered."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    user_id = participant.user_id
    if user_id is None:
        return
    if await is_withdrawn(session, user_id, Purpose.RESIDENCE):
        await forget_residence(session, participant)
    if await is_withdrawn(session, user_id, Purpose.PHONE):
        await review_again(session, participant)
    if await is_withdrawn(session, user_id, Purpose.PROFILE):
        forget_name(participant)
    if await is_withdrawn(session, user_id, Purpose.AGE_BAND):
        participant.declared_age_band = None
        await recount(session, participant)


async def end_guardianships(
    session: AsyncSession,
    community_id: UUID,
    event: ParticipantLeft | ParticipantBlocked | AccountErased,
) -> None:
    """Ends the guardianships of a guardian or a minor who is not there any more, unless they are
    active again when the event is delivered."""
    person = await get_row(session, Participant, community_id, event.participant_id)
    if not person.is_active or isinstance(event, AccountErased):
        await end_of_person(session, person)


async def record_for_each_person(
    session: AsyncSession, community_id: UUID, event: ContactsRevealed
) -> None:
    """Writes the reveal of several people into what each of them sees of their readers."""
    content = read_content(await get_row(session, AuditContent, community_id, event.entry_id))
    if content is None:
        return
    people = await session.scalars(
        select(Participant).where(
            Participant.community_id == community_id, Participant.id.in_(people_of(content))
        )
    )
    record_for_each(session, community_id, content, people)


LISTENERS = (
    *(
        Listener("communities.end_guardianships", event, end_guardianships, carries_rule=True)
        for event in (ParticipantLeft, ParticipantBlocked, AccountErased)
    ),
    Listener(
        "communities.spread_withdrawal", ConsentWithdrawn, spread_withdrawal, carries_rule=True
    ),
    Listener("communities.spread_lost_phone", PhoneLost, spread_lost_phone, carries_rule=True),
    Listener("communities.review_residence", PhoneLostHere, review_residence, carries_rule=True),
    Listener("communities.stop_use", ConsentWithdrawnHere, stop_use, carries_rule=True),
    Listener("communities.record_for_each_person", ContactsRevealed, record_for_each_person),
)

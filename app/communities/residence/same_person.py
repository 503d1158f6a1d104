"""Look for participants who may be one person: the reviewer of a residence claim is asked, because
one person in two rows would second a topic twice and stand on a roll twice."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import (
    Participant,
    RegisterEntry,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.communities.names import comparable_name
from app.identity.models import User
from app.kernel.privacy.sealed import shown


async def people_like(session: AsyncSession, claim: ResidenceClaim) -> Sequence[Participant]:
    """Returns the other participants who may be the person of the claim: those who live in its
    household, or claim to, under the same name; and those without another verified name who have
    the phone that the register has for that name in the household.

    No lock is needed: a claim lies open before staff approve it, and whom the register matches at
    once has a phone of it, so that of two at the same time each sees the other."""
    name = shown(claim, ResidenceClaim.real_name)
    if name is None:
        return ()
    users = await _users_of_register(session, claim, name)
    others = await session.scalars(
        select(Participant)
        .where(
            Participant.community_id == claim.community_id,
            Participant.id != claim.participant_id,
            or_(
                and_(
                    Participant.household_id == claim.household_id,
                    Participant.real_name.matches(Participant, claim.community_id, name),
                ),
                Participant.id.in_(await _claimants(session, claim, name)),
                Participant.user_id.in_(users),
            ),
        )
        .order_by(Participant.id)
    )
    return [one for one in others if one.user_id not in users or _may_be_called(one, name)]


def _may_be_called(participant: Participant, name: str) -> bool:
    """Returns whether the verified name is that name, or there is none."""
    verified = shown(participant, Participant.real_name)
    return verified is None or comparable_name(verified) == comparable_name(name)


async def _claimants(session: AsyncSession, claim: ResidenceClaim, name: str) -> list[UUID]:
    """Returns the participants whose claims to the household wait for review under that name."""
    waiting = await session.scalars(
        select(ResidenceClaim).where(
            ResidenceClaim.community_id == claim.community_id,
            ResidenceClaim.status == ResidenceClaimStatus.SUBMITTED,
            ResidenceClaim.household_id == claim.household_id,
            ResidenceClaim.id != claim.id,
        )
    )
    names = {one.participant_id: shown(one, ResidenceClaim.real_name) for one in waiting}
    alike = comparable_name(name)
    return [who for who, text in names.items() if text and comparable_name(text) == alike]


async def _users_of_register(
    session: AsyncSession, claim: ResidenceClaim, name: str
) -> Sequence[UUID]:
    """Returns the users who have verified a phone that the register has for that name in the
    household."""
    entries = await session.scalars(
        select(RegisterEntry).where(
            RegisterEntry.community_id == claim.community_id,
            RegisterEntry.household_id == claim.household_id,
            RegisterEntry.name.matches(RegisterEntry, claim.community_id, name),
        )
    )
    phones = [phone for one in entries if (phone := shown(one, RegisterEntry.phone)) is not None]
    if not phones:
        return ()
    return (
        await session.scalars(select(User.id).where(User.phone.matches(User, None, *phones)))
    ).all()

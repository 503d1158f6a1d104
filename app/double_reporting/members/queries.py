"""Selects on member registrations."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Participant
from app.double_reporting.members.schemas import MemberRegistrationQuery
from app.double_reporting.models import LIVE_MEMBER_REGISTRATION, MemberRegistration
from app.double_reporting.models.membership import indexes_of
from app.organizations.models import PartyOrganization

Listed = Select[MemberRegistration, str]


def newest(me: Participant) -> Select[MemberRegistration]:
    return (
        select(MemberRegistration)
        .where(
            MemberRegistration.community_id == me.community_id,
            MemberRegistration.participant_id == me.id,
        )
        .order_by(MemberRegistration.id.desc())
        .limit(1)
    )


def live(who: Participant) -> Select[MemberRegistration]:
    """Theirs, locked; one at most."""
    return (
        select(MemberRegistration)
        .where(
            MemberRegistration.community_id == who.community_id,
            MemberRegistration.participant_id == who.id,
            MemberRegistration.status.in_(LIVE_MEMBER_REGISTRATION),
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def sheets_of(who: Participant) -> Select[MemberRegistration]:
    """All of theirs that still hold a sheet, locked."""
    return (
        select(MemberRegistration)
        .where(
            MemberRegistration.community_id == who.community_id,
            MemberRegistration.participant_id == who.id,
            MemberRegistration.organization_index.is_not(None),
        )
        .order_by(MemberRegistration.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def queue(community_id: UUID, query: MemberRegistrationQuery) -> Listed:
    """A community's registrations, with the names that are shown."""
    wanted = (
        select(MemberRegistration, Participant.display_name)
        .join(
            Participant,
            (Participant.community_id == community_id)
            & (Participant.id == MemberRegistration.participant_id),
        )
        .where(MemberRegistration.community_id == community_id)
    )
    if query.status is None:
        return wanted
    return wanted.where(MemberRegistration.status == query.status)


def of_unit(
    community_id: UUID, organizations: Sequence[UUID], query: MemberRegistrationQuery
) -> Listed:
    """Those of the organizations alone, by the keyed index of each."""
    found = MemberRegistration.organization_index.in_(indexes_of(organizations))
    return queue(community_id, query).where(found)


def subtree(organization_id: UUID) -> Select[UUID]:
    """The organization and all below it."""
    return select(PartyOrganization.id).where(PartyOrganization.path.contains([organization_id]))

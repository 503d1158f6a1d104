"""Queries on member registrations."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Participant
from app.double_reporting.members.schemas import MemberRegistrationQuery
from app.double_reporting.models import LIVE_MEMBER_REGISTRATION, MemberRegistration
from app.double_reporting.models.membership import indexes_of
from app.organizations.models import PartyOrganization

RegistrationsWithNames = Select[MemberRegistration, str]


def newest_registration(me: Participant) -> Select[MemberRegistration]:
    return (
        select(MemberRegistration)
        .where(
            MemberRegistration.community_id == me.community_id,
            MemberRegistration.participant_id == me.id,
        )
        .order_by(MemberRegistration.id.desc())
        .limit(1)
    )


def live_registration(participant: Participant) -> Select[MemberRegistration]:
    """Selects and locks the participant's live registration; a constraint allows one at most."""
    return (
        select(MemberRegistration)
        .where(
            MemberRegistration.community_id == participant.community_id,
            MemberRegistration.participant_id == participant.id,
            MemberRegistration.status.in_(LIVE_MEMBER_REGISTRATION),
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def registrations_with_form(participant: Participant) -> Select[MemberRegistration]:
    """Selects and locks all registrations of the participant that still have a sealed form."""
    return (
        select(MemberRegistration)
        .where(
            MemberRegistration.community_id == participant.community_id,
            MemberRegistration.participant_id == participant.id,
            MemberRegistration.organization_index.is_not(None),
        )
        .order_by(MemberRegistration.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def registrations_of_community(
    community_id: UUID, query: MemberRegistrationQuery
) -> RegistrationsWithNames:
    """Selects a community's registrations with the display names of their participants."""
    statement = (
        select(MemberRegistration, Participant.display_name)
        .join(
            Participant,
            (Participant.community_id == community_id)
            & (Participant.id == MemberRegistration.participant_id),
        )
        .where(MemberRegistration.community_id == community_id)
    )
    if query.status is None:
        return statement
    return statement.where(MemberRegistration.status == query.status)


def registrations_of_unit(
    community_id: UUID, organization_ids: Sequence[UUID], query: MemberRegistrationQuery
) -> RegistrationsWithNames:
    """Selects the registrations of these organizations' members, by their blind indexes."""
    indexes = indexes_of(community_id, organization_ids)
    is_of_unit = MemberRegistration.organization_index.in_(indexes)
    return registrations_of_community(community_id, query).where(is_of_unit)


def subtree(organization_id: UUID) -> Select[UUID]:
    """Selects the ids of the organization and of all below it."""
    return select(PartyOrganization.id).where(PartyOrganization.path.contains([organization_id]))

"""Queries on member registrations. Persons are found by a keyed index; the organization and all
instants are sealed, so that lists by them open rows (`members/opened.py`)."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from app.communities.models import Participant
from app.double_reporting.models import LIVE_MEMBER_REGISTRATION, MemberRegistration
from app.organizations.models import PartyOrganization


def is_of(participant: Participant) -> ColumnElement[bool]:
    """The condition on the registrations of a participant."""
    return is_of_id(participant.community_id, participant.id)


def is_of_id(community_id: UUID, participant_id: UUID) -> ColumnElement[bool]:
    person = MemberRegistration.person.matches(
        MemberRegistration, community_id, str(participant_id)
    )
    return (MemberRegistration.community_id == community_id) & person


def registrations_of(participant: Participant) -> Select[MemberRegistration]:
    return select(MemberRegistration).where(is_of(participant))


def locked_registrations_of(participant: Participant) -> Select[MemberRegistration]:
    """Selects and locks the participant's registrations."""
    return (
        registrations_of(participant)
        .order_by(MemberRegistration.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def live_registration(participant: Participant) -> Select[MemberRegistration]:
    """Selects and locks the participant's live registration; a constraint allows one at most."""
    is_live = MemberRegistration.status.in_(LIVE_MEMBER_REGISTRATION)
    return locked_registrations_of(participant).where(is_live)


def subtree(organization_id: UUID) -> Select[UUID]:
    """Selects the ids of the organization and of all below it."""
    return select(PartyOrganization.id).where(PartyOrganization.path.contains([organization_id]))

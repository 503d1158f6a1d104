"""Personal data in double reporting."""

from datetime import timedelta

from sqlalchemy import ColumnElement, false

from app.communities.personal_data import WITNESS
from app.double_reporting.members.queries import is_of_id
from app.double_reporting.models import (
    Duty,
    MemberRegistration,
    MemberRegistrationStatus,
    PostClaim,
    UnitAssignment,
    UnitMemberList,
    UnitRegistration,
)
from app.kernel.errors import Text
from app.kernel.privacy.personal_data import (
    Blanked,
    Deleted,
    Kept,
    Period,
    Person,
    PersonalData,
    mine,
)


def _registrations(person: Person) -> ColumnElement[bool]:
    """The condition on a person's registrations, which name them by a keyed index."""
    if person.community_id is None or person.id_in_community is None:
        return false()
    return is_of_id(person.community_id, person.id_in_community)


A_YEAR = timedelta(days=365)
EVIDENCE_KEPT_FOR = timedelta(days=3 * 365)
"""The time for which attendances are stored, which have the ids of their duties."""
S = MemberRegistrationStatus

PERSONAL_DATA = (
    PersonalData(
        model=MemberRegistration,
        title=Text("党员报到", "Member registrations"),
        rows=_registrations,
        erasure=Deleted(),
        retention=(
            Period(A_YEAR, MemberRegistration.over_since),
            Period(
                timedelta(0),
                MemberRegistration.over_since,
                only=MemberRegistration.status.in_([S.DECLINED, S.WITHDRAWN]),
            ),
        ),
    ),
    PersonalData(
        model=PostClaim,
        title=Text("岗位认领", "Claims of posts"),
        rows=mine(PostClaim.participant_id),
        erasure=Blanked({"reason": None, "leave_reason": None}),
        remains=WITNESS,
        retention=Period(A_YEAR, PostClaim.ended_at),
    ),
    PersonalData(
        model=Duty,
        title=Text("值守", "Duties"),
        rows=mine(Duty.participant_id),
        erasure=Kept("a duty has no words; it says nothing once its person has no name"),
        retention=Period(EVIDENCE_KEPT_FOR, Duty.starts_at),
    ),
    PersonalData(
        model=UnitAssignment,
        nobody="an organization that a district assigns to a community",
        erasure=Kept("an assignment names no resident"),
        retention=Kept("as long as the communities know who was assigned to them"),
    ),
    PersonalData(
        model=UnitMemberList,
        nobody="members as their unit names them, who need not be anybody here",
        erasure=Kept("the list is the unit's own"),
        retention=Kept("until the unit replaces or empties it"),
    ),
    PersonalData(
        model=UnitRegistration,
        nobody="the contact that a unit named for itself; it names no account",
        erasure=Blanked({"liaison_name": "", "liaison_phone": ""}),
        remains=WITNESS
        | {
            "services_offered": "what a unit offers, not a person",
            "number": "the public number of the document",
            "end_reason_sealed": "about a unit, not a person",
            "reason_sealed": "about a unit, not a person",
        },
        retention=Period(A_YEAR, UnitRegistration.ended_at),
    ),
)

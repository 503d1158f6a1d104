"""Personal data in communities."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from app.communities.models import (
    ClaimCode,
    DepartmentMember,
    GrantProposal,
    GuardianCode,
    GuardianConsent,
    Guardianship,
    MyCommunity,
    Participant,
    RegisterEntry,
    ResidenceClaim,
    ResidenceClaimStatus,
    RoleGrant,
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

NOBODY = "已注销用户"
"""The name of whom the service does not know any more."""
WITNESS = {"witness_sealed": "the name of somebody else, who saw the act at the desk"}
"""The columns that an erasure keeps in rows that were entered at the desk (`models/entered.py`)."""

REJECTED_AT = case(
    (ResidenceClaim.status == ResidenceClaimStatus.REJECTED, ResidenceClaim.decided_at)
)
"""A claim that was approved is in force for two years from its decision, and has no end before."""


def guardianships_of(person: Person) -> ColumnElement[bool]:
    """The condition on guardianships in which the person is the minor or the guardian."""
    return and_(
        Guardianship.community_id == person.community_id,
        or_(
            Guardianship.participant_id == person.id_in_community,
            Guardianship.guardian_id == person.id_in_community,
        ),
    )


def consents_of_person(person: Person) -> ColumnElement[bool]:
    of_them = select(Guardianship.id).where(guardianships_of(person))
    return and_(
        GuardianConsent.community_id == person.community_id,
        GuardianConsent.guardianship_id.in_(of_them),
    )


PERSONAL_DATA = (
    PersonalData(
        model=MyCommunity,
        title=Text("加入的社区", "Communities joined"),
        rows=mine(MyCommunity.user_id),
        erasure=Deleted(),
        retention=Kept("while a participant"),
    ),
    PersonalData(
        model=Participant,
        title=Text("社区身份", "Participation in communities"),
        rows=mine(Participant.id),
        erasure=Blanked(
            {
                "display_name": NOBODY,
                "real_name": None,
                "household_id": None,
                "age_band": None,
                "declared_age_band": None,
                "user_id": None,
            }
        ),
        remains=WITNESS,
        ties=False,
        retention=Kept("until the person has it erased: what they did refers to it"),
    ),
    PersonalData(
        model=ResidenceClaim,
        title=Text("居住申请", "Residence claims"),
        rows=mine(ResidenceClaim.participant_id),
        erasure=Deleted(),
        ties=False,
        retention=Period(timedelta(days=365), func.coalesce(ResidenceClaim.ended_at, REJECTED_AT)),
    ),
    PersonalData(
        model=GuardianCode,
        title=Text("监护码", "Codes for a guardian"),
        rows=mine(GuardianCode.participant_id),
        erasure=Deleted(),
        ties=False,
        retention=Period(timedelta(0), GuardianCode.expires_at),
    ),
    PersonalData(
        model=GuardianConsent,
        title=Text("监护人同意", "Guardians' consents"),
        rows=consents_of_person,
        erasure=Deleted(),
        retention=Period(timedelta(days=365), GuardianConsent.ended_at),
    ),
    PersonalData(
        model=Guardianship,
        title=Text("监护关系", "Guardianships"),
        rows=guardianships_of,
        erasure=Deleted(),
        retention=Period(timedelta(days=400), Guardianship.ended_at),
    ),
    PersonalData(
        model=ClaimCode,
        nobody="for a person who has no account yet; it is gone as soon as they have one",
        erasure=Kept("for a person who has no account yet; it is gone as soon as they have one"),
        retention=Period(timedelta(0), ClaimCode.expires_at),
    ),
    PersonalData(
        model=RoleGrant,
        title=Text("管理授权", "Role grants"),
        rows=mine(RoleGrant.user_id),
        erasure=Kept("who acts in an office has no account erased before the office is given up"),
        retention=Kept("who had which right when is part of what the audit proves"),
    ),
    PersonalData(
        model=GrantProposal,
        title=Text("授权提议", "Proposed role grants"),
        rows=mine(GrantProposal.user_id),
        erasure=Kept("who acts in an office has no account erased before the office is given up"),
        retention=Kept("who had which right when is part of what the audit proves"),
    ),
    PersonalData(
        model=DepartmentMember,
        nobody="an office, under the user of an administrator; their grants are exported",
        erasure=Kept("who acts in an office has no account erased before the office is given up"),
        retention=Kept("as long as the administrator acts for the department"),
    ),
    PersonalData(
        model=RegisterEntry,
        nobody="the community's own register: it names no account",
        erasure=Kept("the community's own register: it names no account"),
        retention=Kept("replaced by each import of the register"),
    ),
)

"""The tables of double reporting: work unit ← Party organization ← unit registration."""

from app.double_reporting.models.membership import (
    LIVE_MEMBER_REGISTRATION,
    MemberField,
    MemberRegistration,
    MemberRegistrationStatus,
    VerifyMethod,
)
from app.double_reporting.models.post import Post, PostCategory, PostStatus
from app.double_reporting.models.post_claim import LIVE_CLAIM, NOTICE, Claim, ClaimStatus
from app.double_reporting.models.unit_registration import (
    LIVE_UNIT_REGISTRATION,
    UnitRegistration,
    UnitRegistrationStatus,
)
from app.organizations.models.organization import (
    ABOVE,
    OrganizationCommunity,
    OrganizationKind,
    PartyOrganization,
)
from app.organizations.models.work_unit import WorkUnit

__all__ = [
    "ABOVE",
    "LIVE_CLAIM",
    "LIVE_MEMBER_REGISTRATION",
    "LIVE_UNIT_REGISTRATION",
    "NOTICE",
    "Claim",
    "ClaimStatus",
    "MemberField",
    "MemberRegistration",
    "MemberRegistrationStatus",
    "OrganizationCommunity",
    "OrganizationKind",
    "PartyOrganization",
    "Post",
    "PostCategory",
    "PostStatus",
    "UnitRegistration",
    "UnitRegistrationStatus",
    "VerifyMethod",
    "WorkUnit",
]

"""Tables of double reporting: registrations of units and members, posts, claims, and duties."""

from app.double_reporting.models.duty import (
    LIVE_DUTY,
    Duty,
    DutyDay,
    DutyDayStatus,
    DutyStatus,
)
from app.double_reporting.models.form import MemberField, RegistrationForm, ServiceTime, Skill
from app.double_reporting.models.membership import (
    LIVE_MEMBER_REGISTRATION,
    MemberRegistration,
    MemberRegistrationStatus,
)
from app.double_reporting.models.post import Post, PostCategory, PostRisk, PostStatus
from app.double_reporting.models.post_claim import (
    IN_SERVICE,
    LIVE_CLAIM,
    PostClaim,
    PostClaimStatus,
)
from app.double_reporting.models.proceedings import Proceedings, VerifyMethod
from app.double_reporting.models.service_day import ServiceDay, ServiceDayStatus
from app.double_reporting.models.unit_assignment import UnitAssignment
from app.double_reporting.models.unit_member_list import UnitMemberList
from app.double_reporting.models.unit_registration import (
    LIVE_UNIT_REGISTRATION,
    UnitBasis,
    UnitRegistration,
    UnitRegistrationStatus,
)

__all__ = [
    "IN_SERVICE",
    "LIVE_CLAIM",
    "LIVE_DUTY",
    "LIVE_MEMBER_REGISTRATION",
    "LIVE_UNIT_REGISTRATION",
    "Duty",
    "DutyDay",
    "DutyDayStatus",
    "DutyStatus",
    "MemberField",
    "MemberRegistration",
    "MemberRegistrationStatus",
    "Post",
    "PostCategory",
    "PostClaim",
    "PostClaimStatus",
    "PostRisk",
    "PostStatus",
    "Proceedings",
    "RegistrationForm",
    "ServiceDay",
    "ServiceDayStatus",
    "ServiceTime",
    "Skill",
    "UnitAssignment",
    "UnitBasis",
    "UnitMemberList",
    "UnitRegistration",
    "UnitRegistrationStatus",
    "VerifyMethod",
]
